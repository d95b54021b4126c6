import { settingsFrom } from '../../src/policy/settings-from';
import type { Detail } from '../../src/ports/detail';
import type { DetailReader, HealthStore } from '../../src/ports/health-store';
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

/** Heart rate, so many samples. */
const pulse = (start: number, count: number): Detail => ({
  series: { 'heart-rate': Array.from({ length: count }, (_, n) => ({ at: start + n * 5000, value: 120 })) },
  routes: [],
});

/** Of each workout so much heart rate, whatever was written. */
export const pulseReader = (count: (key: string) => number): DetailReader => ({
  summarise: async (workouts) =>
    workouts.map(({ key }) => ({
      key,
      summary: { series: { 'heart-rate': { count: count(key), coverage: 1 } }, route: 'none', routePoints: 0 },
    })),
  read: async ({ key, start }) => pulse(start, count(key)),
});

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
