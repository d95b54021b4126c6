import type { Instant } from '../../domain/interval';
import type { Reason, Refusal } from '../../domain/reason';
import type { StoreErrorKind } from '../../ports/store-error';

/**
 * What stood in the way of a run.
 *
 * The kinds of {@link StoreErrorKind}, and those of the state itself:
 * - `busy`: another process is syncing.
 * - `not-connected`: the user was never asked for access, or has disconnected.
 * - `state-newer`: a newer version of this library wrote the state. Nothing is read from it and nothing is written.
 * - `state-elsewhere`: the state was made on another device, for another account or for another platform (a restored backup).
 */
export type ProblemCode = StoreErrorKind | 'busy' | 'not-connected' | 'state-newer' | 'state-elsewhere';

/** A problem as a status screen shows it. The sentences are in `workout-sync/messages`. */
export interface Problem {
  readonly code: ProblemCode;
  readonly side: 'health-store' | 'session-store' | 'state';
  readonly at: Instant;
  /** What the platform or the host said, for support. */
  readonly message: string;
}

/** What happened to one item in a run. */
export type ItemOutcome =
  | 'imported'
  | 'updated'
  | 'enriched'
  | 'session-removed'
  | 'exported'
  | 'rewritten'
  | 'workout-removed'
  | 'linked'
  | 'already-synced'
  | 'refused'
  | 'waiting'
  | 'blocked'
  | 'failed';

/** One line of the sync history. Keys and reasons only: no health data. */
export interface ItemReport {
  readonly at: Instant;
  readonly outcome: ItemOutcome;
  readonly session?: string;
  readonly workout?: string;
  readonly reasons: readonly (Reason | Refusal)[];
  readonly problem?: Problem;
}

/**
 * Why a run ended.
 *
 * - `done`: nothing is left to do now.
 * - `fresh`: nothing was done, since the last run is not old enough (`ifOlderThanSeconds`).
 * - `held`: more would be removed than passes without the user's `confirm`: nothing was removed. Nothing else was done either,
 *   unless a side changed in the middle of the run.
 * - `budget`, `cancelled`: the next run goes on. A run is `cancelled` too where other settings came to count under it.
 * - `paused`: the platform or a backfill asked for a wait: run again at `resumeAt`.
 * - `problem`: see `problem`. Where it is `busy`, the other process may be gone at `resumeAt`; without one, the lease was lost in the
 *   middle of the run: run again at once.
 */
export type RunEnd = 'done' | 'fresh' | 'held' | 'budget' | 'cancelled' | 'paused' | 'problem';

/** How many items ended how. */
export type RunCounts = Readonly<Partial<Record<ItemOutcome, number>>>;

/** One run, as the history keeps it. */
export interface RunReport {
  readonly id: string;
  readonly kind: 'changes' | 'backfill' | 'completed' | 'disconnect';
  readonly trigger: string;
  readonly startedAt: Instant;
  /** Absent for a run that was killed. */
  readonly endedAt?: Instant;
  readonly end?: RunEnd;
  readonly resumeAt?: Instant;
  /** The guard to confirm, where removals are held. */
  readonly guard?: string;
  readonly problem?: Problem;
  readonly counts: RunCounts;
  readonly items: readonly ItemReport[];
}
