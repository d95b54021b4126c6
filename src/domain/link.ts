import type { Activity } from './activity';
import type { Interval } from './interval';
import type { Prints } from './prints';

/** How a session and a workout came to belong together. */
export type LinkKind = 'imported' | 'exported' | 'matched';

/**
 * Where a link stands. `session-deleted` and `workout-removed` are tombstones: the pair once was, and the side that
 * remains must not bring the other back.
 */
export type LinkState = 'active' | 'detached' | 'session-deleted' | 'workout-removed';

/** What both sides looked like when they last agreed. While a write of the session is not answered, they agree on no facts of it. */
export interface MergeBase {
  readonly session: Prints;
  readonly workout: Prints;
  /**
   * The session's revision at that moment: while it stands, the session is unedited. Empty until it is known.
   * @see `acknowledge`, which fills it in.
   */
  readonly revision: string;
  /** The highest version of the own record that was seen or planned; zero where there is none. */
  readonly version: number;
}

/**
 * One row of the ledger: a session, the workout it belongs with, and the copies of that workout in other apps.
 *
 * **Shape** a session has at most one link. `workout` is empty until the health store has named the record. `shadow` is what a tombstone recognises when the same activity comes back
 * under a new id; it holds no more than an interval and an activity.
 */
export interface Link {
  readonly kind: LinkKind;
  readonly state: LinkState;
  readonly session: string;
  readonly workout: string;
  readonly copies: readonly string[];
  /** The app that wrote the workout: a record of the same app may replace it. A tombstone does not keep it. */
  readonly app?: string;
  readonly base: MergeBase;
  readonly shadow: Interval & { readonly activity: Activity };
}

/** A closed link. */
export type Tombstone = Link & { readonly state: 'session-deleted' | 'workout-removed' };

/** The keys of the workouts that a link holds: the one that it stands for, unless that is gone, and its copies. */
export const workoutsIn = ({ workout, copies }: Link): readonly string[] =>
  workout === '' ? copies : [workout, ...copies];

/** Whether a link is closed. */
export const isTombstone = (link: Link): link is Tombstone =>
  link.state === 'session-deleted' || link.state === 'workout-removed';

/**
 * The declared graph: the states that a link may move to from each state. Only the user reopens `workout-removed`; a
 * session that is live again reopens `session-deleted`.
 */
export const LINK_MOVES: Readonly<Record<LinkState, readonly LinkState[]>> = {
  active: ['detached', 'session-deleted', 'workout-removed'],
  detached: ['active', 'session-deleted'],
  'session-deleted': ['active', 'detached'],
  'workout-removed': ['active', 'session-deleted'],
};
