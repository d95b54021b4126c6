// @ts-nocheck
import { ACTIVITY_ROWS, ACTIVITY_TABLE, type Activity, type Category } from './activity-table';

export { type ActivityAffinity, activityAffinity, canContain, familyOf } from './activity-affinity';
export type { Activity, Category, Family } from './activity-table';

/**
 * The seven categories, in the order in which a settings screen shows them.
 *
 * **Source** the reference product's "Sports to sync" switches.
 *
 * @example
 * ```ts
 * import { CATEGORIES } from 'workout-sync';
 *
 * CATEGORIES[0]; // => 'cycling'
 * ```
 */
export const CATEGORIES: readonly Category[] = /* @__PURE__ */ Object.keys(ACTIVITY_TABLE) as Category[];

/**
 * Every activity, category by category.
 *
 * **Laws** no id twice; every id has exactly one category and one family.
 *
 * @example
 * ```ts
 * import { ACTIVITIES, categoryOf } from 'workout-sync';
 *
 * ACTIVITIES.filter((activity) => categoryOf(activity) === 'running');
 * // => ['running', 'treadmill-running', 'wheelchair-run']
 * ```
 */
export const ACTIVITIES: readonly Activity[] = /* @__PURE__ */ Array.from(ACTIVITY_ROWS.keys()) as Activity[];

/**
 * Whether a value from outside names an activity that this version knows.
 *
 * @example
 * ```ts
 * import { isActivity } from 'workout-sync';
 *
 * isActivity('trail-running'); // => false
 * ```
 */
export const isActivity = (value: unknown): value is Activity => ACTIVITY_ROWS.has(value as string);

/**
 * The category whose switch decides about an activity.
 *
 * **Laws** total: an activity that a newer version wrote and this one does not know is `other`.
 *
 * @example
 * ```ts
 * import { categoryOf } from 'workout-sync';
 *
 * categoryOf('hiking'); // => 'walks-and-hikes'
 * ```
 *
 * @see {@link familyOf} for matching: a category is far too wide for that.
 */
export const categoryOf = (activity: Activity): Category => ACTIVITY_ROWS.get(activity)?.category ?? 'other';
