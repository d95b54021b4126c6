import type { ActivityGroup } from '../gather/activity-group';
import { sessionMoved, workoutMoved } from '../gather/moves';
import { isOwnExport } from '../gather/own-export';
import { membersOf, type Row, type WithSession } from '../gather/row';
import type { SessionStatus, WorkoutStatus } from './linked-outcome';
import type { View } from './view';
import { isTakenBack, isUnderOpenSession, wantsBack } from './wishes';

/** What is known of the session that a row names. */
export const sessionStatus = (view: View, row: Row): SessionStatus => {
  const { session, link } = row;
  if (session === undefined) {
    const { gone, spoilt } = view.sides.sessions;
    const absent = gone.has(link.session) || view.certainty.provesSessionDeleted(link.shadow);
    return absent && !spoilt.has(link.session) ? 'deleted' : 'unknown';
  }
  if (session.state !== 'completed') return session.state;
  const moved = sessionMoved(row);
  return moved.facts || moved.detail ? 'edited' : 'unedited';
};

/** What is known of the workout that a row names. Own exports change by version, all others by content. */
export const workoutStatus = (view: View, row: Row): WorkoutStatus => {
  const { workout, link } = row;
  if (view.world.scope.readAccess === 'denied') return 'unknown';
  if (workout === undefined) {
    const { gone, spoilt } = view.sides.workouts;
    const absent = gone.has(link.workout) || view.certainty.provesWorkoutGone(link.shadow);
    return absent && !spoilt.has(link.workout) ? 'gone' : 'unknown';
  }
  if (link.kind === 'exported') return workout.external?.version === link.base.version ? 'same' : 'changed';
  const moved = workoutMoved(row);
  return moved.facts || moved.detail ? 'changed' : 'same';
};

/** Whether a session that was deleted is live again: listed at another revision than before. */
export const isBack = (row: Row): row is WithSession =>
  row.session?.state === 'completed' && row.session.revision !== row.link.base.revision;

/** Whether a deleted session comes back in this plan: by itself, or because the user asked for it. */
const returns = (view: View, row: Row): boolean =>
  isBack(row) || (wantsBack(view, row) && !isUnderOpenSession(view, row));

/** Whether the user deleted the session of a row, and it does not come back in this plan. */
const staysDeleted = (view: View, row: Row): boolean =>
  row.link.state === 'session-deleted' || isTakenBack(view, row)
    ? !returns(view, row)
    : sessionStatus(view, row) === 'deleted';

/** Whether the user deleted the session that a group stands for, and it does not come back in this plan. */
export const isDeletedInApp = (view: View, { row, session, deleted }: ActivityGroup): boolean =>
  row ? staysDeleted(view, row) : session === undefined && deleted.length > 0;

/** Whether a list of sessions that would show the session of a row does not, or shows that it stays deleted. */
export const isMissingInApp = (view: View, row: Row): boolean =>
  staysDeleted(view, row) || (row.session === undefined && view.certainty.seesSession(row.link.shadow));

/** Whether the settings have this plan remove the session, because its workout is gone. */
const isRemovedHere = (view: View, row: Row): boolean => {
  const { settings } = view.world;
  return (
    settings.onWorkoutGone === 'remove-session' &&
    settings.import.enabled &&
    row.link.kind === 'imported' &&
    row.link.state === 'active' &&
    sessionStatus(view, row) === 'unedited' &&
    workoutStatus(view, row) === 'gone'
  );
};

/**
 * Whether nothing stands for the activity of a link any more once this plan is done: its session is deleted or removed, and
 * no other app has a record of it.
 */
export const isAbandoned = (view: View, row: Row): boolean =>
  (staysDeleted(view, row) || isRemovedHere(view, row)) &&
  membersOf(row).every((member) => member.kind === 'session' || isOwnExport(view.world.scope, member));
