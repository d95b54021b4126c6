import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type SqliteDriver, type SqlRow, type SqlValue, sqliteState } from '../../../src/stores/sqlite';
import { type ExpoConnection, type ExpoDatabase, expoDriver } from '../../../src/stores/sqlite/expo';
import { nodeDriver } from '../../../src/stores/sqlite/node';
import { type OpDatabase, opDriver } from '../../../src/stores/sqlite/op';
import { stateStoreContract } from '../../../src/testing/state-store/state-store-contract';
import { newDatabasePath } from '../places';

/**
 * Transactions on one file wait for each other. On a phone it is SQLite that waits, on a thread of its own; here that would block
 * the one thread which could end the other transaction.
 */
const turns = new Map<string, Promise<unknown>>();
const inTurn = (path: string, work: () => Promise<void>): Promise<void> => {
  const mine = (turns.get(path) ?? Promise.resolve()).then(work);
  turns.set(
    path,
    mine.catch(() => undefined),
  );
  return mine;
};

const connectionOf = (database: DatabaseSync): ExpoConnection => ({
  execAsync: async (sql) => database.exec(sql),
  runAsync: async (sql, params) => ({ changes: Number(database.prepare(sql).run(...params).changes) }),
  getAllAsync: async <Row>(sql: string, params: SqlValue[]) => database.prepare(sql).all(...params) as Row[],
});

/** The steps of expo-sqlite 57's `withExclusiveTransactionAsync`: a connection of its own, and a deferred `BEGIN`. */
const expoOver = (path: string): ExpoDatabase => ({
  ...connectionOf(new DatabaseSync(path)),
  withExclusiveTransactionAsync: (work) =>
    inTurn(path, async () => {
      const own = new DatabaseSync(path);
      try {
        own.exec('BEGIN');
        await work(connectionOf(own));
        own.exec('COMMIT');
      } catch (thrown) {
        own.exec('ROLLBACK');
        throw thrown;
      } finally {
        own.close();
      }
    }),
});

/** The steps of op-sqlite 18's `transaction`: one after the other on the one connection, and a deferred `BEGIN TRANSACTION`. */
const opOver = (path: string): OpDatabase => {
  const database = new DatabaseSync(path);
  const execute = async (sql: string, params: SqlValue[] = []) => {
    const statement = database.prepare(sql);
    // Only a statement without columns says how many rows it has changed.
    const rows = statement.columns().length > 0 ? (statement.all(...params) as SqlRow[]) : [];
    return { rows, rowsAffected: statement.columns().length > 0 ? 0 : Number(statement.run(...params).changes) };
  };
  return {
    execute,
    transaction: (work) =>
      inTurn(path, async () => {
        let isFinalized = false;
        const finish = (sql: string) => {
          database.exec(sql);
          isFinalized = true;
        };
        database.exec('BEGIN TRANSACTION');
        try {
          await work({ execute, rollback: () => finish('ROLLBACK') });
          if (!isFinalized) finish('COMMIT');
        } catch (thrown) {
          if (!isFinalized) finish('ROLLBACK');
          throw thrown;
        }
      }),
  };
};

const drivers: readonly (readonly [string, (path: string) => SqliteDriver])[] = [
  ['nodeDriver', (path) => nodeDriver(new DatabaseSync(path))],
  ['expoDriver', (path) => expoDriver(expoOver(path))],
  ['opDriver', (path) => opDriver(opOver(path))],
];

describe.each(drivers)('%s', (_, over) => {
  const create = { sql: 'CREATE TABLE t (a INTEGER NOT NULL)', params: [] };
  const insert = (a: number | null) => ({ sql: 'INSERT INTO t VALUES (?)', params: [a] });
  const valuesIn = async (driver: SqliteDriver) =>
    (await driver.all('SELECT a FROM t ORDER BY a', [])).map(({ a }) => a);

  it('SQ1 does all statements', async () => {
    const driver = over(newDatabasePath());
    expect(await driver.transact([create, insert(1), insert(2)])).toBe('done');
    expect(await valuesIn(driver)).toEqual([1, 2]);
  });

  it('SQ2 rolls back and says so where a statement that must change something does not', async () => {
    const driver = over(newDatabasePath());
    await driver.transact([create, insert(1)]);
    const nothing = { sql: 'DELETE FROM t WHERE a = ?', params: [9] };
    expect(await driver.transact([insert(2), { ...nothing, mustChange: true }, insert(3)])).toBe('stopped');
    expect(await valuesIn(driver)).toEqual([1]);
    expect(await driver.transact([insert(4), nothing])).toBe('done');
    expect(await valuesIn(driver)).toEqual([1, 4]);
  });

  it('SQ3 rolls back and rejects where a statement fails, and goes on afterwards', async () => {
    const driver = over(newDatabasePath());
    await driver.transact([create]);
    await expect(driver.transact([insert(1), insert(null)])).rejects.toThrow('NOT NULL');
    expect(await valuesIn(driver)).toEqual([]);
    expect(await driver.transact([insert(2)])).toBe('done');
    expect(await valuesIn(driver)).toEqual([2]);
  });

  it('SQ4 lets nothing else into a transaction: what is asked for meanwhile is neither in it nor rolled back with it', async () => {
    const driver = over(newDatabasePath());
    await driver.transact([create]);
    const failing = driver.transact([insert(1), insert(2), insert(null)]);
    const other = driver.transact([insert(3)]);
    await expect(failing).rejects.toThrow('NOT NULL');
    expect(await other).toBe('done');
    expect(await valuesIn(driver)).toEqual([3]);
  });

  const newPlace = () => {
    const path = newDatabasePath();
    return { open: async () => sqliteState(over(path)) };
  };

  it.each(stateStoreContract(newPlace))('holds $name', async ({ run }) => {
    expect(['held', 'not-tried']).toContain(await run());
  });
});
