import type { Instant } from '../../domain/interval';
import type { ExportFile } from './export-file';
import { scanRows } from './scan-rows';
import { idOf, instantIn, numberIn, numberOf } from './sql';
import { SESSIONS } from './tables';

/** Where a session stands in the file, and what is needed to find what belongs to it. */
export interface SessionEntry {
  readonly key: string;
  readonly row: number;
  readonly app: number | undefined;
  readonly start: Instant;
  readonly end: Instant;
}

/** Every session of a file in order of its start, and whether every row of the table is among them. */
export interface SessionIndex {
  readonly entries: readonly SessionEntry[];
  readonly byKey: ReadonlyMap<string, SessionEntry>;
  readonly isWhole: boolean;
}

const HEXADECIMAL = /^[0-9a-f]{32}$/;

/** The record id as Health Connect shows it to apps: five groups of lower-case hexadecimal digits. */
const keyOf = (id: unknown): string | undefined => {
  const digits = typeof id === 'string' ? id.toLowerCase().replace(/-/g, '') : '';
  return HEXADECIMAL.test(digits) ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : undefined;
};

/** In order of start; then in the file's order, which stays as it is. */
export const inOrder = (a: Pick<SessionEntry, 'start' | 'row'>, b: Pick<SessionEntry, 'start' | 'row'>): number =>
  a.start - b.start || a.row - b.row;

/**
 * Looks at every session once: its id, times and app. Some tens of bytes for each are kept, so that pages come in order of
 * start from a table that has no such order.
 */
export const indexSessions = async (file: ExportFile): Promise<SessionIndex> => {
  const entries: SessionEntry[] = [];
  const byKey = new Map<string, SessionEntry>();
  let isSound = true;
  const report = (row: number, message: string): void => {
    isSound = false;
    file.problems.report('workout-unreadable', { table: SESSIONS, row }, message);
  };
  const app = file.schema.has(SESSIONS, 'app_info_id') ? numberOf('app_info_id') : 'NULL';
  const columns = `${idOf('uuid')} AS id, ${numberOf('start_time')} AS "from", ${numberOf('end_time')} AS "to",
    ${numberOf('exercise_type')} AS type, ${app} AS app`;
  const isWhole = await scanRows(file, SESSIONS, columns, (row, id) => {
    const [key, start, end] = [keyOf(row.id), instantIn(row.from), instantIn(row.to)];
    if (key === undefined) report(id, 'its uuid is not sixteen bytes; the workout was left out.');
    else if (start === undefined) report(id, 'its start_time is no moment; the workout was left out.');
    else if (end === undefined) report(id, 'its end_time is no moment; the workout was left out.');
    else if (numberIn(row.type) === undefined) report(id, 'its exercise_type is no number; the workout was left out.');
    else if (byKey.has(key)) report(id, `its uuid is that of row ${byKey.get(key)?.row}; the workout was left out.`);
    else {
      const entry: SessionEntry = { key, row: id, app: numberIn(row.app), start, end };
      byKey.set(key, entry);
      entries.push(entry);
    }
  });
  return { entries: entries.sort(inOrder), byKey, isWhole: isWhole && isSound };
};
