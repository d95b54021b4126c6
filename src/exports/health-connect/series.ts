import type { Sample } from '../../ports/detail';
import { ofSameApp } from './amounts';
import type { DatabaseRow } from './database';
import type { ExportFile } from './export-file';
import { rowFinder } from './find-rows';
import type { SessionEntry } from './session-index';
import { amountIn, instantIn, numberOf, quoted } from './sql';
import type { SeriesTable } from './tables';

/** The samples of one kind that were measured during a workout. */
export interface SeriesReader {
  /** In order of time; those that cannot be right are reported and left out. */
  readonly read: (session: SessionEntry) => Promise<readonly Sample[]>;
  /** When there are samples, to count them: the values are none, and the order is the file's. */
  readonly moments: (session: SessionEntry) => Promise<readonly Sample[]>;
}

const nothing = async (): Promise<readonly Sample[]> => [];

/** Reads samples. The record that they hang from says which app wrote them; their own times say when they were. */
export const seriesReader = (file: ExportFile, { parents, table, column }: SeriesTable): SeriesReader => {
  const { has } = file.schema;
  if (!has(parents, 'app_info_id') || !has(table, 'parent_key', 'epoch_millis', column)) {
    return { read: nothing, moments: nothing };
  }
  const finder = rowFinder(file, table, 'epoch_millis', 'epoch_millis');
  const rowsOf = (session: SessionEntry, columns: string, condition = ''): Promise<readonly DatabaseRow[]> => {
    // CROSS JOIN keeps SQLite from starting at the records, which would read all samples for each of them.
    const query = (within: string): string =>
      `SELECT ${columns} FROM ${quoted(table)} AS t CROSS JOIN ${quoted(parents)} AS p ON p.rowid = t.parent_key
      WHERE ${within} AND t.epoch_millis >= ? AND t.epoch_millis <= ?${ofSameApp('p.app_info_id', session)}${condition}`;
    const app = session.app === undefined ? [] : [session.app];
    return finder.find(session.start, session.end, query, [session.start, session.end, ...app]);
  };
  const sampleIn = (row: DatabaseRow): readonly Sample[] => {
    const [at, value] = [instantIn(row.at), amountIn(row.value)];
    if (at !== undefined && value !== undefined) return [{ at, value }];
    const message = `its ${at === undefined ? 'epoch_millis' : column} cannot be right; the row was left out.`;
    file.problems.report('row-unreadable', { table, row: Number(row.row) }, message);
    return [];
  };
  return {
    read: async (session) => {
      const at = numberOf('t.epoch_millis');
      const columns = `t.rowid * 1.0 AS row, ${at} AS at, ${numberOf(`t.${column}`)} AS value`;
      const samples = (await rowsOf(session, columns)).flatMap(sampleIn);
      return samples.sort((a, b) => a.at - b.at);
    },
    moments: async (session) => {
      const isSound = ` AND typeof(t.epoch_millis) = 'integer' AND t.${column} >= 0 AND t.${column} < 1e300`;
      const rows = await rowsOf(session, 't.epoch_millis * 1.0 AS at, 0 AS value', isSound);
      return rows as readonly unknown[] as readonly Sample[];
    },
  };
};
