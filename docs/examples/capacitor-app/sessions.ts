import type { ItemResult, Session, SessionChange, SessionStore } from 'workout-sync';
import type { KeyValueStorage } from 'workout-sync/key-value';

const KEY = 'sessions';

/** What the app says of a session. Its key, its revision and where it came from are kept beside it. */
export type Recorded = Omit<Session, 'kind' | 'key' | 'revision' | 'state' | 'origin'>;

/** The app's sessions, and their two sides. */
export interface Sessions {
  /** For `createSync`. */
  readonly store: SessionStore;
  /** For the app: all of them, newest first. */
  readonly list: () => Promise<readonly Session[]>;
  /** Keeps a session that has ended, under a key of its own. */
  readonly record: (recorded: Recorded) => Promise<string>;
  readonly edit: (key: string, changes: Partial<Recorded>) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

/** The session whole: with it `origin` is kept, and `origin.prints`. Without one it was deleted. */
interface Row {
  readonly revision: number;
  readonly session?: Session;
}

type Rows = Map<string, Row>;

/** Whatever changes a session counts its revision up, also when a deleted one comes back under its key. */
const put = (rows: Rows, key: string, session: Session): Session => {
  const revision = (rows.get(key)?.revision ?? 0) + 1;
  const kept = { ...session, key, revision: String(revision) };
  rows.set(key, { revision, session: kept });
  return kept;
};

/** What is deleted leaves its key, which is told as `gone`: from a list of nothing but imports sync would not believe it. */
const drop = (rows: Rows, key: string): void => {
  const row = rows.get(key);
  if (row?.session) rows.set(key, { revision: row.revision + 1 });
};

const applyOne = (rows: Rows, change: SessionChange): ItemResult => {
  const { key } = change;
  const known = rows.get(key)?.session;
  if (change.kind === 'create') {
    if (known) return { kind: 'already-exists', key, session: known };
    return { kind: 'created', key, session: put(rows, key, change.session) };
  }
  if (known === undefined) return { kind: 'absent', key };
  if (known.revision !== change.revision) return { kind: 'conflict', key, session: known };
  if (change.kind === 'update') return { kind: 'updated', key, session: put(rows, key, change.session) };
  drop(rows, key);
  return { kind: 'removed', key };
};

const liveOf = (rows: Rows): readonly Session[] => [...rows.values()].flatMap(({ session }) => session ?? []);

/**
 * The app's own sessions, all of them in one value: one `setItem` is whole or not at all. For some hundreds of them.
 *
 * Make it once, and let sync and the screens share it: each change writes the whole value anew, and here they wait for each other.
 */
export const sessionsIn = (storage: KeyValueStorage): Sessions => {
  const load = async (): Promise<Rows> => new Map(JSON.parse((await storage.getItem(KEY)) || '[]'));

  let last: Promise<unknown> = Promise.resolve();
  const change = <Answer>(make: (rows: Rows) => Answer): Promise<Answer> => {
    const done = last.then(async () => {
      const rows = await load();
      const answer = make(rows);
      await storage.setItem(KEY, JSON.stringify([...rows]));
      return answer;
    });
    last = done.catch(() => undefined);
    return done;
  };

  const store: SessionStore = {
    absenceMeansDeleted: true,
    takes: 'header',
    read: async ({ window }) => {
      const rows = await load();
      const gone = [...rows].filter(([, { session }]) => session === undefined).map(([key]) => key);
      const items = liveOf(rows).filter(({ start }) => window.start <= start && start < window.end);
      return { items, gone, window, complete: true };
    },
    apply: (changes) => change((rows) => changes.map((asked) => applyOne(rows, asked))),
  };

  return {
    store,
    list: async () => [...liveOf(await load())].sort((one, other) => other.start - one.start),
    record: (recorded) =>
      change((rows) => {
        const key = `${recorded.start}-${Math.random().toString(36).slice(2)}`;
        put(rows, key, { ...recorded, kind: 'session', key, revision: '', state: 'completed' });
        return key;
      }),
    edit: (key, changes) =>
      change((rows) => {
        const known = rows.get(key)?.session;
        if (known) put(rows, key, { ...known, ...changes });
      }),
    remove: (key) => change((rows) => drop(rows, key)),
  };
};
