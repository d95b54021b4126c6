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
type RowRange = Pick<Zone, 'after' | 'last'>;

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

/** A table of more rows, or with holes between its row ids, gets larger zones. */
const MOST_ZONES = 20_000;

/** What is taken for the last row where the file is too damaged to say. */
const LAST_ROW_OF_DAMAGED = 2 ** 24;

const endsOf = async ({ database }: ExportFile, table: string): Promise<readonly [first: number, last: number]> => {
  try {
    const sql = `SELECT (SELECT min(rowid) FROM ${quoted(table)}) * 1.0 AS first, (SELECT max(rowid) FROM ${quoted(table)}) * 1.0 AS last`;
    const [row] = await database.all(sql, []);
    return [numberIn(row?.first) ?? 1, Math.min(numberIn(row?.last) ?? 0, Number.MAX_SAFE_INTEGER)];
  } catch {
    return [1, LAST_ROW_OF_DAMAGED];
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
    const message = `its ${column} is no number; the row was left out.`;
    file.problems.report('row-unreadable', { table, row: Number(row) }, message);
  }
};

const isNumber = (type: unknown): boolean => type === 'integer' || type === 'real';

/** Reads a table once, from front to back, and notes the extremes of each thousand rows. */
const readZones = async (file: ExportFile, table: string, low: string, high: string): Promise<readonly Zone[]> => {
  const [first, end] = await endsOf(file, table);
  const step = Math.max(ROWS_PER_ZONE, Math.ceil((end - first + 1) / MOST_ZONES));
  // Text sorts above every number: it shows in the greatest value, and hides what that would be.
  const sql = `SELECT count(*) AS rows, count(${low}) AS placed, min(${low}) * 1.0 AS low, max(${high}) * 1.0 AS high,
      typeof(max(${low})) AS lows, typeof(max(${high})) AS highs
    FROM ${quoted(table)} WHERE rowid > ? AND rowid <= ?`;
  const zones: Zone[] = [];
  for (let after = first - 1; after < end; after += step) {
    const zone = { after, last: Math.min(after + step, end) };
    try {
      const [row] = await file.database.all(sql, [zone.after, zone.last]);
      const [rows, placed] = [Number(row?.rows), Number(row?.placed)];
      if (rows === 0) continue;
      const isPlaced = placed === rows && isNumber(row?.lows);
      if (!isPlaced) await reportUnplaced(file, table, low, zone);
      const from = numberIn(row?.low) ?? Number.NEGATIVE_INFINITY;
      const to = isNumber(row?.highs) ? numberIn(row?.high) : undefined;
      if (placed > 0) zones.push({ ...zone, low: from, high: to ?? Number.POSITIVE_INFINITY });
    } catch {
      const position = { table, row: zone.after + 1, lastRow: zone.last };
      file.problems.report('rows-damaged', position, 'the file is damaged here; these rows were left out.');
    }
  }
  return zones;
};

/** Maps a table of which each row's values lie between its columns `low` and `high`. */
export const mapZones = async (file: ExportFile, table: string, low: string, high: string): Promise<ZoneMap> => {
  const zones = await readZones(file, table, low, high);
  return (from, to) => {
    const ranges: RowRange[] = [];
    for (const { after, last, low, high } of zones) {
      if (low > to || high < from) continue;
      const before = ranges[ranges.length - 1];
      if (before?.last === after) ranges[ranges.length - 1] = { after: before.after, last };
      else ranges.push({ after, last });
    }
    return ranges;
  };
};
