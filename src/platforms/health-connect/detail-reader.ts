import type { Workout } from '../../domain/workout';
import type { RoutePoint } from '../../ports/detail';
import type { DetailReader, Summarised } from '../../ports/health-store';
import type { Signal } from '../../ports/signal';
import { type StoreError, storeError } from '../../ports/store-error';
import type { HealthConnectCalls } from './calls';
import { type MetricWindow, rangeOf, readMetrics, windowsOf } from './metric-windows';
import type { HealthConnectOptions } from './options';
import { fromHealthConnectDetail, summariseHealthConnectDetail } from './read-detail';
import { type NativeMetrics, SERIES_TYPES } from './read-metrics';
import { routePointsOf } from './read-route';
import type { NativeSession } from './records';

const TYPES = Object.values(SERIES_TYPES).flat();

interface Found {
  readonly session: NativeSession;
  readonly metrics: NativeMetrics;
}

/**
 * Reads the samples behind workouts: what the same app wrote in the same time.
 *
 * **Shape** a route of another app needs a consent of its own, which is asked for in front, one at a time. What it gave is kept in
 * memory: whether the route can be read again later is not documented.
 */
export const detailReader = (calls: HealthConnectCalls, options: HealthConnectOptions): DetailReader => {
  const { isInForeground, now = Date.now } = options;
  const given = new Map<string, readonly RoutePoint[]>();
  let dialog: Promise<unknown> = Promise.resolve();

  const findIn = async (
    window: MetricWindow<Workout>,
    granted: ReadonlySet<string>,
    signal?: Signal,
  ): Promise<ReadonlyMap<string, Found>> => {
    const sessions = (await calls.readAll('ExerciseSession', rangeOf(window), signal)) as readonly NativeSession[];
    const metrics = await readMetrics(calls, window, TYPES, granted, signal);
    return new Map(sessions.map((session) => [session.metadata?.id ?? '', { session, metrics }]));
  };

  const ask = async ({ key }: Workout, signal?: Signal): Promise<'given' | 'refused'> => {
    if (!isInForeground()) throw storeError('unavailable', 'A route can only be asked for while the app is in front.');
    try {
      const route = await calls.ask(({ requestExerciseRoute }) => requestExerciseRoute(key), signal);
      given.set(key, routePointsOf(route));
      return 'given';
    } catch (thrown) {
      // A refusal comes as an error without a name of its own.
      if ((thrown as StoreError).kind === 'permission') return 'refused';
      throw thrown;
    }
  };

  return {
    linkedBy: 'time',
    summarise: async (workouts, { signal } = {}) => {
      const granted = await calls.granted('read');
      const summaries: Summarised[] = [];
      for (const window of windowsOf(workouts.filter(({ start, end }) => start < end))) {
        const found = await findIn(window, granted, signal);
        for (const { key } of window.owners) {
          const one = found.get(key);
          if (one === undefined) continue;
          const summary = summariseHealthConnectDetail(one.session, one.metrics, now(), given.get(key));
          summaries.push({ key, summary });
        }
      }
      return summaries;
    },
    read: async (workout, { signal } = {}) => {
      const granted = await calls.granted('read');
      const [window] = windowsOf([workout]);
      const found = window && (await findIn(window, granted, signal)).get(workout.key);
      if (found === undefined) throw storeError('precondition', 'The workout is not there any more.');
      return fromHealthConnectDetail(found.session, found.metrics, given.get(workout.key));
    },
    askForRoute: (workout, { signal } = {}) => {
      // Only one dialog may be open.
      const answer = dialog.then(() => ask(workout, signal));
      dialog = answer.catch(() => undefined);
      return answer;
    },
  };
};
