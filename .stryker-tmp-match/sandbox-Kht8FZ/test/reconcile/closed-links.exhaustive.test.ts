// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { applyPlan } from '../../src/reconcile/apply-plan';
import { reconcile } from '../../src/reconcile/reconcile';
import { type ClosedState, closedWorldOf } from './builders/closed-state';
import { deepFreeze } from './builders/freeze';
import { accountingFaults, describeStep, placeOf } from './builders/places';
import { CLOSED } from './tables/closed';
import { outcomesFor } from './tables/read-table';

const kinds = ['imported', 'exported', 'matched'] as const;
const legal: Readonly<Record<ClosedState['kind'], readonly ClosedState['state'][]>> = {
  imported: ['detached', 'session-deleted'],
  exported: ['session-deleted', 'workout-removed'],
  matched: ['session-deleted', 'workout-removed'],
};

const cases: readonly ClosedState[] = kinds.flatMap((kind) =>
  legal[kind].flatMap((state) =>
    (['unknown', 'open', 'deleted', 'unedited', 'edited'] as const).flatMap((session) =>
      (['nothing', 'workout', 'twin'] as const).flatMap((store) =>
        (['on', 'off'] as const).map((direction) => ({ kind, state, session, store, direction })),
      ),
    ),
  ),
);

const stateOf = (one: ClosedState): readonly string[] => [one.kind, one.state, one.session, one.store, one.direction];

/** What happens to the three records of such a world, all that is merely settled left out. */
const outcomeOf = (one: ClosedState): string => {
  const plan = reconcile(deepFreeze(closedWorldOf(one)));
  const places = ['session s1', 'workout w1', 'workout w2'].map((record) => placeOf(plan, record).replace('step ', ''));
  const steps = plan.steps.filter(({ link }) => link.session === 's1').map(describeStep);
  const seen = new Set([...places, ...steps].filter((place) => place !== 'settled'));
  return seen.size === 0 ? 'settled' : [...seen].join(' / ');
};

describe('detached and closed links', () => {
  test('P7 total: every state has exactly one outcome, that of the literal table', () => {
    const quarrels = cases.flatMap((one) => {
      const expected = outcomesFor(CLOSED, stateOf(one));
      const found = outcomeOf(one);
      const invisible = found === 'settled' && expected[0]?.startsWith('waiting') && one.session === 'unknown';
      if (expected.length === 1 && (expected[0] === found || invisible)) return [];
      return [`${stateOf(one).join(' ')}: expected ${expected.join(' or ') || 'nothing said'}, got ${found}`];
    });
    expect(quarrels).toEqual([]);
  });

  test('P2 idempotent and P9 accounted: nothing is left to do afterwards, and every record stands once', () => {
    const quarrels = cases.flatMap((one) => {
      const world = closedWorldOf(one);
      const plan = reconcile(world);
      const name = stateOf(one).join(' ');
      const applied = applyPlan(world, plan);
      const rest = applied.kind === 'ok' ? reconcile(applied.value).steps.map(describeStep) : ['refused'];
      return [
        ...accountingFaults(world, plan).map((fault) => `${name}: ${fault}`),
        ...(rest.length === 0 ? [] : [`${name}: after ${plan.steps.map(describeStep)} again ${rest.join(', ')}`]),
      ];
    });
    expect(quarrels).toEqual([]);
  });
});
