import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/domain/link';
import { compareRecordings } from '../../../src/match/compare-recordings';
import {
  at,
  changedWorkout,
  edited,
  OTHER_DEVICE,
  ownRecord,
  PHONE,
  printsOf,
  session,
  workout,
} from '../builders/records';
import {
  agreed,
  copyNotice,
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
const back = { ...s1, revision: 'r2' };
const deleted = { ...s1, state: 'deleted' as const, revision: 'r2' };
const open = { ...s1, state: 'open' as const, revision: 'r2' };
const w1 = workout({ key: 'w1', distanceMetres: 10_000 });
const twin = workout({ key: 'w2', app: PHONE, to: 658, distanceMetres: 10_000 });
const own = ownRecord('w1', s1, 3);
const off = { import: { enabled: false }, export: { enabled: false } };
const external = (version: number) => ({ id: own.external?.id ?? '', version });
const tombstoneOf = (row: Link): Link => ({ ...withoutApp(row), state: 'session-deleted' });

describe('a detached session', () => {
  const row = link('imported', s1, w1, { state: 'detached' });
  const active: Link = { ...row, state: 'active' };

  test('is settled while nothing of its activity is there', () => {
    expect(saidBesideFar({ sessions: [s1], links: [row] })).toEqual(only({ settled: 1 }));
  });

  test.each([
    ['that is open', [open], {}, 'session-open', [open, w1]],
    ['that cannot be seen', [], { complete: false }, 'session-unknown', [w1]],
  ] as const)('waits with its workout: one %s', (_, sessions, sessionSide, code, waiting) => {
    expect(saidBesideFar({ sessions, sessionSide, workouts: [w1], links: [row] })).toEqual(
      only({ waiting: placed(waiting, code) }),
    );
  });

  test('that was deleted is closed', () => {
    expect(saidBesideFar({ sessions: [deleted], workouts: [w1], links: [row] })).toEqual(
      only({ steps: [step(SET_LINK, 'detached', tombstoneOf(row), 'session-deleted')] }),
    );
  });

  test('is active again with its workout', () => {
    expect(saidBesideFar({ sessions: [s1], workouts: [w1], links: [row] })).toEqual(
      only({ steps: [step(SET_LINK, 'detached', active, 'source-back', [sessionAt(s1), workoutAt(w1)])] }),
    );
  });

  test('is active again with its workout, which changed meanwhile', () => {
    const changed = changedWorkout(w1, { distanceMetres: 10_900 });
    const after = { ...s1, distanceMetres: 10_900 };
    const base = { session: printsOf(after), workout: changed.prints, revision: '', version: 0 };
    expect(saidBesideFar({ sessions: [s1], workouts: [changed], links: [row] })).toEqual(
      only({
        steps: [
          step(
            { kind: 'enrich-session', session: 's1', workout: 'w1', parts: ['detail'] },
            'detached',
            { ...active, base },
            'source-back',
            [sessionAt(s1), workoutAt(changed)],
          ),
        ],
      }),
    );
  });

  test("is active again with another app's recording, which changes nothing of it", () => {
    const base = { ...row.base, workout: twin.prints };
    const after = { ...active, workout: 'w2', app: PHONE, base };
    const { evidence } = compareRecordings(s1, twin);
    expect(saidBesideFar({ sessions: [s1], workouts: [twin], links: [row] })).toEqual(
      only({
        steps: [step(SET_LINK, 'detached', after, 'source-back', [workoutAt(twin)], evidence)],
        notices: [copyNotice(s1, twin)],
      }),
    );
  });

  test('is active again with a recording that names no app, which changes nothing of it', () => {
    const { source: _unknown, ...nameless } = twin;
    const after = { ...withoutApp(active), workout: 'w2', base: { ...row.base, workout: twin.prints } };
    expect(saidBesideFar({ sessions: [s1], workouts: [nameless], links: [row] }).steps).toEqual([
      step(SET_LINK, 'detached', after, 'source-back', [workoutAt(nameless)], compareRecordings(s1, nameless).evidence),
    ]);
  });

  describe('whose workout named no app', () => {
    const { source: _watch, ...before } = w1;
    const { source: _phone, ...newcomer } = twin;
    const nameless = { ...link('imported', s1, before), state: 'detached' as const };

    test('is active again with another such recording, which may be of another app, and changes nothing of it', () => {
      const after = {
        ...nameless,
        state: 'active' as const,
        workout: 'w2',
        base: { ...nameless.base, workout: twin.prints },
      };
      const { evidence } = compareRecordings(s1, newcomer);
      expect(saidBesideFar({ sessions: [s1], workouts: [newcomer], links: [nameless] }).steps).toEqual([
        step(SET_LINK, 'detached', after, 'source-back', [workoutAt(newcomer)], evidence),
      ]);
    });

    test('is active again with the workout itself, and with what changed in it', () => {
      const changed = changedWorkout(before, { distanceMetres: 10_900 });
      const after = { ...s1, distanceMetres: 10_900 };
      const base = { session: printsOf(after), workout: changed.prints, revision: '', version: 0 };
      expect(saidBesideFar({ sessions: [s1], workouts: [changed], links: [nameless] }).steps).toEqual([
        step(
          { kind: 'enrich-session', session: 's1', workout: 'w1', parts: ['detail'] },
          'detached',
          { ...nameless, state: 'active', base },
          'source-back',
          [sessionAt(s1), workoutAt(changed)],
        ),
      ]);
    });
  });

  test('is active again with a new record of the same app, and with what it says', () => {
    const successor = workout({ key: 'w2', to: 658, distanceMetres: 10_000 });
    const after = session({ key: 's1', to: 658, distanceMetres: 10_000 });
    const base = { session: printsOf(after), workout: successor.prints, revision: '', version: 0 };
    const { evidence } = compareRecordings(s1, successor);
    expect(saidBesideFar({ sessions: [s1], workouts: [successor], links: [row] })).toEqual(
      only({
        steps: [
          step(
            { kind: 'update-session', session: 's1', workout: 'w2', parts: ['facts'] },
            'detached',
            { ...active, workout: 'w2', base, shadow: shadowOf(after) },
            'source-back',
            [sessionAt(s1), workoutAt(successor)],
            evidence,
          ),
        ],
        notices: [copyNotice(s1, successor)],
      }),
    );
  });

  test('is active again with the recording that the user prefers, and keeps its workout as a copy', () => {
    const after = session({ key: 's1', to: 658, distanceMetres: 10_000 });
    const base = { session: printsOf(after), workout: twin.prints, revision: '', version: 0 };
    const answers = [{ kind: 'prefer', workout: 'w2' }] as const;
    const said = saidBesideFar({
      sessions: [s1],
      workouts: [w1, twin],
      links: [{ ...row, copies: ['w2'] }],
      ledger: { answers },
    });
    expect(said).toEqual(
      only({
        steps: [
          step(
            { kind: 'update-session', session: 's1', workout: 'w2', parts: ['facts'] },
            'detached',
            { ...active, workout: 'w2', app: PHONE, copies: ['w1'], base, shadow: shadowOf(after) },
            'source-back',
            [sessionAt(s1), workoutAt(twin)],
          ),
        ],
      }),
    );
  });

  test('waits with its workout while imports are off', () => {
    expect(saidBesideFar({ sessions: [s1], workouts: [w1], links: [row], settings: off })).toEqual(
      only({ waiting: placed([s1, w1], 'direction-off') }),
    );
  });
});

describe('the tombstone of an import', () => {
  const row = tombstoneOf(link('imported', s1, w1));
  const active: Link = { ...row, state: 'active', app: 'com.watch' };

  test('is settled with what it names', () => {
    expect(saidBesideFar({ sessions: [deleted], workouts: [w1], links: [row] })).toEqual(only({ settled: 2 }));
  });

  test('keeps out what is the same activity, each with the reason', () => {
    expect(saidBesideFar({ workouts: [w1, twin], links: [row] })).toEqual(
      only({
        skipped: placed([twin], 'deleted-in-app', { session: 's1' }),
        notices: [copyNotice(w1, twin)],
        settled: 1,
      }),
    );
  });

  test('is settled where an old list shows the session as it was before', () => {
    expect(saidBesideFar({ sessions: [s1], workouts: [w1], links: [row] })).toEqual(only({ settled: 2 }));
  });

  test('waits while the session is open', () => {
    expect(saidBesideFar({ sessions: [open], workouts: [w1], links: [row] })).toEqual(
      only({ waiting: placed([open, w1], 'session-open') }),
    );
  });

  test('is reopened by a session that is back, with what changed in its workout', () => {
    const changed = changedWorkout(w1, { end: at(655) });
    const after = { ...back, end: at(655) };
    const base = { session: printsOf(after), workout: changed.prints, revision: '', version: 0 };
    expect(saidBesideFar({ sessions: [back], workouts: [changed], links: [row] })).toEqual(
      only({
        steps: [
          step(
            { kind: 'update-session', session: 's1', workout: 'w1', parts: ['facts'] },
            'session-deleted',
            { ...active, base, shadow: shadowOf(after) },
            'session-restored',
            [sessionAt(back), workoutAt(changed)],
          ),
        ],
      }),
    );
  });

  test('is reopened with the copy that it knows where its workout is not there, which changes nothing of the session', () => {
    const known = { ...row, copies: ['w2'] };
    const after = { ...active, workout: 'w2', app: PHONE, base: { ...row.base, workout: twin.prints } };
    expect(saidBesideFar({ sessions: [back], workouts: [twin], links: [known] })).toEqual(
      only({
        steps: [step(SET_LINK, 'session-deleted', after, 'session-restored', [workoutAt(twin)])],
      }),
    );
  });

  test('is reopened with what came in the place of its workout, whose app it cannot compare, and follows it', () => {
    const { source: _unknown, ...nameless } = twin;
    const after = { ...back, end: twin.end };
    const base = { session: printsOf(after), workout: twin.prints, revision: '', version: 0 };
    expect(saidBesideFar({ sessions: [back], workouts: [nameless], links: [row] }).steps).toEqual([
      step(
        { kind: 'update-session', session: 's1', workout: 'w2', parts: ['facts'] },
        'session-deleted',
        { ...withoutApp(active), workout: 'w2', base, shadow: shadowOf(after) },
        'session-restored',
        [sessionAt(back), workoutAt(nameless)],
        compareRecordings(back, nameless).evidence,
      ),
    ]);
  });

  test('says nothing of copies where neither the session nor its workout is there', () => {
    expect(saidBesideFar({ workouts: [twin], links: [row] })).toEqual(
      only({ skipped: placed([twin], 'deleted-in-app', { session: 's1' }) }),
    );
  });

  test('is detached by a session that is back where no workout is there', () => {
    expect(saidBesideFar({ sessions: [back], links: [row] })).toEqual(
      only({ steps: [step(SET_LINK, 'session-deleted', { ...row, state: 'detached' }, 'session-restored')] }),
    );
  });

  test('waits with a session that is back while imports are off', () => {
    expect(saidBesideFar({ sessions: [back], workouts: [w1], links: [row], settings: off })).toEqual(
      only({ waiting: placed([back, w1], 'direction-off') }),
    );
  });
});

describe('the tombstone of an export', () => {
  const row = tombstoneOf(link('exported', s1, own));
  const active: Link = { ...row, state: 'active', app: 'com.example.app' };
  const removal = step(
    { kind: 'remove-workout', workouts: ['w1'], external: external(3).id },
    'session-deleted',
    row,
    'session-deleted',
    [sessionAt(deleted)],
  );

  test('takes our record with it when that is there again', () => {
    expect(saidBesideFar({ sessions: [deleted], workouts: [own], links: [row] })).toEqual(only({ steps: [removal] }));
  });

  test('takes our record with it also where the session is not listed any more', () => {
    const absent = { kind: 'session-absent', session: 's1' } as const;
    const [linkAt] = removal.expect;
    expect(saidBesideFar({ workouts: [own], links: [row] })).toEqual(
      only({ steps: [{ ...removal, expect: [...(linkAt ? [linkAt] : []), absent] }] }),
    );
  });

  test('waits with our record while exports are off', () => {
    expect(saidBesideFar({ sessions: [deleted], workouts: [own], links: [row], settings: off })).toEqual(
      only({ waiting: placed([deleted, own], 'direction-off') }),
    );
  });

  test('leaves our record alone where an old list shows the session as it was before', () => {
    expect(saidBesideFar({ sessions: [s1], workouts: [own], links: [row] })).toEqual(only({ settled: 2 }));
  });

  test('is settled without our record', () => {
    expect(saidBesideFar({ sessions: [deleted], links: [row] })).toEqual(only({ settled: 1 }));
  });

  test('is reopened as it was by a session that is back with the same content', () => {
    expect(saidBesideFar({ sessions: [back], workouts: [own], links: [row] })).toEqual(
      only({ steps: [step(SET_LINK, 'session-deleted', active, 'session-restored', [workoutAt(own)])] }),
    );
  });

  test('writes our record anew for a session that is back with other content', () => {
    const now = edited(s1, { distanceMetres: 12_000 });
    const prints = printsOf(now);
    const base = { session: prints, workout: prints, revision: 'r1+', version: 4 };
    expect(saidBesideFar({ sessions: [now], workouts: [own], links: [row] })).toEqual(
      only({
        steps: [
          step(
            { kind: 'update-workout', session: 's1', external: external(4) },
            'session-deleted',
            { ...row, state: 'active', base },
            'session-restored',
            [sessionAt(now)],
          ),
        ],
      }),
    );
  });

  test('writes our record anew for a title that it does not say yet', () => {
    const now = edited(s1);
    const prints = printsOf(now);
    const base = { session: prints, workout: prints, revision: 'r1+', version: 4 };
    expect(saidBesideFar({ sessions: [now], workouts: [own], links: [row] }).steps).toEqual([
      step(
        { kind: 'update-workout', session: 's1', external: external(4) },
        'session-deleted',
        { ...row, state: 'active', base },
        'session-restored',
        [sessionAt(now)],
      ),
    ]);
  });

  test('is rebased where another device wrote what the session says now', () => {
    const now = edited(s1, { distanceMetres: 12_000 });
    const newer = ownRecord('w1', now, 5);
    expect(saidBesideFar({ sessions: [now], workouts: [newer], links: [row] })).toEqual(
      only({
        steps: [
          step(SET_LINK, 'session-deleted', { ...active, base: agreed(now, newer) }, 'session-restored', [
            workoutAt(newer),
          ]),
        ],
      }),
    );
  });

  test('writes our record anew where another device wrote something else meanwhile', () => {
    const now = edited(s1, { distanceMetres: 12_000 });
    const prints = printsOf(now);
    const newer = ownRecord('w1', s1, 5);
    const base = { session: prints, workout: prints, revision: 'r1+', version: 6 };
    expect(saidBesideFar({ sessions: [now], workouts: [newer], links: [row] })).toEqual(
      only({
        steps: [
          step(
            { kind: 'update-workout', session: 's1', external: external(6) },
            'session-deleted',
            { ...row, state: 'active', base },
            'session-restored',
            [sessionAt(now)],
          ),
        ],
      }),
    );
  });

  test('waits with a session that is back while exports are off', () => {
    expect(saidBesideFar({ sessions: [back], workouts: [own], links: [row], settings: off })).toEqual(
      only({ waiting: placed([back, own], 'direction-off') }),
    );
  });

  test('waits with a session that is back while reading is denied', () => {
    const scope = { readAccess: 'denied' } as const;
    const { waiting, steps } = saidBesideFar({ sessions: [back], workouts: [own], links: [row], scope });
    expect(steps).toEqual([]);
    expect(waiting.filter(({ key }) => !key.endsWith('9'))).toEqual(placed([back, own], 'workout-unknown'));
  });

  test('waits with a session that is back and that another device represents', () => {
    const theirs = edited({ ...s1, owner: OTHER_DEVICE }, { distanceMetres: 12_000 });
    expect(saidBesideFar({ sessions: [theirs], workouts: [own], links: [row] })).toEqual(
      only({ waiting: placed([theirs, own], 'owned-elsewhere') }),
    );
  });

  test('writes a session that is back once more where its record is gone, above every version', () => {
    const prints = printsOf(back);
    const base = { session: prints, workout: prints, revision: 'r2', version: 4 };
    expect(saidBesideFar({ sessions: [back], links: [row] })).toEqual(
      only({
        steps: [
          step(
            { kind: 'export', session: 's1', external: external(4) },
            'session-deleted',
            { ...row, state: 'active', base },
            'session-restored',
            [sessionAt(back), { kind: 'external-absent', external: external(4).id }],
          ),
        ],
      }),
    );
  });

  test('leaves a session that is back at home where it may not go out now', () => {
    const settings = { export: { minimumDurationSeconds: 7200 } };
    expect(saidBesideFar({ sessions: [back], links: [row], settings })).toEqual(
      only({
        skipped: [
          {
            kind: 'session',
            key: 's1',
            reasons: [
              { code: 'session-too-short', lasts: 'for-good', params: { minimumSeconds: 7200, actualSeconds: 3600 } },
            ],
          },
        ],
      }),
    );
  });

  test('becomes a match where a session is back beside another app’s recording', () => {
    const after: Link = {
      ...row,
      kind: 'matched',
      state: 'active',
      workout: 'w2',
      app: PHONE,
      base: agreed(back, twin),
    };
    expect(saidBesideFar({ sessions: [back], workouts: [twin], links: [row] })).toEqual(
      only({
        steps: [
          step(
            SET_LINK,
            'session-deleted',
            after,
            'session-restored',
            [workoutAt(twin)],
            compareRecordings(back, twin).evidence,
          ),
        ],
        notices: [copyNotice(back, twin)],
      }),
    );
  });

  test('is written once more beside another app’s recording where the user asked for that', () => {
    const prints = printsOf(back);
    const base = { session: prints, workout: prints, revision: 'r2', version: 4 };
    const answers = [{ kind: 'export', session: 's1' }] as const;
    expect(saidBesideFar({ sessions: [back], workouts: [twin], links: [row], ledger: { answers } })).toEqual(
      only({
        steps: [
          step(
            { kind: 'export', session: 's1', external: external(4) },
            'session-deleted',
            { ...row, state: 'active', copies: ['w2'], base },
            'session-restored',
            [sessionAt(back), { kind: 'external-absent', external: external(4).id }],
          ),
        ],
        notices: [copyNotice(back, twin)],
      }),
    );
  });

  test('becomes a match where the user asked for more, and another device represents the session', () => {
    const theirs = { ...back, owner: OTHER_DEVICE };
    const answers = [{ kind: 'export', session: 's1' }] as const;
    const said = saidBesideFar({ sessions: [theirs], workouts: [twin], links: [row], ledger: { answers } });
    expect(said.steps.map(({ id, link: after, reason }) => [id, after.kind, after.workout, reason.code])).toEqual([
      ['set-link s1', 'matched', 'w2', 'session-restored'],
    ]);
    expect(said.skipped).toEqual([]);
  });

  test('becomes a match with the recording that the user prefers', () => {
    const other = workout({ key: 'w3', app: 'com.bike', distanceMetres: 10_000 });
    const after: Link = {
      ...row,
      kind: 'matched',
      state: 'active',
      workout: 'w3',
      app: 'com.bike',
      copies: ['w2'],
      base: agreed(back, other),
    };
    const answers = [{ kind: 'prefer', workout: 'w3' }] as const;
    const links = [{ ...row, copies: ['w2', 'w3'] }];
    expect(saidBesideFar({ sessions: [back], workouts: [twin, other], links, ledger: { answers } })).toEqual(
      only({ steps: [step(SET_LINK, 'session-deleted', after, 'session-restored', [workoutAt(other)])] }),
    );
  });
});

describe('the tombstone of a match', () => {
  const row = tombstoneOf(link('matched', s1, w1));

  test('is reopened by a session that is back', () => {
    const after: Link = { ...row, state: 'active', app: 'com.watch', base: agreed(back, w1) };
    expect(saidBesideFar({ sessions: [back], workouts: [w1], links: [row] })).toEqual(
      only({ steps: [step(SET_LINK, 'session-deleted', after, 'session-restored', [workoutAt(w1)])] }),
    );
  });

  test('is reopened with the copy that the user prefers to its workout', () => {
    const answers = [{ kind: 'prefer', workout: 'w2' }] as const;
    const links = [{ ...row, copies: ['w2'] }];
    const after: Link = {
      ...row,
      state: 'active',
      workout: 'w2',
      app: PHONE,
      copies: ['w1'],
      base: agreed(back, twin),
    };
    expect(saidBesideFar({ sessions: [back], workouts: [w1, twin], links, ledger: { answers } })).toEqual(
      only({ steps: [step(SET_LINK, 'session-deleted', after, 'session-restored', [workoutAt(twin)])] }),
    );
  });

  test('lets a session that is back go out where no workout is there', () => {
    const prints = printsOf(back);
    const base = { session: prints, workout: prints, revision: 'r2', version: 1 };
    const after: Link = { ...row, kind: 'exported', state: 'active', workout: '', base };
    expect(saidBesideFar({ sessions: [back], links: [row] })).toEqual(
      only({
        steps: [
          step({ kind: 'export', session: 's1', external: external(1) }, 'session-deleted', after, 'session-restored', [
            sessionAt(back),
            { kind: 'external-absent', external: external(1).id },
          ]),
        ],
      }),
    );
  });
});

describe('a record that the user removed from the health store', () => {
  const row: Link = { ...withoutApp(link('exported', s1, own)), state: 'workout-removed' };
  const asked = { ledger: { answers: [{ kind: 'restore', session: 's1' }] } } as const;

  test('is not written again by itself', () => {
    expect(saidBesideFar({ sessions: [s1], links: [row] })).toEqual(only({ settled: 1 }));
    expect(saidBesideFar({ sessions: [edited(s1)], links: [row] })).toEqual(only({ settled: 1 }));
  });

  test.each(['restore', 'export'] as const)(
    'is written again above its last version when the user asks for %s',
    (kind) => {
      const base = { ...row.base, workout: row.base.session, version: 4 };
      expect(saidBesideFar({ sessions: [s1], links: [row], ledger: { answers: [{ kind, session: 's1' }] } })).toEqual(
        only({
          steps: [
            step(
              { kind: 'export', session: 's1', external: external(4) },
              'workout-removed',
              { ...row, state: 'active', base },
              'user-asked',
              [sessionAt(s1), { kind: 'external-absent', external: external(4).id }],
            ),
          ],
        }),
      );
    },
  );

  test('is not written for the wish while exports are off, or while its session is open', () => {
    expect(saidBesideFar({ ...asked, sessions: [s1], links: [row], settings: off })).toEqual(only({ settled: 1 }));
    expect(saidBesideFar({ ...asked, sessions: [open], links: [row] })).toEqual(only({ settled: 1 }));
  });

  test('is not written for the wish while its session cannot be seen', () => {
    expect(saidBesideFar({ ...asked, sessionSide: { complete: false }, links: [row] })).toEqual(only({}));
  });

  test('is active again as it is, where it is back and the user asked for it', () => {
    const after: Link = { ...row, state: 'active', app: 'com.example.app', base: agreed(s1, own) };
    expect(saidBesideFar({ ...asked, sessions: [s1], workouts: [own], links: [row] })).toEqual(
      only({ steps: [step(SET_LINK, 'workout-removed', after, 'user-asked', [workoutAt(own)])] }),
    );
  });

  test('is skipped where it is back without being asked for', () => {
    expect(saidBesideFar({ sessions: [s1], workouts: [own], links: [row] })).toEqual(
      only({ skipped: placed([own], 'removed-in-store', { session: 's1' }), settled: 1 }),
    );
  });

  test('is skipped where it is back beside a copy that is known', () => {
    const links = [{ ...row, copies: ['w2'] }];
    expect(saidBesideFar({ sessions: [s1], workouts: [own, twin], links })).toEqual(
      only({ skipped: placed([own], 'removed-in-store', { session: 's1' }), settled: 2 }),
    );
  });

  test('goes with its session', () => {
    const after: Link = { ...row, state: 'session-deleted' };
    expect(saidBesideFar({ sessions: [deleted], links: [row] })).toEqual(
      only({ steps: [step(SET_LINK, 'workout-removed', after, 'session-deleted')] }),
    );
    expect(saidBesideFar({ sessions: [deleted], workouts: [own], links: [row] })).toEqual(
      only({
        steps: [
          step(
            { kind: 'remove-workout', workouts: ['w1'], external: external(3).id },
            'workout-removed',
            after,
            'session-deleted',
            [sessionAt(deleted)],
          ),
        ],
      }),
    );
    expect(saidBesideFar({ sessions: [deleted], workouts: [own], links: [row], settings: off })).toEqual(
      only({ steps: [step(SET_LINK, 'workout-removed', after, 'session-deleted')] }),
    );
  });

  test('gathers another app’s recording as a copy, and stays closed', () => {
    expect(saidBesideFar({ sessions: [s1], workouts: [twin], links: [row] })).toEqual(
      only({
        steps: [
          step(
            SET_LINK,
            'workout-removed',
            { ...row, copies: ['w2'] },
            'copy-found',
            [],
            compareRecordings(s1, twin).evidence,
          ),
        ],
        notices: [copyNotice(s1, twin)],
      }),
    );
  });

  test('gathers another app’s recording even where our own record is back', () => {
    expect(saidBesideFar({ sessions: [s1], workouts: [own, twin], links: [row] })).toEqual(
      only({
        steps: [
          step(
            SET_LINK,
            'workout-removed',
            { ...row, copies: ['w2'] },
            'copy-found',
            [],
            compareRecordings(s1, twin).evidence,
          ),
        ],
        notices: [copyNotice(own, twin)],
      }),
    );
  });
});
