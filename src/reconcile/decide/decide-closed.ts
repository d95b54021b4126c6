import { isTombstone } from '../../domain/link';
import type { MirrorEntry } from '../../domain/workout';
import { isOwnExport } from '../gather/own-export';
import { memberCount, membersOf, type Row, standIns, type WithSession, withWorkout } from '../gather/row';
import { ownRecordMatches } from '../write/content';
import { skip, wait } from '../write/draft';
import { agree, closeDeleted, keep, relink, removeOwnRecords } from '../write/row-steps';
import { chosenCopy, keepsWorkout } from './better-copy';
import { best, foreign } from './choose';
import { decideLinked } from './linked-outcome';
import { exportAgain, judgeSession, updateOwnRecord } from './own-record';
import { switchPrimary, takeChanges, takeWorkout } from './parts';
import { isBack, sessionStatus, workoutStatus } from './status';
import type { View } from './view';
import { bringBack, wantsBack, wantsRecord } from './wishes';

/** What could stand for the workout of a row: the workout itself, or another app's recording of the same activity. */
const sourceOf = (view: View, row: Row): MirrorEntry | undefined =>
  row.workout ?? best(view, foreign(view, standIns(row)));

/**
 * Whether a source takes the place of a workout that is gone, and is no copy of it: the same app wrote it, or, where a tombstone
 * has forgotten which app that was, it came after the link was closed.
 */
const isSuccessor = ({ link }: Row, source: MirrorEntry): boolean =>
  isTombstone(link) ? !link.copies.includes(source.key) : link.app !== undefined && source.source?.app === link.app;

/** Ties an imported session to a source that is there again; what was changed in it meanwhile comes along. */
const reconnect = (
  view: View,
  row: WithSession,
  source: MirrorEntry,
  code: 'source-back' | 'session-restored',
): void => {
  const better = chosenCopy(view, row)?.copy;
  if (!view.world.settings.import.enabled) {
    wait(view.draft, membersOf(row), { code: 'direction-off' });
  } else if (keepsWorkout(view, row)) {
    takeWorkout(view, withWorkout(row, better ?? source));
  } else if (better !== undefined) {
    switchPrimary(view, row, better, code);
  } else if (row.workout !== undefined || isSuccessor(row, source)) {
    takeChanges(view, withWorkout(row, source), code);
  } else {
    relink(view, row, source, { ...row.link.base, workout: source.prints }, code);
  }
};

/** A detached session waits for its source to come back. */
export const decideDetached = (view: View, row: Row): void => {
  const session = sessionStatus(view, row);
  if (session === 'unknown' || session === 'open') {
    wait(view.draft, membersOf(row), { code: session === 'open' ? 'session-open' : 'session-unknown' });
    return;
  }
  if (session === 'deleted') {
    closeDeleted(view, row);
    return;
  }
  const source = sourceOf(view, row);
  if (source) reconnect(view, row as WithSession, source, 'source-back');
  else keep(view, row);
};

/** Everything beside a tombstone is left alone, each record with the reason. */
const leaveBehind = (view: View, row: Row): void => {
  for (const workout of row.joined) {
    skip(view.draft, workout, { code: 'deleted-in-app', params: { session: row.link.session } });
  }
  view.draft.settled += membersOf(row).length - row.joined.length;
};

/** A session with an own record that is live again: as if the link had never been closed. */
const reopenExported = (view: View, row: WithSession, workout: MirrorEntry): void => {
  const direction = view.world.settings.export.enabled ? 'on' : 'off';
  const gated = decideLinked('exported', sessionStatus(view, row), workoutStatus(view, row), direction);
  if (gated.kind === 'waits') wait(view.draft, membersOf(row), { code: gated.code });
  else if (gated.outcome === 'settled') relink(view, row, workout, row.link.base, 'session-restored');
  else if (gated.outcome === 'rebase-or-write' && ownRecordMatches(row.session, workout))
    agree(view, row, 'session-restored');
  else updateOwnRecord(view, row, 'session-restored');
};

/** Brings both sides together again in one step, so that nothing is left to do afterwards. */
const reopen = (view: View, row: WithSession): void => {
  const { link, session, workout } = row;
  const source = sourceOf(view, row);
  if (link.kind === 'exported' && workout) {
    reopenExported(view, row, workout);
  } else if (link.kind === 'imported') {
    if (source) reconnect(view, row, source, 'session-restored');
    else relink(view, row, undefined, link.base, 'session-restored', 'detached');
  } else if (source && !(view.answers.exported.has(session.key) && judgeSession(view, session).kind === 'eligible')) {
    const matched = { ...withWorkout(row, source), link: { ...link, kind: 'matched' as const } };
    const preferred = chosenCopy(view, matched)?.copy;
    agree(view, preferred ? withWorkout(matched, preferred) : matched, 'session-restored');
  } else {
    exportAgain(view, row, 'session-restored');
  }
};

/** A session that the user deleted stays deleted, and its own records go, until the session is live again. */
export const decideSessionDeleted = (view: View, row: Row): void => {
  const { session } = row;
  if (session?.state === 'open') {
    wait(view.draft, membersOf(row), { code: 'session-open' });
    return;
  }
  if (isBack(row)) {
    reopen(view, row);
    return;
  }
  if (wantsBack(view, row)) {
    bringBack(view, row);
    return;
  }
  const { scope, settings } = view.world;
  const ownRecord = membersOf(row).some((member) => isOwnExport(scope, member));
  if (!ownRecord || session?.state === 'completed') leaveBehind(view, row);
  else if (settings.export.enabled) removeOwnRecords(view, row);
  else wait(view.draft, membersOf(row), { code: 'direction-off' });
};

/** A record that the user removed from the health store is not written again unless the user asks for it. */
export const decideWorkoutRemoved = (view: View, row: Row): void => {
  const { link, session, workout } = row;
  const { world } = view;
  if (sessionStatus(view, row) === 'deleted') {
    closeDeleted(view, row);
    return;
  }
  if (wantsRecord(view, row) && session?.state === 'completed' && world.settings.export.enabled) {
    if (workout) agree(view, row, 'user-asked');
    else exportAgain(view, row as WithSession, 'user-asked');
    return;
  }
  const isBackInStore = workout !== undefined && isOwnExport(world.scope, workout);
  if (!isBackInStore || row.joined.length > 0) {
    keep(view, { ...row, replaced: false });
    return;
  }
  skip(view.draft, workout, { code: 'removed-in-store', params: { session: link.session } });
  view.draft.settled += memberCount(row) - 1;
};
