import type { Instant } from '../../domain/interval';
import type { ExportFile } from './export-file';
import type { SessionIndex } from './session-index';
import { instantIn, numberOf, quoted } from './sql';
import { AMOUNTS, SERIES, SESSIONS } from './tables';

/** Rows are written as time goes on: the last of a table tell when it was last written to. */
const ROWS_FROM_THE_END = 1000;

const WITNESSES: readonly string[] = [
  SESSIONS,
  ...Object.values(AMOUNTS).map(({ table }) => table),
  ...Object.values(SERIES).map(({ parents }) => parents),
];

/**
 * Until when the file knows anything: the latest end or writing of a record. The file does not say when it was made, and
 * what an export does not hold because it is older was not deleted.
 */
export const knownUntil = async (file: ExportFile, { entries }: SessionIndex): Promise<Instant> => {
  let latest = entries.reduce((last, { end }) => Math.max(last, end), 0);
  for (const table of WITNESSES) {
    const columns = ['last_modified_time', 'end_time'].filter((column) => file.schema.has(table, column));
    for (const column of columns) {
      const sql = `SELECT max(value) AS latest FROM (SELECT ${numberOf(column)} AS value FROM ${quoted(table)}
        ORDER BY rowid DESC LIMIT ${ROWS_FROM_THE_END})`;
      try {
        const [row] = await file.database.all(sql, []);
        latest = Math.max(latest, instantIn(row?.latest) ?? latest);
      } catch {
        // A damaged end tells nothing; the others may.
      }
    }
  }
  return latest;
};
