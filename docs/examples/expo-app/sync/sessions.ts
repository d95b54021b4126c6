import type { SQLiteDatabase } from 'expo-sqlite';
import { type ItemResult, type Session, type SessionChange, type SessionStore, storeError } from 'workout-sync';

/** What the app says of a session. Its key, its revision and where it came from are the table's. */
export type Recorded = Omit<Session, 'kind' | 'key' | 'revision' | 'state' | 'origin'>;

/** One table of sessions, and its two sides. */
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

/** `body` is the session as JSON, whole: with it `origin` is kept, and `origin.prints`. Without a body it was deleted. */
interface Row {
  readonly key: string;
  readonly revision: number;
  readonly body: string;
}

const TABLE =
  'CREATE TABLE IF NOT EXISTS sessions ' +
  '(key TEXT PRIMARY KEY, start INTEGER NOT NULL, revision INTEGER NOT NULL, body TEXT)';
const RECORD = 'INSERT INTO sessions VALUES (lower(hex(randomblob(16))), ?, 1, ?) RETURNING key';
const EDIT =
  "UPDATE sessions SET start = json_extract(json_patch(body, ?), '$.start'), body = json_patch(body, ?), " +
  'revision = revision + 1 WHERE key = ? AND body IS NOT NULL';
const REMOVE = 'UPDATE sessions SET body = NULL, revision = revision + 1 WHERE key = ? AND body IS NOT NULL';
/** What was deleted may come back under its key, when the user asks for it. */
const CREATE =
  'INSERT INTO sessions VALUES (?, ?, 1, ?) ON CONFLICT (key) DO UPDATE ' +
  'SET start = excluded.start, body = excluded.body, revision = revision + 1 WHERE body IS NULL';
const UPDATE =
  'UPDATE sessions SET start = ?, body = ?, revision = revision + 1 WHERE key = ? AND revision = ? AND body IS NOT NULL';

const sessionOf = ({ key, revision, body }: Row): Session => ({
  ...(JSON.parse(body) as Session),
  key,
  revision: String(revision),
});

/**
 * The app's own sessions, a row each. Whatever changes a row (an edit of the user, too) counts its revision up. What is deleted
 * leaves its key, which is told as `gone`: from a list of nothing but imports sync would not believe it.
 */
export const sessionsIn = (database: SQLiteDatabase): Sessions => {
  database.execSync(TABLE);

  const stored = async (key: string): Promise<Session | undefined> => {
    const row = await database.getFirstAsync<Row>('SELECT * FROM sessions WHERE key = ? AND body IS NOT NULL', key);
    return row === null ? undefined : sessionOf(row);
  };

  /** One statement changes a row or does not: half a change cannot be. */
  const change = async (sql: string, ...values: readonly (string | number)[]): Promise<boolean> =>
    (await database.runAsync(sql, ...values)).changes > 0;

  const applyOne = async (asked: SessionChange): Promise<ItemResult> => {
    const { key } = asked;
    if (asked.kind === 'remove') {
      if (await change(`${REMOVE} AND revision = ?`, key, Number(asked.revision))) return { kind: 'removed', key };
      const session = await stored(key);
      return session ? { kind: 'conflict', key, session } : { kind: 'absent', key };
    }
    const { start } = asked.session;
    const body = JSON.stringify(asked.session);
    const isDone =
      asked.kind === 'create'
        ? await change(CREATE, key, start, body)
        : await change(UPDATE, start, body, key, Number(asked.revision));
    const session = await stored(key);
    if (session === undefined) return { kind: 'absent', key };
    if (asked.kind === 'create') return { kind: isDone ? 'created' : 'already-exists', key, session };
    return { kind: isDone ? 'updated' : 'conflict', key, session };
  };

  /** A session that the table refuses stops no other. */
  const attempt = (asked: SessionChange): Promise<ItemResult> =>
    applyOne(asked).catch(({ message }) => ({
      kind: 'failed',
      key: asked.key,
      error: storeError('unknown', String(message)),
    }));

  const gone = async (): Promise<readonly string[]> =>
    (await database.getAllAsync<Row>('SELECT * FROM sessions WHERE body IS NULL')).map(({ key }) => key);

  const store: SessionStore = {
    absenceMeansDeleted: true,
    // This table has no place for samples: `detail`, and `readDetail` beside `read`, where yours has.
    takes: 'header',
    read: async ({ window, page = '', limit = 500 }) => {
      const rows = await database.getAllAsync<Row>(
        'SELECT * FROM sessions WHERE start >= ? AND start < ? AND key > ? AND body IS NOT NULL ORDER BY key LIMIT ?',
        window.start,
        window.end,
        page,
        limit,
      );
      const last = rows[rows.length - 1];
      const isMore = last !== undefined && rows.length === limit;
      return {
        items: rows.map(sessionOf),
        window,
        complete: !isMore,
        ...(isMore ? { next: last.key } : { gone: await gone() }),
      };
    },
    apply: async (changes) => {
      const results: ItemResult[] = [];
      for (const asked of changes) results.push(await attempt(asked));
      return results;
    },
  };

  return {
    store,
    list: async () =>
      (await database.getAllAsync<Row>('SELECT * FROM sessions WHERE body IS NOT NULL ORDER BY start DESC')).map(
        sessionOf,
      ),
    record: async (recorded) => {
      const body = JSON.stringify({ ...recorded, kind: 'session', state: 'completed' });
      const row = await database.getFirstAsync<Row>(RECORD, recorded.start, body);
      if (row === null) throw new Error('The session was not kept');
      return row.key;
    },
    edit: async (key, changes) => {
      const patch = JSON.stringify(changes);
      await change(EDIT, patch, patch, key);
    },
    remove: async (key) => {
      await change(REMOVE, key);
    },
  };
};
