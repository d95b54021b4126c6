import type { HealthKitEvent, HealthKitLocation } from '../../platforms/healthkit/native-sample';
import type { HealthKitSeriesType } from '../../platforms/healthkit/series-types';

export const WORKOUT = 'HKWorkoutTypeIdentifier';
export const ROUTE = 'HKWorkoutRouteTypeIdentifier';
export const ENERGY = 'HKQuantityTypeIdentifierActiveEnergyBurned';

/** What every object in HealthKit has. Times are milliseconds. */
interface Common {
  readonly uuid: string;
  readonly app: string;
  readonly start: number;
  readonly end: number;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** A workout as HealthKit keeps it. */
export interface StoredWorkout extends Common {
  readonly type: 'HKWorkoutTypeIdentifier';
  readonly activityType: number;
  readonly distanceMetres?: number;
  readonly energyKilocalories?: number;
  readonly events?: readonly HealthKitEvent[];
}

/** A sample; `workout` is the UUID of the one it is linked to. */
export interface StoredSample extends Common {
  readonly type: HealthKitSeriesType;
  readonly value: number;
  readonly workout?: string;
}

/** A route; it is always linked to a workout. */
export interface StoredRoute extends Common {
  readonly type: 'HKWorkoutRouteTypeIdentifier';
  readonly locations: readonly HealthKitLocation[];
  readonly workout: string;
}

/** An object in HealthKit. */
export type StoredObject = StoredWorkout | StoredSample | StoredRoute;

/** An object before HealthKit gives it its UUID. */
export type NewObject = Omit<StoredWorkout, 'uuid'> | Omit<StoredSample, 'uuid'> | Omit<StoredRoute, 'uuid'>;

/** What another app says of a workout that it writes. */
export type OthersWorkout = Omit<StoredWorkout, 'uuid' | 'type' | 'metadata'> & {
  readonly metadata?: Readonly<Record<string, unknown>>;
};

/** What another app measured beside it. */
export type OthersSample = Pick<StoredSample, 'type' | 'start' | 'end' | 'value'> & { readonly app?: string };
