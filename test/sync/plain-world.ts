import type { Session } from '../../src/domain/session';
import type { Settings } from '../../src/domain/settings';
import type { Workout } from '../../src/domain/workout';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import type { Access } from '../../src/ports/access';
import type { Deletion, HealthStore, WorkoutDraft } from '../../src/ports/health-store';
import type { SessionChange, SessionStore } from '../../src/ports/session-store';
import type { StateStore } from '../../src/ports/state-store';
import { type StoreErrorKind, storeError } from '../../src/ports/store-error';
import { createSync } from '../../src/sync/create-sync';
import type { SyncHost } from '../../src/sync/surface/host';
import type { RunReport } from '../../src/sync/surface/report';
import type { RunRequest } from '../../src/sync/surface/request';
import type { Sync } from '../../src/sync/surface/sync';

/** Minutes into a day of 2026, as an instant. */
export const at = (minutes: number): number => 1_790_000_000_000 + minutes * 60_000;

export const OWN_APP = 'com.example.runs';
export const WATCH = 'com.example.watch';

export const GRANTED: Access = {
  store: 'available',
  asked: true,
  read: 'granted',
  write: 'granted',
  background: 'granted',
  history: 'granted',
};

export const run = (key: string, from: number, to: number, rest: Partial<Workout> = {}): Workout => ({
  kind: 'workout',
  key,
  platform: 'apple-health',
  activity: 'running',
  start: at(from),
  end: at(to),
  raw: { platform: 'apple-health', type: 37 },
  source: { app: WATCH },
  ...rest,
});

export const trained = (key: string, from: number, to: number, rest: Partial<Session> = {}): Session => ({
  kind: 'session',
  key,
  activity: 'running',
  start: at(from),
  end: at(to),
  revision: 'r1',
  state: 'completed',
  ...rest,
});

/** Both sides and the state as plain maps, with everything that was done to them. */
export interface PlainWorld {
  readonly workouts: Map<string, Workout>;
  readonly sessions: Map<string, Session>;
  readonly rows: Map<string, string>;
  readonly calls: string[];
  access: Access;
  now: number;
  /** Called before each call of a port with its name; may throw, or change something. */
  interfere: (call: string) => void;
  readonly changes: { upserts: Workout[]; deletions: Deletion[] }[];
  readonly state: StateStore;
  readonly store: HealthStore;
  readonly app: SessionStore;
  /** Another `Sync` over the same world: after a restart, or in another process. */
  readonly open: (host?: Partial<SyncHost>) => Sync;
}

const stateOf = (world: () => PlainWorld): StateStore => {
  let revision = 0;
  return {
    processes: 'many',
    read: async ({ from, to, limit = Number.POSITIVE_INFINITY }) => {
      world().interfere('state.read');
      const keys = [...world().rows.keys()].filter((key) => key >= from && key < to).sort();
      const rows = keys.slice(0, limit).map((key) => ({ key, value: world().rows.get(key) ?? '' }));
      return { revision, rows };
    },
    transact: async ({ expectRevision, put, remove }) => {
      world().interfere('state.transact');
      if (expectRevision !== revision) return 'conflict';
      for (const { key, value } of put) world().rows.set(key, value);
      for (const key of remove) world().rows.delete(key);
      revision += 1;
      world().calls.push('state.transact');
      return 'done';
    },
  };
};

/** From the first such call on, the process is as good as dead: nothing it asks for happens. Answers how it comes back. */
export const dieFrom = (world: PlainWorld, fatal: string): (() => void) => {
  let dead = false;
  world.interfere = (call) => {
    dead = dead || call === fatal;
    if (dead) throw storeError('unknown', 'the process is gone');
  };
  return () => {
    world.interfere = () => undefined;
  };
};

const writtenFrom = (draft: WorkoutDraft, key: string): Workout => {
  const { detail: _detail, previous: _previous, only: _only, ...facts } = draft;
  return {
    ...facts,
    kind: 'workout',
    key,
    platform: 'apple-health',
    raw: { platform: 'apple-health', type: 37 },
    source: { app: OWN_APP },
  };
};

const storeOf = (world: () => PlainWorld): HealthStore => ({
  platform: 'apple-health',
  ownSources: [OWN_APP],
  access: async () => world().access,
  request: async () => world().access,
  readWorkouts: async ({ window, page, limit = 500 }) => {
    world().interfere('store.readWorkouts');
    world().calls.push('store.readWorkouts');
    const all = [...world().workouts.values()];
    const from = Number(page ?? 0);
    const next = from + limit < all.length ? { next: String(from + limit) } : {};
    return { items: all.slice(from, from + limit), complete: true, window, ...next };
  },
  changes: {
    deletions: 'id-and-external-id',
    begin: async () => {
      world().interfere('store.changes.begin');
      return String(world().changes.length);
    },
    read: async (cursor) => {
      world().interfere('store.changes.read');
      world().calls.push('store.changes.read');
      const { changes } = world();
      const page = changes[Number(cursor)];
      const next = page === undefined ? cursor : String(Number(cursor) + 1);
      const { upserts = [], deletions = [] } = page ?? {};
      return { kind: 'changes', upserts, deletions, next, more: Number(next) < changes.length };
    },
  },
  writing: {
    replaces: 'greater',
    save: async (draft) => {
      world().interfere('store.save');
      world().calls.push(`store.save ${draft.external.version}`);
      for (const [key, { external }] of world().workouts) {
        if (external?.id !== draft.external.id) continue;
        if (external.version >= draft.external.version) return { key, external };
        world().workouts.delete(key);
      }
      const key = `own-${world().calls.length}`;
      world().workouts.set(key, writtenFrom(draft, key));
      world().interfere('store.save answered');
      return { key, external: draft.external };
    },
    remove: async ({ key }) => {
      world().interfere('store.remove');
      world().calls.push(`store.remove ${key}`);
      return world().workouts.delete(key) ? 'removed' : 'absent';
    },
  },
});

const appOf = (world: () => PlainWorld): SessionStore => ({
  absenceMeansDeleted: true,
  read: async ({ window }) => {
    world().interfere('app.read');
    world().calls.push('app.read');
    return { items: [...world().sessions.values()], complete: true, window };
  },
  apply: async (changes) => {
    world().interfere('app.apply');
    const results = changes.map((change) => {
      world().calls.push(`app.${change.kind} ${change.key}`);
      return applyChange(world().sessions, change, `r${world().calls.length}`);
    });
    world().interfere('app.apply answered');
    return results;
  },
});

const applyChange = (sessions: Map<string, Session>, change: SessionChange, revision: string) => {
  const { key } = change;
  const known = sessions.get(key);
  if (change.kind === 'create') {
    if (known) return { kind: 'already-exists', key, session: known } as const;
    const session = { ...change.session, revision };
    sessions.set(key, session);
    return { kind: 'created', key, session } as const;
  }
  if (known === undefined) return { kind: 'absent', key } as const;
  if (known.revision !== change.revision) return { kind: 'conflict', key } as const;
  if (change.kind === 'remove') {
    sessions.delete(key);
    return { kind: 'removed', key } as const;
  }
  const session = { ...change.session, revision };
  sessions.set(key, session);
  return { kind: 'updated', key, session } as const;
};

/** A world in which nothing goes wrong unless a test says so. */
export const plainWorld = (
  workouts: readonly Workout[] = [],
  sessions: readonly Session[] = [],
  settings: Settings = DEFAULT_SETTINGS,
): PlainWorld => {
  const self = (): PlainWorld => world;
  const state = stateOf(self);
  const store = storeOf(self);
  const app = appOf(self);
  let ticket = 0;
  const world: PlainWorld = {
    workouts: new Map(workouts.map((workout) => [workout.key, workout])),
    sessions: new Map(sessions.map((session) => [session.key, session])),
    rows: new Map(),
    calls: [],
    access: GRANTED,
    now: at(2000),
    interfere: () => undefined,
    changes: [],
    state,
    store,
    app,
    open: (host = {}) =>
      createSync({
        store,
        sessions: app,
        state,
        settings,
        account: 'ada',
        device: 'phone',
        clock: {
          now: () => world.now,
          sleep: async (milliseconds) => {
            world.now += milliseconds;
          },
        },
        random: () => {
          ticket = (ticket + 1) % 997;
          return ticket / 997;
        },
        ...host,
      }),
  };
  return world;
};

/** A change that the store's feed tells. */
export const tell = (world: PlainWorld, upserts: readonly Workout[], deletions: readonly string[] = []): void => {
  for (const workout of upserts) world.workouts.set(workout.key, workout);
  for (const key of deletions) world.workouts.delete(key);
  world.changes.push({ upserts: [...upserts], deletions: deletions.map((key) => ({ key })) });
};

/** What was done to either side since the last call, without the reads. */
export const doneSince = (world: PlainWorld): readonly string[] =>
  world.calls.splice(0).filter((call) => /^(app\.(create|update|remove)|store\.(save|remove))/.test(call));

const DAY = 86_400_000;

/** Our records in the health store. */
export const own = ({ workouts }: PlainWorld): readonly Workout[] =>
  [...workouts.values()].filter(({ source }) => source?.app === OWN_APP);

/** From now on, such a call fails. */
export const failing = (world: PlainWorld, call: string, kind: StoreErrorKind): void => {
  world.interfere = (name) => {
    if (name === call) throw storeError(kind, 'not now');
  };
};

/** Nothing fails any more. */
export const works = (world: PlainWorld): void => {
  world.interfere = () => undefined;
};

/** Time passes, with a sync after each piece of it. */
export const days = async (world: PlainWorld, sync: Sync, count = 4, step = DAY): Promise<void> => {
  for (let day = 0; day < count; day++) {
    world.now += step;
    await sync.run();
  }
};

/** The last report of a backfill that is called again whenever it may go on: a dozen times at most. */
export const toItsEnd = async (world: PlainWorld, sync: Sync, backfill: RunRequest): Promise<RunReport> => {
  let report = await sync.run(backfill);
  for (let runs = 0; runs < 12 && report.end !== 'done'; runs++) {
    world.now = Math.max(world.now, report.resumeAt ?? 0) + 1000;
    report = await sync.run(backfill);
  }
  return report;
};

/** An app like this one that cannot list its sessions. */
export const unlisted = ({ read: _read, ...sink }: SessionStore): SessionStore => sink;

/** A workout and a session of long ago: with them, each side proves that it was read. */
export const FAR = run('far', -900, -850);
export const WIT = trained('wit', -700, -650);

/** What a disconnect takes away: our records, or what was imported. */
export const OURS = { imported: 'keep', exported: 'remove' } as const;
export const THEIRS = { imported: 'remove', exported: 'keep' } as const;

/** Whether a record of ours starts then. */
export const isThere = (world: PlainWorld, minutes: number): boolean =>
  own(world).some(({ start }) => start === at(minutes));
