import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/domain/link';
import { compareRecordings } from '../../../src/match/compare-recordings';
import type { ActivityGroup, Rival } from '../../../src/reconcile/gather/activity-group';
import { groupsOf } from '../../../src/reconcile/gather/groups';
import { rowsOf } from '../../../src/reconcile/gather/rows';
import { sidesOf } from '../../../src/reconcile/gather/sides';
import { emptyDraft } from '../../../src/reconcile/write/draft';
import { at, changedWorkout, edited, ownRecord, PHONE, session, workout } from '../builders/records';
import { saidBesideFar, withoutApp } from '../builders/whole-plan';
import { link, type WorldShape, world } from '../builders/world';

const keys = (records: readonly { readonly key: string }[]): string => records.map(({ key }) => key).join(' ');

const rivalLine = ({ mine, other, otherKind, verdict, isPart }: Rival): string =>
  `${mine} ${isPart ? 'is part of' : verdict} ${otherKind} ${other}`;

/** A group in words, without what it does not have. */
const told = ({ row, session: free, apart, workouts, deleted, rivals }: ActivityGroup) => ({
  ...(row && { row: row.link.session }),
  ...(row && row.joined.length > 0 && { joined: keys(row.joined) }),
  ...(row?.twin && { twin: row.twin.key }),
  ...(free && { session: free.key }),
  ...(apart && { apart: apart.key }),
  ...(workouts.length > 0 && { workouts: keys(workouts) }),
  ...(deleted.length > 0 && { deleted: keys(deleted) }),
  ...(rivals.length > 0 && { rivals: rivals.map(rivalLine) }),
});

const grouped = (shape: WorldShape) => {
  const whole = world(shape);
  const sides = sidesOf(whole, emptyDraft());
  const { groups, strangers } = groupsOf(whole, sides, rowsOf(whole, sides));
  return { groups: groups.map(told), strangers: keys(strangers) };
};

const s1 = session({ key: 's1' });
const w1 = workout({ key: 'w1' });
const w2 = workout({ key: 'w2', app: PHONE });
const imported = link('imported', s1, w1);

describe('the records of one activity', () => {
  test('stand in one group; the groups go from the newest to the oldest', () => {
    const [early, late] = [workout({ key: 'w0', from: 100, to: 160 }), session({ key: 's9', from: 900, to: 960 })];
    expect(grouped({ sessions: [s1, late], workouts: [early, w2, w1] })).toEqual({
      groups: [{ session: 's9' }, { session: 's1', workouts: 'w2 w1' }, { workouts: 'w0' }],
      strangers: '',
    });
  });

  test('join the link that holds some of them', () => {
    const shape = { sessions: [s1], workouts: [w1, w2], links: [imported] };
    expect(grouped(shape).groups).toEqual([{ row: 's1', joined: 'w2' }]);
  });

  test('join the shadow of a link of which nothing is there; a session there is its twin', () => {
    const tombstone: Link = { ...withoutApp(imported), state: 'session-deleted' };
    const twin = session({ key: 's2' });
    expect(grouped({ sessions: [twin], workouts: [w2], links: [tombstone] }).groups).toEqual([
      { row: 's1', joined: 'w2', twin: 's2' },
    ]);
  });

  test('stand with a session that was deleted, which claims nothing: a live one may stand beside it', () => {
    const [deleted, too] = [session({ key: 's0', state: 'deleted' }), session({ key: 's3', state: 'deleted' })];
    expect(grouped({ sessions: [deleted, s1, too], workouts: [w1] }).groups).toEqual([
      { session: 's1', workouts: 'w1', deleted: 's3 s0' },
    ]);
  });

  test('never hold two sessions that are live or linked', () => {
    const second = session({ key: 's2' });
    expect(grouped({ sessions: [s1, second] }).groups).toEqual([
      { session: 's2', rivals: ['s2 same session s1'] },
      { session: 's1', rivals: ['s1 same session s2'] },
    ]);
    const deleted = { ...s1, state: 'deleted' as const, revision: 'r2' };
    expect(grouped({ sessions: [deleted, second], workouts: [w1], links: [imported] }).groups).toEqual([
      { row: 's1', rivals: ['s1 same session s2', 'w1 same session s2'] },
      { session: 's2', rivals: ['s2 same session s1', 's2 same workout w1'] },
    ]);
  });
});

describe('what stands outside of matching', () => {
  test('are sessions in progress without a link, and records of ours that belong to nobody here', () => {
    const open = session({ key: 's2', state: 'open' });
    const own = ownRecord('w3', session({ key: 's7' }));
    expect(grouped({ sessions: [open, s1], workouts: [own, w1] })).toEqual({
      groups: [{ session: 's1', workouts: 'w1' }],
      strangers: 's2 w3',
    });
  });

  test('are not sessions in progress that a link holds', () => {
    const open = { ...s1, state: 'open' as const };
    expect(grouped({ sessions: [open], workouts: [w1], links: [imported] })).toEqual({
      groups: [{ row: 's1' }],
      strangers: '',
    });
  });

  test('are not records of ours that a link holds, though matching is asked about their session alone', () => {
    const own = ownRecord('w1', session({ key: 's1', from: 300, to: 360 }), 3);
    const beside = workout({ key: 'w2', app: PHONE, from: 300, to: 360 });
    expect(grouped({ sessions: [s1], workouts: [own, beside], links: [link('exported', s1, own)] })).toEqual({
      groups: [{ row: 's1' }, { workouts: 'w2' }],
      strangers: '',
    });
  });
});

describe('what may be one activity', () => {
  test('is told to both groups, with the kind of the other and which is a part', () => {
    const half = workout({ key: 'w1', to: 630 });
    const later = session({ key: 's2', from: 620, to: 680 });
    expect(grouped({ sessions: [s1], workouts: [half] }).groups).toEqual([
      { workouts: 'w1', rivals: ['w1 is part of session s1'] },
      { session: 's1', rivals: ['s1 part-of workout w1'] },
    ]);
    expect(grouped({ sessions: [s1], workouts: [{ ...half, key: 'a1' }] }).groups).toEqual([
      { session: 's1', rivals: ['s1 part-of workout a1'] },
      { workouts: 'a1', rivals: ['a1 is part of session s1'] },
    ]);
    expect(grouped({ sessions: [s1, later] }).groups).toEqual([
      { session: 's2', rivals: ['s2 possible session s1'] },
      { session: 's1', rivals: ['s1 possible session s2'] },
    ]);
  });

  test('may be told of a link of which no record is left, by the key of its session', () => {
    const tombstone: Link = { ...withoutApp(imported), state: 'session-deleted' };
    const later = workout({ key: 'w2', from: 620, to: 680 });
    expect(grouped({ workouts: [later], links: [tombstone] }).groups).toEqual([
      { workouts: 'w2', rivals: ['w2 possible session s1'] },
      { row: 's1', rivals: ['s1 possible workout w2'] },
    ]);
  });

  test('is neither part of the other where both are as long', () => {
    const leg = workout({ key: 'w2', parent: 'w1' });
    const [first] = grouped({ workouts: [w1, leg] }).groups;
    expect(first?.rivals).toEqual(['w2 part-of workout w1']);
  });

  test('is one where the user said so, and two where the user said so', () => {
    const later = workout({ key: 'w2', app: PHONE, from: 620, to: 680 });
    const said = (kind: 'same' | 'different') => ({ ledger: { answers: [{ kind, a: 'w1', b: 'w2' }] } });
    expect(grouped({ workouts: [w1, later], ...said('same') }).groups).toEqual([{ workouts: 'w2 w1' }]);
    expect(grouped({ workouts: [w1, w2], ...said('different') }).groups).toEqual([
      { workouts: 'w2' },
      { workouts: 'w1' },
    ]);
  });
});

describe('an answer that two recordings are different', () => {
  const later = session({ key: 's2', from: 620, to: 680 });
  const question = [
    { session: 's2', rivals: ['s2 possible session s1'] },
    { session: 's1', rivals: ['s1 possible session s2'] },
  ];
  const answered = (kind: 'same' | 'different', a: string, b: string) =>
    grouped({
      sessions: [s1, later],
      workouts: [workout({ key: 'w8', from: 100, to: 160 }), workout({ key: 'w9', from: 300, to: 360 })],
      ledger: { answers: [{ kind, a, b }] },
    }).groups.slice(0, 2);

  test.each([
    ['s1', 's2'],
    ['s2', 's1'],
  ])('leaves no question between them, nor between what is the same as one of them: %s and %s', (a, b) => {
    expect(answered('different', a, b)).toEqual([{ session: 's2' }, { session: 's1' }]);
    const workouts = [w1, workout({ key: 'w2', from: 620, to: 680 })];
    const ledger = { answers: [{ kind: 'different', a, b }] as const };
    expect(grouped({ sessions: [s1, later], workouts, ledger }).groups).toEqual([
      { session: 's2', workouts: 'w2' },
      { session: 's1', workouts: 'w1' },
    ]);
  });

  test('leaves the questions between others', () => {
    expect(answered('different', 'w8', 'w9')).toEqual(question);
  });

  test('is not meant by the answer that they are the same, which two sessions cannot become', () => {
    expect(answered('same', 's1', 's2')).toEqual([
      { session: 's2', rivals: ['s2 same session s1'] },
      { session: 's1', rivals: ['s1 same session s2'] },
    ]);
  });

  test('about the two sides of a link says nothing of their copies', () => {
    const { steps } = saidBesideFar({
      sessions: [s1],
      workouts: [w1, w2],
      links: [imported],
      ledger: { answers: [{ kind: 'different', a: 's1', b: 'w1' }] },
    });
    expect(steps.map(({ id, evidence }) => [id, evidence])).toEqual([
      ['set-link s1', compareRecordings(w2, w1).evidence],
    ]);
  });
});

describe('a session that goes out because the user asked for it', () => {
  const second = session({ key: 's2' });
  const asked = (kind: 'export' | 'claim', rest: WorldShape = {}) =>
    grouped({
      sessions: [second],
      workouts: [w1],
      links: [imported],
      ledger: { answers: [{ kind, session: 's2' }] },
      ...rest,
    }).groups;

  test('stands as if it were linked already', () => {
    expect(asked('export')).toEqual([
      { row: 's1', rivals: ['w1 same session s2'] },
      { session: 's2', rivals: ['s2 same workout w1'] },
    ]);
  });

  test('is a twin as ever where something else was asked', () => {
    expect(asked('claim')).toEqual([{ row: 's1', twin: 's2' }]);
  });

  test('is not meant where a workout has its key', () => {
    const alike = workout({ key: 's2', app: PHONE, from: 599 });
    expect(asked('export', { sessions: [s1], workouts: [alike, w1] })).toEqual([{ row: 's1', joined: 's2' }]);
  });
});

describe('a session that was moved away from its workout', () => {
  const moved = edited(s1, { start: at(900), end: at(960) });
  const other = session({ key: 's0', from: 300, to: 330 });
  const beside = workout({ key: 'w2', app: PHONE, from: 900, to: 960 });

  test('stands for itself; what is beside it belongs with neither', () => {
    const [far, farWorkout] = [session({ key: 's9', from: 100, to: 130 }), workout({ key: 'w9', from: 100, to: 130 })];
    expect(
      grouped({
        sessions: [other, moved, far],
        workouts: [w1, beside, farWorkout],
        links: [imported, link('matched', far, farWorkout)],
      }).groups,
    ).toEqual([{ apart: 's1', workouts: 'w2' }, { row: 's1' }, { session: 's0' }, { row: 's9' }]);
  });

  test('never joins its own link again, nor another session', () => {
    const twin = session({ key: 's2', from: 900, to: 960 });
    expect(grouped({ sessions: [other, moved, twin], workouts: [w1], links: [imported] }).groups).toEqual([
      { session: 's2', rivals: ['s2 same session s1'] },
      { apart: 's1', rivals: ['s1 same session s2'] },
      { row: 's1' },
      { session: 's0' },
    ]);
  });

  test('stays with a record of ours, which moves with it', () => {
    const own = ownRecord('w1', s1, 3);
    expect(grouped({ sessions: [moved], workouts: [own, beside], links: [link('exported', s1, own)] }).groups).toEqual([
      { row: 's1', joined: 'w2' },
    ]);
  });

  test('stays with its link where the workout is not there', () => {
    expect(grouped({ sessions: [moved], workouts: [beside], links: [imported] }).groups).toEqual([
      { row: 's1', joined: 'w2' },
    ]);
  });
});

describe('a workout that was moved away from its session', () => {
  const moved = changedWorkout(w1, { start: at(900), end: at(960) });
  const beside = workout({ key: 'w2', app: PHONE });
  const off = { import: { enabled: false } };
  const follows = [{ row: 's1' }, { workouts: 'w2' }];
  const apart = [{ row: 's1' }, { apart: 's1', workouts: 'w2' }];

  test.each([
    ['takes a session that was moved as well with it, where the user wants that', 'keep-workout', 's1', {}, follows],
    ['leaves it apart where the user wants that of another', 'keep-workout', 's0', {}, apart],
    ['leaves it apart where the user wants something else', 'export', 's1', {}, apart],
    ['leaves it apart where imports are off', 'keep-workout', 's1', off, apart],
  ] as const)('%s', (_, kind, session, settings, expected) => {
    const sessions = [edited(s1, { start: at(595) })];
    const ledger = { answers: [{ kind, session }] };
    expect(grouped({ sessions, workouts: [moved, beside], links: [imported], ledger, settings }).groups).toEqual(
      expected,
    );
  });

  test('takes a session that knows it by its origin with it, where the user wants that, also while imports are off', () => {
    const sessions = [{ ...s1, origin: { platform: 'apple-health', workout: 'w1' } as const }];
    const ledger = { answers: [{ kind: 'keep-workout', session: 's1' }] as const };
    expect(grouped({ sessions, workouts: [moved, beside], ledger, settings: off }).groups).toEqual(follows);
    expect(grouped({ sessions, workouts: [moved, beside], settings: off }).groups).toEqual(apart);
  });

  test('takes an imported session with it: nothing is beside where that was', () => {
    expect(grouped({ sessions: [s1], workouts: [moved, beside], links: [imported] }).groups).toEqual([
      { row: 's1' },
      { workouts: 'w2' },
    ]);
  });

  test.each([
    ['the user moved that as well', edited(s1, { start: at(595) }), imported],
    ['it was matched', s1, link('matched', s1, w1)],
    ['it is only the total that changed', edited(s1, { start: at(595) }), link('imported', s1, moved)],
  ])('leaves the session apart where %s', (_, of, row) => {
    expect(grouped({ sessions: [of], workouts: [moved, beside], links: [row] }).groups).toEqual([
      { row: 's1' },
      { apart: 's1', workouts: 'w2' },
    ]);
  });
});
