import type {
  FilterForSamples,
  QueryOptionsWithAnchor,
  QueryOptionsWithSortOrderAndUnit,
  WorkoutProxyTyped,
  WorkoutTotals,
} from '@kingstinct/react-native-healthkit';
import type {
  HealthKitFilter,
  HealthKitModule,
  HealthKitWorkoutObject,
} from '../../../src/platforms/healthkit/healthkit-module';
import type { FakeModule } from '../../../src/testing/healthkit/fake-module';

/**
 * The client library as it is published, against what is used of it: a breaking change of theirs is a red build of ours.
 */
type Real = typeof import('@kingstinct/react-native-healthkit');

declare const real: Real;

/** The module itself can be passed, whatever its workouts are. */
export const asModule: HealthKitModule<WorkoutProxyTyped> = real;

declare const workout: WorkoutProxyTyped;

export const asWorkout: HealthKitWorkoutObject = workout;

// A field that is only optional on both sides may be renamed on theirs without an error above: it is named here.
type Known<Ours extends PropertyKey, Theirs> = Exclude<Ours, keyof Theirs> extends never ? true : never;

export const filter: Known<keyof HealthKitFilter<WorkoutProxyTyped>, FilterForSamples> = true;
export const dates: Known<'startDate' | 'endDate' | 'strictStartDate', NonNullable<FilterForSamples['date']>> = true;
export const metadata: Known<'withMetadataKey' | 'value', NonNullable<FilterForSamples['metadata']>> = true;
export const anchored: Known<'anchor' | 'limit', QueryOptionsWithAnchor> = true;
export const sorted: Known<'filter' | 'limit' | 'ascending' | 'unit', QueryOptionsWithSortOrderAndUnit> = true;
export const totals: Known<'distance' | 'energyBurned', WorkoutTotals> = true;
export const record: Known<keyof HealthKitWorkoutObject, WorkoutProxyTyped> = true;
export const optional: Known<'getEarliestAuthorizedSampleDates' | 'configureBackgroundTypes', Real> = true;

/** The fake takes what the real library takes, where it is called alike. */
export const asReal: Pick<FakeModule, 'saveWorkoutSample' | 'deleteObjects'> extends Pick<
  HealthKitModule,
  'saveWorkoutSample' | 'deleteObjects'
>
  ? true
  : never = true;
