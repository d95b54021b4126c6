import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/** A session as the command's database has it. */
export interface StoredSession {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly app: string;
}

/** What the last sync did, as `sync_history` has it. */
type LastRun = Readonly<Record<'imported' | 'updated' | 'enriched' | 'removed' | 'failed' | 'held', number>>;

/** What the demo looks at in the database that the command made. */
export interface Looked {
  readonly sessions: readonly StoredSession[];
  readonly copies: number;
  /** The session of each workout that belongs with one. */
  readonly sessionOf: ReadonlyMap<string, string>;
  readonly lastRun: LastRun;
  /** The same exactly when every field of every session is the same. */
  readonly print: string;
}

const LAST_RUN =
  'SELECT imported, updated, enriched, session_removed AS removed, failed, held FROM sync_history ORDER BY run DESC LIMIT 1';

/** Looks into the database with plain SQL, as anybody may. */
export const lookInto = (path: string): Looked => {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const all = <Row>(sql: string): readonly Row[] => database.prepare(sql).all() as Row[];
    const print = createHash('sha256').update(JSON.stringify(all('SELECT * FROM sessions ORDER BY key')));
    const [lastRun] = all<LastRun>(LAST_RUN);
    if (lastRun === undefined) throw new Error(`${path} knows of no sync`);
    const linked = all<{ readonly key: string; readonly session: string }>(
      'SELECT key, session FROM workouts WHERE session IS NOT NULL',
    );
    return {
      sessionOf: new Map(linked.map(({ key, session }) => [key, session])),
      sessions: all<StoredSession>('SELECT key, start_ms AS start, end_ms AS "end", app FROM sessions'),
      copies: all<{ readonly count: number }>('SELECT count(*) AS count FROM copies')[0]?.count ?? 0,
      lastRun: Object.fromEntries(Object.entries(lastRun).map(([name, count]) => [name, count ?? 0])) as LastRun,
      print: print.digest('hex'),
    };
  } finally {
    database.close();
  }
};
