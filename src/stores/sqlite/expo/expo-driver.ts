import type { SqliteDriver, SqlRow, SqlValue } from '../driver';

/** What is used of a connection of `expo-sqlite`. */
export interface ExpoConnection {
  readonly execAsync: (sql: string) => Promise<void>;
  readonly runAsync: (sql: string, params: SqlValue[]) => Promise<{ readonly changes: number }>;
  readonly getAllAsync: <Row>(sql: string, params: SqlValue[]) => Promise<Row[]>;
}

/** What is used of a `SQLiteDatabase` of `expo-sqlite`. */
export interface ExpoDatabase extends ExpoConnection {
  readonly withExclusiveTransactionAsync: (work: (connection: ExpoConnection) => Promise<void>) => Promise<void>;
}

/** Only a rejected work makes expo-sqlite roll back. */
const STOPPED = new Error('stopped');

/**
 * `expo-sqlite`: pass it what `openDatabaseAsync` gives, a database in a file. Not for the web, where expo-sqlite has no
 * exclusive transactions, nor for `:memory:`, since each exclusive transaction opens the database anew.
 *
 * **Source** `withExclusiveTransactionAsync` opens a connection of its own and sends `BEGIN`, the work's statements and
 * `COMMIT`, or `ROLLBACK` where the work rejects (expo-sqlite 57.0.3).
 *
 * @example
 * ```ts no-run needs a phone
 * import { sqliteState } from 'workout-sync/sqlite';
 * import { expoDriver, type ExpoDatabase } from 'workout-sync/sqlite/expo';
 *
 * declare const openDatabaseAsync: (name: string) => Promise<ExpoDatabase>; // from 'expo-sqlite'
 *
 * const state = sqliteState(expoDriver(await openDatabaseAsync('workout-sync.db')));
 * console.assert(state.processes === 'many');
 * ```
 */
export const expoDriver = (database: ExpoDatabase): SqliteDriver => ({
  all: (sql, params) => database.getAllAsync<SqlRow>(sql, [...params]),
  transact: async (statements) => {
    try {
      await database.withExclusiveTransactionAsync(async (connection) => {
        // A connection of its own, with a wait of its own.
        await connection.execAsync('PRAGMA busy_timeout = 5000');
        for (const { sql, params, mustChange } of statements) {
          const { changes } = await connection.runAsync(sql, [...params]);
          if (mustChange && changes === 0) throw STOPPED;
        }
      });
      return 'done';
    } catch (thrown) {
      if (thrown === STOPPED) return 'stopped';
      throw thrown;
    }
  },
});
