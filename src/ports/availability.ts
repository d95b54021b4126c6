import type { HealthStore } from './health-store';

/**
 * Something that a health store's client library may or may not be able to do.
 *
 * - `changes`: reading what changed instead of everything; `deletions`: being told what was deleted;
 *   `hints`: being told that something changed.
 * - `totals`, `series`, `routes`, `laps`, `pauses`: reading them. `active-duration`: the time without pauses.
 *   `zone`: the zone offset of a workout. `unknown-activities`: the platform's number of an activity that the library does
 *   not know. `external-ids`: the id that an app gave a record it wrote.
 * - `write`: writing workouts; `replace`: writing one again without a second record; `remove`: taking one's own away;
 *   `write-whole`: the workout and its samples in one step, all or nothing.
 * - `write-series`, `write-routes`, `write-laps`, `write-pauses`, `write-title`, `write-zone`, `write-activity`: what a
 *   written workout holds; `write-activity` is the activity with what narrows it (indoor, pool).
 * - `read-permission`: knowing whether reading is allowed; `background`: reading while the app is not in front.
 */
export type Capability =
  | 'changes'
  | 'deletions'
  | 'hints'
  | 'totals'
  | 'series'
  | 'routes'
  | 'laps'
  | 'pauses'
  | 'active-duration'
  | 'zone'
  | 'unknown-activities'
  | 'external-ids'
  | 'write'
  | 'replace'
  | 'remove'
  | 'write-whole'
  | 'write-series'
  | 'write-routes'
  | 'write-laps'
  | 'write-pauses'
  | 'write-title'
  | 'write-zone'
  | 'write-activity'
  | 'read-permission'
  | 'background';

/**
 * What a client library can do, one by one.
 *
 * **Shape** a capability is `yes`, or `partly` or `no` with the reason, a sentence for developers: it stands in the table of
 * `docs/adapters.md`.
 */
export type Availability = Readonly<Record<Capability, 'yes' | readonly ['partly' | 'no', why: string]>>;

/** A store of a ready-made adapter, which says what its library can do. */
export interface DescribedHealthStore extends HealthStore {
  readonly availability: Availability;
}

/**
 * What a ready-made adapter can and cannot do, because of the library behind it.
 *
 * @example
 * ```ts no-run It needs a phone's native module.
 * import { availability, type DescribedHealthStore } from 'workout-sync';
 *
 * declare const store: DescribedHealthStore; // healthKitStore(…), healthConnectStore(…), capacitorStore(…)
 *
 * if (availability(store)['write-routes'] !== 'yes') console.log('Routes stay in the app.');
 * ```
 */
export const availability = (store: DescribedHealthStore): Availability => store.availability;
