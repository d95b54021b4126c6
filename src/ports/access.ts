import type { Activity } from '../domain/activity';
import type { SeriesName } from '../domain/detail-summary';
import type { Instant } from '../domain/interval';

/** Whether the user allows something. `unknown` where the platform does not say: HealthKit hides what may be read. */
export type Permission = 'granted' | 'denied' | 'unknown';

/**
 * What the health store lets this app do, at the moment.
 *
 * - `store`: whether there is a health store at all; `update-required` where the user must update it first.
 * - `asked`: whether the user was ever asked. While `false`, nothing is read or written and `connect` asks.
 * - `read`, `write`: of workouts.
 * - `background`: whether reading works while the app is not in front. Without it Health Connect shows own records only,
 *   which looks like an emptied store.
 * - `history`: whether what is older than the platform's usual limit may be read (Health Connect's 30 days).
 * - `readableSince`: the earliest moment that can be read, where there is such a limit.
 * - `reads`: what may be read beside workouts, where the platform says so. Once it grows, the samples of workouts that did not come
 *   in, or lack what they had, are counted again.
 */
export interface Access {
  readonly store: 'available' | 'unavailable' | 'update-required';
  readonly asked: boolean;
  readonly read: Permission;
  readonly write: Permission;
  readonly background: Permission;
  readonly history: Permission;
  readonly readableSince?: Instant;
  readonly reads?: readonly ReadBeside[];
}

/** Where there is no health store, or none that answers: nothing is known of what it would allow. */
export const NO_ACCESS: Access = {
  store: 'unavailable',
  asked: false,
  read: 'unknown',
  write: 'unknown',
  background: 'unknown',
  history: 'unknown',
};

/** What can be read beside a record itself. `totals`: distance, energy and climb, where they are records of their own. */
export type ReadBeside = SeriesName | 'totals';

/**
 * What to ask the user for: only what the settings need.
 *
 * **Shape** an absent `reads`, `writes` or `activities` means all of it: an adapter may ask for more than it must, never for
 * less.
 *
 * @see {@link accessNeedsOf} for what settings need.
 */
export interface AccessNeeds {
  /** Workouts, whoever wrote them. */
  readonly read: boolean;
  /** Workouts of our own. */
  readonly write: boolean;
  /** Reading routes. */
  readonly routes: boolean;
  readonly history: boolean;
  readonly background: boolean;
  /** What is read beside workouts. */
  readonly reads?: readonly ReadBeside[];
  /** What is written of a session: its totals, or its samples and its route too. */
  readonly writes?: 'header' | 'detail';
  /** The activities that may come in. */
  readonly activities?: readonly Activity[];
}
