import { storeError } from '../../ports/store-error';
import type { SqliteDriver, SqlStatement } from './driver';

/** The tables of one state: their names start with a prefix, so that they can live in the app's own database. */
export interface Tables {
  readonly meta: string;
  readonly lost: string;
  /** Rows move to a new table when the one they are in is damaged. */
  readonly rows: (generation: number) => string;
}

export const tablesOf = (prefix: string): Tables => ({
  meta: `"${prefix}meta"`,
  lost: `"${prefix}lost"`,
  rows: (generation) => `"${prefix}rows_${generation}"`,
});

/** Makes one version of the schema of the version before it. */
export type Migration = (tables: Tables) => readonly SqlStatement[];

export const plain = (sql: string): SqlStatement => ({ sql, params: [] });

/**
 * The key has an index of its own, on purpose: where a page of the table is lost, the index still says which keys were on it.
 */
export const createRows = (table: string): SqlStatement =>
  plain(
    `CREATE TABLE IF NOT EXISTS ${table} (key TEXT NOT NULL PRIMARY KEY COLLATE BINARY, value TEXT NOT NULL COLLATE BINARY)`,
  );

const createTables: Migration = ({ meta, lost, rows }) => [
  plain(
    `CREATE TABLE IF NOT EXISTS ${meta} (id INTEGER PRIMARY KEY CHECK (id = 1), schema INTEGER NOT NULL, ` +
      'revision INTEGER NOT NULL, generation INTEGER NOT NULL)',
  ),
  createRows(rows(0)),
  plain(`CREATE TABLE IF NOT EXISTS ${lost} (name TEXT NOT NULL PRIMARY KEY COLLATE BINARY)`),
  plain(`INSERT OR IGNORE INTO ${meta} (id, schema, revision, generation) VALUES (1, 1, 0, 0)`),
];

/** One for each version of the schema, in order. A published one is never changed. */
export const MIGRATIONS: readonly Migration[] = [createTables];

const refuseNewer = (schema: number, known: number): never => {
  throw storeError(
    'update-required',
    `The state in the database has schema ${schema}; this version of workout-sync reads up to ${known}. ` +
      'A newer version of the app wrote it: update the app. Nothing was changed.',
  );
};

const schemaOf = async (driver: SqliteDriver, { meta }: Tables): Promise<number> => {
  const named = [JSON.parse(meta) as string];
  const [table] = await driver.all(`SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?`, named);
  if (table === undefined) return 0;
  const [row] = await driver.all(`SELECT schema FROM ${meta} WHERE id = 1`, []);
  return Number(row?.schema ?? 0);
};

/**
 * Brings the tables to the newest schema, each step in a transaction of its own that happens once, whoever else is at it.
 *
 * **Errors** `update-required` for a schema of a newer version; nothing is changed then.
 */
export const migrate = async (driver: SqliteDriver, tables: Tables, migrations = MIGRATIONS): Promise<void> => {
  const schema = await schemaOf(driver, tables);
  if (schema > migrations.length) refuseNewer(schema, migrations.length);
  const migration = migrations[schema];
  if (migration === undefined) return;
  const step: SqlStatement = {
    sql: `UPDATE ${tables.meta} SET schema = ? WHERE id = 1 AND schema = ?`,
    params: [schema + 1, schema],
    mustChange: true,
  };
  await driver.transact(schema === 0 ? migration(tables) : [step, ...migration(tables)]);
  return migrate(driver, tables, migrations);
};
