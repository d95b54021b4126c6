import type { Platform } from '../../domain/platform';
import type { Workout } from '../../domain/workout';
import { fromHealthConnectActivity } from '../health-connect/activity-map';
import { HEALTH_CONNECT_EXERCISE_TYPES, type HealthConnectExerciseName } from '../health-connect/exercise-types';
import { instantOf } from '../health-connect/instant-text';
import { fromHealthKitActivity } from '../healthkit/activity-map';
import { HEALTHKIT_ACTIVITY_TYPES, type HealthKitActivityName } from '../healthkit/activity-types';
import type { CapacitorWorkout } from './module';

/** The plugin's names that are not HealthKit's own. */
const ON_IOS: Readonly<Record<string, HealthKitActivityName>> = { strengthTraining: 'traditionalStrengthTraining' };

/** The plugin's names that are not Health Connect's own in another spelling. **Source** `WorkoutType.kt`. */
const ON_ANDROID: Readonly<Record<string, HealthConnectExerciseName>> = {
  americanFootball: 'FOOTBALL_AMERICAN',
  australianFootball: 'FOOTBALL_AUSTRALIAN',
  climbing: 'ROCK_CLIMBING',
  // Interval training comes out under this name.
  crossTraining: 'HIGH_INTENSITY_INTERVAL_TRAINING',
  cycling: 'BIKING',
  bikingStationary: 'BIKING_STATIONARY',
  frisbeedisc: 'FRISBEE_DISC',
  other: 'OTHER_WORKOUT',
};

const has = <Table extends object>(table: Table, name: string): name is keyof Table & string =>
  Object.keys(table).includes(name);

const healthKitType = (name: string): number => {
  const own = ON_IOS[name] ?? name;
  return has(HEALTHKIT_ACTIVITY_TYPES, own) ? HEALTHKIT_ACTIVITY_TYPES[own][0] : HEALTHKIT_ACTIVITY_TYPES.other[0];
};

const healthConnectType = (name: string): number => {
  const own = ON_ANDROID[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  return has(HEALTH_CONNECT_EXERCISE_TYPES, own) ? HEALTH_CONNECT_EXERCISE_TYPES[own][0] : 0;
};

const SWIMS: Readonly<Record<string, 'pool' | 'open-water'>> = { 1: 'pool', 2: 'open-water' };

const activityOf = (workout: CapacitorWorkout, platform: Platform): Pick<Workout, 'activity' | 'raw'> => {
  if (platform === 'health-connect') return fromHealthConnectActivity({ type: healthConnectType(workout.workoutType) });
  const { HKIndoorWorkout: indoor, HKSwimmingLocationType: swim = '' } = workout.metadata ?? {};
  return fromHealthKitActivity({
    type: healthKitType(workout.workoutType),
    indoor: indoor === undefined ? undefined : indoor === '1' || indoor === 'true',
    swimLocation: SWIMS[swim],
  });
};

/** What HealthKit's metadata say, which the plugin gives as texts, and on iOS alone. */
const metadataOf = ({ metadata = {} }: CapacitorWorkout): Pick<Workout, 'external' | 'method'> => {
  const { HKMetadataKeySyncIdentifier: id, HKMetadataKeySyncVersion: version, HKWasUserEntered: entered } = metadata;
  return {
    ...(id && { external: { id, version: Number(version ?? 0) || 0 } }),
    ...((entered === '1' || entered === 'true') && { method: 'manual' }),
  };
};

const measured = (value: number | undefined): value is number => value !== undefined && value > 0;

/**
 * Reads a workout of `@capgo/capacitor-health`.
 *
 * **Shape** the duration is HealthKit's, without pauses; on Android it is the elapsed time cut to seconds, and says nothing.
 * Energy is HealthKit's active energy; on Android it is active or total, of all apps at that time, and is left out. Distance on
 * Android is that of all apps at that time, counted once.
 *
 * **Laws** total. What the plugin has no name for is `other`, and the platform's number is lost.
 */
export const fromCapacitorWorkout = (workout: CapacitorWorkout, platform: Platform): Workout => {
  const { platformId, startDate, endDate, sourceId, sourceName, workoutType, duration } = workout;
  const isHealthKit = platform === 'apple-health';
  return {
    kind: 'workout',
    platform,
    key: platformId || [startDate, endDate, workoutType, sourceId ?? ''].join('|'),
    ...activityOf(workout, platform),
    start: instantOf(startDate),
    end: instantOf(endDate),
    ...(sourceId && { source: { app: sourceId, ...(sourceName && isHealthKit && { appName: sourceName }) } }),
    ...(measured(workout.totalDistance) && { distanceMetres: workout.totalDistance }),
    ...(isHealthKit &&
      measured(workout.totalEnergyBurned) && { energyKilocalories: { active: workout.totalEnergyBurned } }),
    ...(isHealthKit && measured(duration) && { activeSeconds: duration }),
    ...metadataOf(workout),
  };
};
