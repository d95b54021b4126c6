import { importedSessionKey } from '../../domain/external-id';
import { durationSeconds, overlaps } from '../../domain/interval';
import type { MirrorEntry } from '../../domain/workout';
import { type ActivityGroup, evidenceFor, type Rival, recordedInApp, relationOf } from '../gather/activity-group';
import { importedBase } from '../write/content';
import { copyNotice } from '../write/copy-notice';
import { block, refuse, wait } from '../write/draft';
import { take, workoutAt } from '../write/step';
import { best, judgeWorkout, preferredOf } from './choose';
import { isDeletedInApp } from './status';
import type { View } from './view';

/** Whether a member of the group is a part of a session that was recorded in the app. */
const isPartOfSession = (view: View, rival: Rival): boolean => {
  if (rival.verdict !== 'part-of' || rival.otherKind !== 'session') return false;
  const whole = view.sides.sessions.get(rival.other)?.item;
  const part = view.sides.workouts.get(rival.mine)?.item;
  return (
    whole !== undefined &&
    part !== undefined &&
    recordedInApp(rival.otherGroup) &&
    durationSeconds(part) < durationSeconds(whole)
  );
};

const isPartOfWorkout = (view: View, rival: Rival): boolean => {
  const whole = view.sides.workouts.get(rival.other)?.item;
  const part = view.sides.workouts.get(rival.mine)?.item;
  return (
    rival.verdict === 'part-of' &&
    whole !== undefined &&
    part !== undefined &&
    durationSeconds(part) < durationSeconds(whole)
  );
};

/** Whether a rival keeps the group out while the user has not answered, when open questions are to be held. */
const holds = (view: View, rival: Rival): boolean => {
  const { row, session, fate } = rival.otherGroup;
  return row !== undefined || session !== undefined || fate === 'imported' || isPartOfWorkout(view, rival);
};

/** Which question keeps the group out, if one does. */
const openQuestion = (
  view: View,
  group: ActivityGroup,
): { code: 'part-of-session' | 'possible-twin'; rival: Rival } | undefined => {
  const part = group.rivals.find((rival) => isPartOfSession(view, rival));
  if (part) return { code: 'part-of-session', rival: part };
  const held = group.rivals.find(
    (rival) =>
      isDeletedInApp(view, rival.otherGroup) || (view.world.settings.onPossible === 'hold' && holds(view, rival)),
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
  group.fate = 'left';
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
    group.fate = 'held';
    block(draft, workouts, { code: question.code, params: { other: question.rival.other } });
    return;
  }
  const verdicts = workouts.map((workout) => judgeWorkout(view, workout));
  const winner = best(
    view,
    workouts.filter((_workout, index) => verdicts[index]?.kind === 'eligible'),
  );
  if (winner === undefined) {
    workouts.forEach((workout, index) => {
      const verdict = verdicts[index];
      if (verdict?.kind === 'refused') refuse(draft, workout, verdict);
    });
    return;
  }
  group.fate = 'imported';
  importBest(view, group, preferredOf(view, workouts) ?? winner);
};
