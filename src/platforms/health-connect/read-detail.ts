import type { DetailSummary } from '../../domain/detail-summary';
import type { Instant } from '../../domain/interval';
import type { Detail, RoutePoint } from '../../ports/detail';
import { summariseDetail } from '../../ports/summarise-detail';
import { instantOf } from './instant-text';
import { type MetricOwner, type NativeMetrics, readSeries } from './read-metrics';
import { routePointsOf, routeStateOf } from './read-route';
import { segmentsOf } from './read-segments';
import type { NativeSession } from './records';

const ownerOf = ({ startTime, endTime, metadata }: NativeSession): MetricOwner => ({
  start: instantOf(startTime),
  end: instantOf(endTime),
  ...(metadata?.dataOrigin && { source: { app: metadata.dataOrigin } }),
});

/**
 * Reads the samples behind a Health Connect session.
 *
 * **Shape** the session, and the records that were read in its time, of whatever app: those of its own app count. `route` is
 * what a consent of its own gave; absent, it is the session's.
 *
 * **Laws** total. A series without samples is absent. Cadence is steps or revolutions, whichever the app wrote.
 *
 * @see {@link summariseHealthConnectDetail} for how much there is.
 */
export const fromHealthConnectDetail = (
  session: NativeSession,
  metrics: NativeMetrics,
  route: readonly RoutePoint[] = routePointsOf(session.exerciseRoute?.route ?? []),
): Detail => ({
  series: readSeries(ownerOf(session), metrics),
  routes: route.length > 0 ? [route] : [],
  ...segmentsOf(session),
});

/**
 * Counts the samples behind a Health Connect session.
 *
 * **Laws** the route is `consent-required` where it is another app's and nobody was asked yet: that is no missing route.
 */
export const summariseHealthConnectDetail = (
  session: NativeSession,
  metrics: NativeMetrics,
  readAt: Instant,
  route?: readonly RoutePoint[],
): DetailSummary => {
  const summary = summariseDetail(fromHealthConnectDetail(session, metrics, route), ownerOf(session), readAt);
  return summary.route === 'present' ? summary : { ...summary, route: routeStateOf(session) };
};
