import type { Link } from '../../domain/link';
import type { StepCode } from '../../domain/reason';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import type { Evidence } from '../../match/comparison';
import { isAwaiting, isQuarantined, type View } from '../decide/view';
import type { Effect, Expectation, Step } from '../plan';
import { block, wait } from './draft';

/** The link row as a step expects to find it. */
const linkAt = (session: string, before: Link | undefined): Expectation => ({
  kind: 'link-at',
  session,
  state: before?.state ?? 'none',
});

export const sessionAt = (session: Session): Expectation => ({
  kind: 'session-at',
  session: session.key,
  revision: session.revision,
});

export const workoutAt = (workout: MirrorEntry): Expectation => ({
  kind: 'workout-at',
  workout: workout.key,
  ...workout.prints,
});

/** A step before it has an id. */
export interface StepDraft {
  readonly effect: Effect;
  readonly link: Link;
  readonly before: Link | undefined;
  readonly expect: readonly Expectation[];
  readonly code: StepCode;
  readonly evidence?: readonly Evidence[];
}

/** Whether a step takes something away or gives a link up, as removing a session does: what the guard counts. */
const isRemoval = (effect: Effect, link: Link, before: Link | undefined): boolean =>
  effect.kind === 'remove-workout' || (before !== undefined && link.state !== 'active' && link.state !== before.state);

/**
 * Writes a step into the plan, unless one of its records was set aside, or waits for its partner: then all of them are
 * blocked, or wait.
 */
export const take = (view: View, members: readonly (Session | MirrorEntry)[], step: StepDraft): void => {
  const { effect, link, before, expect, code, evidence = [] } = step;
  if (members.some((member) => isQuarantined(view, member))) {
    block(view.draft, members, { code: 'quarantined' });
    return;
  }
  if (members.some((member) => isAwaiting(view, member))) {
    wait(view.draft, members, { code: 'awaits-partner' });
    return;
  }
  const written: Step = {
    id: `${effect.kind} ${link.session}`,
    effect,
    link,
    expect: [linkAt(link.session, before), ...expect],
    reason: { code },
    evidence,
  };
  (isRemoval(effect, link, before) ? view.draft.removals : view.draft.steps).push(written);
};
