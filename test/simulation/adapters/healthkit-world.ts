import type { DetailSummary, SeriesName } from '../../../src/domain/detail-summary';
import type { Workout } from '../../../src/domain/workout';
import { toHealthKitActivity } from '../../../src/platforms/healthkit/activity-map';
import type { HealthKitWorkoutObject } from '../../../src/platforms/healthkit/healthkit-module';
import { healthKitStore } from '../../../src/platforms/healthkit/healthkit-store';
import { fromHealthKitWorkout } from '../../../src/platforms/healthkit/read-workout';
import { HEALTHKIT_SERIES_TYPES, healthKitTypesOf } from '../../../src/platforms/healthkit/series-types';
import { toHealthKitRoutes } from '../../../src/platforms/healthkit/write-detail';
import type { WorkoutDraft } from '../../../src/ports/health-store';
import { FAVOURABLE, type HealthConditions } from '../../../src/testing/health-store/conditions';
import type { ForeignWorkout } from '../../../src/testing/health-store/other-apps';
import type { StoredRecord } from '../../../src/testing/health-store/record-shelf';
import { sampleDetail } from '../../../src/testing/health-store/sample-detail';
import { type FakeHealthKit, fakeHealthKit } from '../../../src/testing/healthkit/fake-healthkit';
import type { FakeModule } from '../../../src/testing/healthkit/fake-module';
import type { OthersSample, StoredWorkout } from '../../../src/testing/healthkit/stored-object';
import type { HealthKitSwitches } from '../../../src/testing/healthkit/switches';
import type { MakeHealth } from '../simulation';
import { libraryThroughRunning } from './through-running';

const HEART_RATE: DetailSummary = {
  series: { 'heart-rate': { count: 12, coverage: 1 } },
  route: 'none',
  routePoints: 0,
};

/** A workout as the adapter reads it. */
const workoutOf = (one: StoredWorkout): Workout =>
  fromHealthKitWorkout({
    uuid: one.uuid,
    workoutActivityType: one.activityType,
    startDate: new Date(one.start),
    endDate: new Date(one.end),
    metadata: one.metadata,
    sourceRevision: { source: { name: one.app, bundleIdentifier: one.app } },
    ...(one.distanceMetres !== undefined && { totalDistance: { quantity: one.distanceMetres, unit: 'meters' } }),
  });

/** What is there of a workout's samples, whoever may read them. */
const summaryOf = (phone: FakeHealthKit, { uuid, metadata }: StoredWorkout): DetailSummary => {
  const id = metadata.HKMetadataKeySyncIdentifier;
  const series: Partial<Record<SeriesName, { count: number; coverage: number }>> = {};
  for (const sample of phone.samples()) {
    const isBehind = sample.workout === uuid || (id !== undefined && sample.metadata.WorkoutSyncWorkout === id);
    if (!isBehind) continue;
    const [name] = HEALTHKIT_SERIES_TYPES[sample.type];
    series[name] = { count: (series[name]?.count ?? 0) + 1, coverage: 1 };
  }
  const routePoints = phone
    .routes()
    .filter(({ workout }) => workout === uuid)
    .reduce((sum, { locations }) => sum + locations.length, 0);
  return { series, route: routePoints > 0 ? 'present' : 'none', routePoints };
};

const samplesLike = (workout: Workout, summary: DetailSummary): readonly OthersSample[] => {
  const { series } = sampleDetail(workout, summary);
  return healthKitTypesOf(workout.activity).flatMap((type) =>
    (series[HEALTHKIT_SERIES_TYPES[type][0]] ?? []).map(({ at, value }) => ({ type, start: at, end: at, value })),
  );
};

/**
 * The health store of a simulation: the adapter of Apple Health over the fake of its client library. What HealthKit does not have (rate limits,
 * leave to read in the background) does nothing.
 */
export const healthKitWorld =
  (switches: Partial<HealthKitSwitches> = {}): MakeHealth =>
  (
    _platform,
    { now, ownSources = ['com.example.app'], pageSize, paging, profile = {}, onEffect, mappingVersion = 1 },
  ) => {
    const phone = fakeHealthKit({
      ownApp: ownSources[0] ?? 'com.example.app',
      switches: {
        ...(paging === 'shuffled' && { sameStart: 'newest-first' }),
        ...(profile.replaces === 'greater-or-equal' && { equalVersions: 'replaced' }),
        ...switches,
      },
    });
    let conditions: HealthConditions = FAVOURABLE;
    let reads = 0;
    let writes = 0;

    const recordOf = (one: StoredWorkout): StoredRecord => ({
      workout: workoutOf(one),
      summary: summaryOf(phone, one),
      children: [],
    });
    const records = (): readonly StoredRecord[] => phone.workouts().map(recordOf);
    const ownRecord = (id: string): StoredRecord | undefined =>
      records().find(({ workout }) => workout.external?.id === id && ownSources.includes(workout.source?.app ?? ''));

    const deliver = (key: string, summary: DetailSummary): void => {
      const one = phone.workouts().find(({ uuid }) => uuid === key);
      if (one === undefined) return;
      const workout = workoutOf(one);
      for (const { uuid, workout: linked } of [...phone.samples(), ...phone.routes()]) {
        if (linked === key) phone.erase(uuid);
      }
      phone.addSamples(one.app, samplesLike(workout, summary), key);
      for (const locations of toHealthKitRoutes(sampleDetail(workout, summary).routes, workout))
        phone.addRoute(key, locations);
    };

    const write = (workout: ForeignWorkout, summary: DetailSummary = HEART_RATE): string => {
      const { type, metadata } = toHealthKitActivity(workout.activity);
      const key = phone.writeAsOther({
        app: workout.source.app,
        activityType: type,
        start: workout.start,
        end: workout.end,
        metadata: { ...metadata },
        ...(workout.distanceMetres !== undefined && { distanceMetres: workout.distanceMetres }),
      });
      deliver(key, summary);
      return key;
    };

    const rewrite = (key: string, change: Partial<ForeignWorkout>): string => {
      const record = records().find(({ workout }) => workout.key === key);
      if (record === undefined) return key;
      phone.erase(key);
      return write({ ...(record.workout as ForeignWorkout), ...change }, record.summary);
    };

    const set = (changed: Partial<HealthConditions>): void => {
      conditions = { ...conditions, ...changed };
      const { available, asked, locked, read, write: writing, readableSince, failing } = conditions;
      phone.set({
        available,
        asked,
        locked,
        readableSince,
        deniedReads: read === 'denied' ? 'all' : [],
        deniedWrites: writing === 'denied' ? 'all' : [],
        failing: failing.includes('series') ? 'samples' : [],
      });
    };

    const nativeThrough = (native: HealthKitWorkoutObject): HealthKitWorkoutObject =>
      libraryThroughRunning(native, ['getWorkoutRoutes', 'saveWorkoutRoute']);
    const library = libraryThroughRunning(phone.module, [
      'queryWorkoutSamples',
      'queryWorkoutSamplesWithAnchor',
      'queryQuantitySamples',
      'saveWorkoutSample',
      'saveQuantitySample',
      'deleteObjects',
    ]);
    const module: FakeModule = {
      ...library,
      queryWorkoutSamples: async (asked) => (await library.queryWorkoutSamples(asked)).map(nativeThrough),
      saveWorkoutSample: async (...given) => nativeThrough(await library.saveWorkoutSample(...given)),
    };
    const store = healthKitStore(module, { ownSources, now, ...(pageSize !== undefined && { pageSize }) });
    const { writing, changes, detail } = store;
    if (!writing || !changes || !detail) throw new Error('The adapter has all groups.');

    const reading =
      <Arguments extends readonly unknown[], Answer>(call: (...given: Arguments) => Promise<Answer>) =>
      (...given: Arguments): Promise<Answer> => {
        reads += 1;
        return call(...given);
      };

    const save = async (draft: WorkoutDraft) => {
      writes += 1;
      const before = ownRecord(draft.external.id);
      const written = await writing.save(draft);
      const after = ownRecord(draft.external.id);
      const isSame = before !== undefined && before.workout.key === after?.workout.key;
      const outcome = draft.only ? 'completed' : before === undefined ? 'created' : isSame ? 'ignored' : 'replaced';
      if (after) onEffect?.({ kind: 'saved', draft, saved: { written, ...(before && { before }), after, outcome } });
      return written;
    };

    return {
      port: {
        ...store,
        mappingVersion,
        readWorkouts: reading(store.readWorkouts),
        changes: { ...changes, begin: reading(changes.begin), read: reading(changes.read) },
        detail: { ...detail, summarise: reading(detail.summarise), read: reading(detail.read) },
        writing: {
          ...writing,
          save,
          remove: async (written) => {
            writes += 1;
            const removed = ownRecord(written.external.id);
            const answer = await writing.remove(written);
            onEffect?.({ kind: 'removed', written, ...(answer === 'removed' && removed && { removed }) });
            return answer;
          },
        },
      },
      records,
      conditions: () => conditions,
      set,
      expireCursors: phone.breakAnchors,
      orphans: () => phone.orphans().map(({ type, uuid }) => ({ type, key: uuid })),
      counts: () => ({ reads, writes }),
      write,
      edit: rewrite,
      erase: phone.erase,
      replace: (key) => rewrite(key, {}),
      reinsert: (key) => rewrite(key, {}),
      deliver,
      purgeDeletions: phone.purgeDeletions,
    };
  };
