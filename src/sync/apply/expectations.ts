import type { Expectation, Step } from '../../reconcile/plan';
import type { LivePlanner } from '../plan/live-planner';
import type { RunContext } from '../run/context';
import { LINKS, WORKOUTS } from '../state/collections';

/** Whether one expectation still holds, as far as is known at this moment. The stores check again for themselves. */
const holds = ({ state }: RunContext, live: LivePlanner, expected: Expectation): boolean => {
  switch (expected.kind) {
    case 'session-at':
      return live.session(expected.session)?.revision === expected.revision;
    case 'session-absent':
      return live.session(expected.session) === undefined;
    case 'workout-at': {
      const prints = state.get(WORKOUTS, expected.workout)?.prints;
      return prints !== undefined && prints.facts === expected.facts && prints.detail === expected.detail;
    }
    case 'workout-absent':
      return state.get(WORKOUTS, expected.workout) === undefined;
    case 'external-absent':
      // The plan was made from the same mirror; a write whose answer was lost is met by a higher version.
      return true;
    case 'link-at':
      return (state.get(LINKS, expected.session)?.state ?? 'none') === expected.state;
  }
};

/** Whether all that a step takes for granted is still so. One that fails is dropped and planned anew. */
export const isStillTrue = (run: RunContext, live: LivePlanner, step: Step): boolean =>
  step.expect.every((expected) => holds(run, live, expected));
