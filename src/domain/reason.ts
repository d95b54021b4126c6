import type { Instant } from './interval';

/** Why a workout may not come in. */
export type ImportRefusalCode =
  /** Imports are switched off. */
  | 'import-off'
  /** This app wrote it: importing it would be an echo. */
  | 'own-export'
  /** This app's own writer recorded it and own recordings are not wanted. */
  | 'own-recording'
  /** The activity is not among those that are synced. */
  | 'activity-not-selected'
  /** The category's switch is off. */
  | 'category-off'
  /** It starts before the date from which imports count. */
  | 'before-import-start'
  /** Its app is ignored. */
  | 'source-ignored'
  /** It came through a service whose workouts reach the app by themselves. */
  | 'origin-relayed'
  /** Somebody typed it in. */
  | 'manual-entry'
  /** It has no samples behind it. */
  | 'summary-only'
  /** It has samples, but none of the kinds that are needed. */
  | 'detail-missing'
  /** The needed samples cover too little of its time. */
  | 'detail-sparse'
  /** Its samples have not been looked at yet. */
  | 'detail-unread'
  /** It ended so recently that samples may still arrive. */
  | 'settling'
  /** It is shorter in time than wanted. */
  | 'too-short'
  /** It is longer in time than any one workout is likely to be. */
  | 'too-long'
  /** It is shorter in distance than wanted. */
  | 'too-near'
  /** It ends in the future. */
  | 'in-the-future';

/** Why a session may not go out. */
export type ExportRefusalCode =
  /** Exports are switched off. */
  | 'export-off'
  /** It is still being recorded. */
  | 'not-completed'
  /** It was deleted. */
  | 'session-deleted'
  /** It came from this very platform. */
  | 'imported-from-here'
  /** It came through a service that writes to this health store itself. */
  | 'origin-writes-there'
  /** It has no samples behind it. */
  | 'no-detail'
  /** Its samples have not been looked at yet. */
  | 'session-detail-unread'
  /** The platform takes no such activity as a workout of its own. */
  | 'activity-not-writable'
  /** The platform would show it as a broader activity. */
  | 'activity-lossy'
  /** It is shorter in time than wanted. */
  | 'session-too-short'
  /** Another device represents it in the health store. */
  | 'owned-elsewhere'
  /** It starts before the date from which exports count. */
  | 'before-export-start'
  /** It ended so recently that a watch's own copy may still arrive. */
  | 'grace-period'
  /** It ends in the future. */
  | 'session-in-the-future';

/** Why a record can only wait. */
export type WaitingCode =
  /** What the app holds is not certain: a partial, offline or foreign list of sessions. */
  | 'session-unknown'
  /** What the health store holds is not certain: an incomplete or unauthorised read. */
  | 'workout-unknown'
  /** The session, or one that overlaps in time, is still being recorded. */
  | 'session-open'
  /** The direction of the link is switched off. */
  | 'direction-off'
  /** It belongs with a record that was not seen yet, as another system has said. */
  | 'awaits-partner';

/** Why a record is left where it is. */
export type SkippedCode =
  /** A field cannot be right; `field` names it. */
  | 'malformed'
  /** The user deleted the session that it belongs with. */
  | 'deleted-in-app'
  /** The user removed the record from the health store: it is not written again, and does not come back in. */
  | 'removed-in-store'
  /** It carries an external id of ours, but no session here has it: another account wrote it. */
  | 'unknown-owner'
  /** Another session already stands for the same activity. */
  | 'duplicate-session'
  /** The session was deleted before it ever left the app. */
  | 'deleted';

/** Why a record is held until somebody decides. */
export type BlockedCode =
  /** Another recording may be the same activity; the user is asked. */
  | 'possible-twin'
  /** It is a part of a session that was recorded in the app, or that session holds it. */
  | 'part-of-session'
  /** It failed too often and was set aside. */
  | 'quarantined';

/** Why a step is taken. */
export type StepCode =
  /** A workout that may come in and stands for no session yet. */
  | 'new-workout'
  /** A session that may go out and has no record yet. */
  | 'new-session'
  /** Both sides already hold the same activity: they are linked, nothing is created. */
  | 'same-activity'
  /** The session came from this workout; the link was lost and is found again. */
  | 'origin-known'
  /** The record in the health store carries the session's external id. */
  | 'own-record-found'
  /** The workout changed in the health store. */
  | 'workout-changed'
  /** Samples or totals arrived after the workout. */
  | 'detail-arrived'
  /** The session changed in the app. */
  | 'session-changed'
  /** Both sides changed and agree. */
  | 'both-agree'
  /** Both sides changed; the app's edit stays. */
  | 'conflict-kept-session'
  /** Both sides changed; the user chose the health store's side. */
  | 'conflict-took-workout'
  /** The workout was removed from the health store. */
  | 'workout-removed'
  /** The session was deleted in the app. */
  | 'session-deleted'
  /** The workout is gone, a copy of it takes its place. */
  | 'copy-promoted'
  /** A better recording of the same activity is there. */
  | 'better-copy'
  /** The user prefers this copy. */
  | 'user-preferred'
  /** The source replaced its record under a new id. */
  | 'record-replaced'
  /** Another app's copy of a linked workout was found. */
  | 'copy-found'
  /** The source is back. */
  | 'source-back'
  /** The session is live again. */
  | 'session-restored'
  /** The user asked for it. */
  | 'user-asked';

/** Every code that this library gives as a reason. Closed, documented one by one, with a text in `messages`. */
export type ReasonCode = ImportRefusalCode | ExportRefusalCode | WaitingCode | SkippedCode | BlockedCode | StepCode;

/** A code of a host's own rule. The prefix keeps it apart from the closed list. */
export type HostCode = `host-${string}`;

/**
 * Why something is as it is.
 *
 * **Shape** `params` holds plain values for a message: keys of other records, numbers with their unit in the name.
 */
export interface Reason<Code extends string = ReasonCode | HostCode> {
  readonly code: Code;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * A reason to refuse, with how long it holds: for good, until something happens by itself (at `until`, where the moment
 * is known), or until the user changes something.
 */
export interface Refusal<Code extends string = ImportRefusalCode | ExportRefusalCode | HostCode> extends Reason<Code> {
  readonly lasts: 'for-good' | 'until' | 'needs-user';
  readonly until?: Instant;
}
