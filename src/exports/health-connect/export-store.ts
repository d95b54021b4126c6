import type { Interval } from '../../domain/interval';
import type { Workout } from '../../domain/workout';
import type { Access } from '../../ports/access';
import type { CallOptions, DetailReader, HealthStore, Summarised } from '../../ports/health-store';
import type { Page, PageRequest } from '../../ports/page';
import { storeError } from '../../ports/store-error';
import { summariseDetail } from '../../ports/summarise-detail';
import type { Closable } from '../bytes/byte-source';
import type { ExportFile } from './export-file';
import { knownUntil } from './known-until';
import { readSources } from './names';
import { partReader } from './parts';
import type { ExportProblem } from './problems';
import { detailReader } from './read-detail';
import { sessionReader } from './read-sessions';
import { indexSessions, inOrder, type SessionEntry } from './session-index';
import { quoted, textIn, textOf } from './sql';
import { SESSIONS } from './tables';

/**
 * A Health Connect backup as a health store that is only read.
 *
 * **Shape** `schemaVersion` is the file's own (`PRAGMA user_version`); `workoutCount` how many workouts it holds. `problems`
 * are the rows that were left out so far, a thousand at most, each once; more may come with every reading. `notes` are the
 * words that an app wrote beside a workout (sets and weights, with some), which the port has no place for. `close` lets go of
 * the database and its temporary file.
 */
export interface HealthConnectExport extends HealthStore, Closable {
  readonly platform: 'health-connect';
  readonly detail: DetailReader;
  readonly schemaVersion: number;
  readonly workoutCount: number;
  readonly problems: () => readonly ExportProblem[];
  readonly notes: (workout: Pick<Workout, 'key'>) => Promise<string | undefined>;
}

/** A file shows all that it holds, and takes nothing. */
const ACCESS: Access = {
  store: 'available',
  asked: true,
  read: 'granted',
  write: 'denied',
  background: 'granted',
  history: 'granted',
};

const PAGE_SIZE = 200;
const LONGEST_NOTES = 100_000;

const checkSignal = (options: CallOptions | undefined): void => {
  if (options?.signal?.aborted) throw storeError('cancelled', 'The reading of the export was given up.');
};

const tokenOf = ({ start, row }: SessionEntry): string => `${start}/${row}`;

const positionOf = (token: string): Pick<SessionEntry, 'start' | 'row'> => {
  const [start, row] = token.split('/').map(Number);
  if (start !== undefined && row !== undefined && Number.isFinite(start) && Number.isFinite(row)) return { start, row };
  throw storeError('invalid', `"${token.slice(0, 60)}" is no page of a Health Connect export.`);
};

/** What the file can tell of a window: nothing after its own last record. */
const knownPart = ({ start, end }: Interval, until: number): Interval => ({
  start,
  end: Math.max(start, Math.min(end, until + 1)),
});

/** The store over a file that was found to be an export. */
export const exportStore = async (
  file: ExportFile,
  options: { readonly ownSources: readonly string[]; readonly close: () => Promise<void> },
): Promise<HealthConnectExport> => {
  const sourceOf = await readSources(file);
  const index = await indexSessions(file);
  const until = await knownUntil(file, index);
  const parts = partReader(file);
  const readSession = sessionReader(file, sourceOf, parts);
  const readDetail = detailReader(file, parts);
  let closing: Promise<void> | undefined;

  const check = (call?: CallOptions): void => {
    if (closing) throw storeError('unavailable', 'The Health Connect export was closed. Open it again.');
    checkSignal(call);
  };
  const detailOf = (entry: SessionEntry, { activity }: Workout) =>
    readDetail(entry, { isCycling: activity === 'cycling' || activity === 'indoor-cycling' });

  const readWorkouts = async (request: PageRequest): Promise<Page<Workout>> => {
    check(request);
    const after = request.page ? positionOf(request.page) : undefined;
    const limit = Math.max(1, Math.floor(request.limit ?? PAGE_SIZE));
    const window = knownPart(request.window, until);
    const wanted: SessionEntry[] = [];
    let isLast = true;
    for (const entry of index.entries) {
      if (entry.start < request.window.start || entry.start >= request.window.end) continue;
      if (after !== undefined && inOrder(entry, after) <= 0) continue;
      if (wanted.length === limit) {
        isLast = false;
        break;
      }
      wanted.push(entry);
    }
    const items: Workout[] = [];
    for (const entry of wanted) {
      check(request);
      items.push(await readSession(entry));
    }
    const last = wanted[wanted.length - 1];
    return { items, complete: isLast && index.isWhole, window, ...(!isLast && last && { next: tokenOf(last) }) };
  };

  const detail: DetailReader = {
    linkedBy: 'time',
    summarise: async (workouts, call) => {
      const summaries: Summarised[] = [];
      for (const workout of workouts) {
        check(call);
        const entry = index.byKey.get(workout.key);
        if (entry === undefined) continue;
        summaries.push({ key: entry.key, summary: summariseDetail(await detailOf(entry, workout), entry, until) });
      }
      return summaries;
    },
    read: async (workout, call) => {
      check(call);
      const entry = index.byKey.get(workout.key);
      if (entry === undefined) throw storeError('precondition', `The export has no workout ${workout.key}.`);
      return detailOf(entry, workout);
    },
  };

  return {
    platform: 'health-connect',
    ownSources: options.ownSources,
    access: async () => ACCESS,
    request: async () => ACCESS,
    readWorkouts,
    detail,
    schemaVersion: file.schema.version,
    workoutCount: index.entries.length,
    problems: file.problems.list,
    notes: async ({ key }) => {
      check();
      const entry = index.byKey.get(key);
      if (entry === undefined || !file.schema.has(SESSIONS, 'notes')) return undefined;
      const sql = `SELECT ${textOf('notes', LONGEST_NOTES)} AS notes FROM ${quoted(SESSIONS)} WHERE rowid = ?`;
      const [row] = await file.database.all(sql, [entry.row]);
      return textIn(row?.notes);
    },
    close: () => {
      closing ??= options.close();
      return closing;
    },
  };
};
