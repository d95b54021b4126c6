import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/domain/link';
import { newRow, type Row } from '../../../src/reconcile/gather/row';
import { rowsOf } from '../../../src/reconcile/gather/rows';
import { sidesOf } from '../../../src/reconcile/gather/sides';
import { emptyDraft } from '../../../src/reconcile/write/draft';
import { edited, OWN_APP, ownRecord, PHONE, printsOf, session, workout } from '../builders/records';
import { shadowOf, withoutApp } from '../builders/whole-plan';
import { link, type WorldShape, world } from '../builders/world';

const [s1, s2] = [session({ key: 's1' }), session({ key: 's2' })];
const [w1, w2, w3] = [workout({ key: 'w1' }), workout({ key: 'w2', app: PHONE }), workout({ key: 'w3' })];

/** All rows of a world; every record that a row names must know the row. */
const rowsIn = (shape: WorldShape) => {
  const whole = world(shape);
  const sides = sidesOf(whole, emptyDraft());
  const rows = rowsOf(whole, sides);
  const claims = [...sides.sessions.slots, ...sides.workouts.slots].map(({ item, row }) => [item.key, row?.number]);
  return { rows, claims: Object.fromEntries(claims) as Record<string, number | undefined> };
};
const row = (number: number, base: Row, rest: Partial<Row> = {}): Row => ({ ...base, number, ...rest });

describe('the rows of the ledger', () => {
  const [first, second] = [link('imported', s1, w1), link('imported', s2, w2)];

  test('hold the records that they name, as far as they are there', () => {
    const links = [{ ...first, copies: ['w3', 'w4'] }, second];
    expect(rowsIn({ sessions: [s1], workouts: [w1, w3], links })).toEqual({
      rows: [
        row(0, newRow(links[0] as Link, 'in-ledger', s1, w1), { copies: [w3] }),
        row(1, newRow(second, 'in-ledger')),
      ],
      claims: { s1: 0, w1: 0, w3: 0 },
    });
  });

  test.each([
    ['this workout', 'w1', true],
    ['another', 'w9', false],
  ])('catch up with a session that was written from %s since', (_, from, catchesUp) => {
    const then = workout({ key: 'w1', distanceMetres: 11_000 });
    const origin = { platform: 'apple-health', workout: from, prints: then.prints } as const;
    const written = session({ key: 's1', distanceMetres: 11_000, revision: 'r2', origin });
    const now = workout({ key: 'w1', distanceMetres: 12_000 });
    const { rows } = rowsIn({ sessions: [written], workouts: [now], links: [first] });
    expect(rows.map((found) => found.link.base.workout)).toEqual([catchesUp ? then.prints : first.base.workout]);
  });

  const both = { ...second, workout: 'w1' };
  test.each([
    ['one way', [first, both]],
    ['the other way', [both, first]],
  ])('share no workout: the smaller session key has it, %s', (_, links) => {
    const { rows, claims } = rowsIn({ sessions: [s1, s2], workouts: [w1], links });
    expect(rows.map(({ link: { session: key }, workout: held }) => [key, held])).toEqual(
      links.map(({ session: key }) => [key, key === 's1' ? w1 : undefined]),
    );
    expect(claims.w1).toBe(links.indexOf(first));
  });

  const [copying, too] = [
    { ...first, copies: ['w3'] },
    { ...second, copies: ['w3'] },
  ];
  test.each([
    ['one way', [copying, too]],
    ['the other way', [too, copying]],
  ])('share no copy: the smaller session key has it, %s', (_, links) => {
    const { rows, claims } = rowsIn({ sessions: [s1, s2], workouts: [w1, w2, w3], links });
    expect(rows.map(({ link: { session: key }, copies }) => [key, copies])).toEqual(
      links.map(({ session: key }) => [key, key === 's1' ? [w3] : []]),
    );
    expect(claims.w3).toBe(links.indexOf(copying));
  });

  test('keep the other copies where one goes to another row', () => {
    const w4 = workout({ key: 'w4' });
    const links = [
      { ...second, copies: ['w3', 'w4'] },
      { ...first, copies: ['w3'] },
    ];
    const { rows } = rowsIn({ sessions: [s1, s2], workouts: [w1, w2, w3, w4], links });
    expect(rows.map(({ copies }) => copies)).toEqual([[w4], [w3]]);
  });

  test('leave a workout to the row that names it as its workout, and not as a copy', () => {
    for (const links of [
      [{ ...first, copies: ['w2'] }, second],
      [second, { ...first, copies: ['w2'] }],
    ]) {
      const { rows, claims } = rowsIn({ sessions: [s1, s2], workouts: [w1, w2], links });
      expect(rows.map(({ copies }) => copies)).toEqual([[], []]);
      expect(claims.w2).toBe(links.indexOf(second));
    }
  });

  test('hold a record that is named twice once', () => {
    const links = [{ ...first, copies: ['w1', 'w3', 'w3'] }];
    const { rows } = rowsIn({ sessions: [s1], workouts: [w1, w3], links });
    expect(rows.map(({ workout: held, copies }) => [held, copies])).toEqual([[w1, [w3]]]);
  });
});

describe('rows that an external id shows', () => {
  const own = ownRecord('w1', s1, 3);
  const adopted: Link = {
    kind: 'exported',
    state: 'active',
    session: 's1',
    workout: 'w1',
    copies: [],
    app: OWN_APP,
    base: { session: printsOf(s1), workout: own.prints, revision: 'r1', version: 3 },
    shadow: shadowOf(s1),
  };

  test('hold the session and its own record', () => {
    expect(rowsIn({ sessions: [s1], workouts: [own, w2] })).toEqual({
      rows: [row(0, newRow(adopted, 'by-external-id', s1, own))],
      claims: { s1: 0, w1: 0, w2: undefined },
    });
  });

  test('take the session as it is: an edit since then is one of both sides', () => {
    const now = edited(s1, { distanceMetres: 5_000 });
    const base = { session: printsOf(now), workout: own.prints, revision: 'r1+', version: 3 };
    expect(rowsIn({ sessions: [now], workouts: [own] }).rows).toEqual([
      row(0, newRow({ ...adopted, base }, 'by-external-id', now, own)),
    ]);
  });

  test('hold one record where the session is deleted, listed or not', () => {
    const deleted = { ...s1, state: 'deleted' as const };
    expect(rowsIn({ sessions: [deleted], workouts: [own] }).rows).toEqual([
      row(0, newRow(adopted, 'by-external-id', deleted, own)),
    ]);
    const base = { session: own.prints, workout: own.prints, revision: '', version: 3 };
    expect(rowsIn({ sessionSide: { gone: ['s1'] }, workouts: [own] })).toEqual({
      rows: [row(0, newRow({ ...withoutApp(adopted), base }, 'by-external-id', undefined, own))],
      claims: { w1: 0 },
    });
  });

  test('are one where a session is both listed and gone, and none where it is listed but malformed', () => {
    const side = { sessionSide: { gone: ['s1'] }, workouts: [own] };
    expect(rowsIn({ ...side, sessions: [s1] }).rows).toEqual([row(0, newRow(adopted, 'by-external-id', s1, own))]);
    expect(rowsIn({ ...side, sessions: [{ ...s1, distanceMetres: -1 }] })).toEqual({
      rows: [],
      claims: { w1: undefined },
    });
  });

  test.each([
    ['the highest version', [ownRecord('w0', s1, 2), ownRecord('w5', s1, 4), own], 'w5', ['w1', 'w0']],
    ['between equal ones the smaller key', [ownRecord('w5', s1, 3), own, ownRecord('w4', s1, 3)], 'w1', ['w4', 'w5']],
  ])('hold of several records %s; the others join', (_, workouts, first, joined) => {
    const { rows } = rowsIn({ sessions: [s1], workouts });
    expect(rows.map((found) => [found.workout?.key, found.joined.map(({ key }) => key)])).toEqual([[first, joined]]);
  });

  test('are none for an id of another session, of another app, or of no form of ours', () => {
    const strange = { ...own, external: { id: 'file-7', version: 1 } };
    for (const workouts of [[ownRecord('w1', s2)], [ownRecord('w1', s1, 1, PHONE)], [strange]]) {
      expect(rowsIn({ sessions: [s1], workouts }).rows).toEqual([]);
    }
  });

  const exported = link('exported', s1, own);

  test('are the row of the ledger where that has the session: a new record replaces the one that is not there', () => {
    const again = ownRecord('w5', s1, 4);
    const older = ownRecord('w4', s1, 2);
    expect(rowsIn({ sessions: [s1], workouts: [again, older], links: [exported] })).toEqual({
      rows: [row(0, newRow(exported, 'in-ledger', s1, again), { replaced: true, joined: [older] })],
      claims: { s1: 0, w4: 0, w5: 0 },
    });
  });

  test('are the row of the ledger where that has the session: a further record joins the one that is there', () => {
    const again = ownRecord('w5', s1, 4);
    expect(rowsIn({ sessions: [s1], workouts: [own, again], links: [exported] })).toEqual({
      rows: [row(0, newRow(exported, 'in-ledger', s1, own), { joined: [again] })],
      claims: { s1: 0, w1: 0, w5: 0 },
    });
  });

  test.each(['imported', 'matched'] as const)('never take the place of a foreign workout: %s', (kind) => {
    const kept = link(kind, s1, w3);
    expect(rowsIn({ sessions: [s1], workouts: [own], links: [kept] }).rows).toEqual([
      row(0, newRow(kept, 'in-ledger', s1), { joined: [own] }),
    ]);
  });
});

describe('rows that an origin shows', () => {
  const origin = { platform: 'apple-health', workout: 'w1' } as const;
  const kept = { ...s1, origin };
  const imported = link('imported', kept, w1);

  test('hold the session and the workout that it came from', () => {
    expect(rowsIn({ sessions: [kept], workouts: [w1] })).toEqual({
      rows: [row(0, newRow(imported, 'by-origin', kept, w1))],
      claims: { s1: 0, w1: 0 },
    });
  });

  test('take what differs for an edit: the base is what the workout says', () => {
    const now = { ...kept, title: 'Edited', distanceMetres: 7_000 };
    const base = { session: w1.prints, workout: w1.prints, revision: '', version: 0 };
    expect(rowsIn({ sessions: [now], workouts: [w1] }).rows).toEqual([
      row(0, newRow({ ...imported, base }, 'by-origin', now, w1)),
    ]);
  });

  test('do not say which app wrote the workout where nobody knows', () => {
    const { source: _unknown, ...nameless } = w1;
    expect(rowsIn({ sessions: [kept], workouts: [nameless] }).rows).toEqual([
      row(0, newRow(withoutApp(imported), 'by-origin', kept, nameless)),
    ]);
  });

  test('are matched to a recording of our own watch, and never to a record of ours', () => {
    const watched = workout({ key: 'w1', app: OWN_APP });
    expect(rowsIn({ sessions: [kept], workouts: [watched] }).rows).toEqual([
      row(0, newRow(link('matched', kept, watched), 'by-origin', kept, watched)),
    ]);
    expect(rowsIn({ sessions: [kept], workouts: [ownRecord('w1', s2)] }).rows).toEqual([]);
  });

  test.each([
    ['one way', ['s1', 's2']],
    ['the other way', ['s2', 's1']],
  ] as const)('hold one session of a workout, that with the smaller key, %s', (_, keys) => {
    const sessions = keys.map((key) => ({ ...s1, key, origin }));
    const { rows, claims } = rowsIn({ sessions, workouts: [w1] });
    expect(rows.map((found) => found.link.session)).toEqual(['s1']);
    expect(claims).toEqual({ s1: 0, s2: undefined, w1: 0 });
  });

  test('are none where the ledger knows the session or the workout', () => {
    const sessions = [kept, s2];
    const other = link('matched', s2, w1);
    expect(rowsIn({ sessions, workouts: [w1], links: [other] }).rows).toEqual([
      row(0, newRow(other, 'in-ledger', s2, w1)),
    ]);
    const elsewhere = link('matched', kept, w2);
    expect(rowsIn({ sessions: [kept], workouts: [w1], links: [elsewhere] }).rows).toEqual([
      row(0, newRow(elsewhere, 'in-ledger', kept)),
    ]);
  });
});

describe('rows of sessions that were deleted for good', () => {
  const key = 'apple-health:w1';
  const base = { session: w1.prints, workout: w1.prints, revision: '', version: 0 };
  const orphan: Link = {
    kind: 'imported',
    state: 'active',
    session: key,
    workout: 'w1',
    copies: [],
    base,
    shadow: shadowOf(w1),
  };
  const gone = { sessionSide: { gone: [key] } };

  test('hold the workout that their key names', () => {
    expect(rowsIn({ ...gone, workouts: [w1, w2] })).toEqual({
      rows: [row(0, newRow(orphan, 'by-origin', undefined, w1))],
      claims: { w1: 0, w2: undefined },
    });
  });

  test.each([
    ['the workout is not there', { workouts: [w2] }],
    ['the key names none', { workouts: [w1], sessionSide: { gone: ['s1'] } }],
    ['the workout is ours', { workouts: [ownRecord('w1', s2)] }],
    [
      'the session is listed',
      { workouts: [w1], sessions: [{ ...s1, key, origin: { platform: 'health-connect', workout: 'x' } }] },
    ],
    ['the session is listed but malformed', { workouts: [w1], sessions: [{ ...s1, key, distanceMetres: -1 }] }],
  ] as const)('are none where %s', (_, shape) => {
    expect(rowsIn({ ...gone, ...shape }).rows).toEqual([]);
  });

  test('are none where the ledger knows the session or the workout', () => {
    const known = link('imported', { ...s1, key }, w3);
    expect(rowsIn({ ...gone, workouts: [w1], links: [known] }).rows).toEqual([row(0, newRow(known, 'in-ledger'))]);
    const other = link('imported', s2, w1);
    expect(rowsIn({ ...gone, workouts: [w1], links: [other] }).rows).toEqual([
      row(0, newRow(other, 'in-ledger', undefined, w1)),
    ]);
  });
});

test('rows are numbered: those of the ledger, by external id, by origin, of the deleted', () => {
  const own = ownRecord('w5', s2);
  const kept = { ...session({ key: 's3' }), origin: { platform: 'apple-health', workout: 'w2' } } as const;
  const { rows, claims } = rowsIn({
    sessions: [s1, s2, kept],
    sessionSide: { gone: ['apple-health:w3'] },
    workouts: [w1, w2, w3, own],
    links: [link('imported', s1, w1)],
  });
  expect(rows.map(({ number, found, link: { session: key } }) => [number, found, key])).toEqual([
    [0, 'in-ledger', 's1'],
    [1, 'by-external-id', 's2'],
    [2, 'by-origin', 's3'],
    [3, 'by-origin', 'apple-health:w3'],
  ]);
  expect(claims).toEqual({ s1: 0, w1: 0, s2: 1, w5: 1, s3: 2, w2: 2, w3: 3 });
});
