import type { SqliteDriver, SqlRow, SqlValue } from '../driver';

/** What is used of an answer of op-sqlite. */
export interface OpAnswer {
  readonly rowsAffected: number;
  readonly rows: readonly SqlRow[];
}

/** What is used of a transaction of op-sqlite. */
export interface OpTransaction {
  readonly execute: (sql: string, params?: SqlValue[]) => Promise<OpAnswer>;
  readonly rollback: () => unknown;
}

/** What is used of a `DB` of op-sqlite. */
export interface OpDatabase {
  readonly execute: (sql: string, params?: SqlValue[]) => Promise<OpAnswer>;
  readonly transaction: (work: (transaction: OpTransaction) => Promise<void>) => Promise<void>;
}

/**
 * `@op-engineering/op-sqlite`: pass it what `open` gives. Give it a connection of its own (`open` once more, same name): what
 * the app executes on one connection while a transaction is open on it becomes part of that transaction.
 *
 * **Source** `transaction` sends `BEGIN TRANSACTION`, then the work's statements, then `COMMIT` unless the work has rolled back
 * (op-sqlite 18.2.5).
 *
 * @example
 * ```ts no-run needs a phone
 * import { sqliteState } from 'workout-sync/sqlite';
 * import { opDriver, type OpDatabase } from 'workout-sync/sqlite/op';
 *
 * declare const open: (options: { name: string }) => OpDatabase; // from '@op-engineering/op-sqlite'
 *
 * const state = sqliteState(opDriver(open({ name: 'workout-sync.db' })));
 * console.assert(state.processes === 'many');
 * ```
 */
export const opDriver = (database: OpDatabase): SqliteDriver => ({
  all: async (sql, params) => (await database.execute(sql, [...params])).rows,
  transact: async (statements) => {
    let answer: 'done' | 'stopped' = 'done';
    await database.transaction(async (transaction) => {
      for (const { sql, params, mustChange } of statements) {
        const { rowsAffected } = await transaction.execute(sql, [...params]);
        if (mustChange && rowsAffected === 0) {
          transaction.rollback();
          answer = 'stopped';
          return;
        }
      }
    });
    return answer;
  },
});
