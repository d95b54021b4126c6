import type { Instant } from '../domain/interval';
import type { RoutePoint } from '../ports/detail';

/** What a file says of a point; nothing where it says nothing, or nothing that makes sense. */
export interface RoutePointFields {
  readonly at: Instant | undefined;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  readonly altitude: number | undefined;
  readonly horizontalAccuracy: number | undefined;
  readonly verticalAccuracy: number | undefined;
  readonly speed?: number | undefined;
}

const isWithin = (degrees: number | undefined, limit: number): degrees is number =>
  degrees !== undefined && Math.abs(degrees) <= limit;

/**
 * A point of a route; nothing where it has no time, or no place on earth.
 *
 * **Units** degrees, metres, metres per second.
 */
export const routePointOf = (fields: RoutePointFields): RoutePoint | undefined => {
  const { at, latitude, longitude, altitude, horizontalAccuracy, verticalAccuracy, speed } = fields;
  if (at === undefined || !isWithin(latitude, 90) || !isWithin(longitude, 180)) return undefined;
  return {
    at,
    latitude,
    longitude,
    ...(altitude !== undefined && { altitudeMetres: altitude }),
    ...(horizontalAccuracy !== undefined && { horizontalAccuracyMetres: horizontalAccuracy }),
    ...(verticalAccuracy !== undefined && { verticalAccuracyMetres: verticalAccuracy }),
    ...(speed !== undefined && { speedMetresPerSecond: speed }),
  };
};
