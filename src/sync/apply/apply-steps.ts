import type { Link } from '../../domain/link';
import { acknowledge } from '../../reconcile/apply-plan';
import type { Step } from '../../reconcile/plan';
import type { LivePlanner } from '../plan/live-planner';
import { setAsideIn } from '../plan/world-around';
import type { RunContext } from '../run/context';
import type { Problem } from '../surface/report';
import { type Attempt, changeSessions, isSessionStep } from './change-sessions';
import { writeDown } from './done';
import { isStillTrue } from './expectations';
import { heed } from './seen';
import { type Fault, failed, isResting, itemOf, rememberTrouble } from './trouble';
import { isWorkoutStep, writeWorkout } from './write-workouts';

/** What one run has tried, so that nothing is tried without end. */
export interface Tries {
  readonly count: (step: Step) => number;
  readonly add: (step: Step) => void;
  /** Forgets the counts: nothing of what was tried comes again in this look. */
  readonly forget: () => void;
  /** Sides whose writing the user does not allow: their steps wait for another run. */
  readonly closed: Set<Problem['side']>;
  /** Removals that were planned and are not done, by id: what the user has said to them stands. */
  readonly left: Set<string>;
  /** Whether a step was dropped because a side had moved: it is worth looking again. */
  moved: boolean;
  /** Whether a step was left that no trouble remembers: the next run plans everything. */
  undone: boolean;
}

export const openTries = (): Tries => {
  // By effect and session, as steps are named: the names themselves would be new texts, as many as there are steps.
  const counts = new Map<Step['effect']['kind'], Map<string, number>>();
  const count = ({ effect, link }: Step): number => counts.get(effect.kind)?.get(link.session) ?? 0;
  return {
    count,
    add: (step) => {
      const { effect, link } = step;
      const known = counts.get(effect.kind) ?? new Map<string, number>();
      known.set(link.session, count(step) + 1);
      counts.set(effect.kind, known);
    },
    forget: () => counts.clear(),
    closed: new Set(),
    left: new Set(),
    moved: false,
    undone: false,
  };
};

/** How often the same step is tried before what was tried is forgotten: once more after it was planned anew. */
const TRIES_PER_RUN = 2;

const sideOf = (step: Step): Problem['side'] => (isWorkoutStep(step) ? 'health-store' : 'session-store');

/** Whether the user does not allow what the step does. */
const isClosed = (tries: Tries, step: Step): boolean =>
  step.effect.kind !== 'set-link' && tries.closed.has(sideOf(step));

/** Whether a step is to be carried out now. What only the ledger learns cannot fail: it never rests. */
const isDue = (run: RunContext, tries: Tries, step: Step): boolean =>
  tries.count(step) < TRIES_PER_RUN &&
  (step.effect.kind === 'set-link' || !isResting(run, itemOf(step))) &&
  !isClosed(tries, step);

/** A removal that is not done in its turn has no other in the same run. */
const leaveUndone = (tries: Tries, step: Step): void => {
  tries.moved = true;
  tries.undone ||= step.effect.kind === 'remove-session' || step.effect.kind === 'remove-workout';
};

const noteFailure = async (
  run: RunContext,
  live: LivePlanner,
  tries: Tries,
  { step, side, error }: { readonly step: Step } & Fault,
): Promise<void> => {
  if (error.kind === 'precondition') {
    leaveUndone(tries, step);
    return;
  }
  if (error.kind === 'permission') {
    if (side === sideOf(step)) tries.closed.add(side);
    run.blame(side, error);
  }
  const item = itemOf(step);
  const trouble = failed(run, item, { side, error }, live.session(item.key));
  run.journal.note({
    outcome: 'failed',
    session: step.link.session,
    ...('workout' in step.effect && { workout: step.effect.workout }),
    reasons: [step.reason],
    problem: trouble.problem,
  });
  await run.commit([rememberTrouble(trouble), ...run.journal.flush()]);
  if (trouble.setAside) live.take({ quarantined: setAsideIn(run) });
};

const settle = async (
  run: RunContext,
  live: LivePlanner,
  tries: Tries,
  attempts: readonly Attempt[],
): Promise<void> => {
  const dropped = attempts.filter((attempt) => attempt.kind === 'dropped');
  if (dropped.length > 0) {
    for (const { step } of dropped) leaveUndone(tries, step);
    await heed(run, live, dropped);
  }
  const done = attempts.flatMap((attempt) => (attempt.kind === 'done' ? attempt.done : []));
  await writeDown(run, live, done);
  for (const { step } of done) tries.left.delete(step.id);
  for (const attempt of attempts) {
    if (attempt.kind === 'failed') await noteFailure(run, live, tries, attempt);
  }
  for (const attempt of attempts) {
    if (attempt.kind === 'stopped') throw attempt.stop;
  }
};

/** Steps in batches that are carried out together: the ledger's own, the app's, and each write to the health store alone. */
const batchesOf = (steps: readonly Step[], size: number): readonly (readonly Step[])[] => {
  const batches: Step[][] = [];
  let last: 'link' | 'session' | 'workout' | undefined;
  for (const step of steps) {
    const kind = isWorkoutStep(step) ? 'workout' : isSessionStep(step) ? 'session' : 'link';
    const open = batches[batches.length - 1];
    if (open === undefined || kind !== last || kind === 'workout' || open.length >= size) batches.push([step]);
    else open.push(step);
    last = kind;
  }
  return batches;
};

/**
 * Carries steps out, in their order, a batch at a time: what each takes for granted is looked at again right before, and
 * what was done is written down right after.
 *
 * **Shape** true if anything was tried.
 */
export const applySteps = async (
  run: RunContext,
  live: LivePlanner,
  tries: Tries,
  steps: readonly Step[],
  onDone: (count: number) => void,
): Promise<boolean> => {
  const due = steps.filter((step) => isDue(run, tries, step));
  tries.undone ||= steps.some((step) => tries.count(step) >= TRIES_PER_RUN || isClosed(tries, step));
  for (const batch of batchesOf(due, run.pace.batchSize)) {
    await run.breathe();
    const ready: Step[] = [];
    for (const step of batch.slice(0, run.stepsLeft())) {
      tries.add(step);
      if (isStillTrue(run, live, step)) ready.push(step);
      else tries.moved = true;
    }
    const isBarred = ready.some((step) => isClosed(tries, step));
    tries.undone ||= isBarred;
    if (ready.length === 0 || isBarred) continue;
    await settle(run, live, tries, await carryOut(run, live, ready));
    onDone(ready.length);
    run.spend(ready.length);
  }
  return due.length > 0;
};

/** The ledger row of a step that touches neither side. Where no revision is known to be unedited, the one that stands may be. */
const linkAfter = (live: LivePlanner, { link }: Step): Link => {
  const session = live.session(link.session);
  return session !== undefined && link.base.revision === '' ? acknowledge(link, session) : link;
};

const carryOut = async (run: RunContext, live: LivePlanner, steps: readonly Step[]): Promise<readonly Attempt[]> => {
  const [first] = steps;
  if (first === undefined) return [];
  if (isWorkoutStep(first)) return [await writeWorkout(run, live, first)];
  if (isSessionStep(first)) return changeSessions(run, live, steps.filter(isSessionStep));
  return steps.map((step): Attempt => ({ kind: 'done', done: { step, link: linkAfter(live, step) } }));
};
