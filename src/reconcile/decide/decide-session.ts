import type { Link } from '../../domain/link';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import { type ActivityGroup, evidenceFor, holdBack, type Rival } from '../gather/activity-group';
import { baseOf } from '../write/content';
import { block, refuse, skip, wait } from '../write/draft';
import { sessionAt, take, workoutAt } from '../write/step';
import { best } from './choose';
import { exportNew, judgeSession } from './own-record';
import { isAbandoned } from './status';
import type { View } from './view';

const shadowOf = (session: Session): Link['shadow'] => ({
  start: session.start,
  end: session.end,
  activity: session.activity,
});

/** Links a session with the workouts that are the same activity; nothing is created on either side. */
const match = (view: View, group: ActivityGroup, session: Session, workout: MirrorEntry): void => {
  const deleted = session.state === 'deleted';
  const copies = group.workouts.filter((other) => other !== workout).map((copy) => copy.key);
  take(view, [session, ...group.workouts], {
    effect: { kind: 'set-link' },
    link: {
      kind: 'matched',
      state: deleted ? 'session-deleted' : 'active',
      session: session.key,
      workout: workout.key,
      copies: copies.sort(),
      ...(workout.source && !deleted && { app: workout.source.app }),
      base: baseOf(session, workout),
      shadow: shadowOf(session),
    },
    before: undefined,
    expect: [sessionAt(session), workoutAt(workout)],
    code: deleted ? 'session-deleted' : 'same-activity',
    evidence: evidenceFor(group, workout.key, session.key),
  });
};

/** Whether another session already stands for the activity, or goes out for it in this plan. */
const isTwinOfLinked = ({ verdict, otherGroup: { apart, deleted, fate, row, session, workouts } }: Rival): boolean => {
  const isMatched = (session?.state === 'completed' || deleted.length > 0) && workouts.length > 0;
  return verdict === 'same' && (fate === 'exported' || (row ?? apart) !== undefined || isMatched);
};

/** Decides a completed session that stands alone. */
const decideAlone = (view: View, group: ActivityGroup, session: Session): void => {
  const asked = view.answers.exported.has(session.key);
  const rivals = asked
    ? []
    : group.rivals.filter(({ otherGroup: { row } }) => row === undefined || !isAbandoned(view, row));
  const twin = rivals.find(isTwinOfLinked);
  if (twin) {
    group.fate = 'held';
    skip(view.draft, session, { code: 'duplicate-session', params: { of: twin.other } });
    return;
  }
  const question = rivals.find(({ otherKind }) => otherKind === 'workout');
  if (question) {
    holdBack(group, question);
    const code = question.verdict === 'part-of' ? 'part-of-session' : 'possible-twin';
    block(view.draft, [session], { code, params: { other: question.other } });
    return;
  }
  if (!view.certainty.seesWorkout(session)) {
    wait(view.draft, [session], { code: 'workout-unknown' });
    return;
  }
  const verdict = judgeSession(view, session);
  if (verdict.kind === 'refused') {
    refuse(view.draft, session, verdict);
    return;
  }
  group.fate = 'exported';
  exportNew(view, session);
};

/** Decides a session that the user deleted and no link remembers: what is the same activity stays out with it. */
export const decideDeleted = (view: View, group: ActivityGroup): void => {
  const session = group.deleted[0] as Session;
  const workout = best(view, group.workouts);
  group.fate ??= 'left';
  if (workout) match(view, group, session, workout);
  else skip(view.draft, session, { code: 'deleted' });
};

/** Decides a completed session that no link claims, with the workouts that are the same activity. */
export const decideSession = (view: View, group: ActivityGroup, session: Session): void => {
  const { workouts } = group;
  const workout = best(view, workouts);
  group.fate ??= 'left';
  if (workout === undefined) {
    decideAlone(view, group, session);
  } else if (view.world.scope.readAccess === 'denied') {
    wait(view.draft, [session, ...workouts], { code: 'workout-unknown' });
  } else {
    const asked = view.answers.exported.has(session.key);
    group.fate = 'linked';
    if (asked && judgeSession(view, session).kind === 'eligible') exportNew(view, session, workouts);
    else match(view, group, session, workout);
  }
};
