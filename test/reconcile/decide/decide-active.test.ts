import { describe, expect, test } from 'vitest';
import type { Prints } from '../../../src/domain/prints';
import type { Session } from '../../../src/domain/session';
import {
  at,
  changedWorkout,
  edited,
  OTHER_DEVICE,
  OWN_APP,
  ownRecord,
  PHONE,
  session,
  workout,
} from '../builders/records';
import {
  agreed,
  only,
  placed,
  SET_LINK,
  saidBesideFar,
  sessionAt,
  shadowOf,
  step,
  withoutApp,
  workoutAt,
} from '../builders/whole-plan';
import { link } from '../builders/world';

const s1 = session({ key: 's1', distanceMetres: 10_000 });
const w1 = workout({ key: 'w1', distanceMetres: 10_000 });
const shorter = changedWorkout(w1, { end: at(655) });
const copy = workout({ key: 'w2', app: PHONE, distanceMetres: 10_000 });
const imported = link('imported', s1, w1);
const matched = link('matched', s1, w1);
const own = ownRecord('w1', s1, 3);
const exported = link('exported', s1, own);

describe('an active link of which nothing changed', () => {
  test.each([imported, matched])('is settled: $kind', (row) => {
    expect(saidBesideFar({ sessions: [s1], workouts: [w1], links: [row] })).toEqual(only({ settled: 2 }));
  });

  test('is settled: exported', () => {
    expect(saidBesideFar({ sessions: [s1], workouts: [own], links: [exported] })).toEqual(only({ settled: 2 }));
  });

  test('is settled with its copies', () => {
    const row = { ...imported, copies: ['w2'] };
    expect(saidBesideFar({ sessions: [s1], workouts: [w1, copy], links: [row] })).toEqual(only({ settled: 3 }));
  });

  test('waits as a whole while its session is open', () => {
    const open = { ...s1, state: 'open' as const };
    const row = { ...imported, copies: ['w2'] };
    expect(saidBesideFar({ sessions: [open], workouts: [w1, copy], links: [row] })).toEqual(
      only({ waiting: placed([open, w1, copy], 'session-open') }),
    );
  });

  test.each([
    ['imported', imported, w1, { import: { enabled: false } }, ['waiting']],
    ['imported', imported, w1, { export: { enabled: false } }, []],
    ['matched', matched, w1, { import: { enabled: false }, export: { enabled: false } }, []],
    ['exported', exported, own, { export: { enabled: false } }, ['waiting']],
    ['exported', exported, own, { import: { enabled: false } }, []],
  ] as const)('waits only while its own direction is off: %s', (_, row, record, settings, waits) => {
    expect(saidBesideFar({ sessions: [s1], workouts: [record], links: [row], settings })).toEqual(
      only(waits.length > 0 ? { waiting: placed([s1, record], 'direction-off') } : { settled: 2 }),
    );
  });
});

describe('a matched link whose workout changed', () => {
  test('is rebased: both sides count as agreed as they are', () => {
    const said = saidBesideFar({ sessions: [s1], workouts: [shorter], links: [matched] });
    const row = { ...matched, base: agreed(s1, shorter) };
    expect(said).toEqual(only({ steps: [step(SET_LINK, 'active', row, 'workout-changed', [workoutAt(shorter)])] }));
  });

  test('is rebased on an edited session all the same', () => {
    const now = edited(s1);
    const said = saidBesideFar({ sessions: [now], workouts: [shorter], links: [matched] });
    const row = { ...matched, base: agreed(now, shorter) };
    expect(said).toEqual(only({ steps: [step(SET_LINK, 'active', row, 'workout-changed', [workoutAt(shorter)])] }));
  });
});

describe('a workout that its own app replaced under a new id', () => {
  const successor = workout({ key: 'w3', distanceMetres: 10_000 });

  test('is the workout of an imported link; what it says is brought in', () => {
    const said = saidBesideFar({
      sessions: [s1],
      workouts: [workout({ key: 'w3', to: 658, distanceMetres: 10_000 })],
      links: [{ ...imported, copies: ['w3'] }],
    });
    const heir = workout({ key: 'w3', to: 658, distanceMetres: 10_000 });
    const after = session({ key: 's1', to: 658, distanceMetres: 10_000 });
    const row = {
      ...imported,
      workout: 'w3',
      base: { ...agreed(after, heir), revision: '' },
      shadow: shadowOf(after),
    };
    expect(said).toEqual(
      only({
        steps: [
          step(
            { kind: 'update-session', session: 's1', workout: 'w3', parts: ['facts'] },
            'active',
            row,
            'record-replaced',
            [sessionAt(s1), workoutAt(heir)],
          ),
        ],
      }),
    );
  });

  test('is the workout of an imported link; where it says the same, only the row changes', () => {
    const said = saidBesideFar({
      sessions: [s1],
      workouts: [successor],
      links: [{ ...imported, copies: ['w3'] }],
    });
    const row = { ...imported, workout: 'w3' };
    expect(said).toEqual(only({ steps: [step(SET_LINK, 'active', row, 'record-replaced', [workoutAt(successor)])] }));
  });

  test('is the workout of a matched link, which is rebased', () => {
    const longer = workout({ key: 'w3', to: 662, distanceMetres: 10_000 });
    const said = saidBesideFar({ sessions: [s1], workouts: [longer], links: [{ ...matched, copies: ['w3'] }] });
    const row = { ...matched, workout: 'w3', base: agreed(s1, longer) };
    expect(said).toEqual(only({ steps: [step(SET_LINK, 'active', row, 'record-replaced', [workoutAt(longer)])] }));
  });

  const written = (from: string, prints: Prints) =>
    session({
      key: 's1',
      distanceMetres: 10_600,
      revision: 'r2',
      origin: { platform: 'apple-health', workout: from, prints },
    });
  const between = workout({ key: 'w4', distanceMetres: 10_600 });
  const later = workout({ key: 'w3', distanceMetres: 10_300 });

  test.each([
    ['the one in between', 'w4'],
    ['the one that is linked', 'w1'],
    ['the new one, as it was', 'w3'],
  ])('is brought in where the session was written from %s, by a run that could not write it down', (_, from) => {
    const now = written(from, between.prints);
    const said = saidBesideFar({ sessions: [now], workouts: [later], links: [{ ...imported, copies: ['w3'] }] });
    const enriched = { kind: 'enrich-session', session: 's1', workout: 'w3', parts: ['detail'] };
    expect(said.steps.map(({ effect, reason }) => [effect, reason.code])).toEqual([[enriched, 'record-replaced']]);
  });

  test.each([
    ['written from a record that is still there', written('w2', between.prints), [copy, later]],
    ['edited since it was written', { ...written('w4', between.prints), distanceMetres: 10_900 }, [later]],
  ])('leaves a session alone that was %s', (_, now, workouts) => {
    const copies = workouts.map(({ key }) => key);
    const { steps, notices } = saidBesideFar({ sessions: [now], workouts, links: [{ ...imported, copies }] });
    expect(steps.map(({ effect, reason }) => [effect, reason.code])).toEqual([[SET_LINK, 'conflict-kept-session']]);
    expect(notices).toEqual([{ kind: 'conflict', session: 's1', workout: 'w3', parts: ['detail'] }]);
  });

  test('keeps the copies of other apps', () => {
    const said = saidBesideFar({
      sessions: [s1],
      workouts: [copy, successor],
      links: [{ ...imported, copies: ['w2', 'w3'] }],
    });
    const row = { ...imported, workout: 'w3', copies: ['w2'] };
    expect(said).toEqual(only({ steps: [step(SET_LINK, 'active', row, 'record-replaced', [workoutAt(successor)])] }));
  });

  const isClosed = (sessions: readonly Session[], workout: string, copies: readonly string[]) => {
    const said = saidBesideFar({
      sessions,
      workouts: [successor],
      links: [{ ...imported, copies: ['w3'] }],
      sessionSide: { gone: sessions.length === 0 ? ['s1'] : [] },
    });
    const row = { ...withoutApp(imported), state: 'session-deleted' as const, workout, copies };
    expect(said).toEqual(only({ steps: [step(SET_LINK, 'active', row, 'session-deleted')] }));
  };

  test('is named by the tombstone of a session that is in a bin, and may come back', () =>
    isClosed([{ ...s1, state: 'deleted' }], 'w3', []));

  test('is a copy to the tombstone of a session that is gone', () => isClosed([], 'w1', ['w3']));

  test('is not meant while the workout is there: a second record of the same app is a copy', () => {
    const row = { ...imported, copies: ['w3'] };
    expect(saidBesideFar({ sessions: [s1], workouts: [w1, successor], links: [row] })).toEqual(only({ settled: 3 }));
  });

  test('is never meant of a record of ours: without our id it is a recording of our own watch', () => {
    const watched = workout({ key: 'w3', app: OWN_APP, distanceMetres: 10_000 });
    const tombstone = { ...withoutApp(exported), state: 'workout-removed' as const, copies: ['w3'] };
    expect(saidBesideFar({ sessions: [s1], workouts: [watched], links: [{ ...exported, copies: ['w3'] }] })).toEqual(
      only({ steps: [step(SET_LINK, 'active', tombstone, 'workout-removed', [sessionAt(s1)])] }),
    );
  });

  test.each([
    ['the record names no app', imported],
    ['neither names an app', withoutApp(imported)],
  ])('is not meant where %s: then it is a copy that is promoted', (_, row) => {
    const { source: _unknown, ...nameless } = workout({ key: 'w3', to: 658, distanceMetres: 10_000 });
    const after = { ...withoutApp(row), workout: 'w3', base: { ...row.base, workout: nameless.prints } };
    expect(saidBesideFar({ sessions: [s1], workouts: [nameless], links: [{ ...row, copies: ['w3'] }] })).toEqual(
      only({ steps: [step(SET_LINK, 'active', after, 'copy-promoted', [workoutAt(nameless)])] }),
    );
  });

  test('is nobody where the row does not say which app wrote it: then it is a copy that is promoted', () => {
    const row = { ...withoutApp(imported), copies: ['w3'] };
    const said = saidBesideFar({ sessions: [s1], workouts: [successor], links: [row] });
    const after = { ...imported, workout: 'w3' };
    expect(said).toEqual(only({ steps: [step(SET_LINK, 'active', after, 'copy-promoted', [workoutAt(successor)])] }));
  });
});

describe('a workout that is gone', () => {
  test.each([imported, matched])('leaves its place to a live copy, and the session as it is: $kind', (row) => {
    const far = workout({ key: 'w2', app: PHONE, to: 657 });
    const said = saidBesideFar({ sessions: [s1], workouts: [far], links: [{ ...row, copies: ['w2'] }] });
    const after = { ...row, workout: 'w2', app: PHONE, base: { ...row.base, workout: far.prints } };
    expect(said).toEqual(only({ steps: [step(SET_LINK, 'active', after, 'copy-promoted', [workoutAt(far)])] }));
  });

  test('detaches an imported session', () => {
    expect(saidBesideFar({ sessions: [s1], links: [imported] })).toEqual(
      only({ steps: [step(SET_LINK, 'active', { ...imported, state: 'detached' }, 'workout-removed')] }),
    );
  });

  test('detaches an edited session even where sessions are to be removed', () => {
    const now = edited(s1);
    expect(
      saidBesideFar({ sessions: [now], links: [imported], settings: { onWorkoutGone: 'remove-session' } }),
    ).toEqual(only({ steps: [step(SET_LINK, 'active', { ...imported, state: 'detached' }, 'workout-removed')] }));
  });

  test('removes the session where the settings ask for it, if neither side moved meanwhile', () => {
    const said = saidBesideFar({ sessions: [s1], links: [imported], settings: { onWorkoutGone: 'remove-session' } });
    const tombstone = { ...withoutApp(imported), state: 'session-deleted' as const };
    expect(said).toEqual(
      only({
        steps: [
          step({ kind: 'remove-session', session: 's1' }, 'active', tombstone, 'workout-removed', [
            sessionAt(s1),
            { kind: 'workout-absent', workout: 'w1' },
          ]),
        ],
      }),
    );
  });

  test('detaches a session that has a record of ours, whatever the settings ask', () => {
    const ours = ownRecord('w5', s1, 2);
    const said = saidBesideFar({
      sessions: [s1],
      workouts: [ours],
      links: [{ ...imported, copies: ['w5'] }],
      settings: { onWorkoutGone: 'remove-session' },
    });
    const row = { ...imported, state: 'detached' as const, copies: ['w5'] };
    expect(said).toEqual(only({ steps: [step(SET_LINK, 'active', row, 'workout-removed')] }));
  });

  test('closes a matched link, and a tombstone does not say which app wrote it', () => {
    const tombstone = { ...withoutApp(matched), state: 'workout-removed' as const };
    expect(saidBesideFar({ sessions: [s1], links: [matched] })).toEqual(
      only({ steps: [step(SET_LINK, 'active', tombstone, 'workout-removed', [sessionAt(s1)])] }),
    );
  });

  test('closes an exported link, also beside a copy of another app', () => {
    const said = saidBesideFar({ sessions: [s1], workouts: [copy], links: [{ ...exported, copies: ['w2'] }] });
    const tombstone = { ...withoutApp(exported), state: 'workout-removed' as const, copies: ['w2'] };
    expect(said).toEqual(only({ steps: [step(SET_LINK, 'active', tombstone, 'workout-removed', [sessionAt(s1)])] }));
  });
});

describe('a session that was deleted', () => {
  const deleted = { ...s1, state: 'deleted' as const, revision: 'r2' };

  test.each([imported, matched])('closes the link: $kind', (row) => {
    const tombstone = { ...withoutApp(row), state: 'session-deleted' as const };
    expect(saidBesideFar({ sessions: [deleted], workouts: [w1], links: [row] })).toEqual(
      only({ steps: [step(SET_LINK, 'active', tombstone, 'session-deleted')] }),
    );
  });

  test('closes the link whatever copy the user prefers, or what was wished for', () => {
    const answers = [
      { kind: 'prefer', workout: 'w2' },
      { kind: 'restore', session: 's1' },
      { kind: 'keep-workout', session: 's1' },
    ] as const;
    const row = { ...imported, copies: ['w2'] };
    const tombstone = { ...withoutApp(row), state: 'session-deleted' as const };
    const said = saidBesideFar({ sessions: [deleted], workouts: [w1, copy], links: [row], ledger: { answers } });
    expect(said).toEqual(only({ steps: [step(SET_LINK, 'active', tombstone, 'session-deleted')] }));
  });

  test('takes our record with it', () => {
    const tombstone = { ...withoutApp(exported), state: 'session-deleted' as const };
    const external = own.external?.id ?? '';
    expect(saidBesideFar({ sessions: [deleted], workouts: [own], links: [exported] })).toEqual(
      only({
        steps: [
          step({ kind: 'remove-workout', workouts: ['w1'], external }, 'active', tombstone, 'session-deleted', [
            sessionAt(deleted),
          ]),
        ],
      }),
    );
  });

  test('takes our record with it where it is not listed any more, as long as it does not come back', () => {
    const tombstone = { ...withoutApp(exported), state: 'session-deleted' as const };
    const external = own.external?.id ?? '';
    expect(saidBesideFar({ workouts: [own], links: [exported] })).toEqual(
      only({
        steps: [
          step({ kind: 'remove-workout', workouts: ['w1'], external }, 'active', tombstone, 'session-deleted', [
            { kind: 'session-absent', session: 's1' },
          ]),
        ],
      }),
    );
  });

  test('closes an exported link whose record is gone as well', () => {
    const tombstone = { ...withoutApp(exported), state: 'session-deleted' as const };
    expect(saidBesideFar({ sessions: [deleted], links: [exported] })).toEqual(
      only({ steps: [step(SET_LINK, 'active', tombstone, 'session-deleted')] }),
    );
  });
});

describe('our own record', () => {
  const external = (version: number) => ({ id: own.external?.id ?? '', version });
  const now = edited(s1, { distanceMetres: 12_000 });
  const written = (version: number) => ({
    ...withoutApp(exported),
    base: { session: agreed(now, own).session, workout: agreed(now, own).session, revision: 'r1+', version },
  });

  test('is written anew when the session changed', () => {
    expect(saidBesideFar({ sessions: [now], workouts: [own], links: [exported] })).toEqual(
      only({
        steps: [
          step(
            { kind: 'update-workout', session: 's1', external: external(4) },
            'active',
            written(4),
            'session-changed',
            [sessionAt(now)],
          ),
        ],
      }),
    );
  });

  test('is written anew above the version that another device wrote', () => {
    const other = ownRecord('w1', s1, 7);
    expect(saidBesideFar({ sessions: [now], workouts: [other], links: [exported] })).toEqual(
      only({
        steps: [
          step(
            { kind: 'update-workout', session: 's1', external: external(8) },
            'active',
            written(8),
            'session-changed',
            [sessionAt(now)],
          ),
        ],
      }),
    );
  });

  test('is rebased where another device wrote what the session says now', () => {
    const other = ownRecord('w1', now, 7);
    const row = { ...exported, base: agreed(now, other) };
    expect(saidBesideFar({ sessions: [now], workouts: [other], links: [exported] })).toEqual(
      only({ steps: [step(SET_LINK, 'active', row, 'both-agree', [workoutAt(other)])] }),
    );
  });

  test('is rebased where another device wrote again what the session says as ever: else two would do so for ever', () => {
    const other = ownRecord('w1', s1, 7);
    const row = { ...exported, base: agreed(s1, other) };
    expect(saidBesideFar({ sessions: [s1], workouts: [other], links: [exported] })).toEqual(
      only({ steps: [step(SET_LINK, 'active', row, 'both-agree', [workoutAt(other)])] }),
    );
  });

  test('is written anew where an older version of it is back, above all that were used', () => {
    const older = ownRecord('w1', s1, 2);
    const used = { ...exported, base: { ...exported.base, version: 5 } };
    const { steps } = saidBesideFar({ sessions: [s1], workouts: [older], links: [used] });
    expect(steps.map(({ effect }) => effect)).toEqual([
      { kind: 'update-workout', session: 's1', external: external(6) },
    ]);
  });

  test('is written anew when somebody changed it, though the session says the same as ever', () => {
    const other = ownRecord('w1', { ...s1, end: s1.end + 600_000 }, 7);
    const row = {
      ...withoutApp(exported),
      base: { ...exported.base, workout: exported.base.session, version: 8 },
    };
    expect(saidBesideFar({ sessions: [s1], workouts: [other], links: [exported] })).toEqual(
      only({
        steps: [
          step({ kind: 'update-workout', session: 's1', external: external(8) }, 'active', row, 'session-changed', [
            sessionAt(s1),
          ]),
        ],
      }),
    );
  });

  test('waits where another device represents the session', () => {
    const theirs = edited({ ...s1, owner: OTHER_DEVICE });
    expect(saidBesideFar({ sessions: [theirs], workouts: [own], links: [exported] })).toEqual(
      only({ waiting: placed([theirs, own], 'owned-elsewhere') }),
    );
  });
});
