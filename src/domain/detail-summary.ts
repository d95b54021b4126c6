import type { Instant } from './interval';

/** The series of samples that can stand behind a recording. */
export type SeriesName = 'heart-rate' | 'speed' | 'distance' | 'cadence' | 'power' | 'steps';

/**
 * One series, counted but not read.
 *
 * **Units** `coverage` is the share of the recording's time that the samples cover, from 0 to 1.
 */
export interface SeriesSummary {
  readonly count: number;
  readonly coverage: number;
}

/**
 * What samples stand behind a recording: which series exist, how many points, what share of the time they cover.
 *
 * **Shape** a series that is absent from `series` has no samples. A recording without any detail summary has not been
 * looked at yet, which is another thing (`detail-unread`).
 *
 * `route` tells a route that is not there (`none`) from one that may be there but needs the user's consent per
 * session (`consent-required`, Health Connect) and one whose permission is missing (`denied`).
 */
export interface DetailSummary {
  readonly series: Readonly<Partial<Record<SeriesName, SeriesSummary>>>;
  readonly route: 'present' | 'none' | 'consent-required' | 'denied' | 'unknown';
  readonly routePoints: number;
  readonly laps?: number;
  readonly pauses?: number;
  /** When the samples were counted. What was missing then may have arrived since. */
  readonly readAt?: Instant;
}

/** Whether any samples at all are known to stand behind the recording. */
export const hasSamples = (detail: DetailSummary): boolean =>
  detail.routePoints > 0 || Object.values(detail.series).some((series) => series !== undefined && series.count > 0);
