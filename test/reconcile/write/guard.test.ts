import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/domain/hash';
import type { Answer } from '../../../src/domain/ledger';
import type { Guard, Step } from '../../../src/reconcile/plan';
import { guardOf } from '../../../src/reconcile/write/guard';
import { session, workout } from '../builders/records';
import { link } from '../builders/world';

const removal = (id: string): Step => ({
  id,
  effect: { kind: 'set-link' },
  link: link('imported', session({ key: id }), workout({ key: 'w1' }), { state: 'session-deleted' }),
  expect: [],
  reason: { code: 'session-deleted' },
  evidence: [],
});

const removals = (count: number): Step[] => Array.from({ length: count }, (_, index) => removal(`set-link s${index}`));

const NOBODY: readonly Answer[] = [];

const confirmed = ({ id }: Guard): readonly Answer[] => [{ kind: 'confirm', guard: id }];

describe('the guard', () => {
  it('says what would be removed, against how many', () => {
    const steps = [removal('set-link s2'), removal('remove-workout s1')];
    expect(guardOf(steps, 30, { count: 5, share: 0.2 }, NOBODY)).toStrictEqual({
      id: fingerprint('remove-workout s1\nset-link s2'),
      removals: 2,
      linked: 30,
      held: false,
    });
  });

  it('has one id for the same removals in any order, and another one for others', () => {
    const idOf = (...ids: readonly string[]) => guardOf(ids.map(removal), 30, { count: 5, share: 0.2 }, NOBODY).id;
    expect(idOf('b', 'a')).toBe(idOf('a', 'b'));
    expect(idOf('a', 'b')).not.toBe(idOf('ab'));
  });

  it.each([
    [0, 0, 0, 0, false],
    [0, 0, 1, 1, true],
    [1, 0.2, 1, 1, false],
    [3, 0.2, 2, 2, true],
    [3, 0.2, 2, 3, false],
    [3, 0.2, 2, 1, true],
    [3, 0.2, 3, 14, false],
    [3, 0.2, 4, 19, true],
    [3, 0.2, 4, 20, false],
    [3, 0.2, 4, 21, false],
    [3, 0.9, 4, 5, false],
  ])('with count %d and share %d, %d of %d is held: %s', (count, share, removed, linked, held) => {
    const guard = guardOf(removals(removed), linked, { count, share }, NOBODY);
    expect(guard).toStrictEqual({ ...guard, removals: removed, linked, held });
  });

  it('lets through exactly what was confirmed', () => {
    const held = guardOf(removals(2), 2, { count: 5, share: 0.2 }, NOBODY);
    expect(held.held).toBe(true);
    expect(guardOf(removals(2), 2, { count: 5, share: 0.2 }, confirmed(held))).toStrictEqual({
      ...held,
      held: false,
    });
    expect(guardOf(removals(3), 3, { count: 5, share: 0.2 }, confirmed(held)).held).toBe(true);
  });
});
