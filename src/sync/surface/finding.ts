/**
 * What can be found to be wrong, by `diagnose`.
 *
 * - `nothing-syncs`: nothing has come in or gone out, and no run of everything has seen a workout of another app.
 * - `heart-rate-missing`, `route-missing`: imported workouts lack it though it was looked for, with the reasons per workout.
 * - `background-stale`: no background run has ended for days.
 * - `background-denied`: reading in the background is not allowed.
 * - `several-apps-write`: two apps or more write the same workouts.
 * - `history-limited`: only what is newer than `readableSince` can be read.
 * - `write-denied`, `read-denied`, `store-unavailable`, `store-outdated`, `store-locked`: as they say.
 * - `killed-runs`: runs were killed before they ended.
 * - `clock-wrong`: workouts end in the future.
 * - `set-aside`: items failed too often.
 * - `held`: removals wait for the user, and everything else with them but what a backfill brings in.
 * - `state-damaged`: rows of the state were lost, at some time. What they said is found again, and the finding stays.
 */
export type FindingCode =
  | 'nothing-syncs'
  | 'heart-rate-missing'
  | 'route-missing'
  | 'background-stale'
  | 'background-denied'
  | 'several-apps-write'
  | 'history-limited'
  | 'write-denied'
  | 'read-denied'
  | 'store-unavailable'
  | 'store-outdated'
  | 'store-locked'
  | 'killed-runs'
  | 'clock-wrong'
  | 'set-aside'
  | 'held'
  | 'state-damaged';

/**
 * Why a field of a workout is missing.
 *
 * - `indoor`: nothing to record there.
 * - `denied`, `consent-required`: the user has not let it be read.
 * - `may-arrive`: it ended so recently that samples may still come.
 * - `not-read`: nobody has looked yet, since no rule needed it.
 * - `never-recorded`: it was looked for and is not there. On HealthKit a denied kind of sample looks the same.
 * - `not-readable`: the platform, or this client library, does not give it.
 * - `not-wanted`: the settings leave it out.
 */
export type MissingCode =
  | 'indoor'
  | 'denied'
  | 'consent-required'
  | 'may-arrive'
  | 'not-read'
  | 'never-recorded'
  | 'not-readable'
  | 'not-wanted';

/** One field that a workout lacks. */
export interface MissingField {
  readonly workout: string;
  readonly field: 'heart-rate' | 'route' | 'distance' | 'energy' | 'power' | 'cadence' | 'title' | 'repetitions';
  readonly why: MissingCode;
}

/** One thing that is wrong, with what shows it. The advice is in `workout-sync/messages`. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'problem' | 'warning' | 'note';
  /** Plain facts: counts, keys of apps, moments. */
  readonly evidence: Readonly<Record<string, string | number>>;
  readonly missing?: readonly MissingField[];
}
