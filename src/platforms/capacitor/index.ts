/**
 * `workout-sync/capacitor`: the workouts of a phone as a `HealthStore`, over @capgo/capacitor-health 8. Read-only.
 *
 * @packageDocumentation
 */
export { toCapacitorError } from './capacitor-error';
export { type CapacitorOptions, capacitorStore } from './capacitor-store';
export type {
  CapacitorAuthorization,
  CapacitorAuthorizationOptions,
  CapacitorDataType,
  CapacitorHealthModule,
  CapacitorWorkout,
} from './module';
export { fromCapacitorWorkout } from './read-workout';
