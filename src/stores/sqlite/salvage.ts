import type { StateRange, StateRow } from '../../ports/state-store';
import { boundsOf } from './bounds';
import type { SqliteDriver, SqlRow } from './driver';
import { isDamage } from './sql-error';
import { fromSqlText } from './text';

/** What can still be read of a damaged table, and the names of what cannot. */
export interface Salvaged {
  readonly rows: readonly StateRow[];
  readonly damaged: readonly string[];
}

/** The answer, or nothing where the part of the file that it stands in is damaged. */
const ifReadable = async (driver: SqliteDriver, sql: string, params: readonly (string | number)[]) => {
  try {
    return await driver.all(sql, params);
  } catch (thrown) {
    if (isDamage(thrown)) return undefined;
    throw thrown;
  }
};

/** A row, or its key alone where the value is no text. */
export const rowOf = ({ key, value }: SqlRow): StateRow | { readonly damaged: string } =>
  typeof value === 'string' ? { key: String(key), value: fromSqlText(value) } : { damaged: String(key) };

const sorted = (found: readonly ReturnType<typeof rowOf>[]): Salvaged => ({
  rows: found.flatMap((one) => ('damaged' in one ? [] : [one])).sort((a, b) => (a.key < b.key ? -1 : 1)),
  damaged: found.flatMap((one) => ('damaged' in one ? [one.damaged] : [])),
});

/** The rows that the table gives in the order it was filled, from one end until it cannot be read on. */
const scan = async (driver: SqliteDriver, table: string, direction: 'up' | 'down'): Promise<readonly SqlRow[]> => {
  const found: SqlRow[] = [];
  let last: number | undefined;
  for (;;) {
    const [beyond, order] = direction === 'up' ? ['>', 'ASC'] : ['<', 'DESC'];
    const where = last === undefined ? '' : `WHERE rowid ${beyond} ?`;
    const sql = `SELECT rowid AS at, key, value FROM ${table} NOT INDEXED ${where} ORDER BY rowid ${order} LIMIT 1`;
    const [row] = (await ifReadable(driver, sql, last === undefined ? [] : [last])) ?? [];
    if (row === undefined) return found;
    found.push(row);
    last = Number(row.at);
  }
};

/**
 * Reads around the damage: the index says which keys there are, and each row is asked for alone. Where the index itself is
 * damaged, the table is read from both ends, and the table's name stands for what may be missing between.
 */
export const salvage = async (
  driver: SqliteDriver,
  table: string,
  range: StateRange = { from: '', to: '\uffff' },
): Promise<Salvaged> => {
  const { where, params } = boundsOf(range);
  const keys = await ifReadable(driver, `SELECT key FROM ${table} WHERE ${where} ORDER BY key`, params as string[]);
  if (keys === undefined) {
    const rows = new Map<string, SqlRow>();
    for (const direction of ['up', 'down'] as const) {
      for (const row of await scan(driver, table, direction)) rows.set(String(row.key), row);
    }
    const inRange = [...rows].filter(([key]) => key >= range.from && key < range.to).map(([, row]) => row);
    const { rows: found, damaged } = sorted(inRange.map(rowOf));
    return { rows: found, damaged: [...damaged, JSON.parse(table) as string] };
  }
  const found: ReturnType<typeof rowOf>[] = [];
  for (const { key } of keys) {
    const [row] = (await ifReadable(driver, `SELECT key, value FROM ${table} WHERE key = ?`, [String(key)])) ?? [];
    found.push(row === undefined ? { damaged: String(key) } : rowOf(row));
  }
  return sorted(found);
};
