import { describe, expect, test } from 'vitest';
import {
  byKey,
  copyKeys,
  before as ledgerRow,
  memberCount,
  membersOf,
  newRow,
  type Row,
  standIns,
  withWorkout,
} from '../../../src/reconcile/gather/row';
import { session, workout } from '../builders/records';
import { link } from '../builders/world';

const s1 = session({ key: 's1' });
const w1 = workout({ key: 'w1' });
const [w2, w3, w4] = [workout({ key: 'w2' }), workout({ key: 'w3' }), workout({ key: 'w4' })];
const linked = link('imported', s1, w1);
const full: Row = { ...newRow(linked, 'in-ledger', s1, w1), copies: [w4, w2], joined: [w3] };
const bare = newRow(linked, 'in-ledger');

describe('a new row', () => {
  test('has nothing beside what its link names', () => {
    expect(newRow(linked, 'by-origin', s1, w1)).toStrictEqual({
      link: linked,
      number: -1,
      found: 'by-origin',
      session: s1,
      workout: w1,
      replaced: false,
      copies: [],
      joined: [],
      twin: undefined,
      evidence: [],
    });
    expect(bare).toStrictEqual({
      link: linked,
      number: -1,
      found: 'in-ledger',
      session: undefined,
      workout: undefined,
      replaced: false,
      copies: [],
      joined: [],
      twin: undefined,
      evidence: [],
    });
  });
});

describe('the records of a row', () => {
  test('are its session, its workout, its copies and what joined', () => {
    expect(membersOf(full)).toEqual([s1, w1, w4, w2, w3]);
    expect(membersOf(bare)).toEqual([]);
    expect(standIns(full)).toEqual([w4, w2, w3]);
  });

  test('are counted without listing them', () => {
    const absent: Row = { ...full, session: undefined };
    const orphan: Row = { ...full, workout: undefined };
    expect([full, absent, orphan, bare].map(memberCount)).toEqual([5, 4, 4, 0]);
  });
});

describe('the copies that are written down', () => {
  test.each([
    ['all but the workout', full, 'w1', ['w2', 'w3', 'w4']],
    ['the former workout with them, where another takes its place', full, 'w4', ['w1', 'w2', 'w3']],
    ['none', newRow(linked, 'in-ledger', s1, w1), 'w1', []],
    ['the former workout alone', newRow(linked, 'in-ledger', s1, w1), '', ['w1']],
    ['none without a workout', bare, 'w1', []],
  ] as const)('are in order: %s', (_, row, primary, copies) => {
    expect(copyKeys(row, primary)).toEqual(copies);
  });
});

describe('a row with another of its records as its workout', () => {
  test('keeps the one that was beside it', () => {
    expect(withWorkout(full, w2)).toEqual({ ...full, workout: w2, copies: [w4], joined: [w3, w1] });
    expect(withWorkout(full, w3)).toEqual({ ...full, workout: w3, copies: [w4, w2], joined: [w1] });
  });

  test('is the same row with its own', () => {
    expect(withWorkout(full, w1)).toEqual(full);
  });

  test('has nothing to keep where no workout was', () => {
    expect(withWorkout({ ...bare, copies: [w2] }, w2)).toEqual({ ...bare, workout: w2 });
  });
});

describe('the row of the ledger', () => {
  test('is there only for what the ledger holds', () => {
    expect(ledgerRow(full)).toBe(linked);
    expect(ledgerRow(newRow(linked, 'by-origin'))).toBeUndefined();
    expect(ledgerRow(newRow(linked, 'by-external-id'))).toBeUndefined();
  });
});

test('keys are ordered as text', () => {
  expect([w3, w1, w2].sort(byKey)).toEqual([w1, w2, w3]);
  expect([w1, w2, w3].sort(byKey)).toEqual([w1, w2, w3]);
});
