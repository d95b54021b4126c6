import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/domain/recording';
import { compareRecordings } from '../../src/match/compare-recordings';
import { verdictOf } from './verdict-of';

describe('laws', () => {
  const activities = fc.constantFrom('running', 'walking', 'yoga', 'other', 'multisport', 'cycling' as const);
  const recordings = (key: string) =>
    fc
      .record(
        {
          start: fc.integer({ min: 0, max: 40 }).map((minutes) => minutes * 60_000),
          minutes: fc.integer({ min: 1, max: 60 }),
          activity: activities,
          source: fc.constantFrom({ app: 'x' }, { app: 'y' }),
          distanceMetres: fc.constantFrom(0, 1000, 1050, 2000),
          sourceId: fc.constantFrom('1', '2'),
          crossIds: fc.constantFrom(['c'], []),
        },
        { requiredKeys: ['start', 'minutes', 'activity'] },
      )
      .map(({ minutes, ...rest }) => ({ ...rest, key, end: rest.start + minutes * 60_000 }) as Recording);

  it('the verdict is the same either way round', () => {
    fc.assert(
      fc.property(recordings('a'), recordings('b'), (a, b) => {
        verdictOf(a, b);
      }),
      { numRuns: 500 },
    );
  });

  it('S14: by evidence, what shares no time or is of incompatible kinds is never same', () => {
    fc.assert(
      fc.property(recordings('a'), recordings('b'), (a, b) => {
        const { verdict, rung, evidence } = compareRecordings(a, b);
        const apart = a.end <= b.start || b.end <= a.start;
        if (apart || evidence.some(({ value }) => value === 'incompatible'))
          expect(verdict === 'same' && rung === 'evidence').toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('a tenth of a second never turns same into different', () => {
    const noise = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(recordings('a'), recordings('b'), noise, noise, (a, b, start, end) => {
        const moved = { ...b, start: b.start + start, end: b.end + end };
        const verdicts = [compareRecordings(a, b).verdict, compareRecordings(a, moved).verdict];
        if (a.crossIds === undefined) expect(verdicts.includes('same') && verdicts.includes('different')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('a distance that one side did not measure changes nothing', () => {
    fc.assert(
      fc.property(recordings('a'), recordings('b'), (a, b) => {
        const { distanceMetres: _, ...bare } = a;
        expect(compareRecordings(bare, b).verdict).toBe(compareRecordings({ ...bare, distanceMetres: 0 }, b).verdict);
      }),
    );
  });
});
