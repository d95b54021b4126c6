import type { DetailSummary, SeriesName } from '../../domain/detail-summary';
import type { Interval } from '../../domain/interval';
import type { Detail, RoutePoint, Sample } from '../../ports/detail';

const spreadOver = (interval: Interval, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) =>
    Math.floor(interval.start + ((interval.end - interval.start) * index) / Math.max(1, count)),
  );

/** Samples that a summary could have counted: as many as it says, spread over the interval. */
export const sampleDetail = (interval: Interval, summary: DetailSummary): Detail => {
  const series: Partial<Record<SeriesName, readonly Sample[]>> = {};
  for (const [name, counted] of Object.entries(summary.series)) {
    if (counted !== undefined)
      series[name as SeriesName] = spreadOver(interval, counted.count).map((at) => ({ at, value: 1 }));
  }
  const route: readonly RoutePoint[] = spreadOver(interval, summary.routePoints).map((at, index) => ({
    at,
    latitude: 52 + index / 10_000,
    longitude: 13,
  }));
  return { series, routes: route.length > 0 ? [route] : [] };
};
