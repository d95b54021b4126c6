import { type AmountRecord, type AmountShare, shareAmounts } from '../../platforms/health-connect/share-amounts';
import type { ExportFile } from './export-file';
import { rowFinder } from './find-rows';
import type { SessionEntry } from './session-index';
import { amountIn, instantIn, isUnset, numberIn, numberOf, quoted } from './sql';
import type { AmountTable } from './tables';

/** What one table of amounts holds for a workout. */
export type AmountReader = (session: SessionEntry) => Promise<readonly AmountShare[]>;

const NOTHING: AmountReader = async () => [];

/** The condition that a record is of the session's app; nothing where one of the two names none. */
export const ofSameApp = (column: string, session: SessionEntry): string =>
  session.app === undefined ? ` AND ${column} IS NULL` : ` AND ${column} = ?`;

/** Reads a table of amounts: distance, energy, steps, elevation. Records belong to a session by app and time alone. */
export const amountReader = (file: ExportFile, { table, column, factor }: AmountTable): AmountReader => {
  const { has } = file.schema;
  if (!has(table, 'start_time', 'end_time', 'app_info_id', column)) return NOTHING;
  const modified = has(table, 'last_modified_time') ? numberOf('t.last_modified_time') : '0';
  const finder = rowFinder(file, table, 'start_time', 'end_time');
  return async (session) => {
    const query = (within: string): string =>
      `SELECT t.rowid * 1.0 AS row, ${numberOf('t.start_time')} AS "from", ${numberOf('t.end_time')} AS "to",
        ${numberOf(`t.${column}`)} AS value, ${modified} AS modified
      FROM ${quoted(table)} AS t
      WHERE ${within} AND t.start_time < ? AND t.end_time > ?${ofSameApp('t.app_info_id', session)}`;
    const app = session.app === undefined ? [] : [session.app];
    const rows = await finder.find(session.start, session.end, query, [session.end, session.start, ...app]);
    const records = rows.flatMap((one): readonly AmountRecord[] => {
      if (isUnset(numberIn(one.value) ?? 0)) return [];
      const row = Number(one.row);
      const [start, end, value] = [instantIn(one.from), instantIn(one.to), amountIn(one.value)];
      const isSound = start !== undefined && end !== undefined && start < end;
      if (!isSound || value === undefined) {
        const what = isSound ? column : 'time';
        file.problems.report('row-unreadable', { table, row }, `its ${what} cannot be right; the row was left out.`);
        return [];
      }
      return [{ row, start, end, value: value * factor, modified: numberIn(one.modified) ?? 0 }];
    });
    return shareAmounts(records, session);
  };
};

/** The sum, or nothing where nothing was measured: HS3 wants no zeros that stand for "unknown". */
export const sumOf = (shares: readonly AmountShare[]): number | undefined => {
  const sum = shares.reduce((total, { value }) => total + value, 0);
  return sum > 0 ? sum : undefined;
};
