import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, durationSeconds, type Interval, overlapMilliseconds, overlaps } from '../../src/domain/interval';

const of = (start: number, end: number): Interval => ({ start, end });

/** Short intervals near one another, so that they touch, hold and miss each other about equally often. */
const interval = fc
  .tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }))
  .map(([start, length]) => of(start, start + length));

/** The oracle: the milliseconds of an interval, one by one. The end itself is not among them. */
const instantsOf = ({ start, end }: Interval): number[] => Array.from({ length: end - start }, (_, at) => start + at);

it.each([
  [of(0, 0), 0],
  [of(0, 1), 0.001],
  [of(-500, 500), 1],
  [of(1_000_000, 4_600_000), 3600],
])('%o lasts %d seconds', (one, expected) => {
  expect(durationSeconds(one)).toBe(expected);
});

describe('two intervals', () => {
  it.each([
    ['apart by one', of(0, 9), of(10, 20), 0, false],
    ['touching', of(0, 10), of(10, 20), 0, false],
    ['sharing one', of(0, 11), of(10, 20), 1, true],
    ['equal', of(10, 20), of(10, 20), 10, true],
    ['one inside the other', of(0, 30), of(10, 20), 10, true],
  ])('%s', (_title, a, b, milliseconds, any) => {
    expect([overlapMilliseconds(a, b), overlapMilliseconds(b, a)]).toEqual([milliseconds, milliseconds]);
    expect([overlaps(a, b), overlaps(b, a)]).toEqual([any, any]);
  });

  it.each([
    ['the same', of(10, 20), of(10, 20), true],
    ['starts one earlier', of(10, 20), of(9, 20), false],
    ['starts one later', of(10, 20), of(11, 20), true],
    ['ends one earlier', of(10, 20), of(10, 19), true],
    ['ends one later', of(10, 20), of(10, 21), false],
  ])('covers: %s', (_title, outer, inner, expected) => {
    expect(covers(outer, inner)).toBe(expected);
  });

  it('agree with counting instants one by one', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const ofB = new Set(instantsOf(b));
        const shared = instantsOf(a).filter((instant) => ofB.has(instant)).length;
        expect(overlapMilliseconds(a, b)).toBe(shared);
        expect(overlaps(a, b)).toBe(shared > 0);
        expect(covers(a, b)).toBe(shared === ofB.size);
      }),
      { numRuns: 500 },
    );
  });
});
