/**
 * `workout-sync/health-connect`: Health Connect's activities, both ways, in both of its enums.
 *
 * @packageDocumentation
 */
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
export type {
  AskedPermission,
  HealthConnectModule,
  NativeChanges,
  NativePage,
  NativePermission,
  NativeReadOptions,
} from './module';
export { healthConnectPermissionsToAsk } from './permissions-to-ask';
export type {
  LocationInsert,
  MetricInsert,
  MetricType,
  NativeInsert,
  NativeLap,
  NativeLength,
  NativeLocation,
  NativeMetadata,
  NativeMetadataInsert,
  NativeMetric,
  NativeRecordType,
  NativeSample,
  NativeSegment,
  NativeSession,
  NativeZoneOffset,
  SessionInsert,
} from './records';
