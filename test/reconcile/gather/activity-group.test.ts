import { describe, expect, test } from 'vitest';
import { compareRecordings } from '../../../src/match/compare-recordings';
import {
  type ActivityGroup,
  evidenceFor,
  holdBack,
  type Rival,
  recordedInApp,
  relate,
  relationOf,
} from '../../../src/reconcile/gather/activity-group';
import { newRow } from '../../../src/reconcile/gather/row';
import { session, workout } from '../builders/records';
import { link } from '../builders/world';

const s1 = session({ key: 's1' });
const w1 = workout({ key: 'w1' });
const group = (rest: Partial<ActivityGroup> = {}): ActivityGroup => ({
  workouts: [],
  deleted: [],
  rivals: [],
  ...rest,
});
const elsewhere = { ...s1, origin: { platform: 'health-connect', workout: 'x' } } as const;
const rowOf = (kind: 'imported' | 'matched', of = s1) => newRow(link(kind, of, w1), 'in-ledger', of, w1);

describe('whether the app recorded the session of a group', () => {
  test.each([
    ['a session without a link', group({ session: s1 }), true],
    ['a session with an origin, wherever that is', group({ session: elsewhere }), false],
    ['a deleted session', group({ deleted: [s1] }), true],
    ['a deleted session with an origin', group({ deleted: [elsewhere] }), false],
    ['a matched session', group({ row: rowOf('matched') }), true],
    ['a matched session with an origin', group({ row: rowOf('matched', elsewhere) }), false],
    ['an imported session', group({ row: rowOf('imported') }), false],
    ['a link whose session is not there', group({ row: newRow(link('matched', s1, w1), 'in-ledger') }), false],
    ['workouts alone', group({ workouts: [w1] }), false],
  ])('%s', (_, of, recorded) => {
    expect(recordedInApp(of)).toBe(recorded);
  });
});

describe('what ties the records of a group together', () => {
  const [w2, w3] = [workout({ key: 'w2', to: 659 }), workout({ key: 'w3', to: 658 })];
  const between = (a: typeof w1, b: typeof w1) => {
    const comparison = compareRecordings(a, b);
    return { a: 0, b: 1, verdict: comparison.verdict, comparison };
  };
  const [first, second, third] = [between(w1, w2), between(w1, w3), between(w2, w3)];
  const three = group();
  for (const [a, b, relation] of [
    ['w1', 'w2', first],
    ['w1', 'w3', second],
    ['w2', 'w3', third],
  ] as const) {
    relate(three, a, b, relation);
    relate(three, b, a, relation);
  }

  test.each([
    ['w1', 'w2', first],
    ['w2', 'w1', first],
    ['w1', 'w3', second],
    ['w3', 'w1', second],
    ['w2', 'w3', third],
    ['w3', 'w2', third],
    ['w2', 'w9', first],
    ['w3', 'w9', second],
    ['w9', 'w1', undefined],
  ] as const)('is the relation of the two, or else the first of the one: %s to %s', (key, other, relation) => {
    expect(relationOf(three, key, other)).toBe(relation);
    expect(evidenceFor(three, key, other)).toEqual(relation?.comparison.evidence ?? []);
  });

  test('is nothing where nothing was related', () => {
    expect(relationOf(group(), 'w1', 'w2')).toBeUndefined();
    expect(evidenceFor(group(), 'w1', 'w2')).toEqual([]);
  });
});

describe('a group that a rival holds back', () => {
  test.each([
    [undefined, 'held'],
    ['left', 'held'],
    ['held', 'held'],
    ['linked', 'linked'],
    ['imported', 'imported'],
    ['exported', 'exported'],
  ] as const)('makes the rival concern the user, if it did not: %s becomes %s', (fate, after) => {
    const other = group(fate && { fate });
    const held = group({ fate: 'left' });
    holdBack(held, { otherGroup: other } as Rival);
    expect([held.fate, other.fate]).toEqual(['held', after]);
  });
});
