import {
  before,
  isReplacedBy,
  membersOf,
  type Row,
  standIns,
  type WithSession,
  type WithWorkout,
  withWorkout,
} from '../gather/row';
import { caughtUp, ownRecordMatches } from '../write/content';
import { wait } from '../write/draft';
import { agree, close, closeDeleted, closed, keep, relink, removeOwnRecords } from '../write/row-steps';
import { sessionAt, take } from '../write/step';
import { takePreferred } from './better-copy';
import { best, foreign } from './choose';
import { decideLinked, type LinkedOutcome } from './linked-outcome';
import { updateOwnRecord } from './own-record';
import { takeChanges } from './parts';
import { sessionStatus, workoutStatus } from './status';
import type { View } from './view';
import { bringBack, dropWish, isTakenBack, writeBeside } from './wishes';

type Pair = WithSession & WithWorkout;

/**
 * A record that its own app replaced under a new id takes its place before anything is called gone. Where the session was
 * written from one that is gone too, by a run that could not write it down, the link catches up with it.
 */
const withReplacement = (view: View, row: Row): Row => {
  const { session, link } = row;
  const successor = best(
    view,
    foreign(view, standIns(row)).filter((workout) => isReplacedBy(row, workout)),
  );
  if (successor === undefined) return row;
  const origin = view.sides.workouts.get(session?.origin?.workout ?? '')?.item ?? successor;
  return {
    ...withWorkout(row, successor),
    link: origin === successor ? caughtUp(link, session, successor) : link,
    replaced: true,
  };
};

/** Puts a live copy in the place of a workout that is gone. The session stays as it is. */
const promoteOr = (view: View, row: Row, otherwise: () => void): void => {
  const heir = best(view, foreign(view, standIns(row)));
  if (heir === undefined) otherwise();
  else relink(view, row, heir, { ...row.link.base, workout: heir.prints }, 'copy-promoted');
};

const detach = (view: View, row: Row): void =>
  relink(view, row, undefined, row.link.base, 'workout-removed', 'detached');

/** A session that has a record of ours in the health store is more than an import: it stays. */
const mayRemoveSession = (view: View, row: Row): boolean =>
  view.world.settings.onWorkoutGone === 'remove-session' &&
  foreign(view, standIns(row)).length === standIns(row).length;

const removeSession = (view: View, row: WithSession): void =>
  take(view, membersOf(row), {
    effect: { kind: 'remove-session', session: row.session.key },
    link: closed(row, 'session-deleted'),
    before: before(row),
    expect: [sessionAt(row.session), { kind: 'workout-absent', workout: row.link.workout }],
    code: 'workout-removed',
  });

/** What stands in the table as an outcome, as something to do. Which records are there, follows from the outcome. */
const ACTIONS: Readonly<Record<LinkedOutcome, (view: View, row: Row) => void>> = {
  settled: keep,
  'take-changes': (view, row) => takeChanges(view, row as Pair),
  'promote-or-policy': (view, row) =>
    promoteOr(view, row, () => (mayRemoveSession(view, row) ? removeSession(view, row as Pair) : detach(view, row))),
  'promote-or-detach': (view, row) => promoteOr(view, row, () => detach(view, row)),
  'promote-or-close': (view, row) => promoteOr(view, row, () => close(view, row, 'workout-removed')),
  'close-session-deleted': closeDeleted,
  'close-workout-removed': (view, row) => close(view, row, 'workout-removed'),
  write: (view, row) => updateOwnRecord(view, row as Pair, 'session-changed'),
  'rebase-or-write': (view, row) => {
    const { session, workout } = row as Pair;
    // An older version, or a record that has lost its id, is written anew: else a version that was used would come again.
    const isNewer = (workout.external?.version ?? 0) > row.link.base.version;
    if (isNewer && ownRecordMatches(session, workout)) agree(view, row, 'both-agree');
    else updateOwnRecord(view, row as Pair, 'session-changed');
  },
  'remove-workout': removeOwnRecords,
  rebase: (view, row) => agree(view, row, row.replaced ? 'record-replaced' : 'workout-changed'),
};

const directionOf = (view: View, row: Row): 'on' | 'off' => {
  const { import: imports, export: exports } = view.world.settings;
  if (row.link.kind === 'matched') return 'on';
  return (row.link.kind === 'imported' ? imports : exports).enabled ? 'on' : 'off';
};

/** Decides an active link by the first part of the table. */
export const decideActive = (view: View, found: Row): void => {
  const row = withReplacement(view, found);
  const session = sessionStatus(view, row);
  const gated = decideLinked(row.link.kind, session, workoutStatus(view, row), directionOf(view, row));
  if (gated.kind === 'waits') {
    wait(view.draft, membersOf(row), { code: gated.code });
    return;
  }
  const { outcome } = gated;
  if (session !== 'deleted') {
    const live = row as WithSession;
    if (writeBeside(view, live, outcome) || takePreferred(view, live) || dropWish(view, row, outcome)) return;
  } else if (isTakenBack(view, row)) {
    bringBack(view, row);
    return;
  }
  ACTIONS[outcome](view, row);
};
