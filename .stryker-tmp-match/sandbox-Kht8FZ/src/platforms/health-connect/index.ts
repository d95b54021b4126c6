/**
 * `workout-sync/health-connect`: Health Connect's activities, both ways, in both of its enums.
 *
 * @packageDocumentation
 */
// @ts-nocheck

export {
  fromHealthConnectActivity,
  fromHealthConnectPlatformActivity,
  type HealthConnectActivity,
  type HealthConnectWrite,
  toHealthConnectActivity,
} from './activity-map';
export {
  HEALTH_CONNECT_EXERCISE_TYPES,
  HEALTH_CONNECT_LEGACY_TYPES,
  type HealthConnectExerciseName,
} from './exercise-types';
