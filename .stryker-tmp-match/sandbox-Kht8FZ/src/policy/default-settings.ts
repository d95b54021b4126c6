// @ts-nocheck
import type { Settings } from '../domain/settings';

/**
 * The settings of a host that has chosen nothing: both directions on, and nothing left out that could be somebody's
 * workout.
 *
 * **Source** of the numbers that are not zero or empty:
 * - `maximumDurationSeconds` one day: real histories hold forgotten recordings of two, 27 and 31 days, and matching
 *   treats what is longer than a day apart (design, "Locality");
 * - `minimumCoverage` one half, in force only with `requiredDetail`: below it a chart is more gap than line;
 * - `settlingSeconds` six hours: watches and vendor apps write samples minutes to hours after the workout; waiting
 *   longer costs nothing, since only what would be refused waits at all;
 * - `graceSeconds` zero: users expect a completed session to go out at once. A host whose users also wear a watch sets
 *   some minutes;
 * - `guard` more than five removals that are also more than a fifth of all links: fewer is what a person does by hand,
 *   more is what a lost permission looks like.
 *
 * @example
 * ```ts
 * import { DEFAULT_SETTINGS } from 'workout-sync';
 *
 * DEFAULT_SETTINGS.onWorkoutGone; // => 'detach'
 * ```
 *
 * @see {@link settingsFrom} to change some of them.
 */
export const DEFAULT_SETTINGS: Settings = {
  import: {
    enabled: true,
    categories: {},
    requiredDetail: [],
    minimumCoverage: 0.5,
    summaryOnly: 'import',
    manualEntries: 'import',
    ownRecordings: 'import',
    minimumDurationSeconds: 0,
    maximumDurationSeconds: 86_400,
    minimumDistanceMetres: 0,
    ignoredSources: [],
    preferredSources: [],
    refusedOrigins: [],
    routes: 'include',
    settlingSeconds: 21_600,
  },
  export: {
    enabled: true,
    summaryOnly: 'export',
    minimumDurationSeconds: 0,
    graceSeconds: 0,
    lossyActivities: 'export',
    relayedOrigins: [],
  },
  onWorkoutGone: 'detach',
  onPossible: 'import',
  onBetterCopy: 'keep',
  guard: { count: 5, share: 0.2 },
};
