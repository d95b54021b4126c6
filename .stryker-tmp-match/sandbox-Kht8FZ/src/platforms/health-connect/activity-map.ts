// @ts-nocheck
import type { Activity } from '../../domain/activity';
import type { HealthConnectRawActivity } from '../../domain/raw-activity';
import {
  HEALTH_CONNECT_EXERCISE_TYPES,
  HEALTH_CONNECT_LEGACY_TYPES,
  type HealthConnectExerciseName,
} from './exercise-types';

/** What an activity read from Health Connect is, and what Health Connect called it. */
export interface HealthConnectActivity {
  readonly activity: Activity;
  readonly raw: HealthConnectRawActivity;
}

/** How an activity is written to Health Connect: the same type as a Jetpack number and as an Android platform number. */
export interface HealthConnectWrite {
  readonly type: number;
  readonly platformType: number;
}

/** The activities that no current type is read as. What is not listed and has no type of its own is `OTHER_WORKOUT`. */
const WRITTEN_AS: Readonly<Partial<Record<Activity, HealthConnectExerciseName>>> = {
  'hand-cycling': 'BIKING',
  'wheelchair-run': 'WHEELCHAIR',
  'indoor-walking': 'WALKING',
  'functional-strength': 'STRENGTH_TRAINING',
  'core-training': 'STRENGTH_TRAINING',
  'cross-training': 'STRENGTH_TRAINING',
  swimming: 'SWIMMING_POOL',
  'preparation-and-recovery': 'STRETCHING',
  cooldown: 'STRETCHING',
  'mind-and-body': 'GUIDED_BREATHING',
  'tai-chi': 'YOGA',
  'jump-rope': 'HIGH_INTENSITY_INTERVAL_TRAINING',
  'social-dance': 'DANCING',
  kickboxing: 'MARTIAL_ARTS',
  wrestling: 'MARTIAL_ARTS',
  'downhill-skiing': 'SKIING',
  'cross-country-skiing': 'SKIING',
};

const toWrite = (name: HealthConnectExerciseName): HealthConnectWrite => {
  const [type, platformType] = HEALTH_CONNECT_EXERCISE_TYPES[name];
  return { type, platformType };
};

const readTypes = (): ReadonlyMap<number, Activity> => {
  const types = new Map<number, Activity>(Object.values(HEALTH_CONNECT_LEGACY_TYPES));
  for (const [type, , activity] of Object.values(HEALTH_CONNECT_EXERCISE_TYPES)) types.set(type, activity);
  return types;
};

const readWrites = (): ReadonlyMap<Activity, HealthConnectWrite> => {
  const writes = new Map<Activity, HealthConnectWrite>();
  for (const [type, platformType, activity] of Object.values(HEALTH_CONNECT_EXERCISE_TYPES)) {
    writes.set(activity, { type, platformType });
  }
  for (const [activity, name] of Object.entries(WRITTEN_AS) as [Activity, HealthConnectExerciseName][]) {
    writes.set(activity, toWrite(name));
  }
  return writes;
};

const readPlatformTypes = (): ReadonlyMap<number, number> =>
  new Map(Object.values(HEALTH_CONNECT_EXERCISE_TYPES).map(([type, platformType]) => [platformType, type]));

const READ_AS = /* @__PURE__ */ readTypes();
const WRITES = /* @__PURE__ */ readWrites();
const JETPACK_TYPES = /* @__PURE__ */ readPlatformTypes();
const OTHER: HealthConnectWrite = /* @__PURE__ */ toWrite('OTHER_WORKOUT');

/**
 * Reads the activity of a Health Connect session as JavaScript libraries show it.
 *
 * **Shape** a Jetpack number goes in, one of the 22 withdrawn ones too; the activity and the same number go out.
 *
 * **Laws** total: an unknown number is `other` and keeps its number.
 *
 * **Source** the canonical vocabulary's `hc.import`.
 *
 * @example
 * ```ts
 * import { fromHealthConnectActivity } from 'workout-sync/health-connect';
 *
 * fromHealthConnectActivity({ type: 56 }).activity; // => 'running'
 * ```
 *
 * @see {@link fromHealthConnectPlatformActivity} for the numbers of the SQLite export: 56 is a wheelchair there.
 */
export const fromHealthConnectActivity = ({ type }: { readonly type: number }): HealthConnectActivity => ({
  activity: READ_AS.get(type) ?? 'other',
  raw: { platform: 'health-connect', type },
});

/**
 * Reads the activity of a Health Connect session by the Android platform's number, as the SQLite export stores it.
 *
 * **Shape** the raw activity holds the Jetpack number, so that a session read from a backup equals the same session read
 * on the phone.
 *
 * **Laws** total: a number without a Jetpack counterpart, 0 (unknown) among them, is `other` with type 0, as Jetpack shows
 * it, and is kept as `platformType`.
 *
 * **Source** Android's `ExerciseSessionType`.
 *
 * @example
 * ```ts
 * import { fromHealthConnectPlatformActivity } from 'workout-sync/health-connect';
 *
 * fromHealthConnectPlatformActivity(33).raw; // => { platform: 'health-connect', type: 56 }
 * ```
 *
 * @see {@link fromHealthConnectActivity} for the numbers that JavaScript libraries show.
 */
export const fromHealthConnectPlatformActivity = (platformType: number): HealthConnectActivity => {
  const type = JETPACK_TYPES.get(platformType);
  return type === undefined
    ? { activity: 'other', raw: { platform: 'health-connect', type: OTHER.type, platformType } }
    : fromHealthConnectActivity({ type });
};

/**
 * How an activity is written to Health Connect, as a Jetpack number and as a platform number.
 *
 * **Laws** never a withdrawn type; an activity that has none of its own, or that this version does not know, is
 * `OTHER_WORKOUT`. Reading it back gives the same activity exactly when `fidelityOf(activity, 'health-connect')` is
 * `exact`.
 *
 * **Source** the canonical vocabulary's `hc.export`.
 *
 * @example
 * ```ts
 * import { toHealthConnectActivity } from 'workout-sync/health-connect';
 *
 * toHealthConnectActivity('treadmill-running'); // => { type: 57, platformType: 34 }
 * ```
 *
 * @see {@link fromHealthConnectActivity} for the way back.
 */
export const toHealthConnectActivity = (activity: Activity): HealthConnectWrite => WRITES.get(activity) ?? OTHER;
