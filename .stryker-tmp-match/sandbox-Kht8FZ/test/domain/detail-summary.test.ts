// @ts-nocheck
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DetailSummary, hasSamples, type SeriesName } from '../../src/domain/detail-summary';

const SERIES: readonly SeriesName[] = ['heart-rate', 'speed', 'distance', 'cadence', 'power', 'steps'];

const empty: DetailSummary = { series: {}, route: 'none', routePoints: 0 };

it.each<readonly [string, Partial<DetailSummary>, boolean]>([
  ['nothing', {}, false],
  ['a series without points', { series: { power: { count: 0, coverage: 0 } } }, false],
  ['a series of one point', { series: { power: { count: 1, coverage: 0 } } }, true],
  [
    'one series without points, one with',
    { series: { power: { count: 0, coverage: 0 }, speed: { count: 9, coverage: 1 } } },
    true,
  ],
  ['a route of one point', { route: 'present', routePoints: 1 }, true],
  ['a route that is said to be present, without points', { route: 'present' }, false],
  ['a route that needs consent', { route: 'consent-required' }, false],
  ['laps and pauses alone', { laps: 3, pauses: 2 }, false],
])('has samples: %s', (_title, detail, expected) => {
  expect(hasSamples({ ...empty, ...detail })).toBe(expected);
});

it('a series that is named but undefined has no samples', () => {
  expect(hasSamples({ ...empty, series: { speed: undefined } as unknown as DetailSummary['series'] })).toBe(false);
});

it('has samples exactly when any count is not zero, whichever series it is', () => {
  const counts = fc.tuple(...SERIES.map(() => fc.nat(1)));
  fc.assert(
    fc.property(counts, fc.nat(1), (each, routePoints) => {
      const series = Object.fromEntries(SERIES.map((name, at) => [name, { count: each[at] as number, coverage: 0 }]));
      const total = each.reduce((sum, count) => sum + count, routePoints);
      expect(hasSamples({ ...empty, series, routePoints })).toBe(total > 0);
    }),
  );
});
