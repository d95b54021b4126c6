import type { SqliteDriver, SqlRow, SqlStatement, SqlValue } from '../driver';

/** What is used of a statement of `node:sqlite`. */
export interface NodeStatement {
  readonly run: (...params: SqlValue[]) => { readonly changes: number | bigint };
  readonly all: (...params: SqlValue[]) => readonly unknown[];
}

/** What is used of a `DatabaseSync` of `node:sqlite`. */
export interface NodeDatabase {
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => NodeStatement;
}

/** SQLite keeps the transaction open after most errors, and has closed it after some: then there is nothing to undo. */
const rollBack = (database: NodeDatabase): void => {
  try {
    database.exec('ROLLBACK');
  } catch {}
};

const runAll = (database: NodeDatabase, statements: readonly SqlStatement[]): 'done' | 'stopped' => {
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const { sql, params, mustChange } of statements) {
      const { changes } = database.prepare(sql).run(...params);
      if (mustChange && Number(changes) === 0) {
        rollBack(database);
        return 'stopped';
      }
    }
    database.exec('COMMIT');
    return 'done';
  } catch (thrown) {
    rollBack(database);
    throw thrown;
  }
};

/**
 * `node:sqlite`, which Node has from 22.13 on without a flag: pass it an opened `DatabaseSync`.
 *
 * **Laws** a transaction is one synchronous piece, so nothing else of the app gets into it.
 *
 * @example
 * ```ts
 * import { DatabaseSync } from 'node:sqlite';
 * import { sqliteState } from 'workout-sync/sqlite';
 * import { nodeDriver } from 'workout-sync/sqlite/node';
 *
 * const state = sqliteState(nodeDriver(new DatabaseSync(':memory:')));
 * await state.transact({ expectRevision: 0, put: [{ key: 'link/a', value: '{}' }], remove: [] }); // => 'done'
 * ```
 */
export const nodeDriver = (database: NodeDatabase): SqliteDriver => ({
  all: async (sql, params) => database.prepare(sql).all(...params) as readonly SqlRow[],
  transact: async (statements) => runAll(database, statements),
});
