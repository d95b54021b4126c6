// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPlan } from '../../src/reconcile/apply-plan';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { ownRecord, session, workout } from './builders/records';
import { link, world } from './builders/world';
import { runs, seedOf } from './runs';

type Fate = 'kept' | 'session deleted' | 'workout removed';

/** One settled pair per fate, an hour apart, and then the fates happen, all of them explicit. */
const worldOf = (
  fates: readonly Fate[],
  kind: 'imported' | 'exported' | 'matched',
  count: number,
  share: number,
): World => {
  const pairs = fates.map((fate, index) => {
    const of = session({ key: `s${index}`, from: 100 * index, to: 100 * index + 60 });
    const record =
      kind === 'exported'
        ? ownRecord(`w${index}`, of)
        : workout({ key: `w${index}`, from: 100 * index, to: 100 * index + 60 });
    return { fate, of, record };
  });
  return world({
    sessions: pairs.filter(({ fate }) => fate !== 'session deleted').map(({ of }) => of),
    workouts: pairs.filter(({ fate }) => fate !== 'workout removed').map(({ record }) => record),
    sessionSide: { gone: pairs.filter(({ fate }) => fate === 'session deleted').map(({ of }) => of.key) },
    workoutSide: { gone: pairs.filter(({ fate }) => fate === 'workout removed').map(({ record }) => record.key) },
    links: pairs.map(({ of, record }) => link(kind, of, record)),
    settings: { guard: { count, share }, onWorkoutGone: 'remove-session' },
    now: 4_000_000_000_000,
  });
};

const cases = fc.record({
  fates: fc.array(fc.constantFrom<Fate>('kept', 'kept', 'session deleted', 'workout removed'), {
    minLength: 1,
    maxLength: 14,
  }),
  kind: fc.constantFrom('imported' as const, 'exported' as const, 'matched' as const),
  count: fc.constantFrom(0, 1, 3, 5),
  share: fc.constantFrom(0, 0.2, 0.5, 0.9),
});

describe('the guard', () => {
  const title =
    'S9 guard: a plan that removes, tombstones or detaches more than the limit is not applied until confirmed';
  test(title, () => {
    fc.assert(
      fc.property(cases, ({ fates, kind, count, share }) => {
        const before = worldOf(fates, kind, count, share);
        const plan = reconcile(before);
        const removals = fates.filter((fate) => fate !== 'kept').length;
        expect(plan.guard).toMatchObject({ removals, linked: fates.length });
        const above = removals > count && removals > share * fates.length;
        if (above) expect(plan.guard.held).toBe(true);
        if (!above && removals < fates.length) expect(plan.guard.held).toBe(false);
        const applied = applyPlan(before, plan);
        if (!plan.guard.held) {
          expect(applied.kind).toBe('ok');
          return;
        }
        expect(applied).toEqual({ kind: 'error', error: { kind: 'guard-held', guard: plan.guard.id } });
        const answers = [{ kind: 'confirm', guard: plan.guard.id } as const];
        const confirmed = { ...before, ledger: { ...before.ledger, revision: 2, answers } };
        const again = reconcile(confirmed);
        expect(again.guard.held).toBe(false);
        expect(again.steps).toEqual(plan.steps);
        expect(applyPlan(confirmed, again).kind).toBe('ok');
      }),
      { numRuns: runs(400), seed: seedOf(title) },
    );
  });

  test('S9 guard: a confirmation is for one plan, not for the next one that removes something else', () => {
    const first = worldOf(['session deleted', 'session deleted', 'kept', 'kept'], 'imported', 0, 0);
    const confirmed = [{ kind: 'confirm', guard: reconcile(first).guard.id } as const];
    const other = worldOf(['session deleted', 'kept', 'session deleted', 'kept'], 'imported', 0, 0);
    expect(reconcile({ ...other, ledger: { ...other.ledger, answers: confirmed } }).guard.held).toBe(true);
    expect(reconcile({ ...first, ledger: { ...first.ledger, answers: confirmed } }).guard.held).toBe(false);
  });

  test('S9 guard: a restored backup on a new phone, whose store is empty, removes nothing', () => {
    const before = worldOf(
      Array.from({ length: 8 }, () => 'kept' as const),
      'exported',
      5,
      0.2,
    );
    const plan = reconcile({ ...before, mirror: { ...before.mirror, items: [] } });
    expect(plan.steps).toEqual([]);
  });

  test('S9 guard: a restored backup on a new phone, whose store holds one new record, is held', () => {
    const before = worldOf(
      Array.from({ length: 8 }, () => 'kept' as const),
      'exported',
      5,
      0.2,
    );
    const items = [workout({ key: 'w99', from: 2000, to: 2060 })];
    const plan = reconcile({ ...before, mirror: { ...before.mirror, items } });
    expect(plan.guard).toMatchObject({ removals: 8, linked: 8, held: true });
    expect(applyPlan({ ...before, mirror: { ...before.mirror, items } }, plan).kind).toBe('error');
  });

  test.each([
    [5, 0.2, 5, 20, false],
    [5, 0.2, 6, 20, true],
    [5, 0.2, 6, 30, false],
    [5, 0.2, 6, 29, true],
    [0, 0, 1, 20, true],
  ])('S9 guard: count %d, share %d: %d of %d is held: %s', (count, share, removals, linked, held) => {
    const fates = Array.from({ length: linked }, (_, index): Fate => (index < removals ? 'session deleted' : 'kept'));
    expect(reconcile(worldOf(fates, 'imported', count, share)).guard).toMatchObject({ removals, linked, held });
  });
});
