import type { Plan } from './plan';
import type { World } from './world';
import { creationsIn, guardOf, removalsIn } from './write/guard';

/**
 * One plan out of the plans of several windows.
 *
 * **Shape** windows are given newest first, as a plan lists its steps. Removals of all windows come last.
 * **Laws** the plans of windows that tile all time give the plan of the whole world. The removals of all windows are
 * decided together: a loss that is spread over years is held by the guard as surely as one that is not.
 *
 * @see {@link openPlanner} for the plan of one window.
 */
export const combinePlans = (plans: readonly [Plan, ...Plan[]], { settings, ledger }: World): Plan => {
  const [{ base, guard }] = plans;
  const removals = plans.flatMap(removalsIn);
  return {
    base,
    steps: [...plans.flatMap(creationsIn), ...removals],
    skipped: plans.flatMap(({ skipped }) => skipped),
    waiting: plans.flatMap(({ waiting }) => waiting),
    blocked: plans.flatMap(({ blocked }) => blocked),
    settled: plans.reduce((sum, { settled }) => sum + settled, 0),
    notices: plans.flatMap(({ notices }) => notices),
    guard: guardOf(removals, guard.linked, settings.guard, ledger.answers),
  };
};
