import type { StateRow } from '../../ports/state-store';
import type { SqlStatement, SqlValue } from './driver';
import { toSqlText } from './text';

/** SQLite takes 999 bound values in its oldest versions still in use; a row has two. */
const AT_ONCE = 400;

const inBatches = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, at) => items.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

export const putRows = (table: string, rows: readonly StateRow[]): readonly SqlStatement[] =>
  inBatches(rows).map((batch) => ({
    sql: `INSERT OR REPLACE INTO ${table} (key, value) VALUES ${batch.map(() => '(?, ?)').join()}`,
    params: batch.flatMap(({ key, value }): SqlValue[] => [key, toSqlText(value)]),
  }));

export const removeWhere = (table: string, column: string, values: readonly string[]): readonly SqlStatement[] =>
  inBatches(values).map((batch) => ({
    sql: `DELETE FROM ${table} WHERE ${column} IN (${batch.map(() => '?').join()})`,
    params: batch,
  }));
