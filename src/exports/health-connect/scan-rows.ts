import type { DatabaseRow } from './database';
import type { ExportFile } from './export-file';
import { numberIn, quoted } from './sql';

const ROWS_AT_ONCE = 1000;

/** Damage is looked around in this often; what is still unread then is given up. */
const MOST_SPLITS = 400;

/**
 * Gives every row of a table, in the order of their ids, some at a time.
 *
 * **Shape** `columns` are SQL expressions; each row has its id as `row`. True: every row was read.
 *
 * **Laws** a part that cannot be read is closed in on by halves, reported and left out; the rest is given.
 */
export const scanRows = async (
  file: ExportFile,
  table: string,
  columns: string,
  take: (row: DatabaseRow, id: number) => void,
): Promise<boolean> => {
  const sql = `SELECT rowid * 1.0 AS row, ${columns} FROM ${quoted(table)}
    WHERE rowid > ? AND rowid <= ? ORDER BY rowid LIMIT ${ROWS_AT_ONCE}`;
  let splits = 0;
  let isWhole = true;
  const giveUp = (after: number, last: number, thrown: unknown): void => {
    isWhole = false;
    const message = `the file is damaged here, and this was left out (${String((thrown as Error)?.message ?? thrown)}).`;
    file.problems.report(
      'rows-damaged',
      { table, row: after + 1, ...(last > after + 1 && { lastRow: last }) },
      message,
    );
  };
  const readRange = async (from: number, last: number): Promise<void> => {
    for (let after = from; after < last; ) {
      let rows: readonly DatabaseRow[];
      try {
        rows = await file.database.all(sql, [after, last]);
      } catch (thrown) {
        splits += 1;
        if (last - after <= 1 || splits > MOST_SPLITS) {
          giveUp(after, last, thrown);
          return;
        }
        const middle = after + Math.floor((last - after) / 2);
        await readRange(after, middle);
        await readRange(middle, last);
        return;
      }
      for (const row of rows) {
        const id = numberIn(row.row);
        if (id === undefined || id <= after) continue;
        after = id;
        take(row, id);
      }
      if (rows.length < ROWS_AT_ONCE) return;
    }
  };
  let last = Number.MAX_SAFE_INTEGER;
  try {
    const [row] = await file.database.all(`SELECT max(rowid) * 1.0 AS last FROM ${quoted(table)}`, []);
    last = Math.min(last, numberIn(row?.last) ?? 0);
  } catch {
    // The end of the table is damaged: its length stays unknown.
  }
  await readRange(-1, last);
  return isWhole;
};
