import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_TIME, inTimeOrder, windowsOver } from '../../src/sync/plan/slices';
import { visitAll } from '../../src/sync/run/visit-all';

const DAY = 86_400_000;

const countedBreaths = () => {
  let breaths = 0;
  return {
    breaths: () => breaths,
    breathe: async () => {
      breaths += 1;
    },
  };
};

describe('visitAll', () => {
  it('visits every item once, in order, and lets other work run after every thousand', async () => {
    const run = countedBreaths();
    const items = Array.from({ length: 2500 }, (_, at) => at);
    const visited: number[] = [];
    await visitAll(run, items, (item) => visited.push(item));
    expect(visited).toEqual(items);
    expect(run.breaths()).toBe(2);
  });
});

describe('inTimeOrder', () => {
  it('is the order that one sort gives, equal starts as they came', async () => {
    const starts = fc.integer({ min: -1000 * DAY, max: 1000 * DAY });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ start: starts, name: fc.nat(3) })), async (items) => {
        const ordered = await inTimeOrder(countedBreaths(), items, ({ start }) => start);
        expect(ordered).toEqual([...items].sort((a, b) => a.start - b.start));
      }),
    );
  });

  it('loses none whose start is no time at all', async () => {
    const starts = [5, Number.NaN, 2 * DAY * 30, Number.POSITIVE_INFINITY];
    const ordered = await inTimeOrder(countedBreaths(), starts, (start) => start);
    expect(new Set(ordered)).toEqual(new Set(starts));
  });
});

describe('windowsOver', () => {
  it('tiles the span, newest first, and has at most so many records in each unless they start together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 500 })), fc.integer({ min: 1, max: 5 }), (some, size) => {
        const starts = some.sort((a, b) => a - b);
        const windows = windowsOver(ALL_TIME, starts, size);
        expect(windows[0]?.end).toBe(ALL_TIME.end);
        expect(windows[windows.length - 1]?.start).toBe(ALL_TIME.start);
        windows.slice(1).forEach(({ end }, at) => {
          expect(end).toBe(windows[at]?.start);
        });
        for (const { start, end } of windows) {
          const inside = starts.filter((one) => one > start && one < end);
          expect(inside.length).toBeLessThanOrEqual(size);
        }
      }),
    );
  });
});
