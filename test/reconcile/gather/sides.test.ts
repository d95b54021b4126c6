import { describe, expect, test } from 'vitest';
import { sidesOf } from '../../../src/reconcile/gather/sides';
import { emptyDraft } from '../../../src/reconcile/write/draft';
import { session, workout } from '../builders/records';
import { placed } from '../builders/whole-plan';
import { type WorldShape, world } from '../builders/world';

const gathered = (shape: WorldShape) => {
  const draft = emptyDraft();
  return { draft, ...sidesOf(world(shape), draft) };
};
const s1 = session({ key: 's1' });
const [w1, w2] = [workout({ key: 'w1' }), workout({ key: 'w2' })];

describe('the two sides of a sync', () => {
  test('hold every record by its key, and the keys that are gone', () => {
    const { sessions, workouts, draft } = gathered({
      sessions: [s1],
      workouts: [w1, w2],
      sessionSide: { gone: ['s2'] },
      workoutSide: { gone: ['w3', 'w4'] },
    });
    expect(sessions.slots).toEqual([{ item: s1 }]);
    expect(workouts.slots).toEqual([{ item: w1 }, { item: w2 }]);
    expect(workouts.get('w2')).toBe(workouts.slots[1]);
    expect([sessions.get('s2'), workouts.get('s1'), workouts.get(undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([sessions.gone, workouts.gone]).toEqual([new Set(['s2']), new Set(['w3', 'w4'])]);
    expect([sessions.spoilt, workouts.spoilt]).toEqual([new Set(), new Set()]);
    expect(draft).toEqual(emptyDraft());
  });

  test('set malformed records aside, each with its field, and remember that they are there', () => {
    const spoilt = { ...w1, distanceMetres: -1 };
    const { workouts, draft } = gathered({ workouts: [spoilt, w2] });
    expect(workouts.slots).toEqual([{ item: w2 }]);
    expect(workouts.get('w1')).toBeUndefined();
    expect(workouts.spoilt).toEqual(new Set(['w1']));
    expect(draft).toEqual({ ...emptyDraft(), skipped: placed([w1], 'malformed', { field: 'distanceMetres' }) });
  });

  const other = workout({ key: 'w1', from: 700, to: 760 });
  test.each([
    ['one way', [w1, other]],
    ['the other way', [other, w1]],
  ] as const)('keep one of two records under one key, the same in any order: %s', (_, workouts) => {
    const { draft, ...sides } = gathered({ workouts });
    expect(sides.workouts.slots).toEqual([{ item: w1 }]);
    expect(sides.workouts.get('w1')?.item).toBe(w1);
    expect(sides.workouts.spoilt).toEqual(new Set());
    expect(draft).toEqual({ ...emptyDraft(), skipped: placed([w1], 'malformed', { field: 'key' }) });
  });

  const longer = workout({ key: 'w1', to: 670 });
  test.each([
    ['one way', [w1, longer]],
    ['the other way', [longer, w1]],
  ] as const)('keep one of two that start together, the same in any order: %s', (_, workouts) => {
    expect(gathered({ workouts }).workouts.slots.map(({ item }) => item.end)).toEqual([w1.end]);
  });

  test('keep one of two equal records', () => {
    const { draft, ...sides } = gathered({ sessions: [s1, { ...s1 }] });
    expect(sides.sessions.slots).toEqual([{ item: s1 }]);
    expect(draft.skipped).toEqual(placed([s1], 'malformed', { field: 'key' }));
  });
});
