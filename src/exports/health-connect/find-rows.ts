import type { DatabaseRow } from './database';
import type { ExportFile } from './export-file';
import { mapZones, type ZoneMap } from './zones';

/** A day of samples at five a second. Only a session with a wrong end can have more. */
const MOST_ROWS = 500_000;

/** Finds rows of one table by a range of values; maps the table's zones when it is asked first. */
export interface RowFinder {
  readonly find: (
    from: number,
    to: number,
    query: (within: string) => string,
    params: readonly number[],
  ) => Promise<readonly DatabaseRow[]>;
}

/**
 * Makes a finder over a table.
 *
 * **Shape** `low` and `high` are the columns between which a row's values lie. `alias` is what `query` calls the table; it
 * gets the condition on the row ids, whose two values are bound first, and leaves the limit to the finder.
 */
export const rowFinder = (file: ExportFile, table: string, low: string, high: string, alias = 't'): RowFinder => {
  let mapped: Promise<ZoneMap> | undefined;
  return {
    find: async (from, to, query, params) => {
      mapped ??= mapZones(file, table, low, high);
      const zones = await mapped;
      const found: DatabaseRow[] = [];
      const sql = `${query(`${alias}.rowid > ? AND ${alias}.rowid <= ?`)} LIMIT ?`;
      for (const { after, last } of zones(from, to)) {
        try {
          for (const row of await file.database.all(sql, [after, last, ...params, MOST_ROWS - found.length]))
            found.push(row);
        } catch {
          const message = 'the file is damaged here; what these rows hold is missing.';
          file.problems.report('rows-damaged', { table, row: after + 1, lastRow: last }, message);
        }
        if (found.length >= MOST_ROWS) {
          const message = `a workout spans more than ${MOST_ROWS} rows; the rest of them is missing.`;
          file.problems.report('too-many-rows', { table }, message);
          break;
        }
      }
      return found;
    },
  };
};
