import type { MergeBase } from '../../domain/link';
import { printOf, sameDetail } from '../../domain/prints';
import type { StepCode } from '../../domain/reason';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import { type Moved, sessionMoved, workoutMoved } from '../gather/moves';
import { before, membersOf, type Row, type WithSession, type WithWorkout } from '../gather/row';
import type { Effect } from '../plan';
import { agreement, takeParts, withKnownSamples } from '../write/content';
import { linkTo } from '../write/row-steps';
import { sessionAt, take, workoutAt } from '../write/step';
import type { View } from './view';

type Part = keyof Moved;
type PartOutcome = 'leave' | 'take' | 'agree' | 'conflict';
type PartOutcomes = Readonly<Record<Part, PartOutcome>>;

const PARTS: readonly Part[] = ['facts', 'detail'];

const eachPart = (decide: (part: Part) => PartOutcome): PartOutcomes => ({
  facts: decide('facts'),
  detail: decide('detail'),
});

/** What both sides did to each part since they agreed. */
const threeWay = (session: Moved, workout: Moved, agrees: () => Moved): PartOutcomes =>
  eachPart((part) => {
    if (!workout[part]) return 'leave';
    if (!session[part]) return 'take';
    return agrees()[part] ? 'agree' : 'conflict';
  });

const mergeBase = (base: MergeBase, after: Session, workout: MirrorEntry, parts: PartOutcomes): MergeBase => {
  const now = printOf(after);
  const pick = (part: Part): { session: string; workout: string } => ({
    session: parts[part] === 'take' || parts[part] === 'agree' ? now[part] : base.session[part],
    workout: parts[part] === 'leave' ? base.workout[part] : workout.prints[part],
  });
  const facts = pick('facts');
  const detail = pick('detail');
  const taken = PARTS.some((part) => parts[part] === 'take');
  return {
    session: { facts: facts.session, detail: detail.session },
    workout: { facts: facts.workout, detail: detail.workout },
    revision: taken ? '' : base.revision,
    version: base.version,
  };
};

const effectOf = (parts: PartOutcomes, session: string, workout: string): Effect => {
  const taken = PARTS.filter((part) => parts[part] === 'take');
  if (taken.length === 0) return { kind: 'set-link' };
  return { kind: taken[0] === 'facts' ? 'update-session' : 'enrich-session', session, workout, parts: taken };
};

const takeStep = (
  view: View,
  row: Row,
  { session, workout }: { session: Session; workout: MirrorEntry },
  parts: PartOutcomes,
  base: MergeBase,
  code: StepCode,
): void => {
  // What the user prefers is taken as it is; what looks better is not, if the samples that it lacks may only be denied.
  const said = code === 'user-preferred' ? workout : withKnownSamples(workout, row.link.base.workout.detail);
  const after = takeParts(
    session,
    said,
    PARTS.filter((part) => parts[part] === 'take'),
  );
  take(view, membersOf(row), {
    effect: effectOf(parts, session.key, workout.key),
    link: {
      ...linkTo(row, workout, mergeBase(base, after, said, parts)),
      shadow: { start: after.start, end: after.end, activity: after.activity },
    },
    before: before(row),
    expect: [sessionAt(session), workoutAt(workout)],
    code,
    evidence: row.evidence,
  });
};

const codeOf = (parts: PartOutcomes, row: Row): StepCode => {
  if (PARTS.some((part) => parts[part] === 'conflict')) return 'conflict-kept-session';
  if (row.replaced) return 'record-replaced';
  if (parts.facts === 'take') return 'workout-changed';
  return parts.detail === 'take' ? 'detail-arrived' : 'both-agree';
};

/** Brings what changed in the health store into an imported session, part by part; the app's own edits stay. */
export const takeChanges = (view: View, row: WithSession & WithWorkout, reason?: StepCode): void => {
  const { session, workout } = row;
  const parts = threeWay(sessionMoved(row), workoutMoved(row), () => agreement(session, workout, 'always'));
  const conflicts = PARTS.filter((part) => parts[part] === 'conflict');
  if (conflicts.length > 0) {
    view.draft.notices.push({ kind: 'conflict', session: session.key, workout: workout.key, parts: conflicts });
  }
  takeStep(view, row, { session, workout }, parts, row.link.base, reason ?? codeOf(parts, row));
};

/** Takes the health store's side wherever the session differs from it: the user decided the conflict so. */
export const takeWorkout = (view: View, row: WithSession & WithWorkout): void => {
  const { session, workout } = row;
  const agrees = agreement(session, workout);
  const parts = eachPart((part) => (agrees[part] ? 'agree' : 'take'));
  takeStep(view, row, { session, workout }, parts, row.link.base, 'conflict-took-workout');
};

/** Makes another record of the same activity the primary; what the user edited in the app stays. */
export const switchPrimary = (view: View, row: WithSession, chosen: MirrorEntry, code: StepCode): void => {
  const { session } = row;
  const moved = sessionMoved(row);
  const agrees: Moved = {
    facts: agreement(session, chosen).facts,
    detail: sameDetail(printOf(session).detail, chosen.prints.detail),
  };
  const parts = eachPart((part) => {
    if (row.link.kind === 'matched' || moved[part]) return 'conflict';
    return agrees[part] ? 'agree' : 'take';
  });
  takeStep(view, row, { session, workout: chosen }, parts, row.link.base, code);
};
