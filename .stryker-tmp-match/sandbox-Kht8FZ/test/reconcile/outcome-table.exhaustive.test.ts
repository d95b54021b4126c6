// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { applyPlan } from '../../src/reconcile/apply-plan';
import type { Plan } from '../../src/reconcile/plan';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { deepFreeze } from './builders/freeze';
import { type LinkedState, SESSION_WAYS, WORKOUT_WAYS, worldOf } from './builders/linked-state';
import { accountingFaults, describeStep, placesOf, recordsOf } from './builders/places';
import { LINKED } from './tables/linked';
import { outcomesFor } from './tables/read-table';

/** What a plan does with the pair `s1` and `w1`, seen from outside: one outcome for both, or a list of quarrels. */
const outcomeOf = (world: World, plan: Plan): string => {
  const step = plan.steps.filter(({ link }) => link.session === 's1');
  const places = placesOf(plan);
  const pair = recordsOf(world).filter((record) => record === 'session s1' || record === 'workout w1');
  const seen = new Set(pair.map((record) => places.get(record)?.join(' AND ') ?? 'settled'));
  for (const found of step) seen.add(`step ${describeStep(found)}`);
  if (seen.size === 0) return 'nothing';
  return [...seen].join(' / ').replace(/^step /, '');
};

const kinds = ['imported', 'exported', 'matched'] as const;

interface Case extends LinkedState {
  readonly session: string;
  readonly workout: string;
}

const cases: readonly Case[] = kinds.flatMap((kind) =>
  Object.entries(SESSION_WAYS).flatMap(([session, sessionWays]) =>
    Object.entries(WORKOUT_WAYS).flatMap(([workout, workoutWays]) =>
      (['on', 'off'] as const).flatMap((direction) =>
        (['ours', 'other'] as const).flatMap((owner) =>
          sessionWays.flatMap((sessionWay) =>
            workoutWays.map((workoutWay) => ({ kind, session, workout, direction, owner, sessionWay, workoutWay })),
          ),
        ),
      ),
    ),
  ),
);

const stateOf = (one: Case): readonly string[] => [one.kind, one.session, one.workout, one.direction, one.owner];
const nameOf = (one: Case): string => `${stateOf(one).join(' ')} (${one.sessionWay}, ${one.workoutWay})`;

describe('the first part of the outcome table', () => {
  test('P7 total: each of the 240 combinations of the literal table has exactly one outcome', () => {
    const states = new Map(cases.map((one) => [stateOf(one).join(' '), outcomesFor(LINKED, stateOf(one)).length]));
    expect(states.size).toBe(240);
    expect([...states].filter(([, count]) => count !== 1)).toEqual([]);
  });

  test('P7 total: every concrete world of a combination has the outcome of the literal table', () => {
    const quarrels = cases.flatMap((one) => {
      const world = deepFreeze(worldOf(one));
      const expected = outcomesFor(LINKED, stateOf(one))[0] ?? 'none';
      const found = outcomeOf(world, reconcile(world));
      const invisible = found === 'nothing' && /^(waiting|settled)/.test(expected);
      return found === expected || invisible ? [] : [`${nameOf(one)}: expected ${expected}, got ${found}`];
    });
    expect(quarrels).toEqual([]);
  });

  test('P9 accounted: every record of each of these worlds stands in exactly one place', () => {
    const quarrels = cases.flatMap((one) => {
      const world = worldOf(one);
      return accountingFaults(world, reconcile(world)).map((fault) => `${nameOf(one)}: ${fault}`);
    });
    expect(quarrels).toEqual([]);
  });

  test('P2 idempotent: after the plan was applied, a new plan has no steps', () => {
    const quarrels = cases.flatMap((one) => {
      const world = worldOf(one, { settings: { guard: { count: 99, share: 1 } } });
      const applied = applyPlan(world, reconcile(world));
      if (applied.kind === 'error') return [`${nameOf(one)}: ${JSON.stringify(applied.error)}`];
      const rest = reconcile(applied.value).steps.map(describeStep);
      return rest.length === 0 ? [] : [`${nameOf(one)}: ${rest.join(', ')}`];
    });
    expect(quarrels).toEqual([]);
  });
});
