import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/domain/link';
import { takesBack } from '../../../src/reconcile/write/guard';
import { edited, externalId, OTHER_DEVICE, ownRecord, PHONE, printsOf, session, workout } from '../builders/records';
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
const w1 = workout({ key: 'w1', distanceMetres: 10_000 });
const copy = workout({ key: 'w2', app: PHONE, distanceMetres: 10_000 });
const imported = link('imported', s1, w1);
const matched = link('matched', s1, w1);
const own = ownRecord('w1', s1, 3);
const exported = link('exported', s1, own);
const wish = (kind: 'export' | 'restore', key = 's1') => ({ ledger: { answers: [{ kind, session: key }] } }) as const;

describe('a wish for a record of ours on an active link', () => {
  test.each([
    ['imported', imported, w1],
    ['exported', exported, own],
  ] as const)('has nothing to do and is used up by a step of its own: %s', (_, row, record) => {
    for (const kind of ['export', 'restore'] as const) {
      expect(saidBesideFar({ ...wish(kind), sessions: [s1], workouts: [record], links: [row] })).toEqual(
        only({ steps: [step(SET_LINK, 'active', row, 'user-asked', [workoutAt(record)])] }),
      );
    }
  });

  test('is used up by the step that the link takes anyway', () => {
    const now = edited(s1, { distanceMetres: 12_000 });
    const said = saidBesideFar({ ...wish('restore'), sessions: [now], workouts: [own], links: [exported] });
    expect(said.steps.map(({ effect, reason }) => [effect.kind, reason.code])).toEqual([
      ['update-workout', 'session-changed'],
    ]);
  });

  test('is used up on a matched link where it is a wish to restore', () => {
    expect(saidBesideFar({ ...wish('restore'), sessions: [s1], workouts: [w1], links: [matched] })).toEqual(
      only({ steps: [step(SET_LINK, 'active', matched, 'user-asked', [workoutAt(w1)])] }),
    );
  });

  test('is about its own session only', () => {
    expect(saidBesideFar({ ...wish('export', 's2'), sessions: [s1], workouts: [w1], links: [matched] })).toEqual(
      only({ settled: 2 }),
    );
  });
});

describe('the wish to export a matched session', () => {
  const beside = (workouts: readonly string[], of = s1): Link => ({
    ...withoutApp(matched),
    kind: 'exported',
    workout: '',
    copies: workouts,
    base: { session: printsOf(of), workout: printsOf(of), revision: of.revision, version: 1 },
  });
  const written = (row: Link, of = s1) =>
    step(
      { kind: 'export', session: 's1', external: { id: externalId('s1'), version: 1 } },
      'active',
      row,
      'user-asked',
      [sessionAt(of), { kind: 'external-absent', external: externalId('s1') }],
    );

  test('writes our own record beside the workout, which becomes a copy of it', () => {
    const links = [{ ...matched, copies: ['w2'] }];
    expect(saidBesideFar({ ...wish('export'), sessions: [s1], workouts: [w1, copy], links })).toEqual(
      only({ steps: [written(beside(['w1', 'w2']))] }),
    );
  });

  test('writes it also while the workout changed, or the session', () => {
    const changed = workout({ key: 'w1', distanceMetres: 10_900 });
    expect(saidBesideFar({ ...wish('export'), sessions: [s1], workouts: [changed], links: [matched] })).toEqual(
      only({ steps: [written(beside(['w1']))] }),
    );
    const now = edited(s1);
    expect(saidBesideFar({ ...wish('export'), sessions: [now], workouts: [w1], links: [matched] })).toEqual(
      only({ steps: [written(beside(['w1'], now), now)] }),
    );
  });

  test('is used up where another device represents the session', () => {
    const theirs = { ...s1, owner: OTHER_DEVICE };
    expect(saidBesideFar({ ...wish('export'), sessions: [theirs], workouts: [w1], links: [matched] })).toEqual(
      only({ steps: [step(SET_LINK, 'active', matched, 'user-asked', [workoutAt(w1)])] }),
    );
  });

  test('writes it where the user claimed the session for this device', () => {
    const theirs = { ...s1, owner: OTHER_DEVICE };
    const answers = [
      { kind: 'export', session: 's1' },
      { kind: 'claim', session: 's1' },
    ] as const;
    expect(saidBesideFar({ ledger: { answers }, sessions: [theirs], workouts: [w1], links: [matched] })).toEqual(
      only({ steps: [written(beside(['w1']))] }),
    );
  });

  test('gives way to the removal of the workout: the link is closed', () => {
    const tombstone: Link = { ...withoutApp(matched), state: 'workout-removed' };
    expect(saidBesideFar({ ...wish('export'), sessions: [s1], links: [matched] })).toEqual(
      only({ steps: [step(SET_LINK, 'active', tombstone, 'workout-removed', [sessionAt(s1)])] }),
    );
  });
});

describe('the wish to restore an imported session that was deleted', () => {
  const row: Link = { ...withoutApp(imported), state: 'session-deleted' };
  const restored = (of = w1, copies: readonly string[] = []): Link => ({
    ...imported,
    workout: of.key,
    copies,
    base: { session: of.prints, workout: of.prints, revision: '', version: 0 },
    shadow: shadowOf(of),
  });
  const again = (was: Link = restored()) =>
    step({ kind: 'import', session: 's1', workout: 'w1' }, 'session-deleted', was, 'user-asked', [
      { kind: 'session-absent', session: 's1' },
      workoutAt(w1),
    ]);

  test('imports its workout once more under the same key', () => {
    expect(saidBesideFar({ ...wish('restore'), workouts: [w1], links: [row] })).toEqual(only({ steps: [again()] }));
  });

  test('imports it as it is now, and keeps its copies and the version that was seen', () => {
    const longer = workout({ key: 'w1', to: 665, distanceMetres: 11_000 });
    const after = { ...restored(longer, ['w2']), base: { ...restored(longer).base, version: 5 } };
    const was = { ...row, copies: ['w2'], base: { ...row.base, version: 5 } };
    expect(saidBesideFar({ ...wish('restore'), workouts: [longer, copy], links: [was] })).toEqual(
      only({
        steps: [
          step({ kind: 'import', session: 's1', workout: 'w1' }, 'session-deleted', after, 'user-asked', [
            { kind: 'session-absent', session: 's1' },
            workoutAt(longer),
          ]),
        ],
      }),
    );
  });

  test('imports a workout that names no app', () => {
    const { source: _unknown, ...nameless } = w1;
    expect(saidBesideFar({ ...wish('restore'), workouts: [nameless], links: [row] })).toEqual(
      only({ steps: [again(withoutApp(restored()))] }),
    );
  });

  test('imports with it the copies that are new', () => {
    expect(saidBesideFar({ ...wish('restore'), workouts: [w1, copy], links: [row] })).toEqual(
      only({ steps: [again(restored(w1, ['w2']))], notices: [copyNotice(w1, copy)] }),
    );
  });

  test('is nothing while its workout is not there, or where it was matched', () => {
    expect(saidBesideFar({ ...wish('restore'), links: [row] })).toEqual(only({}));
    const other: Link = { ...withoutApp(matched), state: 'session-deleted' };
    expect(saidBesideFar({ ...wish('restore'), workouts: [w1], links: [other] })).toEqual(only({ settled: 1 }));
  });

  test('is not meant by a wish to export', () => {
    expect(saidBesideFar({ ...wish('export'), workouts: [w1], links: [row] })).toEqual(only({ settled: 1 }));
  });

  test('waits with its workout while a session over its time is open', () => {
    const open = session({ key: 's5', state: 'open', from: 655, to: 700 });
    expect(saidBesideFar({ ...wish('restore'), sessions: [open], workouts: [w1], links: [row] })).toEqual(
      only({ waiting: [...placed([open], 'session-open'), ...placed([w1], 'session-open')] }),
    );
  });

  test('does not wait for an open session at another time', () => {
    const open = session({ key: 's5', state: 'open', from: 660, to: 700 });
    expect(saidBesideFar({ ...wish('restore'), sessions: [open], workouts: [w1], links: [row] })).toEqual(
      only({ steps: [again()], waiting: placed([open], 'session-open') }),
    );
  });

  test('gives way to another session that stands in its place', () => {
    const twin = session({ key: 's2', distanceMetres: 10_000 });
    const { steps, skipped } = saidBesideFar({ ...wish('restore'), sessions: [twin], workouts: [w1], links: [row] });
    expect(steps).toEqual([]);
    expect(skipped).toEqual(placed([twin], 'duplicate-session', { of: 's1' }));
  });

  test('waits while the session is in the bin, from which the app alone can take it, with whatever was edited in it', () => {
    const deleted = { ...s1, state: 'deleted' as const, revision: 'r2' };
    expect(saidBesideFar({ ...wish('restore'), sessions: [deleted], workouts: [w1], links: [row] })).toEqual(
      only({ settled: 2 }),
    );
  });

  test('does not give way to another session that goes out by hand', () => {
    const twin = session({ key: 's2', distanceMetres: 10_000 });
    const answers = [
      { kind: 'restore', session: 's1' },
      { kind: 'export', session: 's2' },
    ] as const;
    const { steps } = saidBesideFar({ ledger: { answers }, sessions: [twin], workouts: [w1], links: [row] });
    expect(steps.map(({ id }) => id)).toEqual(['import s1', 'export s2']);
  });
});

describe('what is agreed after a wish was granted', () => {
  test('is what both sides say now', () => {
    const row: Link = { ...withoutApp(exported), state: 'workout-removed' };
    const [back] = saidBesideFar({ ...wish('restore'), sessions: [edited(s1)], workouts: [own], links: [row] }).steps;
    expect(back?.link.base).toEqual(agreed(edited(s1), own));
  });
});

describe('a wish to restore on an active link whose session is deleted', () => {
  const lost = (held: boolean, shape: Parameters<typeof saidBesideFar>[0] = {}) =>
    saidBesideFar({
      workouts: [w1],
      links: [imported],
      ledger: { answers: [{ kind: 'restore', session: 's1', ...(held && { held }) }] },
      ...shape,
    });
  const stepsOf = ({ steps }: ReturnType<typeof lost>) => steps.map(({ id, reason }) => [id, reason.code]);

  test('brings it back where it was said of that very loss', () => {
    const { steps } = lost(true);
    expect(steps).toMatchObject([
      {
        id: 'import s1',
        effect: { kind: 'import', session: 's1', workout: 'w1' },
        link: { state: 'active' },
        expect: [
          { kind: 'link-at', state: 'active' },
          { kind: 'session-absent', session: 's1' },
          { kind: 'workout-at', workout: 'w1' },
        ],
        reason: { code: 'user-asked' },
      },
    ]);
    expect(steps.map(takesBack)).toEqual([true]);
  });

  test('lets it go where it was said before', () => {
    expect(stepsOf(lost(false))).toEqual([['set-link s1', 'session-deleted']]);
  });

  test('waits while a session over its time is open', () => {
    const { steps, waiting } = lost(true, { sessions: [session({ key: 's5', state: 'open', from: 590, to: 610 })] });
    expect(steps).toEqual([]);
    expect(waiting).toMatchObject([{ key: 's5' }, { key: 'w1', reasons: [{ code: 'session-open' }] }]);
  });

  test.each([
    ['lies in the bin of the app', { sessions: [{ ...s1, state: 'deleted' as const, revision: 'r2' }] }],
    ['has lost its workout as well', { workouts: [] }],
  ])('lets it go where it %s', (_, shape) => {
    expect(stepsOf(lost(true, shape))).toEqual([['set-link s1', 'session-deleted']]);
  });

  test('is used up by any other step of a session that is there', () => {
    expect(stepsOf(lost(true, { sessions: [s1] }))).toEqual([['set-link s1', 'user-asked']]);
  });
});
