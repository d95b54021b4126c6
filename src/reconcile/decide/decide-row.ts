import type { LinkState } from '../../domain/link';
import type { Session } from '../../domain/session';
import { type ActivityGroup, evidenceFor, relationOf } from '../gather/activity-group';
import { membersOf, type Row } from '../gather/row';
import { copyNotice } from '../write/copy-notice';
import { reviewOf, skip, wait } from '../write/draft';
import { decideActive } from './decide-active';
import { decideDetached, decideSessionDeleted, decideWorkoutRemoved } from './decide-closed';
import { decideFound } from './decide-found';
import { decideSession } from './decide-session';
import { isAbandoned, isMissingInApp } from './status';
import type { View } from './view';

const BY_STATE: Readonly<Record<LinkState, (view: View, row: Row) => void>> = {
  active: decideActive,
  detached: decideDetached,
  'session-deleted': decideSessionDeleted,
  'workout-removed': decideWorkoutRemoved,
};

const announceCopies = ({ draft }: View, row: Row, group: ActivityGroup): void => {
  const original = row.workout ?? row.session;
  if (original === undefined) return;
  for (const copy of row.joined) {
    const relation = relationOf(group, copy.key, original.key);
    if (relation) draft.notices.push(copyNotice(original, copy, relation.comparison));
  }
};

/**
 * A second session of a linked activity is left alone and shown. Where the user deleted the first one and no other app
 * has the activity, the second is simply the session.
 */
const decideTwin = (view: View, row: Row, twin: Session, group: ActivityGroup): void => {
  if (isAbandoned(view, row)) {
    decideSession(view, { ...group, workouts: [] }, twin);
    return;
  }
  skip(view.draft, twin, { code: 'duplicate-session', params: { of: row.link.session } });
  const relation = relationOf(group, twin.key, row.link.session);
  if (relation) view.draft.notices.push(reviewOf(row.link.session, twin.key, relation.comparison));
};

/** Decides a link, and the session that stands beside it without a link of its own. */
export const decideRow = (view: View, row: Row, group: ActivityGroup): void => {
  // Nobody can be asked about a session that the app does not have any more, unless another record is held back by it.
  group.fate ??= isMissingInApp(view, row) && !row.twin ? 'left' : 'linked';
  const [first] = row.joined;
  if (first) {
    row.evidence = evidenceFor(group, first.key, row.link.workout);
    announceCopies(view, row, group);
  }
  if (row.twin) decideTwin(view, row, row.twin, group);
  const { sessions, workouts } = view.sides;
  if (sessions.spoilt.has(row.link.session)) wait(view.draft, membersOf(row), { code: 'session-unknown' });
  else if (workouts.spoilt.has(row.link.workout)) wait(view.draft, membersOf(row), { code: 'workout-unknown' });
  else if (row.found === 'in-ledger') BY_STATE[row.link.state](view, row);
  else decideFound(view, row, row.found);
};
