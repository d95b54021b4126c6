import { expectTypeOf } from 'vitest';
import {
  type ApplyRefusal,
  applyPlan,
  applySteps,
  openPlanner,
  type Plan,
  type Planner,
  type PlanOptions,
  type Result,
  reconcile,
  type Session,
  type Workout,
  type World,
  type WorldChange,
} from '../../src/index';

declare const world: World;
declare const workout: Workout;
declare const session: Session;

// One world in, one plan out, with a host's own rules as the only option.
expectTypeOf(reconcile).toEqualTypeOf<(world: World, options?: PlanOptions) => Plan>();
// @ts-expect-error without a world there is nothing to plan
reconcile();
// @ts-expect-error a part of a world is not one
reconcile({ sessions: world.sessions, mirror: world.mirror });
// @ts-expect-error settings belong to the world, not to the options
reconcile(world, { settings: world.settings });

// The mirror takes entries: a workout without prints is not yet one.
expectTypeOf<World['mirror']['items'][number]>().toExtend<Workout>();
// @ts-expect-error the prints are missing
reconcile({ ...world, mirror: { ...world.mirror, items: [workout] } });

expectTypeOf(openPlanner).toEqualTypeOf<(world: World, options?: PlanOptions) => Planner>();
expectTypeOf<Planner['planWindow']>().returns.toEqualTypeOf<Plan>();
expectTypeOf<Planner['change']>().returns.toEqualTypeOf<Plan>();

// A change may name nothing at all, or any of its fields, and no others.
expectTypeOf<Record<never, never>>().toExtend<WorldChange>();
expectTypeOf<keyof WorldChange>().toEqualTypeOf<
  'sessions' | 'workouts' | 'links' | 'goneSessions' | 'goneWorkouts' | 'answers' | 'quarantined' | 'awaiting' | 'now'
>();
const changed: WorldChange = { sessions: [session], goneWorkouts: ['w1'], now: 1 };
// @ts-expect-error a change cannot be changed
changed.now = 2;
// @ts-expect-error workouts are put as mirror entries, with their prints
export const printless: WorldChange = { workouts: [workout] };
// @ts-expect-error nothing is undefined on purpose: leave the field out
export const explicitlyNothing: WorldChange = { sessions: undefined };

// Applying says whether it worked; the two sides of the answer are told apart by `kind`.
expectTypeOf(applyPlan).returns.toEqualTypeOf<Result<World, ApplyRefusal>>();
expectTypeOf(applySteps).parameter(0).toEqualTypeOf<World>();
const applied = applyPlan(world, reconcile(world));
// @ts-expect-error before a look at `kind` there is no value
applied.value;
if (applied.kind === 'ok') {
  expectTypeOf(applied.value).toEqualTypeOf<World>();
  // @ts-expect-error what worked has no error
  applied.error;
} else {
  expectTypeOf(applied.error).toEqualTypeOf<ApplyRefusal>();
  // @ts-expect-error what did not work has no value
  applied.value;
  if (applied.error.kind === 'stale') expectTypeOf(applied.error.what).toEqualTypeOf<'ledger' | 'settings'>();
  else expectTypeOf(applied.error.guard).toBeString();
}
