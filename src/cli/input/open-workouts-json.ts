import type { DetailSummary } from '../../domain/detail-summary';
import type { Workout } from '../../domain/workout';
import { READ_ONLY_ACCESS } from '../../exports/read-only-access';
import { parseWorkout } from '../../schema/parse-workout';
import { failure } from '../failure';
import type { ExportProblem, HealthExport } from './health-export';
import { issuesText } from './read-json';

const NOTHING: DetailSummary = { series: {}, route: 'none', routePoints: 0 };

const listIn = (input: unknown): readonly unknown[] => {
  const list = Array.isArray(input) ? input : (input as { readonly workouts?: unknown } | null)?.workouts;
  if (Array.isArray(list)) return list;
  throw failure(
    'unreadable',
    'The JSON file holds no list of workouts.',
    'Expected a list of workouts, or { "workouts": [...] }, as docs/command.md describes.',
  );
};

/** Workouts that an app wrote down itself, as JSON: each with its detail summary, without samples. */
export const openWorkoutsJson = (text: string): HealthExport => {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (thrown) {
    throw failure('unreadable', `The file looks like JSON and is none: ${(thrown as Error).message}.`);
  }
  const problems: ExportProblem[] = [];
  const workouts = new Map<string, Workout>();
  listIn(input).forEach((one, at) => {
    const parsed = parseWorkout(one);
    if (parsed.kind === 'ok') workouts.set(parsed.value.key, parsed.value);
    else problems.push({ message: issuesText(parsed.error), where: `workout ${at}` });
  });
  const all = [...workouts.values()];
  const [first] = all;
  const platform = first?.platform ?? 'apple-health';
  if (all.some((workout) => workout.platform !== platform)) {
    throw failure('unreadable', 'The file holds workouts of two platforms.', 'Give each platform a file of its own.');
  }
  return {
    name: 'List of workouts',
    store: {
      platform,
      ownSources: [],
      ...READ_ONLY_ACCESS,
      readWorkouts: async ({ window }) => ({
        items: all
          .filter(({ start }) => start >= window.start && start < window.end)
          .map(({ detail: _counted, ...header }) => header),
        complete: problems.length === 0,
        window,
      }),
      detail: {
        summarise: async (asked) => asked.map(({ key }) => ({ key, summary: workouts.get(key)?.detail ?? NOTHING })),
        read: async () => ({ series: {}, routes: [] }),
      },
    },
    problems: () => problems,
    close: async () => undefined,
  };
};
