// @ts-nocheck
import type { Settings } from '../../domain/settings';
import { settingsFrom } from '../settings-from';

/**
 * Settings of an app that records runs and walks, and keeps them in step with the health store both ways.
 *
 * What it does:
 * - imports running, treadmill running and walking (indoors too), and nothing else;
 * - imports a workout only if its session view has something to show: heart rate, speed, distance samples or a route over
 *   at least half of its time; summary-only workouts are skipped, after samples had their time to arrive;
 * - exports completed sessions at once (*auto-upload*), except those without detailed records;
 * - never imports its own exports and never exports a session to the platform it came from, as every setting does.
 *
 * Two switches of its screen change these settings: *auto-upload* is `export.enabled`, *import history* off is
 * `import.importFrom` at the moment of connecting. Status, initial sync and *Sync now* belong to the runner; which app
 * recorded the original belongs to the plan's notices.
 *
 * @example
 * ```ts
 * import { settingsFrom, TWO_WAY_RUN_TRACKER } from 'workout-sync';
 *
 * const connectedAt = 1_790_000_000_000;
 * const noHistory = settingsFrom({ import: { importFrom: connectedAt } }, TWO_WAY_RUN_TRACKER);
 * noHistory.import.importFrom; // => 1790000000000
 * ```
 *
 * @see {@link TRAINING_LOAD_SERVICE}, {@link ACTIVITY_PIPELINE}
 */
export const TWO_WAY_RUN_TRACKER: Settings = /* @__PURE__ */ settingsFrom({
  import: {
    activities: ['running', 'treadmill-running', 'walking', 'indoor-walking'],
    requiredDetail: ['heart-rate', 'speed', 'distance', 'route'],
    minimumCoverage: 0.5,
    summaryOnly: 'refuse',
  },
  export: { summaryOnly: 'refuse' },
});
