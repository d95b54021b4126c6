import { settingsFrom } from '../../src/policy/settings-from';
import type { Detail } from '../../src/ports/detail';
import type { HealthStore } from '../../src/ports/health-store';
import { summariseDetail } from '../../src/ports/summarise-detail';
import { at, type PlainWorld } from './plain-world';

/** Settings under which a workout without enough heart rate stays out, an hour after its end. */
export const NEEDS_HEART_RATE = settingsFrom({
  import: { requiredDetail: ['heart-rate'], summaryOnly: 'refuse', minimumCoverage: 0.5, settlingSeconds: 3600 },
});

/** A beat every half minute. */
export const heartRate = (from: number, to: number): Detail => ({
  series: {
    'heart-rate': Array.from({ length: (to - from) * 2 }, (_, index) => ({
      at: at(from) + index * 30_000,
      value: 140,
    })),
  },
  routes: [],
});

export const NOTHING: Detail = { series: {}, routes: [] };

interface Samples {
  readonly store: HealthStore;
  readonly summarised: string[];
  readonly read: string[];
}

/** The store with samples behind its workouts, and a list of what was asked for. */
export const withSamples = (world: PlainWorld, samples: Map<string, Detail>): Samples => {
  const summarised: string[] = [];
  const read: string[] = [];
  const detail: HealthStore['detail'] = {
    summarise: async (workouts) =>
      workouts.map((workout) => {
        summarised.push(workout.key);
        return { key: workout.key, summary: summariseDetail(samples.get(workout.key) ?? NOTHING, workout, world.now) };
      }),
    read: async ({ key }) => {
      read.push(key);
      return samples.get(key) ?? NOTHING;
    },
  };
  return { store: { ...world.store, detail }, summarised, read };
};
