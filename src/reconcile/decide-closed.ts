import type { Link } from '../domain/link';
import { printOf } from '../domain/prints';
import { best } from './choose';
import { ownRecordMatches, sessionFrom } from './content';
import { skip, wait } from './draft';
import { exportAgain, updateOwnRecord } from './own-record';
import { takeChanges } from './parts';
import type { Row } from './row';
import { before, copyKeys, membersOf, standIns } from './row';
import { agree, close, keep, relink, removeOwnRecords } from './row-steps';
import { isOwnExport } from './rows';
import { sessionStatus } from './status';
import { take, workoutAt } from './step';
import type { View } from './view';

/** A detached session waits for its source to come back. */
export const decideDetached = (view: View, row: Row): void => {
  const session = sessionStatus(view, row);
  if (session === 'unknown' || session === 'open') {
    wait(view.draft, membersOf(row), { code: session === 'open' ? 'session-open' : 'session-unknown' });
    return;
  }
  if (session === 'deleted') {
    close(view, row, 'session-deleted');
    return;
  }
  const { scope, settings } = view.world;
  const source =
    row.workout ??
    best(
      view,
      standIns(row).filter((workout) => !isOwnExport(scope, workout)),
    );
  if (source === undefined) {
    keep(view, row);
  } else if (!settings.import.enabled) {
    wait(view.draft, membersOf(row), { code: 'direction-off' });
  } else if (row.workout !== undefined || source.source?.app === row.link.app) {
    takeChanges(view, { ...row, workout: source }, 'source-back');
  } else {
    relink(view, row, source, { ...row.link.base, workout: source.prints }, 'source-back');
  }
};

/** Everything beside a tombstone is left alone, each record with the reason. */
const leaveBehind = (view: View, row: Row): void => {
  for (const workout of row.joined) {
    skip(view.draft, workout, { code: 'deleted-in-app', params: { session: row.link.session } });
  }
  view.draft.settled += membersOf(row).length - row.joined.length;
};

/** Brings both sides together again in one step, so that nothing is left to do afterwards. */
const reopen = (view: View, row: Row): void => {
  const { link, session, workout } = row;
  const { settings } = view.world;
  if (session === undefined) return;
  if (link.kind === 'exported' && workout) {
    if (ownRecordMatches(session, workout)) agree(view, row, 'session-restored');
    else if (settings.export.enabled) updateOwnRecord(view, row, 'session-restored');
    else wait(view.draft, membersOf(row), { code: 'direction-off' });
  } else if (link.kind === 'imported' && workout) {
    if (settings.import.enabled) takeChanges(view, row, 'session-restored');
    else wait(view.draft, membersOf(row), { code: 'direction-off' });
  } else if (link.kind === 'imported') {
    relink(view, row, undefined, link.base, 'session-restored', 'detached');
  } else if (workout) {
    agree(view, row, 'session-restored');
  } else {
    exportAgain(view, row, 'session-restored');
  }
};

/** Imports the workout of a deleted session once more, under the same key, because the user asked for it. */
const importAgain = (view: View, row: Row): void => {
  const { workout, link } = row;
  if (workout === undefined) return;
  const session = sessionFrom(view.world.scope, workout, link.session);
  const base = { session: printOf(session), workout: workout.prints, revision: '', version: link.base.version };
  const restored: Link = {
    ...link,
    state: 'active',
    ...(workout.source && { app: workout.source.app }),
    copies: copyKeys(row, workout.key),
    base,
    shadow: { start: session.start, end: session.end, activity: session.activity },
  };
  take(view, membersOf(row), {
    effect: { kind: 'import', session: link.session, workout: workout.key },
    link: restored,
    before: before(row),
    expect: [{ kind: 'session-absent', session: link.session }, workoutAt(workout)],
    code: 'user-asked',
  });
};

/** A session that the user deleted stays deleted, and its own records go, until the session is live again. */
export const decideSessionDeleted = (view: View, row: Row): void => {
  const { session, link } = row;
  const live = session?.state === 'completed' && session.revision !== link.base.revision;
  if (session?.state === 'open') {
    wait(view.draft, membersOf(row), { code: 'session-open' });
    return;
  }
  if (live) {
    reopen(view, row);
    return;
  }
  if (link.kind === 'imported' && row.workout && view.answers.restored.has(link.session)) {
    importAgain(view, row);
    return;
  }
  const { scope, settings } = view.world;
  const ownRecord = membersOf(row).some((member) => member.kind === 'workout' && isOwnExport(scope, member));
  if (!ownRecord || session?.state === 'completed') leaveBehind(view, row);
  else if (settings.export.enabled) removeOwnRecords(view, row);
  else wait(view.draft, membersOf(row), { code: 'direction-off' });
};

/** A record that the user removed from the health store is not written again unless the user asks for it. */
export const decideWorkoutRemoved = (view: View, row: Row): void => {
  const { link, session, workout } = row;
  const { answers, sides, certainty, world } = view;
  const deleted =
    session === undefined
      ? sides.goneSessions.has(link.session) || certainty.provesSessionDeleted(link.shadow)
      : session.state === 'deleted';
  if (deleted) {
    close(view, row, 'session-deleted');
    return;
  }
  const asked = answers.exported.has(link.session) || answers.restored.has(link.session);
  if (asked && session?.state === 'completed' && world.settings.export.enabled) {
    if (workout) agree(view, row, 'user-asked');
    else exportAgain(view, row, 'user-asked');
    return;
  }
  const back = workout !== undefined && isOwnExport(world.scope, workout) ? [workout] : [];
  for (const own of back) skip(view.draft, own, { code: 'removed-in-store', params: { session: link.session } });
  const rest: Row = back.length > 0 ? { ...row, replaced: false } : row;
  if (back.length > 0) delete rest.workout;
  keep(view, rest);
};
