import type { SeriesName } from '../../domain/detail-summary';
import type { WorkoutDraft } from '../../ports/health-store';
import { storeError } from '../../ports/store-error';
import { toHealthKitActivity } from './activity-map';
import type { HealthKitMetadata } from './healthkit-module';
import { HEALTHKIT_METADATA as KEY } from './metadata';
import { measured } from './quantities';
import { type TimeZones, zoneName } from './time-zone';

/** How workouts are written. */
export interface HealthKitWriting {
  /**
   * What zone is written into `HKTimeZone`.
   *
   * @defaultValue the offset, as `GMT+0200`
   */
  readonly timeZones?: TimeZones;
  /**
   * Whether a session's title is written. HealthKit has no field for it; `brand-name` puts it where classes and brands call
   * themselves, and every app that may read workouts can read it there.
   *
   * @defaultValue 'none'
   */
  readonly titles?: 'none' | 'brand-name';
  /**
   * The series that are written beside a workout, and that the user is asked for.
   *
   * @defaultValue `['heart-rate', 'distance', 'speed']`
   */
  readonly series?: readonly SeriesName[];
  /**
   * The most samples of one series: each is a call of its own, and a longer series is thinned out to this many.
   *
   * @defaultValue 120
   */
  readonly samplesPerSeries?: number;
}

export const DEFAULT_SERIES: readonly SeriesName[] = ['heart-rate', 'distance', 'speed'];
export const DEFAULT_SAMPLES_PER_SERIES = 120;

/** What saving a workout takes: HealthKit's number, the ends, the totals, the metadata. */
export interface HealthKitWorkoutToSave {
  readonly type: number;
  readonly start: Date;
  readonly end: Date;
  readonly totals: { readonly distance?: number; readonly energyBurned?: number };
  readonly metadata: HealthKitMetadata;
}

/**
 * What is written for a draft.
 *
 * **Shape** the literal keys of sync identifier and version, the metadata that tell the activity's variants apart, the zone, and
 * whether it was typed in. **Units** metres and kilocalories. A total of zero is left out, since the client library takes it as "not
 * given" and looks elsewhere.
 *
 * **Errors** throws `invalid` for a draft that does not end after it starts or whose version is no positive integer:
 * HealthKit replaces for a greater version only, and what it does with others is not documented.
 *
 * @example
 * ```ts
 * import { toHealthKitWorkout } from 'workout-sync/healthkit';
 *
 * const { type, metadata } = toHealthKitWorkout({
 *   activity: 'pool-swimming', start: 0, end: 1_800_000, offsetSeconds: 7200, external: { id: 'ws1-a', version: 3 },
 * });
 * type; // => 46
 * metadata.HKMetadataKeySyncVersion; // => 3
 * metadata.HKTimeZone; // => 'GMT+0200'
 * ```
 */
export const toHealthKitWorkout = (
  draft: WorkoutDraft,
  { timeZones, titles = 'none' }: HealthKitWriting = {},
): HealthKitWorkoutToSave => {
  const { start, end, external, offsetSeconds, method, title } = draft;
  if (!(start < end)) throw storeError('invalid', 'A workout must end after it starts.');
  if (!Number.isInteger(external.version) || external.version < 1) {
    throw storeError('invalid', `A version must be a positive integer, not ${external.version}.`);
  }
  const { type, metadata } = toHealthKitActivity(draft.activity);
  const distance = measured(draft.distanceMetres);
  const energyBurned = measured(draft.energyKilocalories?.active);
  return {
    type,
    start: new Date(start),
    end: new Date(end),
    totals: {
      ...(distance !== undefined && { distance }),
      ...(energyBurned !== undefined && { energyBurned }),
    },
    metadata: {
      [KEY.syncIdentifier]: external.id,
      [KEY.syncVersion]: external.version,
      ...metadata,
      ...(offsetSeconds !== undefined && { [KEY.timeZone]: zoneName(offsetSeconds, start, timeZones) }),
      ...(method === 'manual' && { [KEY.userEntered]: true }),
      ...(titles === 'brand-name' && title && { [KEY.brandName]: title }),
    },
  };
};
