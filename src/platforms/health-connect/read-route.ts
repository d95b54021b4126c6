import type { DetailSummary } from '../../domain/detail-summary';
import type { RoutePoint } from '../../ports/detail';
import { instantOf } from './instant-text';
import type { NativeLocation, NativeSession } from './records';

/** By the text that is there at run time, and by the number that the library's types promise. */
const ROUTES: Readonly<Record<string, DetailSummary['route']>> = {
  DATA: 'present',
  NO_DATA: 'none',
  CONSENT_REQUIRED: 'consent-required',
  0: 'present',
  1: 'none',
  2: 'consent-required',
};

/**
 * Whether a session has a route that can be read.
 *
 * **Shape** `consent-required`: another app's route, which the user gives one by one, in the foreground.
 */
export const routeStateOf = ({ exerciseRoute }: NativeSession): DetailSummary['route'] => {
  const type = exerciseRoute?.type;
  if (type === null || type === undefined) return exerciseRoute?.route.length ? 'present' : 'unknown';
  return ROUTES[type] ?? 'unknown';
};

/**
 * Android marks an unset number of a location as `Double.MIN_VALUE`, and the library shows an absent length as 0: both are
 * nobody's measurement.
 */
const measured = (length: object | null | undefined): number | undefined => {
  const metres = (length as { readonly inMeters?: number } | null | undefined)?.inMeters ?? 0;
  return Number.isFinite(metres) && Math.abs(metres) > Number.MIN_VALUE ? metres : undefined;
};

/** The points of a route, in the order of time. */
export const routePointsOf = (locations: readonly NativeLocation[]): readonly RoutePoint[] =>
  locations
    .map(({ time, latitude, longitude, ...rest }): RoutePoint => {
      const altitudeMetres = measured(rest.altitude);
      const horizontalAccuracyMetres = measured(rest.horizontalAccuracy);
      const verticalAccuracyMetres = measured(rest.verticalAccuracy);
      return {
        at: instantOf(time),
        latitude,
        longitude,
        ...(altitudeMetres !== undefined && { altitudeMetres }),
        ...(horizontalAccuracyMetres !== undefined && { horizontalAccuracyMetres }),
        ...(verticalAccuracyMetres !== undefined && { verticalAccuracyMetres }),
      };
    })
    .sort((a, b) => a.at - b.at);
