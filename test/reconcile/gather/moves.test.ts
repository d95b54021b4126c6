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
