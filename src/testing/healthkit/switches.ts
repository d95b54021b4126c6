/**
 * How HealthKit behaves where Apple does not say: each setting is possible, and an adapter must stand all of them.
 *
 * - `equalVersions`: what becomes of a save whose version is not above the stored one: it is ignored (the default), replaces all the
 *   same, or stays beside it.
 * - `syncScope`: whether a sync identifier is matched among objects of one type (the default) or among all of an app's.
 * - `replacedRoute`: whether routes and linked samples of a replaced workout stay behind (the default) or go with it.
 * - `limitCounts`: whether the limit of an anchored query counts deletions too (the default).
 * - `firstAnchor`: whether a query without an anchor tells of deletions.
 * - `sameStart`: the order of workouts that start together.
 * - `deniedTotals`: whether a workout with a total of a type that may not be written is refused (the default, as reported) or
 *   saved without it.
 */
export interface HealthKitSwitches {
  readonly equalVersions: 'ignored' | 'replaced' | 'kept-beside';
  readonly syncScope: 'type' | 'app';
  readonly replacedRoute: 'stays' | 'goes';
  readonly limitCounts: 'all' | 'samples';
  readonly firstAnchor: 'silent' | 'told';
  readonly sameStart: 'oldest-first' | 'newest-first';
  readonly deniedTotals: 'refused' | 'dropped';
}

/** What is taken to be so until somebody has looked. */
export const HEALTHKIT_DEFAULTS: HealthKitSwitches = {
  equalVersions: 'ignored',
  syncScope: 'type',
  replacedRoute: 'stays',
  limitCounts: 'all',
  firstAnchor: 'silent',
  sameStart: 'oldest-first',
  deniedTotals: 'refused',
};

/** Every switch with all its settings: run an adapter's tests under each. */
export const HEALTHKIT_SETTINGS: { readonly [Name in keyof HealthKitSwitches]: readonly HealthKitSwitches[Name][] } = {
  equalVersions: ['ignored', 'replaced', 'kept-beside'],
  syncScope: ['type', 'app'],
  replacedRoute: ['stays', 'goes'],
  limitCounts: ['all', 'samples'],
  firstAnchor: ['silent', 'told'],
  sameStart: ['oldest-first', 'newest-first'],
  deniedTotals: ['refused', 'dropped'],
};
