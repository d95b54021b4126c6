import { workoutMoved } from '../gather/moves';
import { membersOf, type Row, type WithSession, type WithWorkout } from '../gather/row';
import { ownRecordMatches } from '../write/content';
import { wait } from '../write/draft';
import { agree, close, relink, removeOwnRecords } from '../write/row-steps';
import { takePreferred } from './better-copy';
import { updateOwnRecord } from './own-record';
import { takeChanges } from './parts';
import type { View } from './view';

/**
 * A session that knows which workout it came from is linked to it again. Where it also knows what the workout said then,
 * what has changed in the health store since is taken at once.
 */
const decideByOrigin = (view: View, row: WithSession & WithWorkout): void => {
  if (takePreferred(view, row)) return;
  const moved = workoutMoved(row);
  const takes = row.link.kind === 'imported' && view.world.settings.import.enabled;
  if (takes && (moved.facts || moved.detail)) takeChanges(view, row);
  else relink(view, row, row.workout, row.link.base, 'origin-known');
};

/** Decides a pair that an id shows and the ledger does not know, or not any more: nothing is ever created for it. */
export const decideFound = (view: View, row: Row, found: Exclude<Row['found'], 'in-ledger'>): void => {
  const { session, workout } = row;
  const exportsOff = !view.world.settings.export.enabled;
  if (session?.state === 'open') {
    wait(view.draft, membersOf(row), { code: 'session-open' });
  } else if (session === undefined || session.state === 'deleted') {
    if (found === 'by-origin') close(view, row, 'session-deleted');
    else if (exportsOff) wait(view.draft, membersOf(row), { code: 'direction-off' });
    else removeOwnRecords(view, row);
  } else if (found === 'by-origin') {
    decideByOrigin(view, row as WithSession & WithWorkout);
  } else if (workout && ownRecordMatches(session, workout)) {
    agree(view, row, 'own-record-found');
  } else if (exportsOff) {
    wait(view.draft, membersOf(row), { code: 'direction-off' });
  } else {
    updateOwnRecord(view, row as WithSession, 'own-record-found');
  }
};
