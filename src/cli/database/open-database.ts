import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Platform } from '../../domain/platform';
import type { SqlRow, SqlValue } from '../../stores/sqlite/driver';
import { failure } from '../failure';
import type { Database } from './database';
import { DETAIL_TABLE } from './detail-table';
import { SESSION_SCHEMA } from './session-table';
import { type StateTable, statePrefix, viewsOver } from './views';

/** The version of the tables, in `user_version`. */
const VERSION = 1;

/** Who made the file, in `application_id`: "wsyn". */
const APPLICATION = 0x7773796e;

const PLATFORMS: readonly Platform[] = ['apple-health', 'health-connect'];

const wrap = (database: DatabaseSync): Database => ({
  exec: (sql) => database.exec(sql),
  prepare: (sql) => database.prepare(sql),
  query: (sql: string, ...params: readonly SqlValue[]) => database.prepare(sql).all(...params) as readonly SqlRow[],
  inTransaction: (work) => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const answer = work();
      database.exec('COMMIT');
      return answer;
    } catch (thrown) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw thrown;
    }
  },
  close: () => database.close(),
});

const open = async (path: string): Promise<Database> => {
  const { DatabaseSync } = await import('node:sqlite');
  return wrap(new DatabaseSync(path));
};

const numberOf = (database: Database, pragma: string): number =>
  Number(Object.values(database.query(`PRAGMA ${pragma}`)[0] ?? {})[0] ?? 0);

const tablesIn = (database: Database, schema = 'main'): readonly string[] =>
  database
    .query(`SELECT name FROM ${schema}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .map(({ name }) => String(name));

const checkOwner = (database: Database, path: string): void => {
  const version = numberOf(database, 'user_version');
  if (tablesIn(database).length > 0 && numberOf(database, 'application_id') !== APPLICATION) {
    throw failure('database', `${path} is a database of something else.`, 'Name another file after --into.');
  }
  if (version > VERSION) {
    const newer = `${path} was written by a newer version (its tables are of version ${version}; this one knows ${VERSION}).`;
    throw failure('database', newer, 'Update workout-sync. Nothing was changed.');
  }
};

const migrate = (database: Database): void => {
  if (numberOf(database, 'user_version') === VERSION) return;
  database.inTransaction(() => {
    for (const sql of SESSION_SCHEMA) database.exec(sql);
    database.exec(`PRAGMA application_id = ${APPLICATION}`);
    database.exec(`PRAGMA user_version = ${VERSION}`);
  });
};

/** The tables that hold the state now: rows move to another one when theirs is damaged. */
const stateTables = (database: Database): readonly StateTable[] => {
  const tables = new Set(tablesIn(database));
  return PLATFORMS.flatMap((platform) => {
    const prefix = statePrefix(platform);
    if (!tables.has(`${prefix}meta`)) return [];
    const generation = Number(
      database.query(`SELECT generation FROM "${prefix}meta" WHERE id = 1`)[0]?.generation ?? 0,
    );
    return [{ platform, table: `${prefix}rows_${generation}` }];
  });
};

/** Makes the views anew where they look at other tables than those that are there. */
export const refreshViews = (database: Database): void => {
  const wanted = viewsOver(stateTables(database));
  const rows = database.query("SELECT name, sql FROM sqlite_master WHERE type = 'view'");
  const present = new Map(rows.map(({ name, sql }) => [String(name), String(sql)]));
  const isSame = Object.entries(wanted).every(([name, sql]) => present.get(name) === sql);
  if (isSame) return;
  database.inTransaction(() => {
    for (const name of Object.keys(wanted)) database.exec(`DROP VIEW IF EXISTS ${name}`);
    for (const sql of Object.values(wanted)) database.exec(sql);
  });
};

const asFailure = (thrown: unknown, path: string): unknown => {
  const message = String((thrown as Error)?.message);
  if (/locked|busy/i.test(message)) {
    return failure('database', `${path} is in use by another program.`, 'Wait until it has finished, or close it.');
  }
  if (/not a database|malformed/i.test(message)) {
    return failure('database', `${path} is no SQLite database, or it is damaged.`, 'Name another file after --into.');
  }
  if (/readonly/i.test(message)) {
    return failure('database', `${path} may not be written to.`, 'Let yourself write to the file and its folder.');
  }
  if (/unable to open/i.test(message)) {
    return failure('database', `${path} cannot be opened or made.`, 'Look whether its folder is there and writable.');
  }
  return thrown;
};

/**
 * The database to sync into, made if it is not there.
 *
 * **Laws** it is this process's alone until it is closed or the process dies: a lock that the operating system takes back,
 * so that whatever a killed process left behind is known to be left behind.
 */
export const openForSync = async (path: string): Promise<Database> => {
  try {
    const database = await open(path);
    database.exec('PRAGMA busy_timeout = 200');
    checkOwner(database, path);
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
    // A write of what is there already, since a file that may only be read can be locked as well.
    database.exec(`PRAGMA application_id = ${APPLICATION}`);
    database.exec('COMMIT');
    migrate(database);
    refreshViews(database);
    return database;
  } catch (thrown) {
    throw asFailure(thrown, path);
  }
};

const copyTables = (database: Database): void => {
  const inMemory = new Set(tablesIn(database));
  const definitions = database.query("SELECT name, sql FROM app.sqlite_master WHERE type = 'table'");
  for (const { name, sql } of definitions) if (!inMemory.has(String(name))) database.exec(String(sql));
  for (const { name } of definitions) {
    if (name === DETAIL_TABLE) continue;
    // Generated columns cannot be written.
    const columns = database
      .query(`SELECT name FROM pragma_table_xinfo('${String(name)}', 'app') WHERE hidden = 0`)
      .map((column) => `"${String(column.name)}"`)
      .join(', ');
    database.exec(`INSERT INTO main."${String(name)}" (${columns}) SELECT ${columns} FROM app."${String(name)}"`);
  }
};

/** A database in memory: empty, or a copy of the one at `path`, which is read and not touched. */
export const openCopy = async (path: string | undefined): Promise<Database> => {
  if (path !== undefined && !existsSync(path)) {
    throw failure('database', `There is no database at ${path}.`, 'Make it with sync, or leave --into out.');
  }
  const database = await open(':memory:');
  migrate(database);
  if (path === undefined) return database;
  try {
    const original = await open(path);
    checkOwner(original, path);
    original.close();
    database.query('ATTACH DATABASE ? AS app', path);
    copyTables(database);
    database.exec('DETACH DATABASE app');
  } catch (thrown) {
    throw asFailure(thrown, path);
  }
  refreshViews(database);
  return database;
};
