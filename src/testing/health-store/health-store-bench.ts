import type { HealthStore, WorkoutDraft } from '../../ports/health-store';
import type { ForeignWorkout } from './other-apps';

/**
 * A store under test, and what a test can do to it from outside. What is absent cannot be checked, and the checks that want
 * it answer `not-tried`: a simulator can do all of it, a test on a phone only some.
 */
export interface HealthStoreBench {
  readonly store: HealthStore;
  /** Another app writes a workout. Gives its key. */
  readonly writeAsOther?: (workout: ForeignWorkout) => Promise<string> | string;
  /** Another app deletes its workout. */
  readonly eraseAsOther?: (key: string) => Promise<unknown> | unknown;
  /** A record is deleted and written again under its own key. */
  readonly reinsert?: (key: string) => Promise<unknown> | unknown;
  readonly lock?: () => Promise<void> | void;
  /** The app is sent to the background, without leave to read there. */
  readonly sendToBackground?: () => Promise<void> | void;
  /** From now on samples cannot be written. */
  readonly failSamples?: () => Promise<void> | void;
  /** How many samples of removed workouts are still there. */
  readonly countOrphans?: () => Promise<number> | number;
}

/** Makes a fresh, empty store for one check. */
export type MakeHealthStore = () => Promise<HealthStoreBench> | HealthStoreBench;

const START = Date.UTC(2026, 0, 5, 9);

/** A run of another app that measured nothing but its time. */
export const foreignRun = (hour: number): ForeignWorkout => ({
  activity: 'running',
  start: START + hour * 3_600_000,
  end: START + hour * 3_600_000 + 1_800_000,
  source: { app: 'com.example.another' },
});

/** A run of another app that measured its totals. **Units** as everywhere: metres and kilocalories. */
export const measuredRun = (hour: number): ForeignWorkout => ({
  ...foreignRun(hour),
  distanceMetres: 5012,
  energyKilocalories: { active: 301 },
});

/** A run of our own, at a version. */
export const ownRun = (version: number, hour = 0, id = 'ws1-00000000000000000000000000000001'): WorkoutDraft => ({
  activity: 'running',
  start: START + hour * 3_600_000,
  end: START + hour * 3_600_000 + 1_800_000 + version * 60_000,
  external: { id, version },
});
