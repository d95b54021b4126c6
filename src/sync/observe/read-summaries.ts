import type { DetailSummary } from '../../domain/detail-summary';
import type { Interval } from '../../domain/interval';
import { withSummary } from '../../domain/mirror';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import type { StoreError } from '../../ports/store-error';
import { summariseDetail } from '../../ports/summarise-detail';
import { forgetUncountable, isResting, sessionItem, troubleOf, uncountable, workoutItem } from '../apply/trouble';
import type { LivePlanner } from '../plan/live-planner';
import type { RunContext } from '../run/context';
import { SAMPLES, WORKOUTS } from '../state/collections';
import { put, type RowChange } from '../state/table';

/** When the samples of a recording have all had their time to arrive. */
export const settledAt = ({ settings }: RunContext, { end }: Interval): number =>
  end + settings.import.settlingSeconds * 1000;

/** Whether counting again told something: other samples, or that none will come any more. */
const isNews = (run: RunContext, before: MirrorEntry, now: MirrorEntry): boolean => {
  const settled = settledAt(run, before);
  const { readAt } = before.detail ?? {};
  return (
    before.prints.detail !== now.prints.detail || readAt === undefined || (readAt < settled && settled <= run.now())
  );
};

/** A route that is not wanted is not there. */
const wanted = ({ settings }: RunContext, summary: DetailSummary): DetailSummary =>
  settings.import.routes === 'include' ? summary : { ...summary, route: 'none', routePoints: 0 };

/**
 * Counts the samples behind these workouts and puts the counts into the mirror.
 *
 * **Shape** the keys of those whose entry changed. What could not be read now is left as it is, and asked for again in
 * another run. One that cannot be counted stops no other: it is tried less and less often, and set aside.
 */
export const readSummaries = async (run: RunContext, keys: readonly string[]): Promise<readonly string[]> => {
  const { detail } = run.host.store;
  const entries = keys.flatMap((key) => (isResting(run, workoutItem(key)) ? [] : (run.state.get(WORKOUTS, key) ?? [])));
  if (detail === undefined || entries.length === 0) return [];
  const answer = await run.ask('health-store', (options) => detail.summarise(entries, options));
  if (answer.kind === 'error') return afterFailure(run, entries, answer.error);
  const asked = new Map(entries.map((entry) => [entry.key, entry]));
  const changed = answer.value.flatMap(({ key, summary }) => {
    const entry = asked.get(key);
    if (entry === undefined) return [];
    const counted = withSummary(entry, { ...wanted(run, summary), readAt: run.now() });
    return isNews(run, entry, counted) ? [counted] : [];
  });
  await run.commit([
    ...changed.map((entry) => put(WORKOUTS, entry.key, entry)),
    ...answer.value.flatMap(({ key }) => forgetUncountable(run, workoutItem(key))),
  ]);
  return changed.map(({ key }) => key);
};

/** So many that are denied by themselves speak for all that are left: one call for each, in every run, would be too many. */
const DENIED_FOR_ALL = 2;

/**
 * Asks one by one where several could not be counted together; what cannot be counted by itself rests. What is denied is asked
 * for again by the next run, behind what was not asked yet.
 */
const afterFailure = async (
  run: RunContext,
  entries: readonly MirrorEntry[],
  error: StoreError,
): Promise<readonly string[]> => {
  const isDenied = (key: string): boolean => troubleOf(run, workoutItem(key))?.problem.code === 'permission';
  if (entries.length > 1) {
    const changed: string[] = [];
    let denied = 0;
    const inTurn = entries.map(({ key }) => ({ key, wasDenied: isDenied(key) }));
    for (const { key } of inTurn.sort((a, b) => Number(a.wasDenied) - Number(b.wasDenied))) {
      changed.push(...(await readSummaries(run, [key])));
      if (isDenied(key)) denied += 1;
      if (denied === DENIED_FOR_ALL && error.kind === 'permission') break;
    }
    return changed;
  }
  run.blame('health-store', error);
  await run.commit(entries.map(({ key }) => uncountable(run, workoutItem(key), { side: 'health-store', error })));
  return [];
};

/**
 * Counts the samples of sessions, as far as the app gives them, and tells the planner. One that cannot be counted rests, and is set aside.
 *
 * **Laws** what was counted is written down also where the run has to stop among them: otherwise a run that has not the time for all
 * would count the same ones again, and so would every one after it.
 */
export const summariseSessions = async (
  run: RunContext,
  live: LivePlanner,
  sessions: readonly Session[],
): Promise<void> => {
  const { readDetail } = run.host.sessions;
  if (readDetail === undefined) return;
  const rows: RowChange[] = [];
  for (const session of sessions) {
    const { key } = session;
    const item = sessionItem(key);
    if (isResting(run, item)) continue;
    const answer = await run.ask('session-store', (options) => readDetail(run.keys.outside(key), options));
    if (answer.kind === 'ok') {
      const detail = summariseDetail(answer.value, session, run.now());
      live.take({ sessions: [{ ...session, detail }] });
      const row = put(SAMPLES, key, { revision: session.revision, detail });
      rows.push(row);
      run.later([row]);
      await run.commit(forgetUncountable(run, item));
    } else {
      run.blame('session-store', answer.error);
      await run.commit([uncountable(run, item, { side: 'session-store', error: answer.error }, session)]);
    }
    await run.breathe();
  }
  await run.commit(rows);
};
