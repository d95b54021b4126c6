import type { LinkKind } from '../../domain/link';
import type { WaitingCode } from '../../domain/reason';

/** What is known of the session of an active link. */
export type SessionStatus = 'unedited' | 'edited' | 'open' | 'deleted' | 'unknown';

/** What is known of the workout of an active link. */
export type WorkoutStatus = 'same' | 'changed' | 'gone' | 'unknown';

/** What follows from both, before owner, copies and parts are looked at. */
export type LinkedOutcome =
  | 'settled'
  | 'take-changes'
  | 'promote-or-policy'
  | 'promote-or-detach'
  | 'promote-or-close'
  | 'close-session-deleted'
  | 'close-workout-removed'
  | 'write'
  | 'rebase-or-write'
  | 'remove-workout'
  | 'rebase';

type Row = Readonly<Record<Exclude<WorkoutStatus, 'unknown'>, LinkedOutcome>>;
type Table = Readonly<Record<LinkKind, Readonly<Record<'unedited' | 'edited' | 'deleted', Row>>>>;

const TABLE: Table = {
  imported: {
    unedited: { same: 'settled', changed: 'take-changes', gone: 'promote-or-policy' },
    edited: { same: 'settled', changed: 'take-changes', gone: 'promote-or-detach' },
    deleted: { same: 'close-session-deleted', changed: 'close-session-deleted', gone: 'close-session-deleted' },
  },
  exported: {
    unedited: { same: 'settled', changed: 'rebase-or-write', gone: 'close-workout-removed' },
    edited: { same: 'write', changed: 'rebase-or-write', gone: 'close-workout-removed' },
    deleted: { same: 'remove-workout', changed: 'remove-workout', gone: 'close-session-deleted' },
  },
  matched: {
    unedited: { same: 'settled', changed: 'rebase', gone: 'promote-or-close' },
    edited: { same: 'settled', changed: 'rebase', gone: 'promote-or-close' },
    deleted: { same: 'close-session-deleted', changed: 'close-session-deleted', gone: 'close-session-deleted' },
  },
};

/** What the gates let through, or what a link waits for. */
export type Gated =
  | { readonly kind: 'waits'; readonly code: WaitingCode }
  | { readonly kind: 'acts'; readonly outcome: LinkedOutcome };

const waits = (code: WaitingCode): Gated => ({ kind: 'waits', code });

/**
 * The first part of the outcome table: what happens to an active link.
 *
 * **Laws** total: every combination has exactly one outcome; there is no default.
 *
 * **Source** `docs/outcome-table.md`, "First part".
 */
export const decideLinked = (
  kind: LinkKind,
  session: SessionStatus,
  workout: WorkoutStatus,
  direction: 'on' | 'off',
): Gated => {
  if (session === 'unknown') return waits('session-unknown');
  if (session === 'open') return waits('session-open');
  if (workout === 'unknown') return waits('workout-unknown');
  if (direction === 'off') return waits('direction-off');
  return { kind: 'acts', outcome: TABLE[kind][session][workout] };
};
