/**
 * `workout-sync/testing/health-connect`: Health Connect in memory, behind the JavaScript API of react-native-health-connect.
 *
 * @packageDocumentation
 */
export { type FakeHealthConnect, type FakeHealthConnectOptions, fakeHealthConnect } from './fake-health-connect';
export type { FakeHealthConnectModule } from './fake-module';
export type { HealthConnectPhone } from './phone';
export type { QuotaLimits } from './quota';
export type { HealthConnectPut, HealthConnectRecord } from './records';
export { HEALTH_CONNECT_DEFAULTS, HEALTH_CONNECT_SETTINGS, type HealthConnectSwitches } from './switches';
