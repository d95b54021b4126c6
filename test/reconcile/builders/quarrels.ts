import { applyPlan } from '../../../src/reconcile/apply-plan';
import type { Plan } from '../../../src/reconcile/plan';
import { reconcile } from '../../../src/reconcile/reconcile';
import type { World } from '../../../src/reconcile/world';
import { outcomesFor, type TableRow } from '../tables/read-table';
import { deepFreeze } from './freeze';
import { accountingFaults, describeStep } from './places';
import { session, workout } from './records';
import { link, type WorldShape, world } from './world';

const far = { s: session({ key: 's9', from: 100, to: 130 }), w: workout({ key: 'w9', from: 100, to: 130 }) };

/** The small world of a case, beside a settled pair far away. */
export const withFar = (shape: WorldShape): World =>
  world({
    ...shape,
    sessions: [...(shape.sessions ?? []), far.s],
    workouts: [...(shape.workouts ?? []), far.w],
    links: [...(shape.links ?? []), link('matched', far.s, far.w)],
  });

export const product = (...axes: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  axes.reduce<readonly (readonly string[])[]>(
    (rows, axis) => rows.flatMap((row) => axis.map((value) => [...row, value])),
    [[]],
  );

/** A place without the word that says it is a step. */
export const bare = (place: string): string => place.replace(/^step /, '');

/** Runs every state of a table and says where the table, the plan, P2 or P9 quarrel. */
export const quarrelsOf = (
  table: readonly TableRow[],
  states: readonly (readonly string[])[],
  build: (state: readonly string[]) => World,
  read: (plan: Plan, world: World) => string,
): readonly string[] =>
  states.flatMap((state) => {
    const before = deepFreeze(build(state));
    const plan = reconcile(before);
    const name = state.join(' ');
    const expected = outcomesFor(table, state);
    const found = read(plan, before);
    const applied = applyPlan(before, plan);
    const rest = applied.kind === 'ok' ? reconcile(applied.value).steps.map(describeStep) : [applied.error.kind];
    return [
      ...(expected.length === 1 && expected[0] === found
        ? []
        : [`${name}: expected ${expected.join(' or ') || 'nothing said'}, got ${found}`]),
      ...(rest.length === 0 ? [] : [`${name}: afterwards again ${rest.join(', ')}`]),
      ...accountingFaults(before, plan).map((fault) => `${name}: ${fault}`),
    ];
  });
