// @ts-nocheck
import type { Settings } from '../../domain/settings';
import { settingsFrom } from '../settings-from';

/**
 * Settings of a source that feeds every workout into a pipeline, with as much behind it as there is.
 *
 * What it does:
 * - imports every activity, with its route, and refuses nothing for what is missing: the pipeline says what is not to be
 *   had instead;
 * - when several apps recorded one workout, moves to the better recording if it arrives late, as long as nobody edited the
 *   session: a heart rate or a route that was missing at first is filled in;
 * - exports nothing.
 *
 * Which fields and streams a workout brings, background sync and troubleshooting belong to the adapters and the runner.
 *
 * @example
 * ```ts
 * import { ACTIVITY_PIPELINE } from 'workout-sync';
 *
 * ACTIVITY_PIPELINE.onBetterCopy; // => 'switch'
 * ```
 *
 * @see {@link TWO_WAY_RUN_TRACKER}, {@link TRAINING_LOAD_SERVICE}
 */
export const ACTIVITY_PIPELINE: Settings = /* @__PURE__ */ settingsFrom({
  export: { enabled: false },
  onBetterCopy: 'switch',
});
