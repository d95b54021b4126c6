import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/domain/ledger';
import { edited, ownRecord, PHONE, session, workout } from '../builders/records';
import { only, saidBesideFar } from '../builders/whole-plan';
import { link, type WorldShape } from '../builders/world';

const s1 = session({ key: 's1', distanceMetres: 10_000 });
const w1 = workout({ key: 'w1', distanceMetres: 10_000 });
const copy = workout({ key: 'w2', app: PHONE, distanceMetres: 10_000 });
const third = workout({ key: 'w3', app: 'com.bike', distanceMetres: 10_000 });
const row = { ...link('imported', s1, w1), copies: ['w2'] };
const switching = { onBetterCopy: 'switch', import: { preferredSources: [PHONE] } } as const;
const prefer = (...keys: readonly string[]): readonly Answer[] => keys.map((workout) => ({ kind: 'prefer', workout }));

/** Which workout stands for the session after a plan, why, and the others. */
const primaryOf = (shape: WorldShape) => {
  const { steps } = saidBesideFar({ sessions: [s1], workouts: [w1, copy], links: [row], ...shape });
  return steps.map(({ link: after, reason }) => [after.workout, after.copies, reason.code]);
};

describe('the copy that the user prefers', () => {
  test('takes the place of the primary', () => {
    expect(primaryOf({ ledger: { answers: prefer('w2') } })).toEqual([['w2', ['w1'], 'user-preferred']]);
  });

  test('takes it in the plan that finds the copy', () => {
    expect(primaryOf({ links: [link('imported', s1, w1)], ledger: { answers: prefer('w2') } })).toEqual([
      ['w2', ['w1'], 'user-preferred'],
    ]);
  });

  test('is the first by its key where several are preferred', () => {
    const shape = { workouts: [third, copy, w1], links: [{ ...row, copies: ['w2', 'w3'] }] };
    expect(primaryOf({ ...shape, ledger: { answers: prefer('w3', 'w2') } })).toEqual([
      ['w2', ['w1', 'w3'], 'user-preferred'],
    ]);
    expect(primaryOf({ ...shape, workouts: [w1, copy, third], ledger: { answers: prefer('w2', 'w3') } })).toEqual([
      ['w2', ['w1', 'w3'], 'user-preferred'],
    ]);
  });

  test.each([
    ['w3', 'w2'],
    ['w2', 'w3'],
  ])('is the first by its key, also where only one of them is known yet: %s', (known) => {
    const links = [{ ...row, copies: [known] }];
    expect(primaryOf({ workouts: [w1, copy, third], links, ledger: { answers: prefer('w2', 'w3') } })).toEqual([
      ['w2', ['w1', 'w3'], 'user-preferred'],
    ]);
  });

  test('is promoted before a better one where the workout is gone', () => {
    const shape = { workouts: [copy, third], links: [{ ...row, copies: ['w2', 'w3'] }] };
    const settings = { import: { preferredSources: [PHONE] } };
    expect(primaryOf({ ...shape, settings, ledger: { answers: prefer('w3') } })).toEqual([
      ['w3', ['w2'], 'copy-promoted'],
    ]);
    expect(primaryOf({ ...shape, settings })).toEqual([['w2', ['w3'], 'copy-promoted']]);
  });

  test('is what a session is matched with', () => {
    const shape = { workouts: [copy, third], links: [] };
    const settings = { import: { preferredSources: [PHONE] } };
    expect(primaryOf({ ...shape, settings, ledger: { answers: prefer('w3') } })).toEqual([
      ['w3', ['w2'], 'same-activity'],
    ]);
  });

  test('is nobody where the user prefers the primary as well: nothing goes back and forth', () => {
    expect(primaryOf({ ledger: { answers: prefer('w1', 'w2') } })).toEqual([]);
    expect(primaryOf({ settings: switching, ledger: { answers: prefer('w1') } })).toEqual([]);
  });

  test('is never a record of ours', () => {
    const ours = ownRecord('w2', s1);
    expect(primaryOf({ workouts: [w1, ours], ledger: { answers: prefer('w2') } })).toEqual([]);
  });

  test('stays a copy of what this app wrote itself', () => {
    const own = ownRecord('w1', s1, 3);
    const links = [{ ...link('exported', s1, own), copies: ['w2'] }];
    expect(primaryOf({ workouts: [own, copy], links, ledger: { answers: prefer('w2') } })).toEqual([]);
  });
});

describe('a copy that is better by the settings', () => {
  test('takes the place of the primary where the settings switch', () => {
    expect(primaryOf({ settings: switching })).toEqual([['w2', ['w1'], 'better-copy']]);
    expect(primaryOf({ settings: { ...switching, onBetterCopy: 'keep' } })).toEqual([]);
  });

  test.each([
    ['facts', edited(s1)],
    ['detail', edited(s1, { distanceMetres: 12_000 })],
  ])('stays a copy once the session was edited: %s', (_, now) => {
    expect(primaryOf({ sessions: [now], settings: switching })).toEqual([]);
  });

  test('stays a copy on a matched link', () => {
    expect(primaryOf({ links: [{ ...row, kind: 'matched' }], settings: switching })).toEqual([]);
  });

  test('stays a copy where the primary is better, or it may not come in', () => {
    expect(primaryOf({ settings: { ...switching, import: { preferredSources: ['com.watch'] } } })).toEqual([]);
    const ignoring = { preferredSources: [PHONE], ignoredSources: [PHONE] };
    expect(primaryOf({ settings: { ...switching, import: ignoring } })).toEqual([]);
  });

  test('is the best of several that may come in', () => {
    const shape = { workouts: [third, copy, w1], links: [{ ...row, copies: ['w2', 'w3'] }] };
    const order = { ...switching, import: { preferredSources: ['com.bike', PHONE] } };
    expect(primaryOf({ ...shape, settings: order })).toEqual([['w3', ['w1', 'w2'], 'better-copy']]);
    const ignoring = { preferredSources: ['com.bike', PHONE], ignoredSources: ['com.bike'] };
    expect(primaryOf({ ...shape, settings: { ...switching, import: ignoring } })).toEqual([
      ['w2', ['w1', 'w3'], 'better-copy'],
    ]);
  });

  test('is not one that only begins earlier, or is first by its key', () => {
    const settings = { onBetterCopy: 'switch' } as const;
    const like = workout({ key: 'w0', app: 'com.watch', distanceMetres: 10_000 });
    const links = [{ ...row, copies: ['w0'] }];
    expect(primaryOf({ workouts: [w1, like], links, settings })).toEqual([]);
    const earlier = { ...like, start: like.start - 1000 };
    expect(primaryOf({ workouts: [w1, earlier], links, settings })).toEqual([]);
  });

  test('takes the place though the primary itself may not come in any more', () => {
    const settings = { ...switching, import: { preferredSources: [PHONE], ignoredSources: ['com.watch'] } };
    expect(primaryOf({ settings })).toEqual([['w2', ['w1'], 'better-copy']]);
  });
});

describe('a link without copies', () => {
  test('is settled whatever the settings prefer', () => {
    const shape = { sessions: [s1], workouts: [w1], links: [link('imported', s1, w1)] };
    expect(saidBesideFar({ ...shape, settings: switching })).toEqual(only({ settled: 2 }));
    expect(saidBesideFar({ ...shape, ledger: { answers: prefer('w1') } })).toEqual(only({ settled: 2 }));
  });
});

describe('the wish to take the health store’s side', () => {
  const keepWorkout = (session: string): WorldShape => ({ ledger: { answers: [{ kind: 'keep-workout', session }] } });
  const now = edited(s1, { distanceMetres: 12_000 });
  const links = [link('imported', s1, w1)];

  test('is about its own session only', () => {
    expect(primaryOf({ ...keepWorkout('s1'), sessions: [now], workouts: [w1], links })).toEqual([
      ['w1', [], 'conflict-took-workout'],
    ]);
    expect(primaryOf({ ...keepWorkout('s2'), sessions: [now], workouts: [w1], links })).toEqual([]);
  });

  test('says nothing to a matched link', () => {
    expect(
      primaryOf({ ...keepWorkout('s1'), sessions: [now], workouts: [w1], links: [link('matched', s1, w1)] }),
    ).toEqual([]);
  });

  test('says nothing while the workout is gone: the session is detached', () => {
    expect(primaryOf({ ...keepWorkout('s1'), sessions: [now], workouts: [], links })).toEqual([
      ['w1', [], 'workout-removed'],
    ]);
  });
});
