import { combinePlans } from '../../reconcile/combine-plans';
import type { Plan } from '../../reconcile/plan';
import { removalsIn } from '../../reconcile/write/guard';
import type { Engine } from '../engine';
import { adoptFound, observeBoth } from '../observe/observe-both';
import { ALL_TIME } from '../plan/slices';
import { answersOf } from '../plan/world-around';
import type { RunContext } from './context';
import { asHeard } from './heard-guard';
import { planWithDetail } from './plan-and-apply';

/** Looks at both sides, so that the planner knows them as they are now. */
export const look = async (run: RunContext, { live, access }: Engine): Promise<void> => {
  const both = await observeBoth(run, live, access()?.reads);
  await adoptFound(run, live, both, () => undefined);
  await live.update(run, both.sessions);
};

/** The plan of everything. Samples are counted where a verdict waits for them; neither side is changed. */
export const previewPlan = async (run: RunContext, engine: Engine): Promise<Plan> => {
  const { live } = engine;
  await look(run, engine);
  const asked = new Set<string>();
  const plans: Plan[] = [];
  for (const part of await live.partsIn(run, ALL_TIME)) {
    plans.push(await planWithDetail(run, live, part, asked));
  }
  const world = live.world();
  const [first, ...rest] = plans;
  if (world === undefined || first === undefined) throw new Error('A planner always has a window.');
  const plan = combinePlans([first, ...rest], { ...world, ledger: { ...world.ledger, answers: answersOf(run) } });
  return { ...plan, guard: asHeard(run, plan.guard, removalsIn(plan)) };
};
