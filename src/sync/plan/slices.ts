import type { Instant, Interval } from '../../domain/interval';
import { type Breathing, visitAll } from '../run/visit-all';

/** A list in pieces of at most this size. */
export const slicesOf = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] => {
  const slices: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += size) slices.push(items.slice(from, from + size));
  return slices;
};

const MONTH_MILLISECONDS = 30 * 86_400_000;

/** The items by their start, earliest first. They are sorted a month at a time: no sort holds the thread. */
export const inTimeOrder = async <Item>(
  run: Breathing,
  items: Iterable<Item>,
  startOf: (item: Item) => Instant,
): Promise<readonly Item[]> => {
  const months = new Map<number, Item[]>();
  await visitAll(run, items, (item) => {
    const start = startOf(item);
    const month = Number.isFinite(start) ? Math.floor(start / MONTH_MILLISECONDS) : 0;
    const known = months.get(month);
    if (known) known.push(item);
    else months.set(month, [item]);
  });
  const ordered: Item[] = [];
  const inOrder = [...months].sort(([a], [b]) => a - b);
  for (const [, month] of inOrder) {
    for (const item of month.sort((a, b) => startOf(a) - startOf(b))) ordered.push(item);
    await run.breathe();
  }
  return ordered;
};

/** Every moment that a record can start at, malformed ones included. */
export const ALL_TIME: Interval = { start: Number.MIN_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER };

/**
 * Windows that tile a span of time, newest first, with about so many records in each.
 *
 * **Shape** `starts`: when the records start, earliest first.
 */
export const windowsOver = (span: Interval, starts: readonly Instant[], size: number): readonly Interval[] => {
  const windows: Interval[] = [];
  let { end } = span;
  for (let at = starts.length - size; at > 0; at -= size) {
    const start = starts[at] ?? span.start;
    if (start >= end) continue;
    windows.push({ start, end });
    end = start;
  }
  return [...windows, { start: span.start, end }];
};
