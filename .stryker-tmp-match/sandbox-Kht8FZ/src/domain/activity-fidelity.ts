// @ts-nocheck
import { type Activity, isActivity } from './activity';
import type { Platform } from './platform';

/**
 * Whether a platform can hold an activity as it is.
 *
 * - `exact`: written there and read back, it is the same activity.
 * - `lossy`: the platform only has a broader name, or `other`.
 */
export type ActivityFidelity = 'exact' | 'lossy';

/** The exceptions, one list a platform; all other activities are exact. */
const LOSSY: Readonly<Record<Platform, string>> = {
  'apple-health':
    'snowshoeing weightlifting calisthenics boot-camp guided-breathing exercise-class roller-hockey paragliding ' +
    'ice-skating skiing',
  'health-connect':
    'hand-cycling wheelchair-run indoor-walking functional-strength core-training cross-training swimming ' +
    'water-fitness barre preparation-and-recovery cooldown mind-and-body tai-chi track-and-field step-training ' +
    'mixed-cardio jump-rope social-dance fitness-gaming kickboxing wrestling archery bowling curling equestrian ' +
    'fishing hunting lacrosse pickleball play snow-sports downhill-skiing cross-country-skiing water-sports ' +
    'multisport transition',
};

/**
 * Whether an activity survives a round trip through a platform: written there and read back.
 *
 * **Laws** agrees with the mapping tables of `workout-sync/healthkit` and `workout-sync/health-connect`, without needing
 * them. Every known activity can be written to both platforms, so there is no third answer; an activity that this
 * version does not know would be written as `other` and is `lossy`.
 *
 * **Source** the round trips of the canonical vocabulary, 46 of which lose the id (`test/fixtures/activity-map.json`).
 *
 * @example
 * ```ts
 * import { fidelityOf } from 'workout-sync';
 *
 * fidelityOf('pickleball', 'apple-health'); // => 'exact'
 * fidelityOf('pickleball', 'health-connect'); // => 'lossy'
 * ```
 *
 * @see {@link activityAffinity}, by which what comes back is still never `incompatible`.
 */
export const fidelityOf = (activity: Activity, platform: Platform): ActivityFidelity =>
  isActivity(activity) && !LOSSY[platform].split(' ').includes(activity) ? 'exact' : 'lossy';
