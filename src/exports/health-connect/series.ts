import type { Sample } from '../../ports/detail';
import { ofSameApp } from './amounts';
import type { ExportFile } from './export-file';
import { rowFinder } from './find-rows';
import type { SessionEntry } from './session-index';
import { amountIn, instantIn, numberOf, quoted } from './sql';
import type { SeriesTable } from './tables';

/** The samples of one kind that were measured during a workout, in order of time. */
export type SeriesReader = (session: SessionEntry) => Promise<readonly Sample[]>;

const NOTHING: SeriesReader = async () => [];

/** Reads samples. The record that they hang from says which app wrote them; their own times say when they were. */
export const seriesReader = (file: ExportFile, { parents, table, column }: SeriesTable): SeriesReader => {
  const { has } = file.schema;
  if (!has(parents, 'app_info_id') || !has(table, 'parent_key', 'epoch_millis', column)) return NOTHING;
  const finder = rowFinder(file, table, 'epoch_millis', 'epoch_millis');
  return async (session) => {
    // CROSS JOIN keeps SQLite from starting at the records, which would read all samples for each of them.
    const query = (within: string): string =>
      `SELECT t.rowid * 1.0 AS row, ${numberOf('t.epoch_millis')} AS at, ${numberOf(`t.${column}`)} AS value
      FROM ${quoted(table)} AS t CROSS JOIN ${quoted(parents)} AS p ON p.rowid = t.parent_key
      WHERE ${within} AND t.epoch_millis >= ? AND t.epoch_millis <= ?${ofSameApp('p.app_info_id', session)}`;
    const app = session.app === undefined ? [] : [session.app];
    const rows = await finder.find(session.start, session.end, query, [session.start, session.end, ...app]);
    const samples = rows.flatMap((row): readonly Sample[] => {
      const [at, value] = [instantIn(row.at), amountIn(row.value)];
      if (at !== undefined && value !== undefined) return [{ at, value }];
      const what = at === undefined ? 'epoch_millis' : column;
      file.problems.report({
        table,
        row: Number(row.row),
        message: `Its ${what} cannot be right; the row was left out.`,
      });
      return [];
    });
    return samples.sort((a, b) => a.at - b.at);
  };
};
