/**
 * `workout-sync/healthkit`: Apple Health as a `HealthStore`, over @kingstinct/react-native-healthkit, and the mapping it is made of.
 *
 * @packageDocumentation
 */
export {
  fromHealthKitActivity,
  type HealthKitActivity,
  type HealthKitActivityInput,
  type HealthKitActivityMetadata,
  type HealthKitWrite,
  toHealthKitActivity,
} from './activity-map';
export { HEALTHKIT_ACTIVITY_TYPES, type HealthKitActivityName } from './activity-types';
export type {
  HealthKitFilter,
  HealthKitMetadata,
  HealthKitModule,
  HealthKitRequest,
  HealthKitType,
  HealthKitUnit,
  HealthKitWorkoutObject,
} from './healthkit-module';
export { type HealthKitStoreOptions, healthKitStore } from './healthkit-store';
export type { BackgroundDelivery } from './hints';
export { HEALTHKIT_METADATA } from './metadata';
export type {
  HealthKitDevice,
  HealthKitEvent,
  HealthKitLocation,
  HealthKitQuantity,
  HealthKitRoute,
  HealthKitSample,
  HealthKitSourceRevision,
  HealthKitWorkout,
} from './native-sample';
export {
  fromHealthKitDetail,
  fromHealthKitEvents,
  fromHealthKitRoutes,
  fromHealthKitSamples,
  type HealthKitDetailRead,
} from './read-detail';
export { fromHealthKitWorkout, type HealthKitReading } from './read-workout';
export { HEALTHKIT_SERIES_TYPES, type HealthKitSeriesType, healthKitTypesOf } from './series-types';
export { toHealthKitStoreError } from './store-errors';
export type { TimeZones } from './time-zone';
export { healthKitTypesToAsk } from './types-to-ask';
export { type HealthKitSampleToSave, toHealthKitRoutes, toHealthKitSamples } from './write-detail';
export { type HealthKitWorkoutToSave, type HealthKitWriting, toHealthKitWorkout } from './write-workout';
