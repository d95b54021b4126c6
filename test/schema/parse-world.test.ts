import { describe, expect, it } from 'vitest';
import { EMPTY_LEDGER } from '../../src/domain/ledger';
import { toMirrorEntry } from '../../src/domain/mirror';
import { printOf } from '../../src/domain/prints';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { settingsFrom } from '../../src/policy/settings-from';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { parsePlan } from '../../src/schema/parse-plan';
import { parseWorld } from '../../src/schema/parse-world';
import { DAY, HOUR, MINUTE, NO_SAMPLES, NOW, OWN_APP, session, WATCH_APP, workout } from '../policy/records';

const window = { start: 0, end: NOW + DAY };
const side = { window, complete: true, absence: 'deleted', gone: ['x1'] } as const;

const hoursAgo = (hours: number, minutes = 30) => ({
  start: NOW - hours * HOUR,
  end: NOW - hours * HOUR + minutes * MINUTE,
});
const linked = session({ key: 's2', ...hoursAgo(100) });
const linkedWorkout = workout({ key: 'w2', ...hoursAgo(100) });
const prints = printOf(linked);

/** New and linked records, a copy, an edit, a refusal, a wait and a malformed record: every place of a plan is used. */
const world: World = {
  sessions: {
    ...side,
    items: [
      session({ key: 's1', ...hoursAgo(50), title: 'Lunch run' }),
      { ...linked, revision: 'r2', activity: 'walking' },
      session({ key: 's3', ...hoursAgo(0), state: 'open' }),
    ],
  },
  mirror: {
    ...side,
    items: [
      workout({ key: 'w1', ...hoursAgo(70), distanceMetres: 5000, title: 'A run' }),
      workout({ key: 'w1b', ...hoursAgo(70), distanceMetres: 5001, source: { app: 'com.example.phone' } }),
      { ...linkedWorkout, end: linkedWorkout.end + HOUR },
      workout({ key: 'w3', ...hoursAgo(20), activity: 'cycling' }),
      workout({ key: 'w4', start: 5, end: 1 }),
      workout({ key: 'w5', ...hoursAgo(30), detail: NO_SAMPLES, source: { app: OWN_APP } }),
    ].map(toMirrorEntry),
  },
  ledger: {
    ...EMPTY_LEDGER,
    links: [
      {
        kind: 'imported',
        state: 'active',
        session: 's2',
        workout: 'w2',
        copies: [],
        app: WATCH_APP,
        base: { session: prints, workout: prints, revision: 'r1', version: 0 },
        shadow: { ...hoursAgo(100), activity: 'running' },
      },
    ],
    answers: [
      { kind: 'different', a: 'w1', b: 'w3' },
      { kind: 'export', session: 's1' },
      { kind: 'prefer', workout: 'w1' },
      { kind: 'confirm', guard: 'g1' },
    ],
    quarantined: ['w7', { kind: 'session', key: 'w1' }],
    awaiting: ['w8', { kind: 'workout', key: 's1' }],
  },
  scope: {
    kind: 'scope',
    account: 'ada',
    device: 'this-phone',
    platform: 'apple-health',
    ownSources: [OWN_APP],
    readAccess: 'granted',
    readFrom: 0,
    mappingVersion: 1,
  },
  settings: settingsFrom({ import: { categories: { cycling: false } }, match: { sameOverlap: 0.7 } }),
  now: NOW,
};

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const pathsOf = (parsed: ReturnType<typeof parseWorld> | ReturnType<typeof parsePlan>) =>
  parsed.kind === 'error' ? parsed.error.map((issue) => issue.path) : [];

describe('a world', () => {
  it('comes back equal after JSON, and so does what is planned for it', () => {
    const parsed = parseWorld(asJson(world));
    expect(parsed).toStrictEqual({ kind: 'ok', value: world });
    expect(parsed.kind === 'ok' && reconcile(parsed.value)).toEqual(reconcile(world));
  });

  it.each<readonly [string, object, string]>([
    ['a setting that is missing', { settings: { ...DEFAULT_SETTINGS, guard: undefined } }, 'settings.guard'],
    ['an instant as text', { now: 'today' }, 'now'],
    ['a record of the wrong shape', { sessions: { ...side, items: [session(), 7] } }, 'sessions.items[1]'],
    ['a mirror entry without its prints', { mirror: { ...side, items: [workout()] } }, 'mirror.items[0].prints'],
    [
      'an infinite window, which JSON writes as null',
      { mirror: { ...side, items: [], window: { start: null, end: 1 } } },
      'mirror.window.start',
    ],
    ['a platform that there is not', { scope: { ...world.scope, platform: 'garmin' } }, 'scope.platform'],
    [
      'an answer of no kind',
      { ledger: { ...EMPTY_LEDGER, answers: [{ kind: 'maybe', a: 'x', b: 'y' }] } },
      'ledger.answers[0].kind',
    ],
    [
      'what is set aside without its kind',
      { ledger: { ...EMPTY_LEDGER, quarantined: [{ key: 'x' }] } },
      'ledger.quarantined[0]',
    ],
    [
      'an answer about nothing',
      { ledger: { ...EMPTY_LEDGER, answers: [{ kind: 'same', a: 'x' }] } },
      'ledger.answers[0].b',
    ],
  ])('is refused by path: %s', (_title, changes, path) => {
    expect(pathsOf(parseWorld({ ...world, ...changes }))).toEqual([path]);
  });

  it('holds no titles in its mirror', () => {
    const [entry] = world.mirror.items;
    const parsed = parseWorld({ ...world, mirror: { ...side, items: [{ ...entry, title: 'A run' }] } });
    expect(parsed.kind === 'error' && parsed.error[0]).toMatchObject({
      path: 'mirror.items[0].title',
      allowed: 'nothing: the mirror keeps no titles',
    });
  });
});

describe('a plan', () => {
  const plan = reconcile(world);

  it('P10 comes back equal after JSON', () => {
    expect(plan.steps.length).toBeGreaterThan(0);
    expect(plan.skipped.length).toBeGreaterThan(0);
    expect(plan.waiting.length).toBeGreaterThan(0);
    expect(plan.notices.length).toBeGreaterThan(0);
    expect(parsePlan(asJson(plan))).toStrictEqual({ kind: 'ok', value: plan });
  });

  const comparison = { verdict: 'possible', rung: 'evidence', evidence: [] };
  const external = { id: 'ws1-0', version: 1 };
  it.each([
    { steps: [{ ...plan.steps[0], effect: { kind: 'remove-session', session: 's1' } }] },
    { steps: [{ ...plan.steps[0], effect: { kind: 'remove-workout', workouts: ['w1'], external: 'ws1-0' } }] },
    { steps: [{ ...plan.steps[0], effect: { kind: 'update-workout', session: 's1', external } }] },
    {
      steps: [
        { ...plan.steps[0], effect: { kind: 'enrich-session', session: 's1', workout: 'w1', parts: ['detail'] } },
      ],
    },
    {
      steps: [
        {
          ...plan.steps[0],
          expect: [
            { kind: 'link-at', session: 's1', state: 'none' },
            { kind: 'external-absent', external: 'e' },
          ],
        },
      ],
    },
    { steps: [{ ...plan.steps[0], evidence: [{ code: 'same-source', value: 'yes', speaks: 'for' }] }] },
    {
      notices: [
        { kind: 'review', a: 'x', b: 'y', comparison },
        { kind: 'conflict', session: 's1', workout: 'w1', parts: [] },
      ],
    },
    {
      blocked: [
        { kind: 'session', key: 's1', reasons: [{ code: 'host-paused', params: { limit: 3, app: 'x' } }], until: 5 },
      ],
    },
  ])('may hold any step, reason and notice that there is: %o', (changes) => {
    expect(parsePlan({ ...plan, ...changes })).toStrictEqual({ kind: 'ok', value: { ...plan, ...changes } });
  });

  it.each<readonly [string, object, string]>([
    [
      'a code that nobody knows',
      { skipped: [{ kind: 'workout', key: 'w1', reasons: [{ code: 'mystery' }] }] },
      'skipped[0].reasons[0].code',
    ],
    [
      'a code that every object has',
      { skipped: [{ kind: 'workout', key: 'w1', reasons: [{ code: 'constructor' }] }] },
      'skipped[0].reasons[0].code',
    ],
    ['no reason at all', { skipped: [{ kind: 'workout', key: 'w1', reasons: [] }] }, 'skipped[0].reasons'],
    ['an effect of no kind', { steps: [{ ...plan.steps[0], effect: { kind: 'explode' } }] }, 'steps[0].effect.kind'],
    [
      'an effect without its session',
      { steps: [{ ...plan.steps[0], effect: { kind: 'import', workout: 'w' } }] },
      'steps[0].effect.session',
    ],
    [
      'a nested parameter',
      { blocked: [{ kind: 'workout', key: 'w1', reasons: [{ code: 'duplicate-session', params: { of: {} } }] }] },
      'blocked[0].reasons[0].params.of',
    ],
    ['half a record settled', { settled: 0.5 }, 'settled'],
    ['another version of the plan', { version: 2 }, 'version'],
  ])('is refused by path: %s', (_title, changes, path) => {
    expect(pathsOf(parsePlan({ ...plan, ...changes }))).toEqual([path]);
  });
});

it.each([null, undefined, 'x', 1n, [], new Map(), () => 1])('nothing throws: %s', (input) => {
  expect(parseWorld(input).kind).toBe('error');
  expect(parsePlan(input).kind).toBe('error');
});
