import type { HealthKitLocation, HealthKitRoute, HealthKitSample, HealthKitWorkout } from './native-sample';
import type { HealthKitSeriesType } from './series-types';

/** The identifiers of the types that are not quantities. */
export const HEALTHKIT_WORKOUT = 'HKWorkoutTypeIdentifier';
export const HEALTHKIT_ROUTE = 'HKWorkoutRouteTypeIdentifier';
export const HEALTHKIT_ENERGY = 'HKQuantityTypeIdentifierActiveEnergyBurned';

/** What this library asks the user for. */
export type HealthKitType =
  | typeof HEALTHKIT_WORKOUT
  | typeof HEALTHKIT_ROUTE
  | typeof HEALTHKIT_ENERGY
  | HealthKitSeriesType;

/** A workout as the client library hands it out: the record, and its route. */
export interface HealthKitWorkoutObject extends HealthKitWorkout {
  readonly getWorkoutRoutes: () => Promise<readonly HealthKitRoute[]>;
  readonly saveWorkoutRoute: (locations: readonly HealthKitLocation[]) => Promise<boolean>;
}

/** Which samples. `workout`: those that are linked to it. */
export interface HealthKitFilter<Native> {
  readonly uuid?: string;
  readonly uuids?: string[];
  readonly date?: {
    readonly startDate?: Date;
    readonly endDate?: Date;
    readonly strictStartDate?: boolean;
  };
  readonly metadata?: { readonly withMetadataKey: string; readonly value?: string };
  readonly workout?: Native;
  OR?: Omit<HealthKitFilter<Native>, 'OR'>[];
}

/** Metadata as it is written. */
export type HealthKitMetadata = Readonly<Record<string, string | number | boolean>>;

/**
 * What is used of @kingstinct/react-native-healthkit 16: pass the module itself.
 *
 * **Shape** structural, so that nothing is imported at run time and another native module can stand in for it. A `limit` of
 * zero is none.
 */
export interface HealthKitModule<Native extends HealthKitWorkoutObject = HealthKitWorkoutObject> {
  readonly isHealthDataAvailable: () => boolean;
  readonly authorizationStatusFor: (type: HealthKitType) => number;
  readonly getRequestStatusForAuthorization: (types: HealthKitRequest) => Promise<number>;
  readonly requestAuthorization: (types: HealthKitRequest) => Promise<boolean>;
  /** From iOS 27 on, where the user lets only the recent past be read. */
  readonly getEarliestAuthorizedSampleDates?: (types: HealthKitType[]) => Promise<Readonly<Record<string, Date>>>;
  readonly areObjectTypesAvailable: (types: HealthKitType[]) => Readonly<Record<string, boolean>>;
  readonly queryWorkoutSamples: (options: {
    filter?: Omit<HealthKitFilter<Native>, 'workout' | 'OR'>;
    limit: number;
    ascending?: boolean;
  }) => Promise<readonly Native[]>;
  readonly queryWorkoutSamplesWithAnchor: (options: { limit: number; anchor?: string }) => Promise<{
    readonly workouts: readonly Native[];
    readonly deletedSamples: readonly { readonly uuid: string; readonly metadata?: object }[];
    readonly newAnchor: string;
  }>;
  readonly queryQuantitySamples: (
    type: HealthKitSeriesType,
    options: { filter?: HealthKitFilter<Native>; limit: number; ascending?: boolean; unit?: HealthKitUnit },
  ) => Promise<readonly HealthKitSample[]>;
  readonly saveWorkoutSample: (
    type: number,
    quantities: readonly never[],
    start: Date,
    end: Date,
    totals?: { readonly distance?: number; readonly energyBurned?: number },
    metadata?: Record<string, string | number | boolean>,
  ) => Promise<Native>;
  readonly saveQuantitySample: (
    type: HealthKitSeriesType,
    unit: HealthKitUnit,
    value: number,
    start: Date,
    end: Date,
    metadata?: Record<string, string | number | boolean>,
  ) => Promise<unknown>;
  readonly deleteObjects: (type: HealthKitType, filter: HealthKitFilter<Native>) => Promise<number>;
  readonly subscribeToChanges: (
    type: HealthKitType,
    listener: (change: { readonly errorMessage?: string }) => void,
  ) => { readonly remove: () => boolean };
  /** Registers observers that survive the app's end. */
  readonly configureBackgroundTypes?: (types: HealthKitType[], frequency: number) => Promise<boolean>;
}

/** What to ask the user for. */
export interface HealthKitRequest {
  readonly toRead: readonly HealthKitType[];
  readonly toShare: readonly HealthKitType[];
}

/** The units of the series. */
export type HealthKitUnit = 'count/min' | 'm' | 'm/s' | 'W' | 'count';
