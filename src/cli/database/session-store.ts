import type { Session } from '../../domain/session';
import type { ItemResult, SessionChange, SessionStore } from '../../ports/session-store';
import { type StoreError, storeError } from '../../ports/store-error';
import type { SqlRow } from '../../stores/sqlite/driver';
import { toSqlError } from '../../stores/sqlite/sql-error';
import type { Database } from './database';
import { rowOfSession, sessionOfRow } from './session-row';
import { CONTENT_COLUMNS } from './session-table';

const INSERT =
  `INSERT INTO sessions (key, ${CONTENT_COLUMNS.join(', ')}) ` +
  `VALUES (?, ${CONTENT_COLUMNS.map(() => '?').join(', ')}) ON CONFLICT (key) DO NOTHING`;

const UPDATE =
  `UPDATE sessions SET ${CONTENT_COLUMNS.map((column) => `${column} = ?`).join(', ')}, revision = revision + 1 ` +
  'WHERE key = ? AND CAST(revision AS TEXT) = ?';

const REMOVE = 'DELETE FROM sessions WHERE key = ? AND CAST(revision AS TEXT) = ?';

const PAGE =
  'SELECT * FROM sessions WHERE start_ms >= ? AND start_ms < ? AND (start_ms, key) > (?, ?) ORDER BY start_ms, key LIMIT ?';

const ONE = 'SELECT * FROM sessions WHERE key = ?';

const DEFAULT_PAGE = 1000;

/** Where a page ends: its last session. A row that is edited meanwhile may be given twice, and none is skipped that stays. */
const pageAfter = ({ start, key }: Session): string => JSON.stringify([start, key]);

const placeOf = (page: string | undefined, from: number): readonly [number, string] =>
  page === undefined ? [from - 1, ''] : (JSON.parse(page) as [number, string]);

/** A row that the table refuses is wrong in itself; everything else is classed as the state store does it. */
const errorOf = (thrown: unknown): StoreError =>
  /constraint failed|cannot store/i.test(String((thrown as Error)?.message))
    ? storeError('invalid', (thrown as Error).message, { cause: thrown })
    : toSqlError(thrown);

/**
 * The sessions of the embedded database: the app's own side, in a table that people may edit.
 *
 * **Laws** SS1 to SS9 of `SessionStore`. A call's changes are one transaction; a row that the table refuses stops no other.
 * What is missing was deleted by whoever has the file, so absence means deleted.
 */
export const databaseSessions = (database: Database): SessionStore => {
  const values = (session: Session) => {
    const row = rowOfSession(session);
    return CONTENT_COLUMNS.map((column) => row[column]);
  };

  const stored = (key: string): Session | undefined => {
    const [row] = database.prepare(ONE).all(key) as readonly SqlRow[];
    return row && sessionOfRow(row);
  };

  /** What became of a change that touched no row. */
  const refused = (key: string): ItemResult =>
    stored(key) === undefined ? { kind: 'absent', key } : { kind: 'conflict', key };

  const applyOne = (change: SessionChange): ItemResult => {
    const { key } = change;
    if (change.kind === 'remove') {
      const { changes } = database.prepare(REMOVE).run(key, change.revision);
      return Number(changes) > 0 ? { kind: 'removed', key } : refused(key);
    }
    const { changes } =
      change.kind === 'create'
        ? database.prepare(INSERT).run(key, ...values(change.session))
        : database.prepare(UPDATE).run(...values(change.session), key, change.revision);
    const session = stored(key);
    if (session === undefined) return { kind: 'absent', key };
    if (change.kind === 'create') return { kind: Number(changes) > 0 ? 'created' : 'already-exists', key, session };
    return Number(changes) > 0 ? { kind: 'updated', key, session } : { kind: 'conflict', key };
  };

  const attempt = (change: SessionChange): ItemResult => {
    try {
      return applyOne(change);
    } catch (thrown) {
      const error = errorOf(thrown);
      if (error.kind !== 'invalid') throw error;
      return { kind: 'failed', key: change.key, error };
    }
  };

  return {
    absenceMeansDeleted: true,
    takes: 'header',
    read: async ({ window, page, limit = DEFAULT_PAGE }) => {
      const [start, key] = placeOf(page, window.start);
      const rows = database.prepare(PAGE).all(window.start, window.end, start, key, limit) as readonly SqlRow[];
      const items = rows.map(sessionOfRow);
      const last = items.at(-1);
      const isEnd = last === undefined || items.length < limit;
      return { items, complete: isEnd, window, ...(!isEnd && { next: pageAfter(last) }) };
    },
    apply: async (changes) => database.inTransaction(() => changes.map(attempt)),
  };
};
