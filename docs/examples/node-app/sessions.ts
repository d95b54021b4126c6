import type { DatabaseSync } from 'node:sqlite';
import type { ItemResult, Session, SessionChange, SessionStore } from 'workout-sync';

const TABLE = `CREATE TABLE IF NOT EXISTS sessions (
  key TEXT PRIMARY KEY, start TEXT NOT NULL, activity TEXT NOT NULL, minutes REAL NOT NULL, metres REAL,
  revision INTEGER NOT NULL, body TEXT NOT NULL)`;
const INSERT = 'INSERT INTO sessions VALUES (?, ?, ?, ?, ?, 1, ?) ON CONFLICT (key) DO NOTHING';
const UPDATE =
  'UPDATE sessions SET start = ?, activity = ?, minutes = ?, metres = ?, body = ?, revision = revision + 1 ' +
  'WHERE key = ? AND revision = ?';

const columnsOf = (session: Session) =>
  [
    new Date(session.start).toISOString(),
    session.activity,
    (session.end - session.start) / 60_000,
    session.distanceMetres ?? null,
    JSON.stringify(session),
  ] as const;

/** A sink: it takes sessions and is not asked for them. What somebody else changed comes to light as a conflict. */
export const sessionsIn = (database: DatabaseSync): SessionStore => {
  database.exec(TABLE);

  const stored = (key: string): Session | undefined => {
    const row = database.prepare('SELECT revision, body FROM sessions WHERE key = ?').get(key);
    return row && { ...(JSON.parse(String(row.body)) as Session), revision: String(row.revision) };
  };

  const applyOne = (change: SessionChange): ItemResult => {
    const { key } = change;
    if (change.kind === 'remove') {
      const { changes } = database
        .prepare('DELETE FROM sessions WHERE key = ? AND revision = ?')
        .run(key, Number(change.revision));
      if (changes > 0) return { kind: 'removed', key };
      const session = stored(key);
      return session ? { kind: 'conflict', key, session } : { kind: 'absent', key };
    }
    const columns = columnsOf(change.session);
    const { changes } =
      change.kind === 'create'
        ? database.prepare(INSERT).run(key, ...columns)
        : database.prepare(UPDATE).run(...columns, key, Number(change.revision));
    const session = stored(key);
    if (session === undefined) return { kind: 'absent', key };
    if (change.kind === 'create') return { kind: changes > 0 ? 'created' : 'already-exists', key, session };
    return changes > 0 ? { kind: 'updated', key, session } : { kind: 'conflict', key, session };
  };

  return { absenceMeansDeleted: false, takes: 'header', apply: async (changes) => changes.map(applyOne) };
};
