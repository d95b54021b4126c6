import type { Instant } from '../../domain/interval';
import type { Workout } from '../../domain/workout';
import type { Page, PageRequest } from '../../ports/page';
import type { Signal } from '../../ports/signal';
import { type HealthConnectCalls, MOST_PER_PAGE } from './calls';
import { instantOf, textOf } from './instant-text';
import { readMetrics, windowsOf } from './metric-windows';
import type { HealthConnectOptions } from './options';
import { sumSessionTotals, TOTAL_TYPES } from './read-metrics';
import { fromHealthConnectSession } from './read-session';
import type { NativeSession } from './records';

/** Reads sessions as workouts, with the totals that lie beside them. */
export const withTotals = async (
  calls: HealthConnectCalls,
  { totals = 'read' }: HealthConnectOptions,
  sessions: readonly NativeSession[],
  signal?: Signal,
): Promise<readonly Workout[]> => {
  const workouts = sessions.map((session) => fromHealthConnectSession(session));
  if (totals === 'skip' || workouts.length === 0) return workouts;
  const granted = await calls.granted('read');
  const known = new Map<string, Workout>();
  // What cannot be right is no range to ask for.
  const sound = workouts.filter(({ start, end }) => start < end);
  for (const window of windowsOf(sound)) {
    const metrics = await readMetrics(calls, window, TOTAL_TYPES, granted, signal);
    for (const workout of window.owners) {
      known.set(workout.key, { ...workout, ...sumSessionTotals(workout, metrics) });
    }
  }
  return workouts.map((workout) => known.get(workout.key) ?? workout);
};

/**
 * Where a reading goes on: at a start, and whether all that came before was to be seen. Health Connect's own tokens count
 * records from a start; by the start alone nothing is skipped when records come and go.
 */
interface Place {
  readonly from: Instant;
  readonly seen: 'all' | 'own';
}

const placeOf = ({ page, window }: PageRequest): Place => {
  if (!page) return { from: window.start, seen: 'all' };
  const [seen, from] = page.split('@');
  return { from: Number(from), seen: seen === 'own' ? 'own' : 'all' };
};

const startOf = (session: object): Instant => instantOf((session as NativeSession).startTime);

/** The sessions from a place on, until one starts later: so many may start at once that one page does not hold them. */
const sessionsFrom = async (
  { ask }: HealthConnectCalls,
  { window, limit = MOST_PER_PAGE, signal }: PageRequest,
  from: Instant,
): Promise<{ readonly sessions: readonly NativeSession[]; readonly next?: Instant }> => {
  const sessions: object[] = [];
  const timeRangeFilter = { operator: 'between' as const, startTime: textOf(from), endTime: textOf(window.end) };
  const pageSize = Math.max(1, Math.min(limit, MOST_PER_PAGE));
  let pageToken = '';
  for (;;) {
    const options = { timeRangeFilter, ascendingOrder: true, pageSize, ...(pageToken && { pageToken }) };
    const page = await ask(({ readRecords }) => readRecords('ExerciseSession', options), signal);
    for (const session of page.records) sessions.push(session);
    if (!page.pageToken || page.pageToken === pageToken) return { sessions: sessions as NativeSession[] };
    const last = sessions[sessions.length - 1];
    const reached = last === undefined ? from : startOf(last);
    if (reached > from) return { sessions: sessions as NativeSession[], next: reached };
    pageToken = page.pageToken;
  }
};

/**
 * One page of what starts in a window.
 *
 * **Laws** a page that was read in the background without leave shows own records only, and no page after it says `complete`,
 * wherever it is read.
 */
export const readPage = async (
  calls: HealthConnectCalls,
  options: HealthConnectOptions,
  readableSince: Instant | undefined,
  seesAll: () => Promise<boolean>,
  request: PageRequest,
): Promise<Page<Workout>> => {
  const { window, signal } = request;
  const readable = {
    start: Math.min(window.end, Math.max(window.start, readableSince ?? window.start)),
    end: window.end,
  };
  const { from, seen } = placeOf(request);
  if (!(from < window.end)) return { items: [], complete: seen === 'all', window: readable };
  const before = await seesAll();
  const { sessions, next } = await sessionsFrom(calls, request, from);
  const isWhole = seen === 'all' && before && (await seesAll());
  // A range may also hold what merely reaches into it.
  const inside = sessions.filter((session) => startOf(session) >= from && startOf(session) < window.end);
  return {
    items: await withTotals(calls, options, inside, signal),
    ...(next !== undefined && { next: `${isWhole ? 'all' : 'own'}@${next}` }),
    complete: next === undefined && isWhole,
    window: readable,
  };
};
