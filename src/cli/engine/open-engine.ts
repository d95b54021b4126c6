import type { Session } from '../../domain/session';
import type { Settings } from '../../domain/settings';
import type { Workout } from '../../domain/workout';
import type { HealthStore } from '../../ports/health-store';
import type { StateStore } from '../../ports/state-store';
import { type StoreError, toStoreError } from '../../ports/store-error';
import type { World } from '../../reconcile/world';
import { openOwned } from '../../state/open-owned';
import { rememberedWorld } from '../../state/remembered-world';
import { nodeDriver } from '../../stores/sqlite/node/node-driver';
import { sqliteState } from '../../stores/sqlite/sqlite-state';
import { createSync } from '../../sync/create-sync';
import { LEASE, ONLY } from '../../sync/state/collections';
import { rowKeyOf } from '../../sync/state/row-key';
import type { Pace, SyncHost } from '../../sync/surface/host';
import type { Sync } from '../../sync/surface/sync';
import { systemClock } from '../../sync/system-clock';
import type { Database } from '../database/database';
import { databaseSessions } from '../database/session-store';
import { statePrefix } from '../database/views';
import { withSamples } from './with-samples';

/**
 * The database is on this machine and nobody waits for a frame: larger steps than on a phone, and a longer memory. One page
 * for everything, since a file is read from its start for each.
 */
const PACE: Partial<Pace> = {
  batchSize: 200,
  sliceSize: 2000,
  pageSize: 1_000_000,
  keptRuns: 200,
  keptItems: 20_000,
};

/** Whose state it is. The file itself is the account, wherever it is copied to. */
const OWNER = { account: 'this database', device: 'this database' };

/** The runner over a file and a database, with what it takes to put its answers into words. */
export interface CommandEngine {
  readonly sync: Sync;
  /** All that the last look at both sides showed. */
  readonly world: () => Promise<World>;
  /** The workouts as the file has them, titles included, which the state does not keep. */
  readonly workouts: ReadonlyMap<string, Workout>;
  /** What the file could not be read for, if anything. */
  readonly readError: () => StoreError | undefined;
}

/** Notes what is read on its way to the runner, and what went wrong: the runner would only say of what kind it was. */
const noting = (
  store: HealthStore,
  workouts: Map<string, Workout>,
  onError: (error: StoreError) => void,
): HealthStore => {
  const watched = async <Answer>(call: Promise<Answer>): Promise<Answer> => {
    try {
      return await call;
    } catch (thrown) {
      onError(toStoreError(thrown));
      throw thrown;
    }
  };
  const { detail } = store;
  return {
    ...store,
    readWorkouts: async (request) => {
      const page = await watched(store.readWorkouts(request));
      for (const workout of page.items) workouts.set(workout.key, workout);
      return page;
    },
    ...(detail && {
      detail: { ...detail, summarise: (asked, options) => watched(detail.summarise(asked, options)) },
    }),
  };
};

/** Nobody else has this database: a lease in it is one that a killed process left behind. */
const dropLease = async (state: StateStore): Promise<void> => {
  const key = rowKeyOf(LEASE.name, ONLY);
  const { revision, rows } = await state.read({ from: key, to: `${key}\u0000` });
  if (rows.length > 0) await state.transact({ expectRevision: revision, put: [], remove: [key] });
};

/** Puts sessions into the database that it does not have. */
const addSessions = (database: Database, sessions: readonly Session[]): Promise<unknown> | undefined =>
  databaseSessions(database).apply?.(sessions.map((session) => ({ kind: 'create', key: session.key, session })));

/** Puts the runner together. The database must be this process's alone. */
export const openEngine = async (
  database: Database,
  store: HealthStore,
  settings: Settings,
  sessions: readonly Session[],
): Promise<CommandEngine> => {
  const workouts = new Map<string, Workout>();
  const state = sqliteState(nodeDriver(database), { prefix: statePrefix(store.platform) });
  await dropLease(state);
  if (sessions.length > 0) await addSessions(database, sessions);
  let readError: StoreError | undefined;
  const noted = noting(withSamples(store, settings), workouts, (error) => {
    if (error.kind !== 'cancelled') readError = error;
  });
  const host: SyncHost = {
    ...OWNER,
    store: noted,
    sessions: databaseSessions(database),
    state,
    settings,
    pace: PACE,
  };
  return {
    sync: createSync(host),
    world: async () => rememberedWorld(host, (await openOwned(host, systemClock)).state),
    workouts,
    readError: () => readError,
  };
};
