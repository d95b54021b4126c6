import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { SeededRandom } from '../../../generators/seeded-random';

const VALUES: readonly SQLInputValue[] = [
  null,
  0,
  1,
  -1,
  4.9e-324,
  1.5,
  1e300,
  -1e300,
  Number.POSITIVE_INFINITY,
  8.64e15,
  9007199254740993n,
  9223372036854775807n,
  -9223372036854775808n,
  '',
  'text',
  '1793599200000',
  'x'.repeat(100_000),
  '\u0000\ud800',
  new Uint8Array(0),
  new Uint8Array(16).fill(0xaa),
  new Uint8Array(5000),
];

const tablesOf = (database: DatabaseSync): readonly string[] =>
  database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    .all()
    .map(({ name }) => String(name));

const columnsOf = (database: DatabaseSync, table: string): readonly string[] =>
  database
    .prepare('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => String(name));

/** What a statement that SQLite refuses would have changed stays as it is: there is damage enough. */
const attempt = (change: () => void): void => {
  try {
    change();
  } catch {}
};

const CHANGES: readonly ((random: SeededRandom, database: DatabaseSync, table: string) => void)[] = [
  (random, database, table) => {
    const columns = columnsOf(database, table);
    for (let times = random.whole(1, 12); times > 0; times -= 1) {
      const value = random.chance(0.3) ? random.between(-1e13, 1e13) : random.pick(VALUES);
      const where = random.chance(0.2) ? '1' : `rowid = ${random.whole(1, 40)}`;
      attempt(() => database.prepare(`UPDATE ${table} SET ${random.pick(columns)} = ? WHERE ${where}`).run(value));
    }
  },
  (random, database, table) => database.exec(`DELETE FROM ${table} WHERE rowid % ${random.whole(1, 4)} = 0`),
  (_, database, table) => database.exec(`DROP TABLE ${table}`),
  (random, database, table) =>
    database.exec(`ALTER TABLE ${table} DROP COLUMN ${random.pick(columnsOf(database, table))}`),
  (random, database, table) =>
    database.exec(`ALTER TABLE ${table} RENAME COLUMN ${random.pick(columnsOf(database, table))} TO other`),
  (_, database, table) => {
    // Without keys and types, rows may be there twice, under any id.
    database.exec(
      `CREATE TABLE spare AS SELECT * FROM ${table}; DROP TABLE ${table}; ALTER TABLE spare RENAME TO ${table}`,
    );
    database.exec(`INSERT INTO ${table} SELECT * FROM ${table}`);
  },
  (random, database, table) =>
    database.exec(`UPDATE ${table} SET rowid = rowid * ${random.pick([-1, 1000, 1e12, 2 ** 50])}`),
  (_, database, table) =>
    database.exec(`ALTER TABLE ${table} RENAME TO kept; CREATE VIEW ${table} AS SELECT * FROM kept`),
];

/** Changes some values, rows, columns or tables of a database that stays sound as a file. */
export const damageValues = (random: SeededRandom, database: DatabaseSync): void => {
  for (let times = random.whole(1, 4); times > 0; times -= 1) {
    const tables = tablesOf(database);
    const table = random.chance(0.3) ? 'exercise_session_record_table' : random.pick(tables);
    attempt(() => random.pick(CHANGES)(random, database, table));
  }
};
