import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { applyPlan, applySteps } from '../../src/reconcile/apply-plan';
import type { Plan } from '../../src/reconcile/plan';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { world as smallWorld } from '../../src/testing/arbitraries/world';
import { deepFreeze } from './builders/freeze';
import { accountingFaults } from './builders/places';
import { appliedOf, factsOf, holds, isRemoval, order, shuffled, told } from './property';

const shuffledWorld = (world: World, keys: readonly number[]): World => ({
  ...world,
  sessions: {
    ...world.sessions,
    items: shuffled(world.sessions.items, keys),
    gone: shuffled(world.sessions.gone, keys),
  },
  mirror: { ...world.mirror, items: shuffled(world.mirror.items, keys), gone: shuffled(world.mirror.gone, keys) },
  ledger: {
    ...world.ledger,
    links: shuffled(world.ledger.links, keys),
    answers: shuffled(world.ledger.answers, keys),
    quarantined: shuffled(world.ledger.quarantined, keys),
  },
});

describe('plans of small random worlds', () => {
  holds(
    'P1 deterministic: equal worlds give byte-equal plans, whatever the order of the input',
    1500,
    fc.tuple(smallWorld(), order),
    ([world, keys]) => {
      expect(JSON.stringify(reconcile(shuffledWorld(world, keys)))).toBe(JSON.stringify(reconcile(world)));
    },
  );

  holds('P2 idempotent: after the plan was applied, a new plan has no steps', 2000, smallWorld(), (world) => {
    const plan = reconcile(world);
    const rest = told(reconcile(appliedOf(world, plan)));
    expect(rest, `after ${told(plan)}`).toEqual([]);
  });

  holds('P3 terminates: at most two planning rounds to a fixed point', 1000, smallWorld(), (world) => {
    expect(told(reconcile(appliedOf(appliedOf(world))))).toEqual([]);
  });

  holds(
    'P4 order-free: any permutation of steps that keeps removals last gives the same state',
    1000,
    fc.tuple(smallWorld(), order),
    ([world, keys]) => {
      const { steps } = reconcile(world);
      const creating = steps.filter((step) => !isRemoval(world, step));
      const removing = steps.filter((step) => isRemoval(world, step));
      expect(steps.map(({ id }) => id)).toEqual([...creating, ...removing].map(({ id }) => id));
      const other = [...shuffled(creating, keys), ...shuffled(removing, keys)];
      expect(factsOf(applySteps(world, other))).toEqual(factsOf(applySteps(world, steps)));
    },
  );

  holds(
    'P5 prefix-safe: applying any prefix, then planning again, reaches the same end',
    1500,
    fc.tuple(smallWorld(), fc.nat({ max: 6 })),
    ([world, cut]) => {
      const plan = reconcile(world);
      const part = applySteps(world, plan.steps.slice(0, cut % (plan.steps.length + 1)));
      expect(factsOf(appliedOf(part))).toEqual(factsOf(appliedOf(world, plan)));
    },
  );

  holds('P8 minimal: no step whose effect is already true', 1500, smallWorld(), (world) => {
    const idle = reconcile(world).steps.filter(
      (step) => JSON.stringify(factsOf(applySteps(world, [step]))) === JSON.stringify(factsOf(world)),
    );
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  holds('P9 accounted: every record stands in exactly one place', 2000, smallWorld(), (world) => {
    expect(accountingFaults(world, reconcile(world))).toEqual([]);
  });

  holds('P10 serialisable: a plan survives JSON, and a parsed plan applies the same', 800, smallWorld(), (world) => {
    const plan = reconcile(world);
    const parsed: Plan = JSON.parse(JSON.stringify(plan));
    expect(parsed).toEqual(plan);
    expect(applyPlan(world, parsed)).toEqual(applyPlan(world, plan));
    const reread: World = JSON.parse(JSON.stringify(world));
    expect(JSON.stringify(reconcile(reread))).toBe(JSON.stringify(plan));
  });

  holds('P10 serialisable: a plan whose base has moved is refused as stale', 300, smallWorld(), (world) => {
    const plan = reconcile(world);
    const moved: World = { ...world, ledger: { ...world.ledger, revision: world.ledger.revision + 1 } };
    expect(applyPlan(moved, plan)).toEqual({ kind: 'error', error: { kind: 'stale', what: 'ledger' } });
    const graceSeconds = world.settings.export.graceSeconds + 1;
    const chosen: World = {
      ...world,
      settings: { ...world.settings, export: { ...world.settings.export, graceSeconds } },
    };
    expect(applyPlan(chosen, plan)).toEqual({ kind: 'error', error: { kind: 'stale', what: 'settings' } });
    expect(applyPlan(applySteps(world, plan.steps), plan).kind).toBe(plan.steps.length === 0 ? 'ok' : 'error');
  });

  holds('P11 pure: deeply frozen inputs never throw, and nothing is changed', 800, smallWorld(), (world) => {
    const before = JSON.stringify(world);
    const frozen = deepFreeze(world);
    const plan = deepFreeze(reconcile(frozen));
    applyPlan(frozen, plan);
    expect(JSON.stringify(frozen)).toBe(before);
  });
});
