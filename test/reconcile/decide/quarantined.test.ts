import { describe, expect, test } from 'vitest';
import { edited, ownRecord, PHONE, session, workout } from '../builders/records';
import { only, placed, saidBesideFar } from '../builders/whole-plan';
import { link } from '../builders/world';

const s1 = session({ key: 's1', distanceMetres: 10_000 });
const w1 = workout({ key: 'w1', distanceMetres: 10_000 });
const copy = workout({ key: 'w2', app: PHONE, from: 601, distanceMetres: 10_000 });
const own = ownRecord('w1', s1, 3);
const now = edited(s1, { distanceMetres: 12_000 });

/** The step that would be taken, and the records that would stand in it. */
const worlds = [
  ['an import', { workouts: [w1] }, [w1]],
  ['a match', { sessions: [s1], workouts: [w1] }, [s1, w1]],
  ['an export', { sessions: [s1] }, [s1]],
  ['an adoption', { sessions: [s1], workouts: [own] }, [s1, own]],
  ['an update of our record', { sessions: [now], workouts: [own], links: [link('exported', s1, own)] }, [now, own]],
  [
    'a removal of the session',
    {
      sessions: [s1],
      links: [link('imported', s1, w1)],
      settings: { onWorkoutGone: 'remove-session' },
    },
    [s1],
  ],
  [
    'a change that comes in',
    { sessions: [s1], workouts: [workout({ key: 'w1' })], links: [link('imported', s1, w1)] },
    [s1, w1],
  ],
  [
    'a restored import',
    {
      workouts: [w1],
      links: [link('imported', s1, w1, { state: 'session-deleted' })],
      ledger: { answers: [{ kind: 'restore', session: 's1' }] },
    },
    [w1],
  ],
] as const;

describe('a record that was set aside', () => {
  test.each(worlds)('blocks the whole step: %s', (_, shape, members) => {
    for (const { key } of members) {
      const ledger = { ...('ledger' in shape ? shape.ledger : {}), quarantined: [key] };
      expect(saidBesideFar({ ...shape, ledger })).toEqual(only({ blocked: placed(members, 'quarantined') }));
    }
  });

  test('blocks the export beside a workout that the user asked for', () => {
    const answers = [{ kind: 'export', session: 's1' }] as const;
    for (const { key } of [s1, w1]) {
      const ledger = { answers, quarantined: [key] };
      expect(saidBesideFar({ sessions: [s1], workouts: [w1], ledger })).toEqual(
        only({ blocked: placed([s1, w1], 'quarantined') }),
      );
    }
  });

  test('blocks what its copy would bring in', () => {
    const { blocked, steps } = saidBesideFar({ workouts: [w1, copy], ledger: { quarantined: ['w2'] } });
    expect(steps).toEqual([]);
    expect(blocked).toEqual(placed([copy, w1], 'quarantined'));
  });

  test('blocks none of the other kind, where it is said of which it is', () => {
    const x = session({ key: 'x', from: 800, to: 860 });
    const shape = { sessions: [x], workouts: [workout({ key: 'x' })] };
    const saidOf = (kind: 'session' | 'workout') => {
      const { blocked, steps } = saidBesideFar({ ...shape, ledger: { quarantined: [{ kind, key: 'x' }] } });
      return [blocked.length, steps.length];
    };
    expect([saidOf('session'), saidOf('workout')]).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('blocks nothing else', () => {
    const { blocked, steps } = saidBesideFar({ workouts: [w1], ledger: { quarantined: ['w7'] } });
    expect(blocked).toEqual([]);
    expect(steps).toHaveLength(1);
  });
});
