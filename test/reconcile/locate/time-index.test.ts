import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../../../src/domain/interval';
import { timeIndex } from '../../../src/reconcile/locate/time-index';

const HOUR = 3_600_000;

const indexOf = (items: readonly Interval[]) => {
  const index = timeIndex<Interval>((item) => item);
  for (const item of items) index.add(item);
  return index;
};

/** What matching lets meet: all that share time, but those longer than a day only what is at least half a day. */
const meets = (a: Interval, b: Interval): boolean => {
  const [shorter = 0, longer = 0] = [a.end - a.start, b.end - b.start].sort((x, y) => x - y);
  return a.start < b.end && b.start < a.end && (longer <= 24 * HOUR || shorter >= 12 * HOUR);
};

const interval = fc
  .tuple(fc.integer({ min: -80, max: 80 }), fc.constantFrom(1, 2, 11, 12, 13, 24, 25, 30, 48, 90))
  .map(([from, hours]) => ({ start: from * HOUR, end: (from + hours) * HOUR }));

describe('an index by time', () => {
  it('finds what looking at all finds, whatever was added and removed', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 20 }), fc.array(fc.nat(19)), interval, (items, gone, asked) => {
        const index = indexOf(items);
        const removed = gone.flatMap((place) => items[place] ?? []);
        for (const item of removed) index.remove(item);
        const left = items.filter((item) => !removed.includes(item));
        expect(new Set(index.near(asked))).toEqual(new Set(left.filter((item) => meets(item, asked))));
        const starting = left.filter(({ start }) => start >= asked.start && start < asked.end);
        expect(new Set(index.startingIn(asked))).toEqual(new Set(starting));
        expect(index.startingIn(asked)).toHaveLength(starting.length);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it('finds all of it in an interval without end, and in one of the largest instants', () => {
    const items = [-900, 0, 900].map((day) => ({ start: day * 24 * HOUR, end: day * 24 * HOUR + HOUR }));
    for (const reach of [Infinity, 8.64e15]) {
      expect(new Set(indexOf(items).startingIn({ start: -reach, end: reach }))).toEqual(new Set(items));
    }
  });

  it('lets go of what was removed once, and of nothing for what it does not hold', () => {
    const [kept, other] = [
      { start: 0, end: HOUR },
      { start: 0, end: HOUR },
    ];
    const index = indexOf([kept]);
    index.remove(other);
    expect(index.near(kept)).toEqual([kept]);
    index.remove(kept);
    expect(index.near(kept)).toEqual([]);
  });
});
