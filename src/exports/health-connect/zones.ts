import type { ExportFile } from './export-file';
import { numberIn, quoted } from './sql';

/** Some rows that follow each other, and between which values all of theirs lie. */
interface Zone {
  readonly after: number;
  readonly last: number;
  readonly low: number;
  readonly high: number;
}

/** A stretch of row ids: above `after`, up to `last`. */
interface RowRange {
  readonly after: number;
  readonly last: number;
}

/**
 * Where in a table rows with values in a range can be.
 *
 * Health Connect's tables have no index on time, nor on the record that a row belongs to. But rows were written as time
 * went on, so rows that follow each other in the file are near each other in time: it is enough to know the least and the
 * greatest value of every thousand rows, and to look only into those thousands that can hold what is looked for. Where a
 * file is out of order this is slower, never wrong.
 */
export type ZoneMap = (from: number, to: number) => readonly RowRange[];

/** Few enough that a workout's minutes are found by looking at little else, many enough that the map stays small. */
const ROWS_PER_ZONE = 1024;

/** Damage is stepped over this often in one table; then the rest of it is given up. */
const MOST_GAPS = 200;

const UNREADABLE = 'The file is damaged here; these rows were left out.';

const lastRowOf = async ({ database }: ExportFile, table: string): Promise<number> => {
  try {
    const [row] = await database.all(`SELECT max(rowid) * 1.0 AS last FROM ${quoted(table)}`, []);
    return numberIn(row?.last) ?? 0;
  } catch {
    return Number.MAX_SAFE_INTEGER;
  }
};

/** Rows that nothing can find, since their time or parent is no number. */
const reportUnplaced = async (file: ExportFile, table: string, column: string, zone: RowRange): Promise<void> => {
  const rows = await file.database.all(
    `SELECT rowid * 1.0 AS row FROM ${quoted(table)}
     WHERE rowid > ? AND rowid <= ? AND typeof(${column}) NOT IN ('integer', 'real') LIMIT 100`,
    [zone.after, zone.last],
  );
  for (const { row } of rows) {
    file.problems.report({ table, row: Number(row), message: `Its ${column} is no number; the row was left out.` });
  }
};

/** Reads a table once, from front to back, and notes the extremes of each thousand rows. */
export const mapZones = async (file: ExportFile, table: string, low: string, high: string): Promise<ZoneMap> => {
  const zones: Zone[] = [];
  const sql = `SELECT max(row) AS last, min(low) * 1.0 AS low, max(high) * 1.0 AS high, count(*) AS rows,
      sum(typeof(low) NOT IN ('integer', 'real')) AS unplaced,
      sum(typeof(high) NOT IN ('integer', 'real')) AS open
    FROM (SELECT rowid * 1.0 AS row, ${low} AS low, ${high} AS high FROM ${quoted(table)}
      WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS_PER_ZONE})`;
  let gaps = 0;
  let end: number | undefined;
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    try {
      const [row] = await file.database.all(sql, [after]);
      const last = numberIn(row?.last);
      if (last === undefined || last <= after) break;
      // Text sorts above every number and hides the greatest one.
      const isOpen = Number(row?.open) > 0 || Number(row?.unplaced) > 0;
      const from = numberIn(row?.low) ?? Number.POSITIVE_INFINITY;
      const to = isOpen ? Number.POSITIVE_INFINITY : (numberIn(row?.high) ?? Number.NEGATIVE_INFINITY);
      zones.push({ after, last, low: isOpen ? Number.NEGATIVE_INFINITY : from, high: to });
      if (Number(row?.unplaced) > 0) await reportUnplaced(file, table, low, { after, last });
      if (Number(row?.rows) < ROWS_PER_ZONE) break;
      after = last;
    } catch {
      gaps += 1;
      end ??= await lastRowOf(file, table);
      const from = Math.max(after, 0);
      const next = gaps < MOST_GAPS ? from + ROWS_PER_ZONE : end;
      file.problems.report({ table, row: from + 1, lastRow: Math.min(next, end), message: UNREADABLE });
      if (next >= end) break;
      after = next;
    }
  }
  return (from, to) => {
    const ranges: RowRange[] = [];
    for (const zone of zones) {
      if (zone.low > to || zone.high < from) continue;
      const before = ranges[ranges.length - 1];
      if (before !== undefined && before.last === zone.after)
        ranges[ranges.length - 1] = { after: before.after, last: zone.last };
      else ranges.push({ after: zone.after, last: zone.last });
    }
    return ranges;
  };
};
