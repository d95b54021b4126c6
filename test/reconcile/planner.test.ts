import { describe, expect, it } from 'vitest';
import type { Interval } from '../../src/domain/interval';
import type { Link } from '../../src/domain/link';
import type { Session } from '../../src/domain/session';
import type { MirrorEntry } from '../../src/domain/workout';
import type { Plan } from '../../src/reconcile/plan';
import { openPlanner, type WorldChange } from '../../src/reconcile/planner';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { withFar } from './builders/quarrels';
import { at, edited, OWN_APP, ownRecord, PHONE, session, workout } from './builders/records';
import { link, type WorldShape, world } from './builders/world';

/** All time, from the moment at which a record without a start stands. */
const ALWAYS: Interval = { start: 0, end: at(90_000) };

/** What a plan does and where it puts the rest, in words. */
const told = ({ steps, skipped, waiting, blocked, settled }: Plan) => ({
  steps: steps.map(({ id, reason }) => `${id}: ${reason.code}`),
  placed: [...skipped, ...waiting, ...blocked].map(({ key, reasons }) => `${key}: ${reasons[0].code}`),
  settled,
});

const NOTHING = { steps: [], placed: [], settled: 0 };

const s1 = session({ key: 's1' });
const w1 = workout({ key: 'w1' });
const s2 = session({ key: 's2', from: 800, to: 860 });
const own = ownRecord('w2', s2);
const links = [link('imported', s1, w1), link('exported', s2, own)];
/** An import, an export of ours later that day, and a pair that was matched early in the morning: all settled. */
const settled = withFar({ sessions: [s1, s2], workouts: [w1, own], links });

const keyOf = (item: Session | MirrorEntry | Link): string =>
  item.kind === 'session' || item.kind === 'workout' ? item.key : item.session;

const put = <Item extends Session | MirrorEntry | Link>(
  items: readonly Item[],
  news: readonly Item[] = [],
  gone: readonly string[] = [],
): readonly Item[] => {
  const left = [...news.map(keyOf), ...gone];
  return [...items.filter((item) => !left.includes(keyOf(item))), ...news];
};

/** A world as it is after a change, without a planner. */
const changed = (of: World, change: WorldChange): World => ({
  ...of,
  sessions: {
    ...of.sessions,
    items: put(of.sessions.items, change.sessions, change.goneSessions),
    gone: [...of.sessions.gone, ...(change.goneSessions ?? [])],
  },
  mirror: {
    ...of.mirror,
    items: put(of.mirror.items, change.workouts, change.goneWorkouts),
    gone: [...of.mirror.gone, ...(change.goneWorkouts ?? [])],
  },
  ledger: {
    ...of.ledger,
    links: put(of.ledger.links, change.links),
    answers: change.answers ?? of.ledger.answers,
    quarantined: change.quarantined ?? of.ledger.quarantined,
    awaiting: change.awaiting ?? of.ledger.awaiting ?? [],
  },
  now: change.now ?? of.now,
});

const copy = workout({ key: 'w3', app: PHONE });
const later = workout({ key: 'w4', from: 1200, to: 1260 });
const free = session({ key: 's4', from: 1200, to: 1260 });
const spoilt = { ...workout({ key: 'w5' }), end: Number.NaN };
/** Two days long: matching does not compare it with what it holds. */
const long = session({ key: 's6', from: -2000, to: 1000, state: 'open' });

const unproven = { sessionSide: { absence: 'unknown' }, workoutSide: { absence: 'unknown' } } as const;

/** What a planner of a world plans when this change comes, and nothing else. */
const CHANGES: readonly (readonly [string, World, WorldChange, ReturnType<typeof told>])[] = [
  ['nothing', settled, {}, NOTHING],
  ['a copy of a linked workout', settled, { workouts: [copy] }, { ...NOTHING, steps: ['set-link s1: copy-found'] }],
  [
    'a workout far from everything',
    settled,
    { workouts: [later] },
    { ...NOTHING, steps: ['import apple-health:w4: new-workout'] },
  ],
  ['a session far from everything', settled, { sessions: [free] }, { ...NOTHING, steps: ['export s4: new-session'] }],
  ['a workout as it was', settled, { workouts: [w1] }, { ...NOTHING, settled: 2 }],
  [
    'an edit of a session',
    settled,
    { sessions: [edited(s2)] },
    { ...NOTHING, steps: ['update-workout s2: session-changed'] },
  ],
  [
    'a workout that is gone',
    settled,
    { goneWorkouts: ['w1'] },
    { ...NOTHING, steps: ['set-link s1: workout-removed'] },
  ],
  [
    'a session that is gone',
    settled,
    { goneSessions: ['s2'] },
    { ...NOTHING, steps: ['remove-workout s2: session-deleted'] },
  ],
  [
    'a session that is gone, whose workout is as well',
    withFar({ sessions: [s2], workouts: [own], links, workoutSide: { gone: ['w1'] } }),
    { goneSessions: ['s1'] },
    { ...NOTHING, steps: ['set-link s1: session-deleted'] },
  ],
  [
    'a session and a workout that are gone, of one link',
    settled,
    { goneSessions: ['s1'], goneWorkouts: ['w1'] },
    { ...NOTHING, steps: ['set-link s1: session-deleted'] },
  ],
  [
    'a session that was named as gone, where absence proves nothing',
    withFar({ ...unproven, sessions: [s1], workouts: [w1], links: [link('imported', s1, w1)] }),
    { goneSessions: ['s1'] },
    { ...NOTHING, steps: ['set-link s1: session-deleted'] },
  ],
  [
    'a workout that was named as gone, where absence proves nothing',
    withFar({ ...unproven, sessions: [s1], workouts: [w1], links: [link('imported', s1, w1)] }),
    { goneWorkouts: ['w1'] },
    { ...NOTHING, steps: ['set-link s1: workout-removed'] },
  ],
  [
    'a link that was closed',
    settled,
    { links: [link('imported', s1, w1, { state: 'session-deleted' })] },
    { ...NOTHING, settled: 2 },
  ],
  [
    'a link that is new',
    withFar({ sessions: [s1], workouts: [w1] }),
    { links: [link('matched', s1, w1)] },
    { ...NOTHING, settled: 2 },
  ],
  [
    'a session that is no longer beside its workout: what it leaves behind is planned as well',
    withFar({ sessions: [s1], workouts: [w1] }),
    { sessions: [{ ...s1, start: at(1200), end: at(1260), revision: 'r2' }] },
    { ...NOTHING, steps: ['export s1: new-session', 'import apple-health:w1: new-workout'] },
  ],
  ['a malformed workout', settled, { workouts: [spoilt] }, { ...NOTHING, placed: ['w5: malformed'] }],
  [
    'a malformed session and a good one',
    settled,
    { sessions: [{ ...session({ key: 's5' }), revision: '' }, free] },
    { ...NOTHING, steps: ['export s4: new-session'], placed: ['s5: malformed'] },
  ],
  [
    'a workout under a session in progress, however long that lasts',
    withFar({ sessions: [long] }),
    { workouts: [w1] },
    { ...NOTHING, placed: ['s6: session-open', 'w1: session-open'] },
  ],
  [
    'a session in progress that is completed',
    withFar({ sessions: [{ ...s1, state: 'open' }], workouts: [w1] }),
    { sessions: [{ ...s1, revision: 'r2' }] },
    { ...NOTHING, steps: ['set-link s1: same-activity'] },
  ],
  [
    'a session that is in progress now',
    settled,
    { sessions: [{ ...free, state: 'open' }] },
    { ...NOTHING, placed: ['s4: session-open'] },
  ],
];

describe('a planner that is told of a change', () => {
  it.each(CHANGES)('plans what it touches, and nothing else: %s', (_, of, change, expected) => {
    expect(told(openPlanner(of).change(change))).toEqual(expected);
    const planner = openPlanner(of);
    planner.take(change);
    expect(told(planner.planTaken())).toEqual(expected);
  });

  it.each(CHANGES)('knows the world as it is then: %s', (_, of, change) => {
    const planner = openPlanner(of);
    planner.take(change);
    expect(planner.planWindow(ALWAYS)).toStrictEqual(reconcile(changed(of, change)));
  });

  it.each(CHANGES)('plans a change once: %s', (_, of, change) => {
    const planner = openPlanner(of);
    planner.change(change);
    const { steps, placed, settled: rest } = told(planner.planTaken());
    expect([steps, rest]).toEqual([[], 0]);
    expect(placed.filter((place) => !place.endsWith('session-open'))).toEqual([]);
    expect(planner.planWindow(ALWAYS)).toStrictEqual(reconcile(changed(of, change)));
  });

  it('takes several changes in before it plans', () => {
    const planner = openPlanner(settled);
    planner.take({ workouts: [later] });
    planner.take({ goneWorkouts: ['w1'] });
    expect(told(planner.planTaken())).toEqual({
      ...NOTHING,
      steps: ['import apple-health:w4: new-workout', 'set-link s1: workout-removed'],
    });
  });

  it('leaves out a session that is no longer in progress when it plans something else', () => {
    const planner = openPlanner(withFar({ sessions: [{ ...s1, state: 'open' }] }));
    expect(told(planner.change({ workouts: [later] })).placed).toEqual(['s1: session-open']);
    planner.change({ sessions: [{ ...s1, revision: 'r2' }] });
    expect(told(planner.change({ workouts: [later] }))).toEqual({
      ...NOTHING,
      steps: ['import apple-health:w4: new-workout'],
    });
    planner.change({ sessions: [{ ...s1, state: 'open', revision: 'r3' }] });
    expect(told(planner.change({ workouts: [later] })).placed).toEqual(['s1: session-open']);
    planner.change({ goneSessions: ['s1'] });
    expect(told(planner.change({ workouts: [later] })).placed).toEqual([]);
  });

  it('keeps a malformed record that came by a change for the windows, and shows it once by itself', () => {
    const planner = openPlanner(settled);
    planner.take({ workouts: [spoilt] });
    const { start } = spoilt;
    expect(told(planner.planWindow({ start, end: start + 1 })).placed).toEqual(['w5: malformed']);
    expect(told(planner.planTaken())).toEqual(NOTHING);
    expect(told(planner.planWindow({ start, end: start + 1 })).placed).toEqual(['w5: malformed']);
  });
});

describe('a planner that is fed a world in slices', () => {
  it.each(CHANGES)('plans nothing for what has not changed, and knows the world: %s', (_, of, part) => {
    const planner = openPlanner(of);
    planner.load(part);
    const { steps, settled: rest } = told(planner.planTaken());
    expect([steps, rest]).toEqual([[], 0]);
    expect(planner.planWindow(ALWAYS)).toStrictEqual(reconcile(changed(of, part)));
  });
});

describe('a planner that is told of more than records', () => {
  const young = withFar({ workouts: [w1], now: at(650) });
  const CONDITIONS: readonly (readonly [string, World, WorldChange])[] = [
    ['a later moment', young, { now: at(700) }],
    ['an answer', settled, { answers: [{ kind: 'export', session: 's1' }] }],
    [
      'no answer any more',
      { ...settled, ledger: { ...settled.ledger, answers: [{ kind: 'restore', session: 's1' }] } },
      { answers: [] },
    ],
    ['a record that was set aside', withFar({ workouts: [w1] }), { quarantined: ['w1'] }],
    ['a record that awaits its partner', withFar({ workouts: [w1] }), { awaiting: ['w1'] }],
    [
      'a record that was taken back',
      { ...young, now: at(700), ledger: { ...young.ledger, quarantined: ['w1'] } },
      { quarantined: [] },
    ],
  ];

  it.each(CONDITIONS)('plans by it from then on: %s', (_, of, change) => {
    const planner = openPlanner(of);
    expect(planner.planWindow(ALWAYS)).toStrictEqual(reconcile(of));
    planner.take(change);
    expect(planner.planWindow(ALWAYS)).toStrictEqual(reconcile(changed(of, change)));
    expect(planner.planWindow(ALWAYS)).not.toEqual(reconcile(of));
  });
});

describe('what proves that a side was read', () => {
  const gone = session({ key: 's5', from: 1000, to: 1060 });
  const kept = workout({ key: 'w5', from: 1000, to: 1060 });
  /** The session of a link is not listed, and its workout is there. */
  const withoutSession = (shape: WorldShape): World =>
    world({
      ...shape,
      workouts: [kept, ...(shape.workouts ?? [])],
      links: [link('matched', gone, kept), ...(shape.links ?? [])],
    });
  const CLOSES = { ...NOTHING, steps: ['set-link s5: session-deleted'] };
  const WAITS = { ...NOTHING, placed: ['w5: session-unknown'] };
  const origin = { platform: 'apple-health', workout: 'w7' } as const;
  const about = (plan: Plan) => {
    const { steps, placed } = told(plan);
    const named = (text: string): boolean => text.includes('s5') || text.startsWith('w5');
    return { steps: steps.filter(named), placed: placed.filter(named), settled: 0 };
  };
  const inWindow = (of: World, change: WorldChange = {}) => {
    const planner = openPlanner(of);
    planner.take(change);
    return about(planner.planWindow({ start: gone.start, end: gone.end }));
  };

  it.each([
    ['a session recorded in the app', withoutSession({ sessions: [s2] }), CLOSES],
    [
      'a session in a matched link',
      withoutSession({ sessions: [s1], workouts: [w1], links: [link('matched', s1, w1)] }),
      CLOSES,
    ],
    [
      'a recorded session before an imported one',
      withoutSession({ sessions: [s2, s1], links: [link('imported', s1, w1)] }),
      CLOSES,
    ],
    [
      'a recorded session after an imported one',
      withoutSession({ sessions: [s1, s2], links: [link('imported', s1, w1)] }),
      CLOSES,
    ],
    ['no session at all', withoutSession({}), WAITS],
    ['a session that was imported', withoutSession({ sessions: [s1], links: [link('imported', s1, w1)] }), WAITS],
    ['a session that says where it came from', withoutSession({ sessions: [{ ...s1, origin }] }), WAITS],
  ] as const)('of the sessions, over all of the world: %s', (_, of, expected) => {
    expect(inWindow(of)).toEqual(expected);
  });

  it('of the sessions, as they are after changes', () => {
    const of = withoutSession({ sessions: [s2] });
    expect(inWindow(of, { goneSessions: ['s2'] })).toEqual(WAITS);
    expect(inWindow(of, { sessions: [{ ...s2, origin }] })).toEqual(WAITS);
    expect(inWindow(withoutSession({}), { sessions: [s2] })).toEqual(CLOSES);
    expect(inWindow(of, { links: [link('imported', s2, own)] })).toEqual(WAITS);
  });

  /** The workout of a link is not there, and its session is. */
  const withoutWorkout = (workouts: readonly MirrorEntry[]): World =>
    world({ sessions: [gone], workouts, links: [link('matched', gone, kept)] });
  const mine = workout({ key: 'w8', from: 800, to: 860, app: OWN_APP });
  const REMOVED = { ...NOTHING, steps: ['set-link s5: workout-removed'] };
  const UNKNOWN = { ...NOTHING, placed: ['s5: workout-unknown'] };
  const placedIn = (of: World, change: WorldChange = {}) => {
    const planner = openPlanner(of);
    planner.take(change);
    return told(planner.planWindow({ start: gone.start, end: gone.end }));
  };

  it.each([
    ['a workout of another app', [w1], REMOVED],
    ['one of ours and one of another app', [mine, w1], REMOVED],
    ['nothing but ours', [mine], UNKNOWN],
    ['nothing', [], UNKNOWN],
  ] as const)('of the workouts, over all of the world: %s', (_, workouts, expected) => {
    expect(placedIn(withoutWorkout(workouts))).toEqual(expected);
  });

  it('of the workouts, as they are after changes', () => {
    expect(placedIn(withoutWorkout([w1]), { goneWorkouts: ['w1'] })).toEqual(UNKNOWN);
    expect(placedIn(withoutWorkout([]), { workouts: [w1] })).toEqual(REMOVED);
    expect(placedIn(withoutWorkout([mine]), { goneWorkouts: ['w8'] })).toEqual(UNKNOWN);
    expect(placedIn(withoutWorkout([w1]), { workouts: [{ ...w1, source: { app: OWN_APP } }] })).toEqual(UNKNOWN);
  });
});

describe('the plan of a window', () => {
  const two = withFar({ workouts: [w1, later] });
  const [first, second] = ['import apple-health:w1: new-workout', 'import apple-health:w4: new-workout'];
  const stepsIn = (start: number, end: number) => told(openPlanner(two).planWindow({ start, end })).steps;

  it('holds what starts in it, its start included and its end not', () => {
    expect(stepsIn(at(600), at(1200))).toEqual([first]);
    expect(stepsIn(at(600), at(1200) + 1)).toEqual([second, first]);
    expect(stepsIn(at(600) + 1, at(1201))).toEqual([second]);
    expect(stepsIn(at(601), at(1200))).toEqual([]);
  });

  it('asks a session in progress, however far from the window it started', () => {
    const planner = openPlanner(withFar({ sessions: [long], workouts: [w1] }));
    expect(told(planner.planWindow({ start: at(600), end: at(601) }))).toEqual({
      ...NOTHING,
      placed: ['w1: session-open'],
    });
  });

  it('knows what was gone from the first', () => {
    const of = world({
      sessionSide: { gone: ['s1'], absence: 'unknown' },
      workoutSide: { gone: ['w2'], absence: 'unknown' },
      sessions: [s2],
      workouts: [w1],
      links: [link('matched', s1, w1), link('matched', s2, workout({ key: 'w2' }))],
    });
    expect(told(openPlanner(of).planWindow(ALWAYS)).steps).toEqual([
      'set-link s2: workout-removed',
      'set-link s1: session-deleted',
    ]);
    expect(openPlanner(of).planWindow(ALWAYS)).toStrictEqual(reconcile(of));
  });

  it('measures removals against all links that are not closed, as they are after changes', () => {
    const of = withFar({ ...settled, sessions: [s1, s2], workouts: [w1, own], links });
    const closed = link('imported', s1, w1, { state: 'session-deleted' });
    const linkedAfter = (...changes: readonly WorldChange[]) => {
      const planner = openPlanner(of);
      for (const change of changes) planner.take(change);
      return planner.planWindow({ start: at(0), end: at(1) }).guard.linked;
    };
    expect(linkedAfter()).toBe(3);
    expect(linkedAfter({ links: [closed] })).toBe(2);
    expect(linkedAfter({ links: [closed] }, { links })).toBe(3);
    expect(linkedAfter({ links: [link('matched', free, later)] })).toBe(4);
    expect(openPlanner(withFar({ links: [closed] })).planWindow(ALWAYS).guard.linked).toBe(1);
  });

  it('holds the malformed and the doubled records that start in it; without a start they stand at the epoch', () => {
    const doubled = withFar({
      sessions: [s1, { ...s1, revision: 'r2' }],
      workouts: [spoilt, { ...workout({ key: 'w6' }), start: Number.NaN }, later, { ...later, activity: 'cycling' }],
    });
    const placedIn = (start: number, end: number) =>
      told(openPlanner(doubled).planWindow({ start, end })).placed.filter((place) => place.endsWith('malformed'));
    expect(openPlanner(doubled).planWindow(ALWAYS)).toStrictEqual(reconcile(doubled));
    expect(placedIn(0, 1)).toEqual(['w6: malformed']);
    expect(placedIn(1, at(600))).toEqual([]);
    expect(placedIn(at(600), at(601))).toEqual(['s1: malformed', 'w5: malformed']);
    expect(placedIn(at(600) + 1, at(1200))).toEqual([]);
    expect(placedIn(at(1200), at(1201))).toEqual(['w4: malformed']);
  });

  it('holds both of two rows of one session, though there should be one', () => {
    const rows = [link('imported', s1, w1), link('matched', s1, copy)];
    const doubled = withFar({ sessions: [s1], links: rows });
    const stepsOf = (plan: Plan) => [...told(plan).steps].sort();
    const planner = openPlanner(doubled);
    const both = ['set-link s1: workout-removed', 'set-link s1: workout-removed'];
    expect(stepsOf(reconcile(doubled))).toEqual(both);
    expect(stepsOf(planner.planWindow(ALWAYS))).toEqual(both);
    expect(stepsOf(planner.planWindow({ start: at(600), end: at(601) }))).toEqual(both);
    expect(stepsOf(planner.planWindow({ start: at(601), end: at(700) }))).toEqual([]);
  });

  it('takes the host’s own rules', () => {
    const importRules = [() => ({ code: 'host-never', lasts: 'for-good' }) as const];
    const planner = openPlanner(two, { importRules });
    expect(planner.planWindow(ALWAYS)).toStrictEqual(reconcile(two, { importRules }));
    expect(told(planner.planWindow(ALWAYS)).steps).toEqual([]);
  });
});

describe('records that the user was asked about', () => {
  const far = workout({ key: 'w4', from: 1200, to: 1260, app: PHONE });
  const third = workout({ key: 'w5', from: 1500, to: 1560, app: 'com.bike' });

  it.each([
    ['the earlier one first', [{ kind: 'same', a: 'w1', b: 'w4' }], 2],
    ['the later one first', [{ kind: 'same', a: 'w4', b: 'w1' }], 2],
    [
      'among other answers',
      [
        { kind: 'claim', session: 's7' },
        { kind: 'same', a: 'w1', b: 'w4' },
        { kind: 'same', a: 'w1', b: 'w5' },
        { kind: 'same', a: 'w1', b: 'w7' },
      ],
      1,
    ],
  ] as const)('are planned together where they are the same, however far apart: %s', (_, answers, imports) => {
    const of = withFar({ workouts: [w1, far, third], ledger: { answers } });
    const planned = reconcile(of);
    expect(planned.steps).toHaveLength(imports);
    const planner = openPlanner(of);
    const windows = [w1, far, third].map(({ start }) => planner.planWindow({ start, end: start + 1 }));
    expect(windows.flatMap(({ steps }) => steps)).toStrictEqual([...planned.steps].reverse());
    for (const { key } of [w1, far, third]) {
      const touched = openPlanner(of).change({ workouts: of.mirror.items.filter((item) => item.key === key) });
      const named = planned.steps.filter(({ link: row }) => row.workout === key || row.copies.includes(key));
      expect(touched.steps).toStrictEqual(named);
    }
  });

  it('have nothing to do with each other where they are different', () => {
    const answers = [{ kind: 'different', a: 'w1', b: 'w4' } as const];
    const planner = openPlanner(withFar({ workouts: [w1, far], ledger: { answers } }));
    expect(told(planner.change({ workouts: [w1] })).steps).toEqual(['import apple-health:w1: new-workout']);
  });
});
