import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/domain/link';
import { compareRecordings } from '../../../src/match/compare-recordings';
import { externalId, ownRecord, PHONE, printsOf, session, workout } from '../builders/records';
import {
  copyNotice,
  only,
  placed,
  reviewNotice,
  SET_LINK,
  saidBesideFar,
  sessionAt,
  shadowOf,
  step,
  withoutApp,
  workoutAt,
} from '../builders/whole-plan';
import { link } from '../builders/world';

const s1 = session({ key: 's1', to: 662, distanceMetres: 10_000 });
const w1 = workout({ key: 'w1', distanceMetres: 10_000 });
const copy = workout({ key: 'w2', app: PHONE, from: 601, distanceMetres: 10_000 });

describe('a copy that is new', () => {
  test.each(['imported', 'matched'] as const)('is written down and shown beside the original: %s', (kind) => {
    const row = link(kind, s1, w1);
    const { evidence } = compareRecordings(w1, copy);
    expect(saidBesideFar({ sessions: [s1], workouts: [w1, copy], links: [row] })).toEqual(
      only({
        steps: [step(SET_LINK, 'active', { ...row, copies: ['w2'] }, 'copy-found', [workoutAt(w1)], evidence)],
        notices: [
          {
            kind: 'copy',
            of: 'w1',
            copy: 'w2',
            apps: { of: 'com.watch', copy: PHONE },
            numbers: [
              { name: 'durationSeconds', of: 3600, copy: 3540 },
              { name: 'distanceMetres', of: 10_000, copy: 10_000 },
            ],
            comparison: compareRecordings(w1, copy),
          },
        ],
      }),
    );
  });

  test('is written down in the step that the row takes anyway', () => {
    const row = link('matched', s1, w1);
    const deleted = { ...s1, state: 'deleted' as const };
    const after: Link = { ...withoutApp(row), state: 'session-deleted', copies: ['w2'] };
    expect(saidBesideFar({ sessions: [deleted], workouts: [w1, copy], links: [row] })).toEqual(
      only({
        steps: [step(SET_LINK, 'active', after, 'session-deleted')],
        notices: [copyNotice(w1, copy)],
      }),
    );
  });
});

describe('a further session of a linked activity', () => {
  const s2 = session({ key: 's2', to: 662, distanceMetres: 10_000 });
  const row: Link = { ...withoutApp(link('imported', s1, w1)), state: 'session-deleted' };
  const lost: Link = { ...withoutApp(link('exported', s1, ownRecord('w1', s1, 3))), state: 'session-deleted' };
  const exported = (key: string, copies: readonly string[] = []) => {
    const prints = printsOf(s2);
    const fresh: Link = {
      kind: 'exported',
      state: 'active',
      session: key,
      workout: '',
      copies,
      base: { session: prints, workout: prints, revision: 'r1', version: 1 },
      shadow: shadowOf(s2),
    };
    return step(
      { kind: 'export', session: key, external: { id: externalId(key), version: 1 } },
      'none',
      fresh,
      'new-session',
      [sessionAt(s2), { kind: 'external-absent', external: externalId(key) }],
    );
  };

  test('is left alone and shown where another app still has the activity', () => {
    expect(saidBesideFar({ sessions: [s2], workouts: [w1], links: [row] })).toEqual(
      only({
        skipped: placed([s2], 'duplicate-session', { of: 's1' }),
        notices: [reviewNotice(s1, s2, compareRecordings(s2, w1))],
        settled: 1,
      }),
    );
  });

  test('is the session where the first one was deleted and nothing else has the activity', () => {
    expect(saidBesideFar({ sessions: [s2], links: [lost] })).toEqual(only({ steps: [exported('s2')] }));
  });

  test('goes out where the user asked for it', () => {
    const answers = [{ kind: 'export', session: 's2' }] as const;
    expect(saidBesideFar({ sessions: [s2], workouts: [w1], links: [row], ledger: { answers } })).toEqual(
      only({ steps: [exported('s2')], settled: 1 }),
    );
  });
});

describe('a closed or detached link of which one record is malformed', () => {
  test('waits with our record: its session is there, so it is not removed', () => {
    const own = ownRecord('w1', s1, 3);
    const row: Link = { ...withoutApp(link('exported', s1, own)), state: 'session-deleted' };
    const spoilt = { ...s1, distanceMetres: Number.NaN };
    expect(saidBesideFar({ sessions: [spoilt], workouts: [own], links: [row] })).toEqual(
      only({
        skipped: placed([spoilt], 'malformed', { field: 'distanceMetres' }),
        waiting: placed([own], 'session-unknown'),
      }),
    );
  });

  test('waits with its session: the workout is there, so nothing takes its place', () => {
    const row: Link = { ...link('imported', s1, w1), state: 'detached' };
    const spoilt = { ...w1, distanceMetres: Number.NaN };
    expect(saidBesideFar({ sessions: [s1], workouts: [spoilt], links: [row] })).toEqual(
      only({
        skipped: placed([spoilt], 'malformed', { field: 'distanceMetres' }),
        waiting: placed([s1], 'workout-unknown'),
      }),
    );
  });
});

describe('a link of which one record is malformed', () => {
  test.each([
    ['session', { ...s1, distanceMetres: Number.NaN }, w1, w1, 'session-unknown'],
    ['workout', s1, { ...w1, distanceMetres: Number.NaN }, s1, 'workout-unknown'],
  ] as const)('waits with the other, since the %s is there but says nothing', (kind, of, entry, waits, code) => {
    const links = [link('imported', s1, w1)];
    const malformed = kind === 'session' ? of : entry;
    expect(saidBesideFar({ sessions: [of], workouts: [entry], links })).toEqual(
      only({
        skipped: placed([malformed], 'malformed', { field: 'distanceMetres' }),
        waiting: placed([waits], code),
      }),
    );
  });
});
