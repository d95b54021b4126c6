import { importedSessionKey } from '../../domain/external-id';
import { overlaps } from '../../domain/interval';
import type { MirrorEntry } from '../../domain/workout';
import {
  type ActivityGroup,
  evidenceFor,
  holdBack,
  type Rival,
  recordedInApp,
  relationOf,
} from '../gather/activity-group';
import { importedBase } from '../write/content';
import { copyNotice } from '../write/copy-notice';
import { block, refuse, wait } from '../write/draft';
import { take, workoutAt } from '../write/step';
import { best, judgeWorkout, preferredOf } from './choose';
import { isDeletedInApp } from './status';
import type { View } from './view';

/** Whether a member of the group is a part of a session that was recorded in the app. */
const isPartOfSession = ({ isPart, otherKind, otherGroup }: Rival): boolean =>
  isPart && otherKind === 'session' && recordedInApp(otherGroup);

/** Whether a rival keeps the group out while the user has not answered, when open questions are to be held. */
const holds = ({ isPart, otherGroup: { row, session, apart, fate } }: Rival): boolean =>
  isPart || (row ?? session ?? apart) !== undefined || fate === 'imported';

/** Which question keeps the group out, if one does. */
const openQuestion = (
  view: View,
  group: ActivityGroup,
): { code: 'part-of-session' | 'possible-twin'; rival: Rival } | undefined => {
  const part = group.rivals.find(isPartOfSession);
  if (part) return { code: 'part-of-session', rival: part };
  const held = group.rivals.find(
    (rival) => isDeletedInApp(view, rival.otherGroup) || (view.world.settings.onPossible === 'hold' && holds(rival)),
  );
  return held && { code: 'possible-twin', rival: held };
};

/** The key for the session of a workout; another one where a session that is linked elsewhere already has it. */
const freeSessionKey = (view: View, workout: string): string => {
  let key = importedSessionKey(view.world.scope, workout);
  while (view.isTaken(key)) key += '~';
  return key;
};

const importBest = (view: View, group: ActivityGroup, workout: MirrorEntry): void => {
  const copies = group.workouts.filter((other) => other !== workout);
  const session = freeSessionKey(view, workout.key);
  take(view, group.workouts, {
    effect: { kind: 'import', session, workout: workout.key },
    link: {
      kind: 'imported',
      state: 'active',
      session,
      workout: workout.key,
      copies: copies.map((copy) => copy.key).sort(),
      ...(workout.source && { app: workout.source.app }),
      base: importedBase(workout),
      shadow: { start: workout.start, end: workout.end, activity: workout.activity },
    },
    before: undefined,
    expect: [{ kind: 'session-absent', session }, workoutAt(workout)],
    code: 'new-workout',
    evidence: copies[0] ? evidenceFor(group, copies[0].key, workout.key) : [],
  });
  for (const copy of copies) {
    const relation = relationOf(group, copy.key, workout.key);
    if (relation) view.draft.notices.push(copyNotice(workout, copy, relation.comparison));
  }
};

/** Decides workouts of one activity that no link claims and no session stands for. */
export const decideWorkouts = (view: View, group: ActivityGroup): void => {
  const { workouts } = group;
  const { certainty, draft } = view;
  group.fate ??= 'left';
  if (!workouts.every(certainty.seesSession)) {
    wait(draft, workouts, { code: 'session-unknown' });
    return;
  }
  if (view.openSessions.some((session) => workouts.some((workout) => overlaps(session, workout)))) {
    wait(draft, workouts, { code: 'session-open' });
    return;
  }
  const question = openQuestion(view, group);
  if (question) {
    holdBack(group, question.rival);
    block(draft, workouts, { code: question.code, params: { other: question.rival.other } });
    return;
  }
  const eligible: MirrorEntry[] = [];
  const refused: (() => void)[] = [];
  for (const workout of workouts) {
    const verdict = judgeWorkout(view, workout);
    if (verdict.kind === 'eligible') eligible.push(workout);
    else refused.push(() => refuse(draft, workout, verdict));
  }
  const winner = best(view, eligible);
  if (winner === undefined) {
    for (const tell of refused) tell();
    return;
  }
  group.fate = 'imported';
  importBest(view, group, preferredOf(view, workouts) ?? winner);
};
