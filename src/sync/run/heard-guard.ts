import type { Answer } from '../../domain/ledger';
import type { Link } from '../../domain/link';
import type { Guard, Step } from '../../reconcile/plan';
import { guardOf } from '../../reconcile/write/guard';
import type { LivePlanner } from '../plan/live-planner';
import { answersOf } from '../plan/world-around';
import { ANSWERS, BEGUN, HELD, LINKS, ONLY, WORKOUTS } from '../state/collections';
import { drop, put, type RowChange } from '../state/table';
import type { RunContext } from './context';

/** Whether a wish was said of a loss that the guard held: such a one outlives the loss. */
export const isOfHeldLoss = (answer: Answer): answer is Extract<Answer, { kind: 'restore' }> =>
  answer.kind === 'restore' && answer.held === true;

/**
 * A guard, with what the user has said heeded.
 *
 * **Laws** what was confirmed and begun goes on unasked, and is not counted with what is new. A yes holds for all that was shown, and
 * for any part of it. Who takes a part of what was shown back has not said yes to the rest.
 */
export const asHeard = (run: RunContext, guard: Guard, removals: readonly Step[]): Guard => {
  const answers = answersOf(run);
  const begun = new Set(run.state.get(BEGUN)?.steps);
  const held = run.state.get(HELD);
  const shown = new Set(held?.steps);
  const fresh = removals.filter(({ id }) => !begun.has(id));
  const isConfirmed = (id: string | undefined): boolean =>
    answers.some((answer) => answer.kind === 'confirm' && answer.guard === id);
  if (isConfirmed(guard.id) || (isConfirmed(held?.guard) && fresh.every(({ id }) => shown.has(id)))) {
    return { ...guard, held: false };
  }
  const left = guardOf(fresh, guard.linked - (removals.length - fresh.length), run.settings.guard, answers);
  const going = new Set(removals.map(({ link }) => link.session));
  const isTakenBack = answers.some(
    (answer) =>
      isOfHeldLoss(answer) && !going.has(answer.session) && run.state.get(LINKS, answer.session)?.state === 'active',
  );
  const isRest = isTakenBack && fresh.some(({ id }) => shown.has(id));
  return { ...guard, held: left.held || isRest };
};

/** The row of what is held, where it says something else by now. */
export const rowsOfHeld = (
  { state }: RunContext,
  held: { readonly guard: string; readonly steps: readonly string[] },
): readonly RowChange[] => (JSON.stringify(state.get(HELD)) === JSON.stringify(held) ? [] : [put(HELD, ONLY, held)]);

/**
 * Drops the wishes for what was held and is there again by itself: no step of a run that is held uses them up, nor of one in which the
 * link waits, and they must not lie in wait for the next loss.
 */
export const rowsOfIdleWishes = (
  { state }: RunContext,
  live: LivePlanner,
  isMeant: (answer: Answer) => boolean,
): readonly RowChange[] => {
  const isThere = ({ kind, session, workout }: Link): boolean =>
    (kind === 'imported' || state.get(WORKOUTS, workout) !== undefined) &&
    (kind === 'exported' || live.session(session)?.state === 'completed');
  return [...state.all(ANSWERS)].flatMap(([row, answer]) => {
    const link = answer.kind === 'restore' && isMeant(answer) ? state.get(LINKS, answer.session) : undefined;
    return link?.state === 'active' && isThere(link) ? [drop(ANSWERS, row)] : [];
  });
};
