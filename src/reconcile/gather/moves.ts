import { keepSamples, type Prints, printOf, sameDetail, sameFacts } from '../../domain/prints';
import type { Row } from './row';

/** Which parts of one side moved away from the merge base. */
export interface Moved {
  readonly facts: boolean;
  readonly detail: boolean;
}

const UNMOVED: Moved = { facts: false, detail: false };

const movedFrom = (base: Prints, now: Prints): Moved => ({
  facts: !sameFacts(base.facts, now.facts),
  detail: !sameDetail(base.detail, now.detail),
});

/** Which parts of the session were edited in the app since both sides agreed. */
export const sessionMoved = ({ link, session }: Row): Moved =>
  session === undefined || session.revision === link.base.revision
    ? UNMOVED
    : movedFrom(link.base.session, printOf(session));

/** Which parts of the workout changed in the health store since both sides agreed. Samples that are not found any more say nothing. */
export const workoutMoved = ({ link, workout }: Row): Moved => {
  if (workout === undefined) return UNMOVED;
  const { facts, detail } = workout.prints;
  const base = link.base.workout;
  return movedFrom(base, { facts, detail: keepSamples(base.detail, detail) });
};
