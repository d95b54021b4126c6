import type { ExportDatabase } from './database';
import { numberIn } from './sql';

/** The tables of a file and their columns, as the file says. */
export interface Schema {
  /** `PRAGMA user_version`: Health Connect counts its schemas there. */
  readonly version: number;
  readonly tables: readonly string[];
  /** Whether a table is there with all of these columns. */
  readonly has: (table: string, ...columns: readonly string[]) => boolean;
}

/** More tables than any export has, few enough to look at each. */
const MOST_TABLES = 2000;

/**
 * Looks which tables and columns there are. Health Connect's schema is its own affair and changes with most of its
 * releases, so nothing is taken for granted.
 *
 * Views, virtual tables and computed columns count as absent: Health Connect has none of those among what is read here,
 * and a file from somewhere else could hide work without an end behind them.
 */
export const probeSchema = async (database: ExportDatabase, wanted: readonly string[]): Promise<Schema> => {
  const [head] = await database.all('SELECT user_version FROM pragma_user_version', []);
  const found = await database.all(
    `SELECT substr(name, 1, 200) AS name FROM sqlite_master
     WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name LIMIT ${MOST_TABLES}`,
    [],
  );
  const tables = found.map(({ name }) => String(name));
  const columns = new Map<string, ReadonlySet<string>>();
  for (const table of wanted) {
    const name = tables.find((one) => one.toLowerCase() === table.toLowerCase());
    if (name === undefined) continue;
    const rows = await database.all('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0', [name]);
    columns.set(table, new Set(rows.map((row) => String(row.name).toLowerCase())));
  }
  return {
    version: numberIn(head?.user_version) ?? 0,
    tables,
    has: (table, ...names) => {
      const there = columns.get(table);
      return there !== undefined && names.every((name) => there.has(name));
    },
  };
};
