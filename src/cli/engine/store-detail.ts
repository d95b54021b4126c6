import type { Settings } from '../../domain/settings';
import type { Workout } from '../../domain/workout';
import type { Detail } from '../../ports/detail';
import type { HealthStore } from '../../ports/health-store';
import type { Database } from '../database/database';
import { type PendingDetail, pendingDetail, putDetail } from '../database/detail-table';

/** So many sessions are put in one go: what a killed process has to read again. */
const BATCH = 50;

/** What is stored, and from what. */
export interface DetailSources {
  readonly database: Database;
  readonly store: HealthStore;
  /** The workouts that the file has. */
  readonly workouts: ReadonlyMap<string, Workout>;
  readonly settings: Settings;
}

/** How to be told of it, and how to stop it. */
export interface DetailOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Reads the samples and routes of the sessions that were imported from the file, and stores them.
 *
 * **Laws** what is stored already, of the same workout with the same counts, is not read again; stopped or killed anywhere,
 * the next call goes on. Routes stay out where the settings leave them out.
 */
export const storeDetail = async (
  { database, store, workouts, settings }: DetailSources,
  { signal, onProgress }: DetailOptions,
): Promise<void> => {
  const { detail } = store;
  if (detail === undefined) return;
  const wanted = pendingDetail(database, store.platform).filter(({ workout }) => workouts.has(workout));
  let read: { readonly pending: PendingDetail; readonly detail: Pick<Detail, 'series' | 'routes'> }[] = [];
  const put = (): void => {
    putDetail(database, read);
    read = [];
  };
  for (const [done, pending] of wanted.entries()) {
    onProgress(done, wanted.length);
    const answer = await detail.read(workouts.get(pending.workout) as Workout, { signal }).catch((thrown) => {
      if (!signal.aborted) throw thrown;
    });
    if (answer === undefined || signal.aborted) break;
    const routes = settings.import.routes === 'include' ? answer.routes : [];
    read.push({ pending, detail: { series: answer.series, routes } });
    if (read.length === BATCH) put();
  }
  if (read.length > 0) put();
};
