import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/domain/link';
import {
  at,
  changedWorkout,
  edited,
  OTHER_DEVICE,
  OWN_APP,
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
const off = { export: { enabled: false } };

describe('our own record of a session that no link remembers', () => {
  const own = ownRecord('w1', s1, 3);
  const external = (version: number) => ({ id: own.external?.id ?? '', version });
  const adopted: Link = { ...link('exported', s1, own), base: agreed(s1, own) };

  test('is adopted where it says what the session says: nothing is written', () => {
    expect(saidBesideFar({ sessions: [s1], workouts: [own] })).toEqual(
      only({ steps: [step(SET_LINK, 'none', adopted, 'own-record-found', [workoutAt(own)])] }),
    );
  });

  test('is adopted while exports are off', () => {
    expect(saidBesideFar({ sessions: [s1], workouts: [own], settings: off })).toEqual(
      only({ steps: [step(SET_LINK, 'none', adopted, 'own-record-found', [workoutAt(own)])] }),
    );
  });

  test('is adopted with one that the store let in twice; the higher version is the record', () => {
    const older = ownRecord('w0', s1, 2);
    expect(saidBesideFar({ sessions: [s1], workouts: [older, own] })).toEqual(
      only({ steps: [step(SET_LINK, 'none', { ...adopted, copies: ['w0'] }, 'own-record-found', [workoutAt(own)])] }),
    );
  });

  test('is written anew where the session says otherwise', () => {
    const now = edited(s1, { distanceMetres: 12_000 });
    const prints = printsOf(now);
    const row = { ...withoutApp(adopted), base: { session: prints, workout: prints, revision: 'r1+', version: 4 } };
    expect(saidBesideFar({ sessions: [now], workouts: [own] })).toEqual(
      only({
        steps: [
          step({ kind: 'update-workout', session: 's1', external: external(4) }, 'none', row, 'own-record-found', [
            sessionAt(now),
          ]),
        ],
      }),
    );
  });

  test('waits where the session says otherwise and exports are off, or another device represents it', () => {
    const now = edited(s1, { distanceMetres: 12_000 });
    expect(saidBesideFar({ sessions: [now], workouts: [own], settings: off })).toEqual(
      only({ waiting: placed([now, own], 'direction-off') }),
    );
    const theirs = { ...now, owner: OTHER_DEVICE };
    expect(saidBesideFar({ sessions: [theirs], workouts: [own] })).toEqual(
      only({ waiting: placed([theirs, own], 'owned-elsewhere') }),
    );
  });

  test('waits while the session is open', () => {
    const open = { ...s1, state: 'open' as const };
    expect(saidBesideFar({ sessions: [open], workouts: [own] })).toEqual(
      only({ waiting: placed([open, own], 'session-open') }),
    );
  });

  test('is removed where the session is deleted, and a tombstone remembers it', () => {
    const deleted = { ...s1, state: 'deleted' as const };
    const row: Link = { ...withoutApp(adopted), state: 'session-deleted' };
    const effect = { kind: 'remove-workout', workouts: ['w1'], external: external(3).id } as const;
    expect(saidBesideFar({ sessions: [deleted], workouts: [own] })).toEqual(
      only({ steps: [step(effect, 'none', row, 'session-deleted', [sessionAt(deleted)])] }),
    );
    expect(saidBesideFar({ sessions: [deleted], workouts: [own], settings: off })).toEqual(
      only({ waiting: placed([deleted, own], 'direction-off') }),
    );
  });

  test('is removed where the session is gone for good; the tombstone knows what the record said', () => {
    const row: Link = {
      ...withoutApp(adopted),
      state: 'session-deleted',
      base: { session: own.prints, workout: own.prints, revision: '', version: 3 },
    };
    const effect = { kind: 'remove-workout', workouts: ['w1'], external: external(3).id } as const;
    expect(saidBesideFar({ sessionSide: { gone: ['s1'] }, workouts: [own] })).toEqual(
      only({ steps: [step(effect, 'none', row, 'session-deleted', [{ kind: 'session-absent', session: 's1' }])] }),
    );
  });

  test('is removed with another of the same id', () => {
    const older = ownRecord('w0', s1, 2);
    const deleted = { ...s1, state: 'deleted' as const };
    const row: Link = { ...withoutApp(adopted), state: 'session-deleted', copies: ['w0'] };
    const effect = { kind: 'remove-workout', workouts: ['w0', 'w1'], external: external(3).id } as const;
    expect(saidBesideFar({ sessions: [deleted], workouts: [own, older] })).toEqual(
      only({ steps: [step(effect, 'none', row, 'session-deleted', [sessionAt(deleted)])] }),
    );
  });
});

describe('a session that keeps its origin, whose link is lost', () => {
  const w1 = workout({ key: 'w1', distanceMetres: 10_000 });
  const kept = { ...s1, origin: { platform: 'apple-health', workout: 'w1' } } as const;
  const row = link('imported', kept, w1);

  test('is linked to it: both sides agree as they are', () => {
    expect(saidBesideFar({ sessions: [kept], workouts: [w1] })).toEqual(
      only({ steps: [step(SET_LINK, 'none', row, 'origin-known', [workoutAt(w1)])] }),
    );
  });

  test('is linked by its key alone as well', () => {
    const named = { ...s1, key: 'apple-health:w1' };
    const found = link('imported', named, w1);
    expect(saidBesideFar({ sessions: [named], workouts: [w1] })).toEqual(
      only({ steps: [step(SET_LINK, 'none', found, 'origin-known', [workoutAt(w1)])] }),
    );
  });

  test('keeps a fact that differs as an edit: the base is what the workout says', () => {
    const now = { ...kept, end: at(655) };
    const base = {
      session: { ...printsOf(now), facts: w1.prints.facts },
      workout: w1.prints,
      revision: '',
      version: 0,
    };
    expect(saidBesideFar({ sessions: [now], workouts: [w1] })).toEqual(
      only({
        steps: [step(SET_LINK, 'none', { ...row, base, shadow: shadowOf(now) }, 'origin-known', [workoutAt(w1)])],
      }),
    );
  });

  test('keeps a total that differs as an edit', () => {
    const now = { ...kept, distanceMetres: 12_000 };
    const base = {
      session: { ...printsOf(now), detail: w1.prints.detail },
      workout: w1.prints,
      revision: '',
      version: 0,
    };
    expect(saidBesideFar({ sessions: [now], workouts: [w1] })).toEqual(
      only({ steps: [step(SET_LINK, 'none', { ...row, base }, 'origin-known', [workoutAt(w1)])] }),
    );
  });

  describe('and that knows what the workout said', () => {
    const said = workout({ key: 'w1', distanceMetres: 9000, to: 650 });
    const knowing = { ...kept, origin: { ...kept.origin, prints: said.prints } } as const;
    const untouched = { ...knowing, distanceMetres: 9000, end: said.end };
    const expected = [sessionAt(untouched), workoutAt(w1)];
    const update = (parts: readonly ('facts' | 'detail')[]) =>
      ({ kind: 'update-session', session: 's1', workout: 'w1', parts }) as const;

    test('takes what has changed in the workout since, in the same plan that links it', () => {
      const base = { ...agreed(kept, w1), revision: '' };
      expect(saidBesideFar({ sessions: [untouched], workouts: [w1] })).toEqual(
        only({ steps: [step(update(['facts', 'detail']), 'none', { ...row, base }, 'workout-changed', expected)] }),
      );
    });

    test.each([
      ['the facts', { end: said.end }, 'update-session', 'facts'],
      ['the detail', { distanceMetres: 9000 }, 'enrich-session', 'detail'],
    ] as const)('takes %s where they alone have changed', (_, before, kind, part) => {
      const { prints } = changedWorkout(w1, before);
      const session = { ...kept, ...before, origin: { ...kept.origin, prints } };
      const { steps } = saidBesideFar({ sessions: [session], workouts: [w1] });
      expect(steps.map(({ effect }) => effect)).toEqual([{ kind, session: 's1', workout: 'w1', parts: [part] }]);
    });

    test('takes nothing of a recording of our own watch: that one is matched', () => {
      const ours = workout({ key: 'w1', app: OWN_APP, distanceMetres: 10_000 });
      const { steps } = saidBesideFar({ sessions: [untouched], workouts: [ours] });
      expect(steps).toMatchObject([{ effect: SET_LINK, link: { kind: 'matched' }, reason: { code: 'origin-known' } }]);
    });

    test('is linked and nothing else where nothing has changed since, and where imports are off', () => {
      const now = { ...kept, origin: { ...kept.origin, prints: w1.prints } };
      expect(saidBesideFar({ sessions: [now], workouts: [w1] })).toEqual(
        only({ steps: [step(SET_LINK, 'none', row, 'origin-known', [workoutAt(w1)])] }),
      );
      const base = { session: printsOf(untouched), workout: said.prints, revision: untouched.revision, version: 0 };
      const later: Link = { ...row, base, shadow: shadowOf(untouched) };
      expect(
        saidBesideFar({ sessions: [untouched], workouts: [w1], settings: { import: { enabled: false } } }),
      ).toEqual(only({ steps: [step(SET_LINK, 'none', later, 'origin-known', [workoutAt(w1)])] }));
    });

    test('keeps what the user has edited since, part by part', () => {
      const edited = { ...untouched, end: at(640) };
      const said = saidBesideFar({ sessions: [edited], workouts: [w1] });
      expect(said.notices).toEqual([{ kind: 'conflict', session: 's1', workout: 'w1', parts: ['facts'] }]);
      expect(said.steps).toMatchObject([
        { effect: { kind: 'enrich-session', parts: ['detail'] }, reason: { code: 'conflict-kept-session' } },
      ]);
    });
  });

  test('is matched to a recording of our own watch', () => {
    const ours = workout({ key: 'w1', app: OWN_APP, distanceMetres: 10_000 });
    expect(saidBesideFar({ sessions: [kept], workouts: [ours] })).toEqual(
      only({ steps: [step(SET_LINK, 'none', link('matched', kept, ours), 'origin-known', [workoutAt(ours)])] }),
    );
  });

  test('is linked with the copy that the user prefers', () => {
    const copy = workout({ key: 'w2', app: PHONE, distanceMetres: 10_000 });
    const answers = [{ kind: 'prefer', workout: 'w2' }] as const;
    const said = saidBesideFar({ sessions: [kept], workouts: [w1, copy], ledger: { answers } });
    const after: Link = { ...row, workout: 'w2', app: PHONE, copies: ['w1'] };
    expect(said.notices).toEqual([copyNotice(w1, copy)]);
    expect(said.steps).toMatchObject([{ link: after, reason: { code: 'user-preferred' } }]);
  });

  test('is closed with its workout where it is deleted', () => {
    const deleted = { ...kept, state: 'deleted' as const };
    const tombstone: Link = { ...withoutApp(row), state: 'session-deleted' };
    expect(saidBesideFar({ sessions: [deleted], workouts: [w1] })).toEqual(
      only({ steps: [step(SET_LINK, 'none', tombstone, 'session-deleted')] }),
    );
  });

  test('is closed with its workout where it is gone for good: the key that importing gave it says whose it was', () => {
    const tombstone: Link = {
      ...withoutApp(row),
      session: 'apple-health:w1',
      state: 'session-deleted',
      base: { session: w1.prints, workout: w1.prints, revision: '', version: 0 },
    };
    expect(saidBesideFar({ sessionSide: { gone: ['apple-health:w1'] }, workouts: [w1], settings: off })).toEqual(
      only({ steps: [step(SET_LINK, 'none', tombstone, 'session-deleted')] }),
    );
  });

  test('waits with its workout while it is open', () => {
    const open = { ...kept, state: 'open' as const };
    expect(saidBesideFar({ sessions: [open], workouts: [w1] })).toEqual(
      only({ waiting: placed([open, w1], 'session-open') }),
    );
  });

  test('takes what the user kept of the workout in a conflict', () => {
    const now = { ...kept, distanceMetres: 12_000 };
    const answers = [{ kind: 'keep-workout', session: 's1' }] as const;
    const base = { session: printsOf(kept), workout: w1.prints, revision: '', version: 0 };
    expect(saidBesideFar({ sessions: [now], workouts: [w1], ledger: { answers } })).toEqual(
      only({
        steps: [
          step(
            { kind: 'enrich-session', session: 's1', workout: 'w1', parts: ['detail'] },
            'none',
            { ...row, base },
            'conflict-took-workout',
            [sessionAt(now), workoutAt(w1)],
          ),
        ],
      }),
    );
  });

  test('is linked to its workout though that changed meanwhile, and then what changed is an edit of the session', () => {
    const changed = changedWorkout(w1, { distanceMetres: 11_000 });
    const base = {
      session: { ...printsOf(kept), detail: changed.prints.detail },
      workout: changed.prints,
      revision: '',
      version: 0,
    };
    expect(saidBesideFar({ sessions: [kept], workouts: [changed] })).toEqual(
      only({ steps: [step(SET_LINK, 'none', { ...row, base }, 'origin-known', [workoutAt(changed)])] }),
    );
  });
});
