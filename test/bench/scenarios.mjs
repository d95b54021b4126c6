import { compareOne, compareTwo, sweepOne, sweepTwo } from './floor.mjs';
import { firstSync, inStep, recordings } from './history.mjs';

/** A scenario that does not do what it is called measures something else. */
const expectSteps = (plan, isRight, scenario) => {
  if (!isRight(plan.steps.length)) throw new Error(`${scenario}: a plan of ${plan.steps.length} steps`);
};

const reconciling = (make, isRight) => (core, count, scenario) => {
  const world = make(core, count);
  const { items: sessions } = world.sessions;
  const { items: workouts } = world.mirror;
  expectSteps(core.reconcile(world), (steps) => isRight(steps, count), scenario);
  return {
    floor: () => sweepTwo(workouts, sessions),
    ours: () => core.reconcile(world),
    naive: () => compareTwo(core, workouts, sessions),
  };
};

const clustering = (core, count) => {
  const list = recordings(count, 2);
  return {
    floor: () => sweepOne(list),
    ours: () => core.clusterRecordings(list),
    naive: () => compareOne(core, list),
  };
};

/** A planner that has seen the whole history is told of one workout that changed, another one each time. */
const replanning = (core, count, scenario) => {
  const world = inStep(core, count);
  const { items: sessions } = world.sessions;
  const { items: workouts } = world.mirror;
  const planner = core.openPlanner(world);
  let turn = 0;
  const changeOne = () => {
    turn += 1;
    const { title: _none, prints: _old, ...entry } = workouts[(turn * 7919) % count];
    return planner.change({ workouts: [core.toMirrorEntry({ ...entry, end: entry.end + 120_000 })] });
  };
  expectSteps(changeOne(), (steps) => steps === 1, scenario);
  return {
    floor: () => sweepTwo(workouts, sessions),
    ours: changeOne,
    opening: () => core.openPlanner(world),
    naive: () => compareTwo(core, workouts, sessions),
  };
};

/** What is measured, by name: each makes its contestants for a number of records on each side. */
export const scenarios = {
  'reconcile, first sync': reconciling(firstSync, (steps, count) => steps > count),
  'reconcile, in step, 2 % changed': reconciling(inStep, (steps, count) => steps === count / 100),
  clusterRecordings: clustering,
  'one change, openPlanner(…).change': replanning,
};
