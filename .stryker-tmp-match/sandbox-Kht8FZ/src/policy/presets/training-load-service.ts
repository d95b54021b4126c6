// @ts-nocheck
import type { Settings } from '../../domain/settings';
import { settingsFrom } from '../settings-from';

/**
 * Settings of a service that computes training load from workouts, and pulls in what no other service brings it.
 *
 * What it does:
 * - imports completed workouts of five categories: strength training, walks and hikes, swimming, yoga and mobility,
 *   other; Cycling and Running are off, because other services bring them, and can be switched on;
 * - includes GPS routes (a switch: `import.routes`);
 * - takes workouts with and without samples, typed-in ones too: load can be computed from a duration;
 * - exports nothing.
 *
 * A category that is switched on later reaches back to what was skipped. Batches, rate limits, background sync and *Sync
 * history* belong to the runner; recognising what the service already has belongs to matching.
 *
 * @example
 * ```ts
 * import { settingsFrom, TRAINING_LOAD_SERVICE } from 'workout-sync';
 *
 * const withRides = settingsFrom({ import: { categories: { cycling: true } } }, TRAINING_LOAD_SERVICE);
 * withRides.import.categories; // => { cycling: true, running: false }
 * ```
 *
 * @see {@link TWO_WAY_RUN_TRACKER}, {@link ACTIVITY_PIPELINE}
 */
export const TRAINING_LOAD_SERVICE: Settings = /* @__PURE__ */ settingsFrom({
  import: { categories: { cycling: false, running: false } },
  export: { enabled: false },
});
