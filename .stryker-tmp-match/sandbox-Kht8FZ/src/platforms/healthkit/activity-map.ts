// @ts-nocheck
import type { Activity } from '../../domain/activity';
import type { AppleHealthRawActivity } from '../../domain/raw-activity';
import { HEALTHKIT_ACTIVITY_TYPES, type HealthKitActivityName } from './activity-types';

/** What HealthKit says about the activity of a workout. Absent (or undefined) metadata is unknown. */
export interface HealthKitActivityInput {
  /** `HKWorkoutActivityType`, the raw value. */
  readonly type: number;
  /** The metadata `HKIndoorWorkout`. */
  readonly indoor?: boolean | undefined;
  /** The metadata `HKSwimmingLocationType`: 1 is `pool`, 2 is `open-water`, 0 is unknown. */
  readonly swimLocation?: 'pool' | 'open-water' | undefined;
}

/** What an activity read from HealthKit is, and what HealthKit called it. */
export interface HealthKitActivity {
  readonly activity: Activity;
  readonly raw: AppleHealthRawActivity;
}

/** The metadata that tell the variants of one HealthKit type apart, as HealthKit stores them. */
export interface HealthKitActivityMetadata {
  /** Written as `true` only: an outdoor workout and one of unknown place carry no such metadata. */
  readonly HKIndoorWorkout?: true;
  /** 1 is a pool, 2 is open water. */
  readonly HKSwimmingLocationType?: 1 | 2;
}

/** How an activity is written to HealthKit. */
export interface HealthKitWrite {
  readonly type: number;
  readonly metadata: HealthKitActivityMetadata;
}

const INDOOR: Readonly<Record<string, Activity>> = {
  cycling: 'indoor-cycling',
  running: 'treadmill-running',
  walking: 'indoor-walking',
  rowing: 'indoor-rowing',
};

/** The activities that are written as another type than the one that is read as them, or that no type is read as. */
const WRITTEN_AS: Readonly<Partial<Record<Activity, HealthKitActivityName>>> = {
  snowshoeing: 'snowSports',
  weightlifting: 'traditionalStrengthTraining',
  calisthenics: 'functionalStrengthTraining',
  'boot-camp': 'crossTraining',
  'guided-breathing': 'mindAndBody',
  'mixed-cardio': 'mixedCardio',
  dance: 'cardioDance',
  'exercise-class': 'other',
  'roller-hockey': 'hockey',
  paragliding: 'other',
  'ice-skating': 'skatingSports',
  skiing: 'downhillSkiing',
  other: 'other',
};

const NO_METADATA: HealthKitActivityMetadata = {};

const readTypes = (): ReadonlyMap<number, Activity> => new Map(Object.values(HEALTHKIT_ACTIVITY_TYPES));

const readWrites = (): ReadonlyMap<Activity, HealthKitWrite> => {
  const writes = new Map<Activity, HealthKitWrite>();
  for (const [type, activity] of Object.values(HEALTHKIT_ACTIVITY_TYPES)) {
    writes.set(activity, { type, metadata: NO_METADATA });
    const indoor = INDOOR[activity];
    if (indoor !== undefined) writes.set(indoor, { type, metadata: { HKIndoorWorkout: true } });
  }
  for (const [activity, name] of Object.entries(WRITTEN_AS) as [Activity, HealthKitActivityName][]) {
    writes.set(activity, { type: HEALTHKIT_ACTIVITY_TYPES[name][0], metadata: NO_METADATA });
  }
  const [swimming] = HEALTHKIT_ACTIVITY_TYPES.swimming;
  writes.set('pool-swimming', { type: swimming, metadata: { HKSwimmingLocationType: 1 } });
  writes.set('open-water-swimming', { type: swimming, metadata: { HKSwimmingLocationType: 2 } });
  return writes;
};

const READ_AS = /* @__PURE__ */ readTypes();
const WRITES = /* @__PURE__ */ readWrites();
const OTHER: HealthKitWrite = { type: HEALTHKIT_ACTIVITY_TYPES.other[0], metadata: NO_METADATA };

/**
 * Reads the activity of a HealthKit workout.
 *
 * **Shape** the raw number and the metadata go in, the activity and the same values, kept as they came, go out. Metadata
 * counts only where it tells variants apart: indoor for cycling, running, walking and rowing, the place for swimming.
 *
 * **Laws** total: an unknown raw value, which newer systems add, is `other` and keeps its number. Absent `indoor` is
 * unknown, and read like outdoor.
 *
 * **Source** the canonical vocabulary's `hk.import`; `HKMetadataKeyIndoorWorkout`, `HKMetadataKeySwimmingLocationType`.
 *
 * @example
 * ```ts
 * import { fromHealthKitActivity } from 'workout-sync/healthkit';
 *
 * fromHealthKitActivity({ type: 37, indoor: true }).activity; // => 'treadmill-running'
 * ```
 *
 * @see {@link toHealthKitActivity} for the way back.
 */
export const fromHealthKitActivity = ({ type, indoor, swimLocation }: HealthKitActivityInput): HealthKitActivity => {
  const activity = READ_AS.get(type) ?? 'other';
  return {
    activity:
      activity === 'swimming' && swimLocation !== undefined
        ? `${swimLocation}-swimming`
        : ((indoor === true ? INDOOR[activity] : undefined) ?? activity),
    raw: {
      platform: 'apple-health',
      type,
      ...(indoor === undefined ? {} : { indoor }),
      ...(swimLocation === undefined ? {} : { swimLocation }),
    },
  };
};

/**
 * How an activity is written to HealthKit: the raw value and the metadata that go with it.
 *
 * **Laws** never a deprecated or unavailable type; an activity that this version does not know is written as `other`.
 * Reading it back gives the same activity exactly when `fidelityOf(activity, 'apple-health')` is `exact`.
 *
 * **Source** the canonical vocabulary's `hk.export`.
 *
 * @example
 * ```ts
 * import { toHealthKitActivity } from 'workout-sync/healthkit';
 *
 * toHealthKitActivity('pool-swimming'); // => { type: 46, metadata: { HKSwimmingLocationType: 1 } }
 * ```
 *
 * @see {@link fromHealthKitActivity} for the way back.
 */
export const toHealthKitActivity = (activity: Activity): HealthKitWrite => WRITES.get(activity) ?? OTHER;
