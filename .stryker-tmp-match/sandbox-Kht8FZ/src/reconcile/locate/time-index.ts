// @ts-nocheck
import type { Instant, Interval } from '../../domain/interval';

/** In matching, a recording longer than a day meets only others of at least half its length. */
const LONG_MILLISECONDS = 24 * 3600 * 1000;

interface Entry extends Interval {
  readonly key: string;
}

/** Where an entry of this start and key stands, or would stand. */
const placeOf = (entries: readonly Entry[], start: Instant, key: string): number => {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle] as Entry;
    if (entry.start < start || (entry.start === start && entry.key < key)) low = middle + 1;
    else high = middle;
  }
  return low;
};

const lengthOf = ({ start, end }: Interval): number => end - start;

const isLong = (interval: Interval): boolean => lengthOf(interval) > LONG_MILLISECONDS;

/** Keys by time: what overlaps an interval is found without looking at the rest. */
export interface TimeIndex {
  readonly add: (entry: Entry) => void;
  readonly remove: (entry: Entry) => void;
  /** What shares time with an interval, as far as matching lets them meet. */
  readonly near: (interval: Interval) => string[];
  /** What starts in an interval. */
  readonly startingIn: (window: Interval) => string[];
}

const overlapping = (entries: readonly Entry[], interval: Interval, reach: number): Entry[] => {
  const found: Entry[] = [];
  for (let place = placeOf(entries, interval.start - reach, ''); place < entries.length; place++) {
    const entry = entries[place] as Entry;
    if (entry.start >= interval.end) break;
    if (entry.end > interval.start) found.push(entry);
  }
  return found;
};

/** Makes an index over entries. **Cost** O(n log n) once; a look-up costs what it finds, and O(log n). */
export const timeIndexOf = (all: readonly Entry[]): TimeIndex => {
  const byStart = (a: Entry, b: Entry): number => a.start - b.start || (a.key < b.key ? -1 : 1);
  const short = all.filter((entry) => !isLong(entry)).sort(byStart);
  const long = all.filter(isLong).sort(byStart);
  const listOf = (interval: Interval): Entry[] => (isLong(interval) ? long : short);
  return {
    add: (entry) => {
      const list = listOf(entry);
      list.splice(placeOf(list, entry.start, entry.key), 0, entry);
    },
    remove: ({ start, end, key }) => {
      const list = listOf({ start, end });
      const place = placeOf(list, start, key);
      if (list[place]?.key === key) list.splice(place, 1);
    },
    near: (interval) => {
      const comparable = lengthOf(interval) >= LONG_MILLISECONDS / 2;
      const shorter = overlapping(short, interval, LONG_MILLISECONDS);
      if (!comparable) return shorter.map(({ key }) => key);
      const longer = overlapping(long, interval, Infinity);
      const beside = isLong(interval) ? shorter.filter((entry) => lengthOf(entry) >= LONG_MILLISECONDS / 2) : shorter;
      return [...beside, ...longer].map(({ key }) => key);
    },
    startingIn: ({ start, end }) =>
      [short, long].flatMap((list) => {
        const keys: string[] = [];
        for (let place = placeOf(list, start, ''); place < list.length; place++) {
          const entry = list[place] as Entry;
          if (entry.start >= end) break;
          keys.push(entry.key);
        }
        return keys;
      }),
  };
};
