/**
 * `workout-sync/healthkit`: Apple Health's activities, both ways.
 *
 * @packageDocumentation
 */
// @ts-nocheck

export {
  fromHealthKitActivity,
  type HealthKitActivity,
  type HealthKitActivityInput,
  type HealthKitActivityMetadata,
  type HealthKitWrite,
  toHealthKitActivity,
} from './activity-map';
export { HEALTHKIT_ACTIVITY_TYPES, type HealthKitActivityName } from './activity-types';
