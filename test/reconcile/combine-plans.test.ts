import { describe, expect, it } from 'vitest';
import { combinePlans } from '../../src/reconcile/combine-plans';
import { openPlanner } from '../../src/reconcile/planner';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { at, PHONE, session, workout } from './builders/records';
import { link, world } from './builders/world';

const [s1, s2] = [session({ key: 's1' }), session({ key: 's2', from: 1200, to: 1260 })];
const s6 = session({ key: 's6', from: 300, to: 360 });
const [w1, w2] = [workout({ key: 'w1' }), workout({ key: 'w2', from: 1200, to: 1260 })];
const w6 = workout({ key: 'w6', from: 300, to: 360 });

/** Two imports whose sessions are gone, an export and an import between them, and one record of every other place. */
const before = world({
  sessionSide: { gone: ['s1', 's2'] },
  workouts: [
    w1,
    w2,
    workout({ key: 'w3', from: 700, to: 760 }),
    workout({ key: 'w4', from: 701, to: 760, app: PHONE }),
    workout({ key: 'w5', from: 1300, to: 1360 }),
    w6,
  ],
  sessions: [
    session({ key: 's3', from: 1300, to: 1360, state: 'open' }),
    session({ key: 's4', from: 800, to: 860 }),
    session({ key: 's5', from: 1000, to: 1060, state: 'deleted' }),
    s6,
  ],
  links: [link('imported', s1, w1), link('imported', s2, w2), link('matched', s6, w6)],
  ledger: { quarantined: ['s4'] },
  settings: { guard: { count: 1, share: 0.1 } },
});

/** The plans of the hours from noon to midnight and of those before, newest first. */
const halves = (of: World) => {
  const planner = openPlanner(of);
  return [
    planner.planWindow({ start: at(1000), end: at(2000) }),
    planner.planWindow({ start: at(-1000), end: at(1000) }),
  ] as const;
};

describe('the plans of windows, put together', () => {
  it('are the plan of the whole world, removals last, and held by one guard', () => {
    const whole = reconcile(before);
    const plans = halves(before);
    expect(plans.map(({ guard }) => [guard.removals, guard.held])).toEqual([
      [1, false],
      [1, false],
    ]);
    expect(whole.guard).toMatchObject({ removals: 2, linked: 3, held: true });
    expect([whole.steps.length, whole.notices.length, whole.settled]).toEqual([3, 1, 2]);
    expect([whole.skipped.length, whole.waiting.length, whole.blocked.length]).toEqual([1, 2, 1]);
    expect(combinePlans(plans, before)).toStrictEqual(whole);
  });

  it('are let through together by the user’s confirmation, among other answers', () => {
    const { guard } = reconcile(before);
    const answers = [{ kind: 'claim', session: 's1' } as const, { kind: 'confirm', guard: guard.id } as const];
    const confirmed: World = { ...before, ledger: { ...before.ledger, answers } };
    expect(combinePlans(halves(confirmed), confirmed).guard).toStrictEqual({ ...guard, held: false });
    const other: World = { ...before, ledger: { ...before.ledger, answers: [{ kind: 'confirm', guard: 'another' }] } };
    expect(combinePlans(halves(other), other).guard).toStrictEqual(guard);
  });

  it('are that plan, where there is only one', () => {
    const whole = reconcile(before);
    expect(combinePlans([whole], before)).toStrictEqual(whole);
  });
});
