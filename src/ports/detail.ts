import type { SeriesName } from '../domain/detail-summary';
import type { Instant, Interval } from '../domain/interval';

/**
 * One sample.
 *
 * **Units** by series: beats per minute, metres per second, metres since the last sample, steps or revolutions per minute,
 * watts, steps since the last sample.
 */
export interface Sample {
  readonly at: Instant;
  readonly value: number;
}

/** One point of a route. **Units** degrees (WGS 84), metres, metres per second. */
export interface RoutePoint {
  readonly at: Instant;
  readonly latitude: number;
  readonly longitude: number;
  readonly altitudeMetres?: number;
  readonly horizontalAccuracyMetres?: number;
  readonly verticalAccuracyMetres?: number;
  readonly speedMetresPerSecond?: number;
}

/** One lap, as the source cut it. */
export interface Lap extends Interval {
  readonly distanceMetres?: number;
}

/**
 * The samples behind one recording.
 *
 * **Shape** an absent series has no samples. `routes` holds the pieces of the route in order: a pause cuts it.
 * `repetitions` are what Health Connect's segments carry; HealthKit has none.
 */
export interface Detail {
  readonly series: Readonly<Partial<Record<SeriesName, readonly Sample[]>>>;
  readonly routes: readonly (readonly RoutePoint[])[];
  readonly laps?: readonly Lap[];
  readonly pauses?: readonly Interval[];
  readonly repetitions?: readonly (Interval & { readonly exercise: string; readonly count: number })[];
}

/** The pieces of a session that can be written apart from the workout record itself. */
export type DetailPart = 'route' | 'series' | 'laps' | 'pauses' | 'totals';
