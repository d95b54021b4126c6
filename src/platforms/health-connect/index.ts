/**
 * `workout-sync/health-connect`: Health Connect as a `HealthStore`, over react-native-health-connect 4; its records and ours, both
 * ways; its exercise types, in both of its enums.
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
export { toHealthConnectError } from './health-connect-error';
export { healthConnectStore } from './health-connect-store';
export type {
  AskedPermission,
  HealthConnectModule,
  NativeChanges,
  NativePage,
  NativePermission,
  NativeReadOptions,
} from './module';
export type { HealthConnectMemory, HealthConnectOptions } from './options';
export { healthConnectPermissionsToAsk } from './permissions-to-ask';
export { fromHealthConnectDetail, summariseHealthConnectDetail } from './read-detail';
export { type MetricOwner, type NativeMetrics, sumSessionTotals } from './read-metrics';
export { fromHealthConnectSession, type SessionTotals } from './read-session';
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
export { toHealthConnectRecords } from './write-records';
