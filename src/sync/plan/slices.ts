import type { Interval } from '../../domain/interval';

/** A list in pieces of at most this size. */
export const slicesOf = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] => {
  const slices: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += size) slices.push(items.slice(from, from + size));
  return slices;
};

/** Every moment that a record can start at, malformed ones included. */
export const ALL_TIME: Interval = { start: Number.MIN_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER };

/** Windows that tile a span of time, newest first, with about so many records in each. */
export const windowsOver = (span: Interval, starts: readonly number[], size: number): readonly Interval[] => {
  const sorted = starts.filter((start) => start >= span.start && start < span.end).sort((a, b) => b - a);
  const windows: Interval[] = [];
  let { end } = span;
  for (let at = size - 1; at < sorted.length - 1; at += size) {
    const start = sorted[at] ?? span.start;
    if (start >= end) continue;
    windows.push({ start, end });
    end = start;
  }
  return [...windows, { start: span.start, end }];
};
