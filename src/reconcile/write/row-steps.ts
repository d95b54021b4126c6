import { isTombstone, type Link, type LinkState, type MergeBase } from '../../domain/link';
import type { StepCode } from '../../domain/reason';
import type { External, MirrorEntry } from '../../domain/workout';
import type { View } from '../decide/view';
import { isOwnExport } from '../gather/own-export';
import type { Row } from '../gather/row';
import { before, copyKeys, memberCount, membersOf, standIns } from '../gather/row';
import { baseOf } from './content';
import { sessionAt, take, workoutAt } from './step';

/** Nothing to do but to write down records that joined, or a record that took the place of another. */
export const keep = (view: View, row: Row): void => {
  if (row.joined.length === 0 && !row.replaced) {
    view.draft.settled += memberCount(row);
    return;
  }
  const { base, state } = row.link;
  relink(
    view,
    row,
    isTombstone(row.link) ? undefined : row.workout,
    base,
    row.replaced ? 'record-replaced' : 'copy-found',
    state,
  );
};

/** The row as it will stand with this workout. */
export const linkTo = (
  row: Row,
  workout: MirrorEntry | undefined,
  base: MergeBase,
  state: LinkState = 'active',
): Link => {
  const { app: _before, ...rest } = row.link;
  const app = workout?.source?.app ?? (workout ? undefined : row.link.app);
  const key = workout?.key ?? row.link.workout;
  return { ...rest, ...(app !== undefined && { app }), state, workout: key, copies: copyKeys(row, key), base };
};

/** Changes the ledger row alone. */
export const relink = (
  view: View,
  row: Row,
  workout: MirrorEntry | undefined,
  base: MergeBase,
  code: StepCode,
  state: LinkState = 'active',
): void => {
  take(view, membersOf(row), {
    effect: { kind: 'set-link' },
    link: linkTo(row, workout, base, state),
    before: before(row),
    expect: workout ? [workoutAt(workout)] : [],
    code,
    evidence: row.evidence,
  });
};

/**
 * Closes a link. A tombstone keeps interval and activity, and nothing that says who wrote the workout: that a record has replaced
 * it is known now or never, and counts if the session, which is in a bin, comes back.
 */
export const closed = (row: Row, state: 'session-deleted' | 'workout-removed'): Link => {
  const { app: _forgotten, ...link } = row.link;
  const workout = row.session && row.workout ? row.workout.key : link.workout;
  return { ...link, state, workout, copies: copyKeys(row, workout) };
};

/** Gives the pair up, and touches neither side. */
export const close = (view: View, row: Row, state: 'session-deleted' | 'workout-removed'): void => {
  take(view, membersOf(row), {
    effect: { kind: 'set-link' },
    link: closed(row, state),
    before: before(row),
    code: state,
    expect: state === 'workout-removed' && row.session ? [sessionAt(row.session)] : [],
  });
};

const ownRecordsOf = (view: View, row: Row): MirrorEntry[] =>
  [...(row.workout ? [row.workout] : []), ...standIns(row)].filter((workout) => isOwnExport(view.world.scope, workout));

/** Closes the link of a deleted session, and removes every record that we wrote of it, if there is one. */
export const removeOwnRecords = (view: View, row: Row): void => {
  const own = ownRecordsOf(view, row);
  const [first] = own;
  if (first === undefined) {
    close(view, row, 'session-deleted');
    return;
  }
  take(view, membersOf(row), {
    effect: {
      kind: 'remove-workout',
      workouts: own.map((workout) => workout.key).sort(),
      external: (first.external as External).id,
    },
    link: closed(row, 'session-deleted'),
    before: before(row),
    expect: [row.session ? sessionAt(row.session) : { kind: 'session-absent', session: row.link.session }],
    code: 'session-deleted',
  });
};

/** Closes the link of a deleted session; what we wrote of it goes as well, unless exports are off. */
export const closeDeleted = (view: View, row: Row): void => {
  if (view.world.settings.export.enabled) removeOwnRecords(view, row);
  else close(view, row, 'session-deleted');
};

/** Both sides agree as they are. */
export const agree = (view: View, row: Row, code: StepCode): void => {
  if (row.session && row.workout) relink(view, row, row.workout, baseOf(row.session, row.workout), code);
};
