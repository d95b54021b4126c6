import type { Instant } from '../../domain/interval';
import type { DescribedHealthStore } from '../../ports/availability';
import { accessState } from './access-state';
import { askThrough } from './calls';
import { changeFeed } from './change-feed';
import { detailReader } from './detail-reader';
import { HEALTHKIT_AVAILABILITY } from './features';
import type { HealthKitModule, HealthKitWorkoutObject } from './healthkit-module';
import { type BackgroundDelivery, hintsOf } from './hints';
import type { HealthKitReading } from './read-workout';
import { healthKitTypesToAsk } from './types-to-ask';
import { workoutPages } from './workout-pages';
import { workoutWriter } from './workout-writer';
import type { HealthKitWriting } from './write-workout';

/** How Apple Health is used. */
export interface HealthKitStoreOptions extends HealthKitReading, HealthKitWriting {
  /** The bundle identifiers of this app's own writers: the phone app, its watch companion. */
  readonly ownSources: readonly string[];
  /**
   * The most workouts of one query.
   *
   * @defaultValue 500
   */
  readonly pageSize?: number;
  /**
   * Registers with iOS for being woken when a workout is saved, and for hints of workouts that began before the app did. Takes the
   * entitlement for background delivery.
   *
   * @defaultValue none: hints come only for workouts that start while the app runs
   */
  readonly backgroundDelivery?: BackgroundDelivery;
  /**
   * The wall clock, for when samples were counted.
   *
   * @defaultValue `Date.now`
   */
  readonly now?: () => Instant;
}

/** Changes when the mapping does: everything is then read again. */
const MAPPING_VERSION = 1;

/**
 * Apple Health as a `HealthStore`, over @kingstinct/react-native-healthkit 16 (the module itself is passed in) or anything of its
 * shape.
 *
 * **Laws** it keeps HS1 to HS14; what the client library cannot do is in `availability`. It was proved against a fake of that
 * library (`workout-sync/testing/healthkit`) and has not been verified on a device.
 *
 * @example
 * ```ts no-run It takes an iPhone.
 * import * as HealthKit from '@kingstinct/react-native-healthkit';
 * import { healthKitStore } from 'workout-sync/healthkit';
 *
 * const store = healthKitStore(HealthKit, { ownSources: ['com.example.runlog'], backgroundDelivery: 'immediate' });
 * ```
 */
export const healthKitStore = <Native extends HealthKitWorkoutObject>(
  module: HealthKitModule<Native>,
  options: HealthKitStoreOptions,
): DescribedHealthStore => {
  const { ownSources, pageSize = 500, now = Date.now, backgroundDelivery, timeZones } = options;
  const ask = askThrough(module);
  const reading = { pageSize, ...(timeZones && { timeZones }) };
  return {
    platform: 'apple-health',
    ownSources,
    mappingVersion: MAPPING_VERSION,
    availability: HEALTHKIT_AVAILABILITY,
    access: () => accessState(module, ask),
    request: async (needs) => {
      await ask(() => module.requestAuthorization(healthKitTypesToAsk(needs, options)));
      return accessState(module, ask);
    },
    readWorkouts: workoutPages(module, ask, reading),
    changes: changeFeed(module, ask, reading),
    detail: detailReader(module, ask, now),
    writing: workoutWriter(module, ask, ownSources, options),
    onHint: hintsOf(module, backgroundDelivery),
  };
};
