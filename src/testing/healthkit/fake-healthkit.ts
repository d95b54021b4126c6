import { accessOf } from './access';
import { anchoredQuery } from './anchored-query';
import { ALL_IS_WELL, type FakeConditions } from './fake-conditions';
import type { FakeContext } from './fake-context';
import type { FakeModule } from './fake-module';
import { objectShelf } from './object-shelf';
import { queriesOf } from './queries';
import {
  type OthersSample,
  type OthersWorkout,
  ROUTE,
  type StoredRoute,
  type StoredSample,
  type StoredWorkout,
  WORKOUT,
} from './stored-object';
import { HEALTHKIT_DEFAULTS, type HealthKitSwitches } from './switches';
import { writingOf } from './writing';

export interface FakeHealthKitOptions {
  /**
   * This app's bundle identifier.
   *
   * @defaultValue 'com.example.app'
   */
  readonly ownApp?: string;
  /** Behaviour that Apple does not document, where it is to differ from the defaults. */
  readonly switches?: Partial<HealthKitSwitches>;
}

/** HealthKit in memory, behind the client library's JavaScript API, and what users, phones and other apps do to it. */
export interface FakeHealthKit {
  /** Pass it to `healthKitStore`, or to code of your own that uses the library. */
  readonly module: FakeModule;
  readonly conditions: () => FakeConditions;
  readonly set: (conditions: Partial<FakeConditions>) => void;
  readonly workouts: () => readonly StoredWorkout[];
  readonly samples: () => readonly StoredSample[];
  readonly routes: () => readonly StoredRoute[];
  /** Another app saves a workout, with samples that are linked to it. Gives its UUID. */
  readonly writeAsOther: (workout: OthersWorkout, samples?: readonly OthersSample[]) => string;
  /** Samples that no workout is linked to, or that come late to one. */
  readonly addSamples: (app: string, samples: readonly OthersSample[], workout?: string) => void;
  /** Another app saves a route of its workout. */
  readonly addRoute: (workout: string, locations: StoredRoute['locations']) => void;
  /** Somebody deletes an object: the user, or the app that wrote it. What is linked to a workout stays. */
  readonly erase: (uuid: string) => void;
  /** HealthKit forgets what was deleted. */
  readonly purgeDeletions: () => void;
  /** No anchor that was handed out so far can be read any more. */
  readonly breakAnchors: () => void;
  /** Samples and routes of this app beside a workout that is not there any more. */
  readonly orphans: () => readonly (StoredSample | StoredRoute)[];
  readonly counts: () => { readonly reads: number; readonly writes: number };
}

/**
 * HealthKit in memory, behind the JavaScript API of @kingstinct/react-native-healthkit 16.
 *
 * **Shape** it does what Apple documents and what the client library's source does: a new UUID and a deletion for what is replaced by its
 * sync identifier, versions that are ignored, denied reads that look empty, deletions that are forgotten, samples that are linked and
 * outlive their workout, a locked phone, totals of zero that count as not given. Where neither says, there is a switch.
 *
 * **Laws** nothing in it is random: what it does follows from the calls. It was written from documentation and has not been
 * compared with a device.
 *
 * @example
 * ```ts
 * import { healthKitStore } from 'workout-sync/healthkit';
 * import { fakeHealthKit } from 'workout-sync/testing/healthkit';
 *
 * const phone = fakeHealthKit();
 * phone.writeAsOther({ app: 'com.strider', activityType: 37, start: 0, end: 1_800_000 });
 * const store = healthKitStore(phone.module, { ownSources: ['com.example.app'] });
 * (await store.readWorkouts({ window: { start: 0, end: 1 } })).items[0]?.activity; // => 'running'
 * ```
 */
export const fakeHealthKit = ({
  ownApp = 'com.example.app',
  switches = {},
}: FakeHealthKitOptions = {}): FakeHealthKit => {
  const chosen: HealthKitSwitches = { ...HEALTHKIT_DEFAULTS, ...switches };
  const shelf = objectShelf(chosen);
  const listeners = new Set<() => void>();
  let conditions = ALL_IS_WELL;
  let generation = 1;
  const counts = { reads: 0, writes: 0 };
  const set = (changed: Partial<FakeConditions>): void => {
    conditions = { ...conditions, ...changed };
  };
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const addSamples: FakeHealthKit['addSamples'] = (app, samples, workout) => {
    for (const sample of samples) {
      shelf.save({ ...sample, app: sample.app ?? app, metadata: {}, ...(workout !== undefined && { workout }) });
    }
  };

  const context: FakeContext = {
    shelf,
    switches: chosen,
    conditions: () => conditions,
    set,
    ownApp,
    generation: () => generation,
    tell,
    count: (call) => {
      counts[call === 'read' ? 'reads' : 'writes'] += 1;
    },
  };

  return {
    module: {
      ...accessOf(context),
      ...queriesOf(context),
      queryWorkoutSamplesWithAnchor: anchoredQuery(context),
      ...writingOf(context),
      subscribeToChanges: (_type, listener) => {
        const entry = (): void => listener({});
        listeners.add(entry);
        return { remove: () => listeners.delete(entry) };
      },
      configureBackgroundTypes: async () => true,
    },
    conditions: () => conditions,
    set,
    workouts: shelf.workouts,
    samples: shelf.samples,
    routes: shelf.routes,
    writeAsOther: (workout, samples = []) => {
      const { uuid } = shelf.save({ metadata: {}, ...workout, type: WORKOUT });
      addSamples(workout.app, samples, uuid);
      tell();
      return uuid;
    },
    addSamples,
    addRoute: (workout, locations) => {
      const object = shelf.get(workout);
      if (object === undefined) return;
      const { app, start, end } = object;
      shelf.save({ type: ROUTE, app, start, end, metadata: {}, locations, workout });
    },
    erase: (uuid) => {
      if (shelf.delete(uuid)) tell();
    },
    purgeDeletions: shelf.purge,
    breakAnchors: () => {
      generation += 1;
    },
    orphans: () => {
      const ids = new Set(shelf.workouts().map(({ metadata }) => metadata.HKMetadataKeySyncIdentifier));
      return [...shelf.samples(), ...shelf.routes()]
        .filter(({ app }) => app === ownApp)
        .filter(({ workout, metadata }) =>
          workout === undefined ? !ids.has(metadata.WorkoutSyncWorkout) : shelf.get(workout) === undefined,
        );
    },
    counts: () => ({ ...counts }),
  };
};
