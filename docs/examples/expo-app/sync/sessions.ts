import type { SQLiteDatabase } from 'expo-sqlite';
import { type ItemResult, type Session, type SessionChange, type SessionStore, storeError } from 'workout-sync';

interface Row {
  readonly key: string;
  readonly revision: number;
  readonly body: string;
}

const sessionOf = ({ key, revision, body }: Row): Session => ({
  ...(JSON.parse(body) as Session),
  key,
  revision: String(revision),
});

/**
 * The app's own sessions, a row each. Whatever changes a row (an edit of the user, too) counts its revision up, and what is
 * deleted is gone: absence means deleted.
 */
export const sessionsIn = (database: SQLiteDatabase): SessionStore => {
  database.execSync(
    'CREATE TABLE IF NOT EXISTS sessions ' +
      '(key TEXT PRIMARY KEY, start INTEGER NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL)',
  );

  const stored = async (key: string): Promise<Session | undefined> => {
    const row = await database.getFirstAsync<Row>('SELECT * FROM sessions WHERE key = ?', key);
    return row === null ? undefined : sessionOf(row);
  };

  /** One statement changes a row or does not: half a change cannot be. */
  const change = async (sql: string, ...values: readonly (string | number)[]): Promise<boolean> =>
    (await database.runAsync(sql, ...values)).changes > 0;

  const applyOne = async (asked: SessionChange): Promise<ItemResult> => {
    const { key } = asked;
    if (asked.kind === 'remove') {
      if (await change('DELETE FROM sessions WHERE key = ? AND revision = ?', key, Number(asked.revision)))
        return { kind: 'removed', key };
      return { kind: (await stored(key)) ? 'conflict' : 'absent', key };
    }
    const { start } = asked.session;
    const body = JSON.stringify(asked.session);
    const isDone =
      asked.kind === 'create'
        ? await change('INSERT INTO sessions VALUES (?, ?, 1, ?) ON CONFLICT (key) DO NOTHING', key, start, body)
        : await change(
            'UPDATE sessions SET start = ?, body = ?, revision = revision + 1 WHERE key = ? AND revision = ?',
            start,
            body,
            key,
            Number(asked.revision),
          );
    const session = await stored(key);
    if (session === undefined) return { kind: 'absent', key };
    if (asked.kind === 'create') return { kind: isDone ? 'created' : 'already-exists', key, session };
    return isDone ? { kind: 'updated', key, session } : { kind: 'conflict', key };
  };

  /** A session that the table refuses stops no other. */
  const attempt = (asked: SessionChange): Promise<ItemResult> =>
    applyOne(asked).catch(({ message }) => ({
      kind: 'failed',
      key: asked.key,
      error: storeError('unknown', String(message)),
    }));

  return {
    absenceMeansDeleted: true,
    // This table has no place for samples: `detail`, and `readDetail` beside `read`, where yours has.
    takes: 'header',
    read: async ({ window, page = '', limit = 500 }) => {
      const rows = await database.getAllAsync<Row>(
        'SELECT * FROM sessions WHERE start >= ? AND start < ? AND key > ? ORDER BY key LIMIT ?',
        window.start,
        window.end,
        page,
        limit,
      );
      const last = rows[rows.length - 1];
      const isMore = last !== undefined && rows.length === limit;
      return { items: rows.map(sessionOf), window, complete: !isMore, ...(isMore && { next: last.key }) };
    },
    apply: async (changes) => {
      const results: ItemResult[] = [];
      for (const asked of changes) results.push(await attempt(asked));
      return results;
    },
  };
};
