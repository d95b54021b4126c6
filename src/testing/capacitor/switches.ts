/**
 * How the phones behave where neither the plugin nor the platform says, or differs by version: each setting is possible, and an
 * adapter must stand all of them.
 *
 * - `rangeHolds`: whether a range of Health Connect holds what starts in it (the default), or what reaches into it.
 * - `lastAnchor`: whether Android's exhausted cursor is left out (Android 14, the default) or an empty text (before).
 * - `sameStart`: the order of workouts that start together.
 */
export interface CapacitorSwitches {
  readonly rangeHolds: 'starts' | 'overlaps';
  readonly lastAnchor: 'absent' | 'empty';
  readonly sameStart: 'oldest-first' | 'newest-first';
}

/** What the plugin's sources and AOSP's suggest. */
export const CAPACITOR_DEFAULTS: CapacitorSwitches = {
  rangeHolds: 'starts',
  lastAnchor: 'absent',
  sameStart: 'oldest-first',
};

/** Every switch with all its settings: run an adapter's tests under each. */
export const CAPACITOR_SETTINGS: {
  readonly [Name in keyof CapacitorSwitches]: readonly CapacitorSwitches[Name][];
} = {
  rangeHolds: ['starts', 'overlaps'],
  lastAnchor: ['absent', 'empty'],
  sameStart: ['oldest-first', 'newest-first'],
};
