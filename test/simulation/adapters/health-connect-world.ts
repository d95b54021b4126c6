import type { DetailSummary } from '../../../src/domain/detail-summary';
import type { Workout } from '../../../src/domain/workout';
import { fromHealthConnectActivity } from '../../../src/platforms/health-connect/activity-map';
import { healthConnectStore } from '../../../src/platforms/health-connect/health-connect-store';
import type { DetailPart } from '../../../src/ports/detail';
import type { HealthStore, WorkoutDraft, Written } from '../../../src/ports/health-store';
import { type FakeHealthConnect, fakeHealthConnect } from '../../../src/testing/health-connect/fake-health-connect';
import type { HealthConnectRecord } from '../../../src/testing/health-connect/records';
import type { HealthConnectSwitches } from '../../../src/testing/health-connect/switches';
import { routeOf } from '../../../src/testing/health-connect/wire-out';
import { FAVOURABLE, type HealthConditions } from '../../../src/testing/health-store/conditions';
import type { StoredRecord } from '../../../src/testing/health-store/record-shelf';
import type {
  SimulatedHealthStore,
  SimulatedHealthStoreOptions,
} from '../../../src/testing/health-store/simulated-health-store';
import { healthConnectOtherApps } from './health-connect-other-apps';
import { libraryThroughRunning } from './through-running';

const MONTH = 30 * 86_400_000;

const SERIES = ['HeartRate', 'Speed', 'Power', 'StepsCadence', 'CyclingPedalingCadence', 'Steps'];
const TYPES = [
  'ExerciseSession',
  'Distance',
  'ActiveCaloriesBurned',
  'TotalCaloriesBurned',
  'ElevationGained',
  ...SERIES,
];

const FAILING: Readonly<Partial<Record<DetailPart, readonly string[]>>> = { series: SERIES };

const grantedUnder = ({ read, write, background, asked }: HealthConditions): ReadonlySet<string> =>
  new Set(
    asked
      ? [
          ...(read === 'granted' ? TYPES.map((type) => `read ${type}`) : []),
          ...(write === 'granted' ? [...TYPES, 'ExerciseRoute'].map((type) => `write ${type}`) : []),
          ...(background === 'granted' ? ['read BackgroundAccessPermission'] : []),
        ]
      : [],
  );

/** The simulated store, and the fake library below it. */
export interface HealthConnectWorld extends SimulatedHealthStore {
  readonly fake: FakeHealthConnect;
}

export interface HealthConnectWorldOptions extends SimulatedHealthStoreOptions {
  readonly switches?: Partial<HealthConnectSwitches>;
}

const besideOf = (fake: FakeHealthConnect, session: HealthConnectRecord): readonly HealthConnectRecord[] =>
  fake
    .records()
    .filter(({ app, clientId }) => app === session.app && clientId?.startsWith(`${session.clientId ?? ''}#`));

const summaryOf = (session: HealthConnectRecord, beside: readonly HealthConnectRecord[]): DetailSummary => {
  const beats = beside.flatMap(({ type, fields }) =>
    type === 'HeartRate' ? (fields.samples as readonly object[]) : [],
  );
  const routePoints = routeOf(session).length;
  return {
    series: beats.length > 0 ? { 'heart-rate': { count: beats.length, coverage: 1 } } : {},
    route: routePoints > 0 ? 'present' : 'none',
    routePoints,
  };
};

/** A session as an onlooker sees it who trusts no adapter: by the ids that its app gave the records beside it. */
const lookAt = (fake: FakeHealthConnect, session: HealthConnectRecord): StoredRecord => {
  const beside = besideOf(fake, session);
  const distance = beside.find(({ type }) => type === 'Distance')?.fields.distance as { inMeters: number } | undefined;
  const { activity, raw } = fromHealthConnectActivity({ type: Number(session.fields.exerciseType) });
  const workout: Workout = {
    kind: 'workout',
    platform: 'health-connect',
    key: session.id,
    activity,
    raw,
    start: session.start,
    end: session.end,
    source: { app: session.app },
    ...(distance && { distanceMetres: distance.inMeters }),
    ...(session.clientId?.startsWith('ws1-') && { external: { id: session.clientId, version: session.version } }),
  };
  return {
    workout,
    summary: summaryOf(session, beside),
    children: beside.map(({ type, clientId = '' }) => ({ type, key: clientId })),
  };
};

/**
 * Health Connect by the ready-made adapter over the fake library, in the form in which the simulation has its stores.
 *
 * **Shape** a phone that is locked, and how versions and the milliseconds of a written workout are kept, are not Health Connect's to
 * choose: those conditions have no effect.
 */
export const healthConnectWorld = (options: HealthConnectWorldOptions): HealthConnectWorld => {
  const { now, ownSources = ['com.example.app'], pageSize, onEffect, switches } = options;
  const [packageName = 'com.example.app', ...companions] = ownSources;
  const fake = fakeHealthConnect({
    now,
    packageName,
    ...(switches && { switches }),
    ...(pageSize !== undefined && { changesPageSize: pageSize }),
  });
  const begun = now();
  let conditions: HealthConditions = FAVOURABLE;
  let remembered = '';
  const counted = { reads: 0, writes: 0 };

  const apply = (): void => {
    const { readableSince = begun - MONTH, inBackground, failing, retryAfterSeconds, available } = conditions;
    fake.set({
      granted: grantedUnder(conditions),
      sdkStatus: available ? 3 : 1,
      firstGrantAt: readableSince + MONTH,
      inBackground,
      failing: failing.flatMap((part) => FAILING[part] ?? []),
      isOverQuota: retryAfterSeconds !== undefined,
    });
    // The grant that began the thirty days was seen.
    remembered = JSON.stringify({ ...(conditions.asked && { askedAt: 0 }), readableFrom: readableSince });
  };
  apply();

  const library = libraryThroughRunning(fake.module, [
    'getGrantedPermissions',
    'readRecords',
    'readRecord',
    'insertRecords',
    'getChanges',
    'deleteRecordsByUuids',
  ]);
  const store = healthConnectStore(library, {
    packageName,
    companions,
    isInForeground: () => !fake.phone().inBackground,
    now,
    memory: {
      load: async () => remembered,
      save: async (text) => {
        remembered = text;
      },
    },
  });

  const sessions = (): readonly HealthConnectRecord[] =>
    fake.records().filter(({ type }) => type === 'ExerciseSession');
  const sessionOf = (id: string): HealthConnectRecord | undefined =>
    sessions().find(({ app, clientId }) => app === packageName && clientId === id);
  const lookUp = (id: string): StoredRecord | undefined => {
    const session = sessionOf(id);
    return session && lookAt(fake, session);
  };

  const tellSave = (draft: WorkoutDraft, written: Written, before: StoredRecord | undefined): void => {
    const after = lookUp(draft.external.id);
    if (after === undefined) return;
    const isIgnored = (before?.workout.external?.version ?? Number.NEGATIVE_INFINITY) > draft.external.version;
    const outcome = draft.only ? 'completed' : before === undefined ? 'created' : isIgnored ? 'ignored' : 'replaced';
    onEffect?.({ kind: 'saved', draft, saved: { written, ...(before && { before }), after, outcome } });
  };

  const { writing, readWorkouts } = store;
  const port: HealthStore = {
    ...store,
    mappingVersion: options.mappingVersion ?? 1,
    readWorkouts: (request) => {
      counted.reads += 1;
      return readWorkouts({ ...request, limit: Math.min(request.limit ?? 1000, pageSize ?? 1000) });
    },
    ...(writing && {
      writing: {
        ...writing,
        save: async (draft) => {
          counted.writes += 1;
          const before = lookUp(draft.external.id);
          const written = await writing.save(draft);
          tellSave(draft, written, before);
          return written;
        },
        remove: async (written) => {
          counted.writes += 1;
          const removed = lookUp(written.external.id);
          const answer = await writing.remove(written);
          const isGone = removed !== undefined && sessionOf(written.external.id) === undefined;
          onEffect?.({ kind: 'removed', written, ...(isGone && { removed }) });
          return answer;
        },
      },
    }),
  };

  return {
    ...healthConnectOtherApps(fake),
    fake,
    port,
    records: () => sessions().map((session) => lookAt(fake, session)),
    conditions: () => conditions,
    set: (changed) => {
      conditions = { ...conditions, ...changed };
      apply();
    },
    expireCursors: fake.expireTokens,
    orphans: () =>
      fake
        .records()
        .filter(({ app, clientId }) => app === packageName && clientId?.includes('#'))
        .filter(({ clientId = '' }) => sessionOf(clientId.slice(0, clientId.indexOf('#'))) === undefined)
        .map(({ type, clientId = '' }) => ({ type, key: clientId })),
    counts: () => counted,
  };
};
