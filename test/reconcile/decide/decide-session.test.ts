import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/domain/link';
import type { Session } from '../../../src/domain/session';
import { compareRecordings } from '../../../src/match/compare-recordings';
import { edited, externalId, OTHER_DEVICE, ownRecord, PHONE, printsOf, session, workout } from '../builders/records';
import {
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

const s1 = session({ key: 's1', distanceMetres: 10_000 });
const s2 = session({ key: 's2', from: 601, distanceMetres: 10_000 });
const w1 = workout({ key: 'w1', distanceMetres: 10_000 });
const asked = { ledger: { answers: [{ kind: 'export', session: 's1' }] } } as const;

const sent = (of: Session, copies: readonly string[] = []): Link => ({
  kind: 'exported',
  state: 'active',
  session: of.key,
  workout: '',
  copies,
  base: { session: printsOf(of), workout: printsOf(of), revision: of.revision, version: 1 },
  shadow: shadowOf(of),
});
const goesOut = (of: Session, copies: readonly string[] = [], code: 'new-session' | 'user-asked' = 'new-session') =>
  step(
    { kind: 'export', session: of.key, external: { id: externalId(of.key), version: 1 } },
    'none',
    sent(of, copies),
    code,
    [sessionAt(of), { kind: 'external-absent', external: externalId(of.key) }],
  );

describe('a completed session without a link', () => {
  test('goes out', () => {
    expect(saidBesideFar({ sessions: [s1] })).toEqual(only({ steps: [goesOut(s1)] }));
  });

  test('is matched with the workout that is the same activity: nothing is created', () => {
    expect(saidBesideFar({ sessions: [s1], workouts: [w1] })).toEqual(
      only({
        steps: [
          step(
            SET_LINK,
            'none',
            link('matched', s1, w1),
            'same-activity',
            [sessionAt(s1), workoutAt(w1)],
            compareRecordings(s1, w1).evidence,
          ),
        ],
      }),
    );
  });

  test('is matched with the best of them; the others are its copies', () => {
    const [a, b] = [workout({ key: 'wb', app: 'com.b', to: 661 }), workout({ key: 'wa', app: PHONE, from: 599 })];
    const settings = { import: { preferredSources: ['com.watch'] } };
    expect(saidBesideFar({ sessions: [s1], workouts: [a, b, w1], settings })).toEqual(
      only({
        steps: [
          step(
            SET_LINK,
            'none',
            { ...link('matched', s1, w1), copies: ['wa', 'wb'] },
            'same-activity',
            [sessionAt(s1), workoutAt(w1)],
            compareRecordings(s1, w1).evidence,
          ),
        ],
      }),
    );
  });

  test('is matched with a workout that does not say who wrote it', () => {
    const { source: _unknown, ...nameless } = w1;
    expect(saidBesideFar({ sessions: [s1], workouts: [nameless] })).toEqual(
      only({
        steps: [
          step(
            SET_LINK,
            'none',
            withoutApp(link('matched', s1, nameless)),
            'same-activity',
            [sessionAt(s1), workoutAt(nameless)],
            compareRecordings(s1, nameless).evidence,
          ),
        ],
      }),
    );
  });

  test('goes out beside them where the user asked for it; they are its copies', () => {
    const other = workout({ key: 'w0', app: PHONE, distanceMetres: 10_000 });
    expect(saidBesideFar({ ...asked, sessions: [s1], workouts: [w1, other] })).toEqual(
      only({ steps: [goesOut(s1, ['w0', 'w1'], 'user-asked')] }),
    );
  });

  test('is matched all the same where the user asked and another device represents it', () => {
    const theirs = { ...s1, owner: OTHER_DEVICE };
    expect(saidBesideFar({ ...asked, sessions: [theirs], workouts: [w1] })).toEqual(
      only({
        steps: [
          step(
            SET_LINK,
            'none',
            link('matched', theirs, w1),
            'same-activity',
            [sessionAt(theirs), workoutAt(w1)],
            compareRecordings(theirs, w1).evidence,
          ),
        ],
      }),
    );
  });

  test('waits with them while reading is denied, since what the mirror holds may be old', () => {
    const { waiting } = saidBesideFar({ sessions: [s1], workouts: [w1], scope: { readAccess: 'denied' } });
    expect(waiting.filter(({ key }) => !key.endsWith('9'))).toEqual(placed([s1, w1], 'workout-unknown'));
  });

  test('waits while the health store is not certain over its time', () => {
    expect(saidBesideFar({ sessions: [s1], workoutSide: { complete: false } })).toEqual(
      only({ waiting: placed([s1], 'workout-unknown') }),
    );
  });

  test('stays home with all the reasons, or waits where they all pass', () => {
    const settings = { export: { enabled: false, graceSeconds: 864_000 } };
    const [grace] = saidBesideFar({ sessions: [s1], settings: { export: { graceSeconds: 864_000 } } }).waiting;
    expect(grace).toMatchObject({ kind: 'session', key: 's1', reasons: [{ code: 'grace-period' }] });
    const [skipped] = saidBesideFar({ sessions: [s1], settings }).skipped;
    expect(skipped?.reasons.map(({ code }) => code)).toEqual(['export-off', 'grace-period']);
    expect(saidBesideFar({ sessions: [s1], settings }).waiting).toEqual([]);
  });
});

describe('two sessions of one activity', () => {
  test('the second is left alone and shown where the first is linked', () => {
    const record = ownRecord('w1', s1);
    expect(saidBesideFar({ sessions: [s1, s2], workouts: [record], links: [link('exported', s1, record)] })).toEqual(
      only({
        skipped: placed([s2], 'duplicate-session', { of: 's1' }),
        notices: [reviewNotice(s1, s2)],
        settled: 2,
      }),
    );
  });

  test('the later one goes out in this plan, the earlier one is left alone', () => {
    expect(saidBesideFar({ sessions: [s1, s2] })).toEqual(
      only({
        steps: [goesOut(s2)],
        skipped: placed([s1], 'duplicate-session', { of: 's2' }),
        notices: [reviewNotice(s1, s2)],
      }),
    );
  });

  test('the one without a workout is left alone where the other is matched in this plan', () => {
    const watched = workout({ key: 'w1', distanceMetres: 10_000 });
    const said = saidBesideFar({ sessions: [s1, s2], workouts: [watched] });
    expect(said.steps.map(({ id, reason }) => [id, reason.code])).toEqual([['set-link s1', 'same-activity']]);
    expect(said.skipped).toEqual(placed([s2], 'duplicate-session', { of: 's1' }));
    expect(said.notices).toEqual([reviewNotice(s1, s2)]);
  });

  test('both go out where the user asked for the first', () => {
    expect(saidBesideFar({ ...asked, sessions: [s1, s2] })).toMatchObject({
      steps: [goesOut(s2), goesOut(s1)],
      skipped: [],
    });
  });

  test('the first is left alone where the second is deleted, and nothing went out', () => {
    const deleted = { ...s2, state: 'deleted' as const };
    expect(saidBesideFar({ sessions: [s1, deleted] })).toEqual(
      only({ steps: [goesOut(s1)], skipped: placed([deleted], 'deleted') }),
    );
  });
});

describe('two sessions that may be one activity', () => {
  test('both go out, and the user is asked', () => {
    const record = ownRecord('w1', s1, 3);
    const later = session({ key: 's2', from: 620, to: 680 });
    expect(saidBesideFar({ sessions: [s1, later], workouts: [record], links: [link('exported', s1, record)] })).toEqual(
      only({ steps: [goesOut(later)], notices: [reviewNotice(s1, later)], settled: 2 }),
    );
  });

  test.each([
    ['is refused', { ...s1, owner: OTHER_DEVICE }],
    ['was deleted', { ...s1, state: 'deleted' }],
  ] as const)('are no question where one of them %s: that is left alone', (_, left) => {
    const later = session({ key: 's2', from: 620, to: 680 });
    const said = saidBesideFar({ sessions: [left, later] });
    expect(said.steps).toEqual([goesOut(later)]);
    expect(said.skipped.map(({ key }) => key)).toEqual(['s1']);
    expect(said.notices).toEqual([]);
  });

  test('are one question though sessions are removed with their workouts', () => {
    const said = saidBesideFar({ sessions: [s1, s2], settings: { onWorkoutGone: 'remove-session' } });
    expect(said.skipped).toEqual(placed([s1], 'duplicate-session', { of: 's2' }));
  });
});

describe('a session beside a linked session', () => {
  const record = ownRecord('w1', s1, 3);
  const row = link('exported', s1, record);
  const outcome = (said: ReturnType<typeof saidBesideFar>) => ({
    exported: said.steps.filter(({ effect }) => effect.kind === 'export').map(({ link: { session: key } }) => key),
    skipped: said.skipped.filter(({ kind }) => kind === 'session'),
  });
  const duplicate = { exported: [], skipped: placed([s2], 'duplicate-session', { of: 's1' }) };
  const free = { exported: ['s2'], skipped: [] };

  test('is the session where the linked one was deleted, since our record goes with it', () => {
    const deleted = { ...s1, state: 'deleted' as const, revision: 'r2' };
    expect(outcome(saidBesideFar({ sessions: [deleted, s2], workouts: [record], links: [row] }))).toEqual(free);
  });

  test('is a duplicate where another app has the activity as well', () => {
    const deleted = { ...s1, state: 'deleted' as const, revision: 'r2' };
    const copy = workout({ key: 'w2', app: PHONE, distanceMetres: 10_000 });
    const links = [{ ...row, copies: ['w2'] }];
    expect(outcome(saidBesideFar({ sessions: [deleted, s2], workouts: [record, copy], links }))).toEqual(duplicate);
  });

  describe('that is imported, whose workout is gone', () => {
    const w9 = workout({ key: 'w1', distanceMetres: 10_000 });
    const imported = link('imported', s1, w9);
    const removing = { onWorkoutGone: 'remove-session' } as const;

    test('is the session where this plan removes the other', () => {
      expect(outcome(saidBesideFar({ sessions: [s1, s2], links: [imported], settings: removing }))).toEqual(free);
    });

    test.each([
      ['sessions are kept', s1, imported, { settings: {} }],
      ['imports are off', s1, imported, { settings: { ...removing, import: { enabled: false } } }],
      ['it was matched', s1, link('matched', s1, w9), { settings: removing }],
      ['it is detached', s1, { ...imported, state: 'detached' }, { settings: removing }],
      ['it was edited', edited(s1), imported, { settings: removing }],
      ['the read is not complete', s1, imported, { settings: removing, workoutSide: { complete: false } }],
      [
        'its workout is malformed',
        s1,
        imported,
        { settings: removing, workouts: [{ ...w9, distanceMetres: Number.NaN }] },
      ],
    ] as const)('is a duplicate where %s', (_, of, kept, extra) => {
      expect(outcome(saidBesideFar({ ...extra, sessions: [of, s2], links: [kept as Link] }))).toMatchObject(duplicate);
    });
  });

  test('is a duplicate where the linked one is malformed: it is there, so it is not deleted', () => {
    const spoilt = { ...s1, distanceMetres: Number.NaN };
    const { exported } = outcome(saidBesideFar({ sessions: [spoilt, s2], workouts: [record], links: [row] }));
    expect(exported).toEqual([]);
  });
});

describe('a session beside a workout that may be the same activity', () => {
  test('is held while nobody knows, and the workout comes in', () => {
    const later = workout({ key: 'w1', from: 620, to: 680 });
    const said = saidBesideFar({ sessions: [s1], workouts: [later] });
    expect(said.blocked).toEqual(placed([s1], 'possible-twin', { other: 'w1' }));
    expect(said.notices).toEqual([reviewNotice(s1, later)]);
    expect(said.steps.map(({ effect }) => effect.kind)).toEqual(['import']);
  });

  test('is held with the workout that is a part of it', () => {
    const half = workout({ key: 'w1', to: 630 });
    expect(saidBesideFar({ sessions: [s1], workouts: [half] })).toEqual(
      only({
        blocked: [
          ...placed([half], 'part-of-session', { other: 's1' }),
          ...placed([s1], 'part-of-session', { other: 'w1' }),
        ],
        notices: [reviewNotice(s1, half)],
      }),
    );
  });

  test('is held and asked about though that workout may not come in', () => {
    const later = workout({ key: 'w1', from: 620, to: 680 });
    const said = saidBesideFar({ sessions: [s1], workouts: [later], settings: { import: { enabled: false } } });
    expect(said.blocked).toEqual(placed([s1], 'possible-twin', { other: 'w1' }));
    expect(said.notices).toEqual([reviewNotice(s1, later)]);
  });

  test('is held where that workout is the same as it, but belongs with another', () => {
    const [near, nearer] = [
      workout({ key: 'w1', from: 612, to: 672 }),
      workout({ key: 'w2', app: PHONE, from: 618, to: 678 }),
    ];
    const said = saidBesideFar({ sessions: [session({ key: 's1' })], workouts: [near, nearer] });
    expect(said.steps.map(({ effect }) => effect.kind)).toEqual(['import']);
    expect(said.skipped).toEqual([]);
    expect(said.blocked).toMatchObject([{ key: 's1', reasons: [{ code: 'possible-twin' }] }]);
  });

  test('goes out where the user asked for it', () => {
    const later = workout({ key: 'w1', from: 620, to: 680 });
    const said = saidBesideFar({ ...asked, sessions: [s1], workouts: [later] });
    expect(said.steps.filter(({ effect }) => effect.kind === 'export')).toEqual([goesOut(s1)]);
    expect(said.blocked).toEqual([]);
  });
});

describe('a session that was deleted before anything was linked', () => {
  const deleted = { ...s1, state: 'deleted' as const };

  test('is skipped where it stands alone', () => {
    expect(saidBesideFar({ sessions: [deleted] })).toEqual(only({ skipped: placed([deleted], 'deleted') }));
  });

  test('keeps what is the same activity out with a tombstone, which does not say who wrote it', () => {
    const copy = workout({ key: 'w0', app: PHONE, distanceMetres: 10_000 });
    const tombstone: Link = {
      ...withoutApp(link('matched', deleted, w1)),
      state: 'session-deleted',
      copies: ['w0'],
    };
    const settings = { import: { preferredSources: ['com.watch'] } };
    expect(saidBesideFar({ sessions: [deleted], workouts: [copy, w1], settings })).toEqual(
      only({
        steps: [
          step(
            SET_LINK,
            'none',
            tombstone,
            'session-deleted',
            [sessionAt(deleted), workoutAt(w1)],
            compareRecordings(deleted, w1).evidence,
          ),
        ],
      }),
    );
  });

  test('is skipped with a second one of the same activity', () => {
    const again = { ...deleted, key: 's3' };
    expect(saidBesideFar({ sessions: [deleted, again] })).toEqual(
      only({ skipped: placed([deleted, again], 'deleted') }),
    );
  });
});
