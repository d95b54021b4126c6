import { describe, expect, test } from 'vitest';
import { sessionMoved, workoutMoved } from '../../../src/reconcile/gather/moves';
import { newRow } from '../../../src/reconcile/gather/row';
import { at, changedWorkout, edited, session, workout } from '../builders/records';
import { link } from '../builders/world';

const s1 = session({ key: 's1', distanceMetres: 10_000 });
const w1 = workout({ key: 'w1', distanceMetres: 10_000 });
const linked = link('imported', s1, w1);
const still = { facts: false, detail: false };

describe('what moved away from the base', () => {
  test.each([
    ['nothing', s1, still],
    ['nothing under a new revision', { ...s1, revision: 'r2' }, still],
    ['facts', edited(s1), { facts: true, detail: false }],
    ['detail', edited(s1, { distanceMetres: 12_000 }), { facts: false, detail: true }],
    ['both', edited(s1, { end: at(655), distanceMetres: 12_000 }), { facts: true, detail: true }],
    ['nothing while the revision stands, however it prints', { ...s1, title: 'Other', distanceMetres: 1 }, still],
    ['nothing where it is not there', undefined, still],
  ] as const)('in a session: %s', (_, of, moved) => {
    expect(sessionMoved(newRow(linked, 'in-ledger', of, w1))).toEqual(moved);
  });

  test.each([
    ['nothing', w1, still],
    ['facts', changedWorkout(w1, { end: at(655) }), { facts: true, detail: false }],
    ['detail', changedWorkout(w1, { distanceMetres: 12_000 }), { facts: false, detail: true }],
    ['nothing where it is not there', undefined, still],
  ] as const)('in a workout: %s', (_, of, moved) => {
    expect(workoutMoved(newRow(linked, 'in-ledger', s1, of))).toEqual(moved);
  });
});

describe('samples', () => {
  const counted = (count: number, routePoints = 0, metres = 10_000) => ({
    distanceMetres: metres,
    detail: { series: { 'heart-rate': { count, coverage: 1 } }, route: 'none', routePoints } as const,
  });
  const [s2, w2] = [session({ key: 's2', ...counted(120, 10) }), workout({ key: 'w2', ...counted(120, 10) })];
  const { detail: _none, ...unread } = counted(0);

  test.each([
    ['fewer', counted(60, 10), true],
    ['more', counted(180, 10), true],
    ['none of a kind that was there', counted(0, 10), false],
    ['no route where one was there', counted(120), false],
    ['none of one kind, and more of another', counted(0, 20), false],
    ['none of a kind, and another total', counted(0, 10, 12_000), true],
    ['not counted', unread, false],
  ] as const)('S8 that are not found any more are no change of a workout: %s', (_, now, detail) => {
    const found = changedWorkout(workout({ key: 'w2' }), now);
    expect(workoutMoved(newRow(link('imported', s2, w2), 'in-ledger', s2, found))).toEqual({ facts: false, detail });
  });

  test('S7 that the user took out of a session are an edit', () => {
    const row = newRow(link('imported', s2, w2), 'in-ledger', edited(s2, counted(0, 10)), w2);
    expect(sessionMoved(row)).toEqual({ facts: false, detail: true });
  });
});
