import type { DetailSummary } from '../../domain/detail-summary';
import type { Settings } from '../../domain/settings';
import type { Workout } from '../../domain/workout';
import type { HealthStore } from '../../ports/health-store';

/** A count of a file holds for good, so it says not when it was made: the same file gives the same header every time. */
const lasting = ({ readAt: _whenever, ...summary }: DetailSummary, settings: Settings): DetailSummary =>
  settings.import.routes === 'include' ? summary : { ...summary, route: 'none', routePoints: 0 };

/** The same workouts with their samples counted, as far as the store gives them. */
export const countSamples = async (
  { detail }: HealthStore,
  workouts: readonly Workout[],
  settings: Settings,
): Promise<readonly Workout[]> => {
  const uncounted = workouts.filter((workout) => workout.detail === undefined);
  if (detail === undefined || uncounted.length === 0) return workouts;
  const summaries = new Map((await detail.summarise(uncounted)).map(({ key, summary }) => [key, summary]));
  return workouts.map((workout) => {
    const summary = workout.detail ?? summaries.get(workout.key);
    return summary === undefined ? workout : { ...workout, detail: lasting(summary, settings) };
  });
};

/**
 * A store whose headers come with their samples counted. A phone counts them only where a rule asks for it, since counting
 * costs there; of a file, everybody wants to know, and which recording has more decides who is the original.
 */
export const withSamples = (store: HealthStore, settings: Settings): HealthStore => ({
  ...store,
  readWorkouts: async (request) => {
    const page = await store.readWorkouts(request);
    return { ...page, items: await countSamples(store, page.items, settings) };
  },
});
