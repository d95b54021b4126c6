import type { Instant, Interval } from '../../domain/interval';
import type { Workout } from '../../domain/workout';
import type { CallOptions, DetailReader, HealthStore, Summarised } from '../../ports/health-store';
import type { Page, PageRequest } from '../../ports/page';
import { storeError } from '../../ports/store-error';
import type { Closable } from '../bytes/byte-source';
import { READ_ONLY_ACCESS } from '../read-only-access';
import type { ExportFile } from './export-file';
import { knownUntil } from './known-until';
import { readSources } from './names';
import { partReader } from './parts';
import type { ExportProblem } from './problems';
import { type DetailRequest, detailReading } from './read-detail';
import { sessionReader } from './read-sessions';
import { indexSessions, inOrder, type SessionEntry } from './session-index';
import { quoted, textIn, textOf } from './sql';
import { SESSIONS } from './tables';

/**
 * A Health Connect backup, opened.
 *
 * **Shape** `problems` is what could not be read, with its position, a thousand at most; it grows with every reading.
 * `knownUntil` is the last moment that the file knows of: it does not say when it was made. `schemaVersion` is the file's own
 * (`PRAGMA user_version`). `notes` are the words that an app wrote beside a workout (sets and weights, with some), which the
 * port has no place for. `close` lets go of the database and its temporary file.
 */
export interface HealthConnectExport extends Closable {
  readonly store: HealthStore & { readonly detail: DetailReader };
  readonly problems: readonly ExportProblem[];
  readonly knownUntil: Instant;
  readonly schemaVersion: number;
  readonly workoutCount: number;
  readonly notes: (workout: Pick<Workout, 'key'>) => Promise<string | undefined>;
}

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
  const detailOf = detailReading(file, parts);
  const lost = new Set<string>();
  let closing: Promise<void> | undefined;

  const check = (call?: CallOptions): void => {
    if (closing) throw storeError('unavailable', 'The Health Connect export was closed. Open it again.');
    checkSignal(call);
  };
  const requestOf = (entry: SessionEntry, { activity }: Workout): DetailRequest => ({
    entry,
    isCycling: activity === 'cycling' || activity === 'indoor-cycling',
  });

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
      const workout = await readSession(entry);
      if (workout === undefined) lost.add(entry.key);
      else items.push(workout);
    }
    const last = wanted[wanted.length - 1];
    return {
      items,
      complete: isLast && index.isWhole && lost.size === 0,
      window,
      ...(!isLast && last && { next: tokenOf(last) }),
    };
  };

  const detail: DetailReader = {
    linkedBy: 'time',
    summarise: async (workouts, call) => {
      const summaries: Summarised[] = [];
      for (const workout of workouts) {
        check(call);
        const entry = index.byKey.get(workout.key);
        if (entry === undefined) continue;
        summaries.push({ key: entry.key, summary: await detailOf.summarise(requestOf(entry, workout), until) });
      }
      return summaries;
    },
    read: async (workout, call) => {
      check(call);
      const entry = index.byKey.get(workout.key);
      if (entry === undefined) throw storeError('precondition', `The export has no workout ${workout.key}.`);
      return detailOf.read(requestOf(entry, workout));
    },
  };

  return {
    store: {
      platform: 'health-connect',
      ownSources: options.ownSources,
      ...READ_ONLY_ACCESS,
      readWorkouts,
      detail,
    },
    knownUntil: until,
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
