import type { Instant } from '../../domain/interval';
import type { Workout } from '../../domain/workout';
import type { Detail } from '../../ports/detail';
import type { CallOptions, DetailReader } from '../../ports/health-store';
import { storeError } from '../../ports/store-error';
import { summariseDetail } from '../../ports/summarise-detail';
import type { Ask } from './calls';
import type { HealthKitModule, HealthKitWorkoutObject } from './healthkit-module';
import type { HealthKitSample } from './native-sample';
import { fromHealthKitDetail } from './read-detail';
import { HEALTHKIT_SERIES_TYPES, type HealthKitSeriesType, healthKitTypesOf } from './series-types';

const appOf = ({ sourceRevision }: HealthKitSample): string => sourceRevision?.source.bundleIdentifier ?? '';

/** The samples of the one app that has the most of them. */
const mostOf = (samples: readonly HealthKitSample[]): readonly HealthKitSample[] => {
  const counts = new Map<string, number>();
  for (const sample of samples) counts.set(appOf(sample), (counts.get(appOf(sample)) ?? 0) + 1);
  const [app] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
  return samples.filter((sample) => appOf(sample) === app);
};

/**
 * Of the samples in a workout's time, those that can be its own.
 *
 * **Shape** those of the app that wrote it. A heart rate is the user's, whoever measured it: a watch may have done it for an app on the
 * phone. Metres and steps of another app are not this workout's.
 */
const inItsTime = (
  samples: readonly HealthKitSample[],
  type: HealthKitSeriesType,
  { source }: Workout,
): readonly HealthKitSample[] => {
  const own = samples.filter((sample) => appOf(sample) === source?.app);
  return own.length > 0 || HEALTHKIT_SERIES_TYPES[type][0] !== 'heart-rate' ? own : mostOf(samples);
};

/**
 * Reads the samples behind workouts: those that are linked to it, else those in its time.
 *
 * **Shape** a type that this iOS does not know is not asked for. A denied type looks like an empty one.
 */
export const detailReader = <Native extends HealthKitWorkoutObject>(
  module: HealthKitModule<Native>,
  ask: Ask,
  now: () => Instant,
): DetailReader => {
  let known: Readonly<Record<string, boolean>> | undefined;

  const typesOf = async ({ activity }: Workout): Promise<readonly HealthKitSeriesType[]> => {
    known ??= await ask(() =>
      module.areObjectTypesAvailable(Object.keys(HEALTHKIT_SERIES_TYPES) as HealthKitSeriesType[]),
    );
    return healthKitTypesOf(activity).filter((type) => known?.[type]);
  };

  const samplesOf = async (
    native: Native,
    workout: Workout,
    type: HealthKitSeriesType,
    options?: CallOptions,
  ): Promise<readonly HealthKitSample[]> => {
    const query = { limit: 0, ascending: true, unit: HEALTHKIT_SERIES_TYPES[type][1] };
    const linked = await ask(
      () => module.queryQuantitySamples(type, { ...query, filter: { workout: native } }),
      options,
    );
    if (linked.length > 0) return linked;
    const date = { startDate: native.startDate, endDate: native.endDate, strictStartDate: true };
    const overlapping = await ask(() => module.queryQuantitySamples(type, { ...query, filter: { date } }), options);
    return inItsTime(overlapping, type, workout);
  };

  const behind = async (native: Native, workout: Workout, options?: CallOptions): Promise<Detail> => {
    const types = await typesOf(workout);
    const routes = await ask(() => native.getWorkoutRoutes(), options);
    const samples = await Promise.all(
      types.map(async (type) => [type, await samplesOf(native, workout, type, options)] as const),
    );
    return fromHealthKitDetail({ samples, routes, events: native.events ?? [], end: workout.end });
  };

  const find = async (workouts: readonly Workout[], options?: CallOptions): Promise<ReadonlyMap<string, Native>> => {
    const uuids = workouts.map(({ key }) => key);
    const natives = await ask(() => module.queryWorkoutSamples({ filter: { uuids }, limit: 0 }), options);
    return new Map(natives.map((native) => [native.uuid, native]));
  };

  return {
    linkedBy: 'workout',
    summarise: async (workouts, options) => {
      const natives = await find(workouts, options);
      const summaries = [];
      for (const workout of workouts) {
        const native = natives.get(workout.key);
        if (native === undefined) continue;
        const detail = await behind(native, workout, options);
        summaries.push({ key: workout.key, summary: summariseDetail(detail, workout, now()) });
      }
      return summaries;
    },
    read: async (workout, options) => {
      const native = (await find([workout], options)).get(workout.key);
      if (native === undefined) throw storeError('precondition', 'The workout is not there any more.');
      return behind(native, workout, options);
    },
  };
};
