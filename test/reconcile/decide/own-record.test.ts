import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/domain/link';
import {
  DEVICE,
  edited,
  externalId,
  OTHER_DEVICE,
  ownRecord,
  PHONE,
  printsOf,
  session,
  workout,
} from '../builders/records';
import { only, placed, saidBesideFar, sessionAt, shadowOf, step, withoutApp } from '../builders/whole-plan';
import { link } from '../builders/world';

const s1 = session({ key: 's1', distanceMetres: 10_000 });
const now = edited(s1, { distanceMetres: 12_000, end: s1.end - 60_000 });
const own = ownRecord('w1', s1, 3);
const row = link('exported', s1, own);

const written = (of: typeof s1, version: number, rest: Partial<Link> = {}) =>
  step(
    { kind: 'update-workout', session: 's1', external: { id: externalId('s1'), version } },
    'active',
    {
      ...withoutApp(row),
      base: { session: printsOf(of), workout: printsOf(of), revision: of.revision, version },
      shadow: shadowOf(of),
      ...rest,
    },
    'session-changed',
    [sessionAt(of)],
  );

describe('a session that is written over its own record', () => {
  test('is the base, as it is sent: never what is found later', () => {
    expect(saidBesideFar({ sessions: [now], workouts: [own], links: [row] })).toEqual(
      only({ steps: [written(now, 4)] }),
    );
  });

  test.each([
    ['this device represents it', { ...now, owner: DEVICE }, []],
    ['the user claimed it', { ...now, owner: OTHER_DEVICE }, [{ kind: 'claim', session: 's1' }]],
    [
      'the user claimed it from whoever owns it still',
      { ...now, owner: OTHER_DEVICE },
      [{ kind: 'claim', session: 's1', over: OTHER_DEVICE }],
    ],
  ] as const)('is written where %s', (_, of, answers) => {
    expect(saidBesideFar({ sessions: [of], workouts: [own], links: [row], ledger: { answers } })).toEqual(
      only({ steps: [written(of, 4)] }),
    );
  });

  test.each([
    ['the user claimed another session', { kind: 'claim', session: 's2' }],
    ['somebody else owns it by now', { kind: 'claim', session: 's1', over: 'third device' }],
  ] as const)('waits where %s', (_, answer) => {
    const theirs = { ...now, owner: OTHER_DEVICE };
    const answers = [answer];
    expect(saidBesideFar({ sessions: [theirs], workouts: [own], links: [row], ledger: { answers } })).toEqual(
      only({ waiting: placed([theirs, own], 'owned-elsewhere') }),
    );
  });

  test('gets a version above every one that was seen: of the base, the record, its copies', () => {
    const base = { ...row.base, version: 9 };
    expect(saidBesideFar({ sessions: [now], workouts: [own], links: [{ ...row, base }] }).steps).toEqual([
      written(now, 10),
    ]);
    const twice = ownRecord('w2', s1, 12);
    const links = [{ ...row, copies: ['w2'] }];
    expect(saidBesideFar({ sessions: [now], workouts: [own, twice], links }).steps).toEqual([
      written(now, 13, { copies: ['w2'] }),
    ]);
    const copy = workout({ key: 'w2', app: PHONE, distanceMetres: 10_000 });
    expect(saidBesideFar({ sessions: [now], workouts: [own, copy], links }).steps).toEqual([
      written(now, 4, { copies: ['w2'] }),
    ]);
  });

  test('keeps the name of its record while that was replaced, and finds it by the external id', () => {
    const again = ownRecord('w5', s1, 3);
    expect(saidBesideFar({ sessions: [now], workouts: [again], links: [row] })).toEqual(
      only({ steps: [written(now, 4, { workout: 'w5' })] }),
    );
  });
});

describe('an own record whose version is the base', () => {
  test('counts as unchanged whatever the health store made of it', () => {
    const lossy = ownRecord('w1', session({ key: 's1', to: 659 }), 3);
    expect(saidBesideFar({ sessions: [s1], workouts: [lossy], links: [row] })).toEqual(only({ settled: 2 }));
  });

  test('counts as changed once it lost its external id', () => {
    const { external: _lost, ...bare } = own;
    expect(saidBesideFar({ sessions: [s1], workouts: [bare], links: [row] })).toEqual(
      only({ steps: [written(s1, 4)] }),
    );
  });
});

describe('a session that is back and had a record once', () => {
  const tombstone: Link = { ...withoutApp(row), state: 'session-deleted' };
  const back = { ...s1, revision: 'r2' };

  test.each([
    ['export', OTHER_DEVICE, [{ kind: 'claim', session: 's1' }]],
    ['skipped', OTHER_DEVICE, []],
  ] as const)('is judged with what the user claimed: %s', (place, owner, answers) => {
    const said = saidBesideFar({ sessions: [{ ...back, owner }], links: [tombstone], ledger: { answers } });
    expect(said.steps.map(({ effect }) => effect.kind)).toEqual(place === 'export' ? ['export'] : []);
    expect(
      [...said.skipped, ...said.waiting].map(({ key, reasons }) => [key, reasons.map(({ code }) => code)]),
    ).toEqual(place === 'export' ? [] : [['s1', ['owned-elsewhere']]]);
  });

  test.each(['export', 'restore'] as const)('goes out against a matter of taste where the user asked: %s', (kind) => {
    const settings = { export: { minimumDurationSeconds: 7200 } };
    const answers = [{ kind, session: 's1' }] as const;
    const said = saidBesideFar({ sessions: [back], links: [tombstone], settings, ledger: { answers } });
    expect(said.steps.map(({ effect }) => effect.kind)).toEqual(['export']);
  });

  test('stays home where it may not go out; what stands with it is settled', () => {
    const copy = workout({ key: 'w2', app: PHONE, distanceMetres: 10_000 });
    const theirs = { ...s1, owner: OTHER_DEVICE };
    const removed: Link = { ...withoutApp(row), state: 'workout-removed', copies: ['w2'] };
    const answers = [{ kind: 'restore', session: 's1' }] as const;
    const said = saidBesideFar({ sessions: [theirs], workouts: [copy], links: [removed], ledger: { answers } });
    const reasons = [{ code: 'owned-elsewhere', lasts: 'needs-user', params: { owner: OTHER_DEVICE } }] as const;
    expect(said).toEqual(only({ skipped: [{ kind: 'session', key: 's1', reasons }], settled: 1 }));
  });
});
