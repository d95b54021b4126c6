import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** What the example uses of expo-sqlite, over Node's SQLite. Parameters come as a list or one by one, as there. */
export const openDatabaseSync = () => {
  const database = new DatabaseSync(':memory:');
  type Params = readonly (SQLInputValue | SQLInputValue[])[];
  const connection = {
    execSync: (sql: string) => database.exec(sql),
    execAsync: async (sql: string) => database.exec(sql),
    runAsync: async (sql: string, ...params: Params) => database.prepare(sql).run(...params.flat()),
    getFirstAsync: async (sql: string, ...params: Params) => database.prepare(sql).get(...params.flat()) ?? null,
    getAllAsync: async (sql: string, ...params: Params) => database.prepare(sql).all(...params.flat()),
    withExclusiveTransactionAsync: async (work: (own: unknown) => Promise<void>): Promise<void> => {
      database.exec('BEGIN IMMEDIATE');
      try {
        await work(connection);
        database.exec('COMMIT');
      } catch (thrown) {
        database.exec('ROLLBACK');
        throw thrown;
      }
    },
  };
  return connection;
};
