import type { DetailSummary, SeriesName, SeriesSummary } from '../domain/detail-summary';
import type { Instant, Interval } from '../domain/interval';
import type { Detail, Sample } from './detail';

/**
 * How much time one sample speaks for, at most: watches write heart rate every few seconds while recording and every few
 * minutes at rest, and a chart bridges a gap of a minute.
 */
const SPEAKS_FOR_MILLISECONDS = 60_000;

const summariseSeries = (samples: readonly Sample[], { start, end }: Interval): SeriesSummary => {
  const moments = samples
    .map(({ at }) => at)
    .filter((at) => at >= start && at < end)
    .sort((a, b) => a - b);
  const covered = moments.reduce((sum, at, index) => {
    const next = moments[index + 1] ?? end;
    return sum + Math.min(next - at, SPEAKS_FOR_MILLISECONDS);
  }, 0);
  return { count: samples.length, coverage: end > start ? Math.min(1, covered / (end - start)) : 0 };
};

/**
 * Counts the samples behind a recording.
 *
 * **Shape** empty series are left out. A sample covers the time until the next one, a minute at most.
 *
 * @example
 * ```ts
 * import { summariseDetail } from 'workout-sync';
 *
 * const heartRate = [{ at: 0, value: 120 }, { at: 30_000, value: 130 }];
 * const summary = summariseDetail({ series: { 'heart-rate': heartRate }, routes: [] }, { start: 0, end: 120_000 }, 500_000);
 * summary.series['heart-rate']; // => { count: 2, coverage: 0.75 }
 * summary.route; // => 'none'
 * ```
 */
export const summariseDetail = (detail: Detail, interval: Interval, readAt: Instant): DetailSummary => {
  const series: Partial<Record<SeriesName, SeriesSummary>> = {};
  for (const [name, samples] of Object.entries(detail.series) as [SeriesName, readonly Sample[] | undefined][]) {
    if (samples !== undefined && samples.length > 0) series[name] = summariseSeries(samples, interval);
  }
  const routePoints = detail.routes.reduce((sum, route) => sum + route.length, 0);
  return {
    series,
    route: routePoints > 0 ? 'present' : 'none',
    routePoints,
    ...(detail.laps && { laps: detail.laps.length }),
    ...(detail.pauses && { pauses: detail.pauses.length }),
    readAt,
  };
};
