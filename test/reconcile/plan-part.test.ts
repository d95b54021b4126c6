import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/domain/hash';
import type { Interval } from '../../src/domain/interval';
import type { Session } from '../../src/domain/session';
import type { MirrorEntry } from '../../src/domain/workout';
import { compareRecordings } from '../../src/match/compare-recordings';
import { certaintyOf, presenceOf } from '../../src/reconcile/gather/certainty';
import type { Plan } from '../../src/reconcile/plan';
import { countLinked, planPart } from '../../src/reconcile/plan-part';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { settingsPrint } from '../../src/reconcile/write/settings-print';
import { withFar } from './builders/quarrels';
import { at, edited, OTHER_DEVICE, ownRecord, PHONE, session, workout } from './builders/records';
import { link, world } from './builders/world';

const s1 = session({ key: 's1' });
const w1 = workout({ key: 'w1' });

/** A plan that says nothing about a world. */
const emptyPlan = (of: World, linked: number): Plan => ({
  base: { revision: of.ledger.revision, settings: settingsPrint(of.settings) },
  steps: [],
  skipped: [],
  waiting: [],
  blocked: [],
  settled: 0,
  notices: [],
  guard: { id: fingerprint(''), removals: 0, linked, held: false },
});

describe('what removals are measured against', () => {
  it('all links that are not closed', () => {
    const states = ['active', 'detached', 'session-deleted', 'workout-removed', 'active'] as const;
    const links = states.map((state, index) => link('imported', session({ key: `s${index}` }), w1, { state }));
    expect(countLinked(world({ links }))).toBe(3);
    expect(reconcile(world({ links })).guard.linked).toBe(3);
  });
});

describe('a whole plan', () => {
  it('of nothing says nothing, and what it was made from', () => {
    const nothing = world({ ledger: { revision: 7 } });
    expect(reconcile(nothing)).toStrictEqual(emptyPlan(nothing, 0));
  });

  it('counts what is settled', () => {
    const settled = withFar({});
    expect(reconcile(settled)).toStrictEqual({ ...emptyPlan(settled, 1), settled: 2 });
  });

  it('names what would be removed, and that it must be confirmed', () => {
    const removing = world({
      sessionSide: { gone: ['s1', 's2'] },
      workouts: [w1],
      links: [link('imported', s1, w1), link('imported', session({ key: 's2', from: 700, to: 760 }), undefined)],
    });
    const { steps, guard } = reconcile(removing);
    const id = fingerprint('set-link s1\nset-link s2');
    expect(steps.map((step) => step.id)).toEqual(['set-link s2', 'set-link s1']);
    expect(guard).toStrictEqual({ id, removals: 2, linked: 2, held: true });
    const confirmed: World = { ...removing, ledger: { ...removing.ledger, answers: [{ kind: 'confirm', guard: id }] } };
    expect(reconcile(confirmed).guard).toStrictEqual({ id, removals: 2, linked: 2, held: false });
  });

  it('lists its notices before its questions', () => {
    const twins = withFar({
      workouts: [
        w1,
        workout({ key: 'w2', from: 601, to: 660, app: PHONE }),
        workout({ key: 'w3', from: 620, to: 640, app: 'com.bike' }),
      ],
    });
    expect(reconcile(twins).notices.map(({ kind }) => kind)).toEqual(['copy', 'review']);
  });
});

const spoiltWorkout = (key: string, fault: Partial<MirrorEntry>): MirrorEntry => ({ ...workout({ key }), ...fault });
const spoiltSession = (key: string, fault: Partial<Session>): Session => ({ ...session({ key }), ...fault });

describe('malformed records', () => {
  it('are skipped first, by key and then by what is wrong with them, in whatever order they come', () => {
    const skipped = (kind: 'session' | 'workout', key: string, field: string) => ({
      kind,
      key,
      reasons: [{ code: 'malformed', params: { field } }],
    });
    const sessions = [
      spoiltSession('c', { start: Number.NaN }),
      spoiltSession('b', { end: 0 }),
      spoiltSession('c', { activity: '' as never }),
    ];
    const workouts = [
      spoiltWorkout('d', { end: 0 }),
      spoiltWorkout('c', { end: 0 }),
      spoiltWorkout('a', { end: 0 }),
      workout({ key: 'w3' }),
    ];
    const expected = [
      skipped('workout', 'a', 'end'),
      skipped('session', 'b', 'end'),
      skipped('session', 'c', 'activity'),
      skipped('session', 'c', 'start'),
      skipped('workout', 'c', 'end'),
      skipped('workout', 'd', 'end'),
      { kind: 'workout', key: 'w3', reasons: [{ code: 'import-off', lasts: 'needs-user', params: {} }] },
    ];
    const settings = { import: { enabled: false } };
    expect(reconcile(world({ sessions, workouts, settings })).skipped).toEqual(expected);
    const reversed = world({ sessions: [...sessions].reverse(), workouts: [...workouts].reverse(), settings });
    expect(reconcile(reversed).skipped).toEqual(expected);
  });
});

describe('records that stand outside of matching', () => {
  const open = (key: string) => session({ key, state: 'open' });
  const stranger = (key: string) => ownRecord(key, session({ key: `of another account ${key}` }));

  it('own records of nobody are skipped where all sessions are listed, open sessions wait; by key', () => {
    const strange = world({ sessions: [open('s3'), open('s1')], workouts: [stranger('w4'), stranger('w2')] });
    expect(reconcile(strange)).toStrictEqual({
      ...emptyPlan(strange, 0),
      skipped: ['w2', 'w4'].map((key) => ({ kind: 'workout', key, reasons: [{ code: 'unknown-owner' }] })),
      waiting: ['s1', 's3'].map((key) => ({ kind: 'session', key, reasons: [{ code: 'session-open' }] })),
    });
  });

  it('own records of nobody wait while the list of sessions is not whole; a session comes before a record of its key', () => {
    const strange = world({
      sessions: [open('x')],
      workouts: [stranger('y'), stranger('x'), stranger('a')],
      sessionSide: { complete: false },
    });
    expect(reconcile(strange)).toStrictEqual({
      ...emptyPlan(strange, 0),
      waiting: [
        { kind: 'workout', key: 'a', reasons: [{ code: 'session-unknown' }] },
        { kind: 'session', key: 'x', reasons: [{ code: 'session-open' }] },
        { kind: 'workout', key: 'x', reasons: [{ code: 'session-unknown' }] },
        { kind: 'workout', key: 'y', reasons: [{ code: 'session-unknown' }] },
      ],
    });
  });
});

describe('a session that was moved away from its workout', () => {
  const moved = edited(s1, { start: at(700), end: at(760) });
  const links = [link('imported', s1, w1)];

  it('holds what stands beside it now, and the user is asked', () => {
    const beside = workout({ key: 'w2', from: 701, to: 760, app: PHONE });
    const before = world({ sessions: [moved], workouts: [w1, beside], links });
    expect(reconcile(before)).toStrictEqual({
      ...emptyPlan(before, 1),
      settled: 2,
      blocked: [{ kind: 'workout', key: 'w2', reasons: [{ code: 'possible-twin', params: { other: 's1' } }] }],
      notices: [{ kind: 'review', a: 's1', b: 'w2', comparison: compareRecordings(moved, beside) }],
    });
  });

  it('is compared with each of several that stand beside it', () => {
    const beside = [
      workout({ key: 'w2', from: 701, to: 760, app: PHONE }),
      workout({ key: 'w3', from: 702, to: 758, app: 'com.bike' }),
    ];
    const { notices } = reconcile(world({ sessions: [moved], workouts: [w1, ...beside], links }));
    expect(notices).toStrictEqual(
      [...beside]
        .reverse()
        .map((one) => ({ kind: 'review', a: 's1', b: one.key, comparison: compareRecordings(moved, one) })),
    );
  });

  it('leaves deleted sessions beside it out', () => {
    const before = world({
      sessions: [moved, session({ key: 's2', from: 700, to: 760, state: 'deleted' })],
      workouts: [w1],
      links,
    });
    expect(reconcile(before)).toStrictEqual({
      ...emptyPlan(before, 1),
      settled: 2,
      skipped: [{ kind: 'session', key: 's2', reasons: [{ code: 'deleted' }] }],
    });
  });
});

describe('sessions that the user deleted, of one activity', () => {
  const deleted = (key: string) => session({ key, state: 'deleted' });
  const skipped = (...keys: readonly string[]) =>
    keys.map((key) => ({ kind: 'session', key, reasons: [{ code: 'deleted' }] }));
  const outcomeOf = (sessions: readonly Session[], linked: boolean, workouts: readonly MirrorEntry[]) => {
    const plan = reconcile(withFar({ sessions, workouts, links: linked ? [link('imported', s1, w1)] : [] }));
    return {
      skipped: plan.skipped,
      steps: plan.steps.map(({ id, reason }) => [id, reason.code]),
      settled: plan.settled,
    };
  };

  it.each([
    ['alone: all of them', [deleted('s5'), deleted('s6')], false, [], ['s5', 's6'], []],
    [
      'with a workout: all but the one that keeps it out',
      [deleted('s5'), deleted('s6')],
      false,
      [w1],
      ['s5'],
      [['set-link s6', 'session-deleted']],
    ],
    ['beside a live one: all of them', [s1, deleted('s6')], false, [], ['s6'], [['export s1', 'new-session']]],
    ['beside a linked one: all of them', [s1, deleted('s6')], true, [w1], ['s6'], []],
  ] as const)('are skipped: %s', (_, sessions, linked, workouts, keys, steps) => {
    expect(outcomeOf(sessions, linked, workouts)).toStrictEqual({
      skipped: skipped(...keys),
      steps,
      settled: linked ? 4 : 2,
    });
  });
});

describe('the plan of a window', () => {
  const planIn = (of: World, window: Interval): Plan =>
    planPart(
      of,
      {},
      {
        certainty: certaintyOf(of, presenceOf(of)),
        linked: countLinked(of),
        settings: settingsPrint(of.settings),
        window,
      },
    );

  const early = session({ key: 's2', from: 590, to: 650 });
  const beside = workout({ key: 'w2', from: 590, to: 650, app: PHONE });
  const moved = edited(s1, { start: at(700), end: at(760) });

  it.each<readonly [string, number, World]>([
    ['the workout, where workouts stand alone', 600, world({ workouts: [w1] })],
    ['the earliest of several workouts', 590, world({ workouts: [w1, beside] })],
    ['the session, where it stands alone', 600, world({ sessions: [s1] })],
    ['the earlier of a session and its workouts', 590, world({ sessions: [s1], workouts: [beside] })],
    ['the earlier of a session and its workouts, the session', 590, world({ sessions: [early], workouts: [w1] })],
    ['the deleted session', 590, world({ sessions: [{ ...early, state: 'deleted' }] })],
    [
      'a linked session',
      600,
      world({ sessions: [s1], links: [link('imported', s1, w1)], workoutSide: { gone: ['w1'] } }),
    ],
    [
      'a copy of a linked session',
      590,
      world({ sessions: [s1], workouts: [w1, beside], links: [link('imported', s1, w1)] }),
    ],
    [
      'a further session, where that of the link is not listed',
      590,
      world({
        sessions: [early],
        workouts: [w1],
        links: [link('imported', s1, w1)],
        sessionSide: { absence: 'unknown' },
      }),
    ],
    [
      'the shadow, where neither side of a link is there',
      600,
      world({
        sessionSide: { gone: ['s1'] },
        workoutSide: { gone: ['w1'] },
        links: [link('imported', s1, w1)],
      }),
    ],
    ['a stranger', 600, world({ sessions: [{ ...s1, state: 'open' }] })],
  ])('holds what starts in it, as the plan of the whole world has it: %s', (_, minute, of) => {
    const { linked } = reconcile(of).guard;
    const nothing = emptyPlan(of, linked);
    expect(reconcile(of)).not.toEqual(nothing);
    expect(planIn(of, { start: at(minute), end: at(minute) + 1 })).toStrictEqual(reconcile(of));
    expect(planIn(of, { start: at(minute) - 1, end: at(minute) })).toStrictEqual(nothing);
    expect(planIn(of, { start: at(minute) + 1, end: at(minute + 300) })).toStrictEqual(nothing);
  });

  it('of a session that was moved: the link stays where it was, what is held stands where the session is', () => {
    const late = workout({ key: 'w2', from: 702, to: 760, app: PHONE });
    const of = world({ sessions: [moved], workouts: [w1, late], links: [link('imported', s1, w1)] });
    const { blocked, notices } = reconcile(of);
    const nothing = emptyPlan(of, 1);
    expect(planIn(of, { start: at(600), end: at(601) })).toStrictEqual({ ...nothing, settled: 2 });
    expect(planIn(of, { start: at(700), end: at(701) })).toStrictEqual({ ...nothing, blocked, notices });
    expect(planIn(of, { start: at(701), end: at(800) })).toStrictEqual(nothing);
  });

  it('asks the questions of the groups that it holds, though the other group of a question is elsewhere', () => {
    const [one, other] = [w1, workout({ key: 'w3', from: 620, to: 640, app: 'com.bike' })];
    const of = world({ workouts: [one, other] });
    const whole = reconcile(of);
    expect(whole.notices.map(({ kind }) => kind)).toEqual(['review']);
    const parts = [planIn(of, { start: at(600), end: at(620) }), planIn(of, { start: at(620), end: at(621) })];
    expect(parts.map(({ steps }) => steps.length)).toEqual([1, 1]);
    expect(parts.flatMap(({ notices }) => notices)).toStrictEqual(whole.notices);
  });

  it('leaves another device’s session to it', () => {
    const of = world({ sessions: [{ ...s1, owner: OTHER_DEVICE }] });
    expect(planIn(of, { start: at(600), end: at(601) })).toStrictEqual(reconcile(of));
  });
});
