import { overlaps } from '../../domain/interval';
import type { Link } from '../../domain/link';
import { before, copyKeys, membersOf, type Row, type WithSession, type WithWorkout } from '../gather/row';
import { importedBase, sessionFrom } from '../write/content';
import { wait } from '../write/draft';
import { relink } from '../write/row-steps';
import { take, workoutAt } from '../write/step';
import type { LinkedOutcome } from './linked-outcome';
import { exportAgain, judgeSession } from './own-record';
import type { View } from './view';

/** Whether the user asked for a record of this session in the health store. */
export const wantsRecord = ({ answers }: View, { link }: Row): boolean =>
  answers.exported.has(link.session) || answers.restored.has(link.session);

/**
 * Whether the user asked for an imported session that the app does not have any more, and nothing else stands in its place. What is
 * in the app's bin, only the app can take out.
 */
export const wantsBack = ({ answers }: View, row: Row): row is WithWorkout =>
  row.link.kind === 'imported' &&
  row.session === undefined &&
  row.workout !== undefined &&
  row.twin === undefined &&
  answers.restored.has(row.link.session);

/** Whether a session that is still being recorded overlaps the workout of a row. */
export const isUnderOpenSession = ({ openSessions }: View, { workout }: WithWorkout): boolean =>
  openSessions.some((session) => overlaps(session, workout));

/** Whether the user has taken back the deletion of an imported session, which the guard held. */
export const isTakenBack = (view: View, row: Row): row is WithWorkout =>
  wantsBack(view, row) && view.answers.restored.get(row.link.session)?.held === true;

/** Imports the workout of a deleted session once more, under the same key, because the user asked for it. */
const importAgain = (view: View, row: WithWorkout): void => {
  const { workout, link } = row;
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

/** Brings an imported session back, unless one that is being recorded is in its place. */
export const bringBack = (view: View, row: WithWorkout): void => {
  if (isUnderOpenSession(view, row)) wait(view.draft, membersOf(row), { code: 'session-open' });
  else importAgain(view, row);
};

/** Another app's record is there, but the user asked for one of ours as well, and nothing forbids it. */
const mayWriteBeside = (view: View, { link, session }: WithSession): boolean =>
  link.kind === 'matched' && view.answers.exported.has(link.session) && judgeSession(view, session).kind === 'eligible';

/**
 * Writes our own record beside another app's, because the user asked for it.
 *
 * @returns whether it did.
 */
export const writeBeside = (view: View, row: WithSession, outcome: LinkedOutcome): boolean => {
  if ((outcome !== 'settled' && outcome !== 'rebase') || !mayWriteBeside(view, row)) return false;
  exportAgain(view, row, 'user-asked');
  return true;
};

/**
 * Uses up a wish that has nothing left to do.
 *
 * **Laws** a wish never lies in wait to overrule a removal that comes after it.
 *
 * @returns whether there was one.
 */
export const dropWish = (view: View, row: Row, outcome: LinkedOutcome): boolean => {
  if (outcome !== 'settled' || !wantsRecord(view, row)) return false;
  relink(view, row, row.workout, row.link.base, 'user-asked');
  return true;
};
