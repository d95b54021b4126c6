import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { StateRow, StateStore } from '../../../src/ports/state-store';
import { type SqliteDriver, sqliteState } from '../../../src/stores/sqlite';
import { nodeDriver } from '../../../src/stores/sqlite/node';
import { migrate, plain, tablesOf } from '../../../src/stores/sqlite/schema';
import { newDatabasePath, PAGE_BYTES, smashPage } from '../places';

const ALL = { from: '', to: '\u007f' };
const put = (...rows: readonly StateRow[]) => ({ put: rows, remove: [] });
const open = (database: DatabaseSync | string, prefix?: string) =>
  sqliteState(
    nodeDriver(typeof database === 'string' ? new DatabaseSync(database) : database),
    prefix ? { prefix } : {},
  );

const rowsOf = (count: number): StateRow[] =>
  Array.from({ length: count }, (_, at) => ({
    key: `row/${String(at).padStart(4, '0')}`,
    value: `value ${at} `.repeat(40),
  }));

describe('sqliteState', () => {
  it("lives in the app's own database and leaves its tables and its user_version alone", async () => {
    const database = new DatabaseSync(':memory:');
    database.exec("PRAGMA user_version = 41; CREATE TABLE rows (key TEXT); INSERT INTO rows VALUES ('mine')");
    const [one, other] = [open(database), open(database, 'other_')];
    await one.transact({ expectRevision: 0, ...put({ key: 'a', value: '1' }) });
    expect(await other.read(ALL)).toEqual({ revision: 0, rows: [] });
    const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
    expect(names.map(({ name }) => name)).toEqual([
      'other_lost',
      'other_meta',
      'other_rows_0',
      'rows',
      'workout_sync_lost',
      'workout_sync_meta',
      'workout_sync_rows_0',
    ]);
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 41 });
    expect(database.prepare('SELECT key FROM rows').all()).toEqual([{ key: 'mine' }]);
  });

  it.each(['', 'a-b', 'a"b', 'ä'])('refuses the table prefix "%s"', (prefix) => {
    expect(() => sqliteState(nodeDriver(new DatabaseSync(':memory:')), { prefix })).toThrow(
      'letters, digits and underscores',
    );
  });

  it('takes and removes thousands of rows in one change', async () => {
    const state = open(new DatabaseSync(':memory:'));
    const rows = rowsOf(5000);
    expect(await state.transact({ expectRevision: 0, ...put(...rows) })).toBe('done');
    expect((await state.read(ALL)).rows).toEqual(rows);
    const remove = rows.slice(1).map(({ key }) => key);
    expect(await state.transact({ expectRevision: 1, put: [], remove })).toBe('done');
    expect((await state.read(ALL)).rows).toEqual(rows.slice(0, 1));
  });

  it('takes a NUL after a key from a library that ends texts there', async () => {
    const node = nodeDriver(new DatabaseSync(':memory:'));
    const untilNul: SqliteDriver = {
      ...node,
      all: (sql, params) =>
        node.all(
          sql,
          params.map((one) => (typeof one === 'string' ? (one.split('\u0000')[0] ?? '') : one)),
        ),
    };
    const state = sqliteState(untilNul);
    await state.transact({ expectRevision: 0, ...put(...rowsOf(3)) });
    const keys = async (from: string, to: string) => (await state.read({ from, to })).rows.map(({ key }) => key);
    expect(await keys('row/0000\u0000', 'row/9')).toEqual(['row/0001', 'row/0002']);
    expect(await keys('row/0000', 'row/0001\u0000')).toEqual(['row/0000', 'row/0001']);
  });

  it('waits five seconds for another connection, or longer where the app has said so', async () => {
    const database = new DatabaseSync(':memory:');
    await open(database).read(ALL);
    expect(database.prepare('PRAGMA busy_timeout').get()).toEqual({ timeout: 5000 });
    database.exec('PRAGMA busy_timeout = 9000');
    await open(database).read(ALL);
    expect(database.prepare('PRAGMA busy_timeout').get()).toEqual({ timeout: 9000 });
  });

  it('starts anew where its tables were dropped under it', async () => {
    const database = new DatabaseSync(':memory:');
    const state = open(database);
    await state.transact({ expectRevision: 0, ...put({ key: 'a', value: '1' }) });
    database.exec('DROP TABLE workout_sync_meta; DROP TABLE workout_sync_rows_0; DROP TABLE workout_sync_lost');
    await expect(state.read(ALL)).rejects.toMatchObject({ kind: 'unknown' });
    expect(await state.read(ALL)).toEqual({ revision: 0, rows: [] });
  });
});

describe('ST8 the schema', () => {
  const addColumn = plain('ALTER TABLE "s_meta" ADD COLUMN note TEXT');
  const tables = tablesOf('s_');

  it('is brought to the newest version step by step, with every row in place', async () => {
    const database = new DatabaseSync(':memory:');
    const state = open(database, 's_');
    await state.transact({ expectRevision: 0, ...put({ key: 'a', value: '1' }) });
    await migrate(nodeDriver(database), tables, [
      () => [],
      () => [addColumn],
      () => [plain('UPDATE "s_meta" SET note = \'3\'')],
    ]);
    expect(database.prepare('SELECT schema, revision, note FROM s_meta').all()).toEqual([
      { schema: 3, revision: 1, note: '3' },
    ]);
    expect(database.prepare('SELECT key FROM s_rows_0').all()).toEqual([{ key: 'a' }]);
  });

  it('is brought there once, when two processes open it at the same time', async () => {
    const database = new DatabaseSync(':memory:');
    await open(database, 's_').read(ALL);
    const migrations = [() => [], () => [addColumn]];
    await Promise.all([1, 2].map(() => migrate(nodeDriver(database), tables, migrations)));
    expect(database.prepare('SELECT schema FROM s_meta').all()).toEqual([{ schema: 2 }]);
  });

  it('stays as it was where a step fails', async () => {
    const database = new DatabaseSync(':memory:');
    await open(database, 's_').read(ALL);
    await expect(
      migrate(nodeDriver(database), tables, [() => [], () => [addColumn, plain('nonsense')]]),
    ).rejects.toThrow('nonsense');
    expect(database.prepare('SELECT * FROM s_meta').all()).toEqual([{ id: 1, schema: 1, revision: 0, generation: 0 }]);
  });

  it.each([
    ['a read', (state: StateStore) => state.read(ALL)],
    ['a change', (state: StateStore) => state.transact({ expectRevision: 1, put: [], remove: ['a'] })],
  ])('that becomes a newer one while the state is open makes %s fail, and nothing is changed', async (_, call) => {
    const database = new DatabaseSync(':memory:');
    const state = open(database);
    await state.transact({ expectRevision: 0, ...put({ key: 'a', value: '1' }) });
    database.exec('UPDATE workout_sync_meta SET schema = 7');
    await expect(call(state)).rejects.toThrow('has schema 7; this version of workout-sync reads up to 1');
    expect(database.prepare('SELECT key FROM workout_sync_rows_0').all()).toEqual([{ key: 'a' }]);
  });
});

describe('ST6 damage', () => {
  const ROWS = rowsOf(300);

  const damagedAt = async (text: (path: string) => string): Promise<string> => {
    const path = newDatabasePath();
    const database = new DatabaseSync(path);
    await open(database).transact({ expectRevision: 0, ...put(...ROWS) });
    database.close();
    smashPage(path, text(path));
    return path;
  };

  it('of one page of the table is named row by row, and all other rows are given', async () => {
    const path = await damagedAt(() => `${ROWS[150]?.key}${ROWS[150]?.value}`);
    const { revision, rows, damaged = [] } = await open(path).read(ALL);
    expect(revision).toBe(1);
    expect(damaged).toContain(ROWS[150]?.key);
    expect(damaged.length).toBeLessThanOrEqual(Math.ceil(PAGE_BYTES / 400));
    expect([...rows.map(({ key }) => key), ...damaged].sort()).toEqual(ROWS.map(({ key }) => key));
  });

  it('is moved away from by the first change that meets it, and stays named in every process', async () => {
    const path = await damagedAt(() => `${ROWS[150]?.key}${ROWS[150]?.value}`);
    const [one, other, reader] = [open(path), open(path), open(path)];
    await reader.read(ALL);
    const { damaged, rows } = await other.read(ALL);
    expect(await one.transact({ expectRevision: 1, put: [], remove: [ROWS[149]?.key ?? ''] })).toBe('done');
    expect(await other.transact({ expectRevision: 1, put: [], remove: [] })).toBe('conflict');
    const moved = await other.read(ALL);
    const stillNamed = damaged?.filter((name) => name !== ROWS[149]?.key);
    expect(moved).toEqual({ revision: 2, rows: rows.filter(({ key }) => key !== ROWS[149]?.key), damaged: stillNamed });
    expect(await reader.read(ALL)).toEqual(moved);
    expect(await other.transact({ expectRevision: 2, ...put(...ROWS) })).toBe('done');
    expect(await one.read(ALL)).toEqual({ revision: 3, rows: ROWS });
  });

  it('is not moved away from over a change that another process makes meanwhile', async () => {
    const path = await damagedAt(() => `${ROWS[150]?.key}${ROWS[150]?.value}`);
    const right = nodeDriver(new DatabaseSync(path));
    let changes = 0;
    const interrupted: SqliteDriver = {
      ...right,
      transact: async (statements) => {
        changes += 1;
        // The second is the one that moves the rows, after they were read: the first met the damage.
        if (changes === 2)
          await open(path).transact({ expectRevision: 1, ...put({ key: 'row/0000', value: 'theirs' }) });
        return right.transact(statements);
      },
    };
    const answer = await sqliteState(interrupted).transact({ expectRevision: 1, put: [], remove: ['row/0150'] });
    expect(answer).toBe('conflict');
    const { revision, rows } = await open(path).read({ from: 'row/0000', to: 'row/0001' });
    expect({ revision, rows }).toEqual({ revision: 2, rows: [{ key: 'row/0000', value: 'theirs' }] });
  });

  it('of the index leaves every row, and names the table', async () => {
    // Keys alone, side by side, stand in the index only.
    const path = await damagedAt(() => 'row/0150');
    const state = open(path);
    expect(await state.read({ from: 'row/0100', to: 'row/0200' })).toEqual({
      revision: 1,
      rows: ROWS.slice(100, 200),
      damaged: ['workout_sync_rows_0'],
    });
    expect(await state.transact({ expectRevision: 1, put: [], remove: ['workout_sync_rows_0'] })).toBe('done');
    expect(await state.read(ALL)).toEqual({ revision: 2, rows: ROWS });
  });

  it('of the index and of the table leaves the rows before and after it, and names the table', async () => {
    const path = await damagedAt(() => 'row/0150');
    smashPage(path, `${ROWS[150]?.key}${ROWS[150]?.value}`);
    const { rows, damaged } = await open(path).read(ALL);
    expect(damaged).toEqual(['workout_sync_rows_0']);
    expect(rows.length).toBeGreaterThanOrEqual(ROWS.length - Math.ceil(PAGE_BYTES / 400));
    expect(rows).toEqual(ROWS.filter(({ key }) => rows.some((row) => row.key === key)));
    expect(rows.map(({ key }) => key)).not.toContain(ROWS[150]?.key);
  });

  it('of a value that is no text is named, and pages are filled up from beyond it', async () => {
    const database = new DatabaseSync(':memory:');
    const state = open(database);
    await state.transact({ expectRevision: 0, ...put(...ROWS.slice(0, 5)) });
    database.exec("UPDATE workout_sync_rows_0 SET value = x'ff' WHERE key IN ('row/0001', 'row/0002')");
    expect(await state.read({ ...ALL, limit: 2 })).toEqual({
      revision: 1,
      rows: [ROWS[0], ROWS[3]],
      damaged: ['row/0001', 'row/0002'],
    });
  });

  it('of the whole file is an error that says what to do, for reading and for writing', async () => {
    const path = newDatabasePath();
    writeFileSync(path, 'this was a photo once'.repeat(1000));
    const state = open(path);
    const expected = {
      kind: 'unavailable',
      message: expect.stringMatching(/not a database.* Put the file aside and open a new one/),
    };
    await expect(state.read(ALL)).rejects.toMatchObject(expected);
    await expect(state.transact({ expectRevision: 0, put: [], remove: [] })).rejects.toMatchObject(expected);
  });
});

describe('ST8 an error of the library', () => {
  it.each([
    ['unavailable', Object.assign(new Error('busy'), { errcode: 5 })],
    ['unavailable', Object.assign(new Error('busy snapshot'), { errcode: 517 })],
    ['unavailable', new Error('Error code 5: database is locked')],
    ['unavailable', new Error('[op-sqlite] database table is locked')],
    ['unavailable', new Error('Error code 26: file is not a database')],
    ['too-large', new Error('[op-sqlite] database or disk is full')],
    ['too-large', Object.assign(new Error('full'), { errcode: 13 })],
    ['cancelled', Object.assign(new Error('stopped'), { name: 'AbortError' })],
    ['unknown', new Error('no such table: x')],
    ['unknown', undefined],
  ])('is classed as %s', async (kind, error) => {
    const failing: SqliteDriver = { all: () => Promise.reject(error), transact: () => Promise.reject(error) };
    await expect(sqliteState(failing).read(ALL)).rejects.toMatchObject({ kind, cause: error });
  });

  it('while another connection writes is unavailable, and the change can be made later', async () => {
    const path = newDatabasePath();
    const [mine, theirs] = [new DatabaseSync(path), new DatabaseSync(path)];
    const impatient: SqliteDriver = {
      ...nodeDriver(mine),
      all: (sql, params) => nodeDriver(mine).all(sql.replace('busy_timeout = 5000', 'busy_timeout = 1'), params),
    };
    const state = sqliteState(impatient);
    await state.read(ALL);
    theirs.exec('BEGIN IMMEDIATE');
    await expect(state.transact({ expectRevision: 0, put: [], remove: [] })).rejects.toMatchObject({
      kind: 'unavailable',
    });
    theirs.exec('COMMIT');
    expect(await state.transact({ expectRevision: 0, put: [], remove: [] })).toBe('done');
  });
});
