/**
 * `workout-sync/testing/healthkit`: HealthKit in memory, behind the JavaScript API of @kingstinct/react-native-healthkit.
 *
 * @packageDocumentation
 */
export type { FakeConditions } from './fake-conditions';
export { type FakeHealthKit, type FakeHealthKitOptions, fakeHealthKit } from './fake-healthkit';
export type { FakeModule, FakeQuantity } from './fake-module';
export type {
  OthersSample,
  OthersWorkout,
  StoredObject,
  StoredRoute,
  StoredSample,
  StoredWorkout,
} from './stored-object';
export { HEALTHKIT_DEFAULTS, HEALTHKIT_SETTINGS, type HealthKitSwitches } from './switches';
