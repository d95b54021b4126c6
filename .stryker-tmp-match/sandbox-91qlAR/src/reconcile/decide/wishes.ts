// @ts-nocheck
import type { Link } from '../../domain/link';
import { before, copyKeys, membersOf, type Row } from '../gather/row';
import { importedBase, sessionFrom } from '../write/content';
import { relink } from '../write/row-steps';
import { take, workoutAt } from '../write/step';
import type { LinkedOutcome } from './linked-outcome';
import { exportAgain, judgeSession } from './own-record';
import type { View } from './view';

/** Whether the user asked for a record of this session in the health store. */
export const wantsRecord = ({ answers }: View, { link }: Row): boolean =>
  answers.exported.has(link.session) || answers.restored.has(link.session);

/** Whether the user asked for an imported session that was deleted, and it can be had. */
export const wantsBack = ({ answers }: View, { link, workout }: Row): boolean =>
  link.kind === 'imported' && workout !== undefined && answers.restored.has(link.session);

/** Imports the workout of a deleted session once more, under the same key, because the user asked for it. */
export const importAgain = (view: View, row: Row): void => {
  const { workout, link } = row;
  if (workout === undefined) return;
  const session = sessionFrom(view.world.scope, workout, link.session);
  const base = { ...importedBase(workout), version: link.base.version };
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

/** Another app's record is there, but the user asked for one of ours as well, and nothing forbids it. */
const mayWriteBeside = (view: View, { link, session }: Row): boolean =>
  link.kind === 'matched' &&
  view.answers.exported.has(link.session) &&
  session !== undefined &&
  judgeSession(view, session).kind === 'eligible';

/**
 * Does what the user asked for about an active link.
 *
 * **Laws** a wish is granted or used up in the plan that sees it: it never lies in wait to overrule a later removal.
 *
 * @returns whether there was such a wish, so that nothing is left to decide.
 */
export const grantWish = (view: View, row: Row, outcome: LinkedOutcome): boolean => {
  if (!wantsRecord(view, row)) return false;
  const { link } = row;
  const isGone =
    outcome === 'close-workout-removed' ||
    (outcome === 'promote-or-close' && row.copies.length + row.joined.length === 0);
  if (outcome === 'close-session-deleted' && wantsBack(view, row)) importAgain(view, row);
  else if (row.session?.state === 'completed' && (isGone || mayWriteBeside(view, row)))
    exportAgain(view, row, 'user-asked');
  else if (outcome === 'settled' && (link.kind !== 'imported' || view.answers.restored.has(link.session)))
    relink(view, row, row.workout, link.base, 'user-asked');
  else return false;
  return true;
};
