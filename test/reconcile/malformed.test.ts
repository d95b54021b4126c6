import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MalformedField } from '../../src/domain/malformed';
import type { Session } from '../../src/domain/session';
import type { MirrorEntry } from '../../src/domain/workout';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { world as smallWorld } from '../../src/testing/arbitraries/world';
import { deepFreeze } from './builders/freeze';
import { accountingFaults, placeOf } from './builders/places';
import { withFar } from './builders/quarrels';
import { at, ownRecord, session, workout } from './builders/records';
import { link } from './builders/world';
import { appliedOf, holds, told } from './property';

type Break = Readonly<Record<string, unknown>>;

/** What can be wrong with a recording of either side, and the field that is to be named. */
const BROKEN: readonly (readonly [string, Break, MalformedField])[] = [
  ['an empty key', { key: '' }, 'key'],
  ['a start that is not a number', { start: Number.NaN }, 'start'],
  ['an infinite start', { start: Number.POSITIVE_INFINITY }, 'start'],
  ['a start that is no text', { start: '2026-05-04' }, 'start'],
  ['a start between two milliseconds', { start: 0.5 }, 'start'],
  ['a start that no engine can show', { start: -8.7e15 }, 'start'],
  ['an end that is not a number', { end: Number.NaN }, 'end'],
  ['an infinite end', { end: Number.POSITIVE_INFINITY }, 'end'],
  ['an end before the start', { end: at(599) }, 'end'],
  ['an end at the start', { end: at(600) }, 'end'],
  ['a missing end', { end: undefined }, 'end'],
  ['an empty activity', { activity: '' }, 'activity'],
  ['a missing activity', { activity: undefined }, 'activity'],
  ['an empty source', { source: { app: '' } }, 'source'],
  ['an offset of +16:00', { offsetSeconds: 57_600 }, 'offsetSeconds'],
  ['an offset of -13:00', { offsetSeconds: -46_800 }, 'offsetSeconds'],
  ['an offset that is not a number', { offsetSeconds: Number.NaN }, 'offsetSeconds'],
  ['a negative distance', { distanceMetres: -1 }, 'distanceMetres'],
  ['an infinite distance', { distanceMetres: Number.POSITIVE_INFINITY }, 'distanceMetres'],
  ['a distance that is not a number', { distanceMetres: Number.NaN }, 'distanceMetres'],
  ['a negative energy', { energyKilocalories: { active: -5 } }, 'energyKilocalories'],
  ['an infinite total energy', { energyKilocalories: { total: Number.POSITIVE_INFINITY } }, 'energyKilocalories'],
  ['a negative climb', { elevationGainMetres: -3 }, 'elevationGainMetres'],
  ['a negative active time', { activeSeconds: -1 }, 'activeSeconds'],
  [
    'samples that cover twice the time',
    { detail: { series: { speed: { count: 1, coverage: 2 } }, route: 'none', routePoints: 0 } },
    'detail',
  ],
  ['a negative number of points', { detail: { series: {}, route: 'none', routePoints: -1 } }, 'detail'],
];

/** A record with a fault, as an untyped host may hand it in. */
const spoil = <Item extends Session | MirrorEntry>(record: Item, fault: Break): Item => ({ ...record, ...fault });

const skipOf = (world: World, kind: 'session' | 'workout'): unknown =>
  reconcile(world).skipped.filter((placed) => placed.kind === kind && placed.reasons[0].code === 'malformed');

describe('a malformed record', () => {
  test.each(BROKEN)('a workout with %s is skipped with its field', (_, fault, field) => {
    const broken = spoil(workout({ key: 'w1' }), fault);
    const world = deepFreeze(withFar({ workouts: [broken, workout({ key: 'w2', from: 700, to: 760 })] }));
    expect(skipOf(world, 'workout')).toEqual([
      expect.objectContaining({
        key: broken.key,
        reasons: [{ code: 'malformed', params: expect.objectContaining({ field }) }],
      }),
    ]);
    expect(placeOf(reconcile(world), 'workout w2')).toBe('step import');
    expect(accountingFaults(world, reconcile(world))).toEqual([]);
    expect(told(reconcile(appliedOf(world)))).toEqual([]);
  });

  const sessionFaults: readonly (readonly [string, Break, MalformedField])[] = [
    ...BROKEN,
    ['an empty revision', { revision: '' }, 'revision'],
    ['a missing revision', { revision: undefined }, 'revision'],
  ];
  test.each(sessionFaults)('a session with %s is skipped with its field', (_, fault, field) => {
    const broken = spoil(session({ key: 's1' }), fault);
    const world = deepFreeze(withFar({ sessions: [broken, session({ key: 's2', from: 700, to: 760 })] }));
    expect(skipOf(world, 'session')).toEqual([
      expect.objectContaining({
        key: broken.key,
        reasons: [{ code: 'malformed', params: expect.objectContaining({ field }) }],
      }),
    ]);
    expect(placeOf(reconcile(world), 'session s2')).toBe('step export');
    expect(accountingFaults(world, reconcile(world))).toEqual([]);
  });

  test.each([
    ['an empty external id', { external: { id: '', version: 1 } }],
    ['a version that is not a number', { external: { id: 'x', version: Number.NaN } }],
    ['a negative version', { external: { id: 'x', version: -1 } }],
  ])('a workout with %s is skipped with its field', (_, fault) => {
    const world = withFar({ workouts: [spoil(workout({ key: 'w1' }), fault)] });
    expect(skipOf(world, 'workout')).toEqual([
      expect.objectContaining({
        key: 'w1',
        reasons: [{ code: 'malformed', params: expect.objectContaining({ field: 'external' }) }],
      }),
    ]);
  });

  test.each(BROKEN.filter(([, , field]) => field !== 'key'))(
    'S8 absence is not deletion: a linked pair is left alone while its workout has %s',
    (_, fault) => {
      const [of, entry] = [session({ key: 's1' }), workout({ key: 'w1' })];
      const world = withFar({ sessions: [of], workouts: [spoil(entry, fault)], links: [link('imported', of, entry)] });
      expect(told(reconcile(world))).toEqual([]);
      expect(accountingFaults(world, reconcile(world))).toEqual([]);
    },
  );

  test.each(BROKEN.filter(([, , field]) => field !== 'key'))(
    'S8 absence is not deletion: a linked pair is left alone while its session has %s',
    (_, fault) => {
      const of = session({ key: 's1' });
      const entry = ownRecord('w1', of);
      const world = withFar({ sessions: [spoil(of, fault)], workouts: [entry], links: [link('exported', of, entry)] });
      expect(told(reconcile(world))).toEqual([]);
      expect(accountingFaults(world, reconcile(world))).toEqual([]);
    },
  );
});

describe('what is odd but not malformed', () => {
  test('the same workout twice is taken once, and the other is accounted for', () => {
    const world = withFar({ workouts: [workout({ key: 'w1' }), workout({ key: 'w1' })] });
    const plan = reconcile(world);
    expect(plan.steps.filter(({ effect }) => effect.kind === 'import')).toHaveLength(1);
    expect(skipOf(world, 'workout')).toHaveLength(1);
    expect(accountingFaults(world, plan)).toEqual([]);
  });

  test('two workouts of one key with different content: any order gives the same plan', () => {
    const [a, b] = [workout({ key: 'w1' }), workout({ key: 'w1', from: 700, to: 760 })];
    const plans = [
      [a, b],
      [b, a],
    ].map((workouts) => JSON.stringify(reconcile(withFar({ workouts }))));
    expect(plans[0]).toBe(plans[1]);
  });

  test('the same session twice is written once', () => {
    const [a, b] = [session({ key: 's1' }), session({ key: 's1', from: 700, to: 760, revision: 'r2' })];
    const plans = [
      [a, b],
      [b, a],
    ].map((sessions) => reconcile(withFar({ sessions })));
    expect(plans.map(({ steps }) => steps.length)).toEqual([1, 1]);
    expect(JSON.stringify(plans[0])).toBe(JSON.stringify(plans[1]));
  });

  test('a recording of 31 days waits for the user and hides nothing that happened meanwhile', () => {
    const forgotten = workout({ key: 'w1', from: -50_000, to: -50_000 + 31 * 1440 });
    const runs = [1, 2, 3].map((day) =>
      workout({ key: `w${day + 1}`, from: -49_000 + day * 1440, to: -48_940 + day * 1440 }),
    );
    const plan = reconcile(withFar({ workouts: [forgotten, ...runs] }));
    expect(placeOf(plan, 'workout w1')).toBe('skipped too-long');
    expect(['w2', 'w3', 'w4'].map((key) => placeOf(plan, `workout ${key}`))).toEqual(Array(3).fill('step import'));
  });

  test('an activity of a newer version comes in as it is, and goes nowhere', () => {
    const world = withFar({
      workouts: [{ ...workout({ key: 'w1' }), activity: 'moon-walking' as never }],
      sessions: [{ ...session({ key: 's1', from: 800, to: 860 }), activity: 'moon-walking' as never }],
    });
    expect(placeOf(reconcile(world), 'workout w1')).toBe('step import');
    expect(placeOf(reconcile(world), 'session s1')).toBe('skipped activity-not-writable');
  });
});

/** Worlds in which some records have faults and some come twice. */
const spoiled = fc
  .record({
    world: smallWorld(),
    faults: fc.array(fc.tuple(fc.nat({ max: 20 }), fc.constantFrom(...BROKEN.map(([, fault]) => fault))), {
      maxLength: 3,
    }),
    twice: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
  })
  .map(({ world, faults, twice }): World => {
    const sessions = [...world.sessions.items];
    const workouts = [...world.mirror.items];
    for (const [index, fault] of faults) {
      const [entry, of] = [workouts[index], sessions[index - 10]];
      if (entry !== undefined) workouts[index] = spoil(entry, fault);
      if (of !== undefined) sessions[index - 10] = spoil(of, fault);
    }
    const double = twice === undefined ? undefined : workouts[twice];
    if (double !== undefined) workouts.push({ ...double, end: double.end + 60_000 });
    return { ...world, sessions: { ...world.sessions, items: sessions }, mirror: { ...world.mirror, items: workouts } };
  });

describe('worlds with malformed records', () => {
  holds('P9 accounted, P11 pure: nothing throws, nothing vanishes, and the rest is planned', 1500, spoiled, (world) => {
    expect(accountingFaults(world, reconcile(deepFreeze(world)))).toEqual([]);
  });

  holds('P1 deterministic: any order of the input gives the same bytes', 800, spoiled, (world) => {
    const reversed: World = {
      ...world,
      sessions: { ...world.sessions, items: [...world.sessions.items].reverse() },
      mirror: { ...world.mirror, items: [...world.mirror.items].reverse() },
      ledger: { ...world.ledger, links: [...world.ledger.links].reverse() },
    };
    expect(JSON.stringify(reconcile(reversed))).toBe(JSON.stringify(reconcile(world)));
  });
});
