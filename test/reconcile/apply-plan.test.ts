import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/ledger';
import type { Link } from '../../src/domain/link';
import { toMirrorEntry } from '../../src/domain/mirror';
import { acknowledge, applyPlan, applySteps, recordOf, usesUp } from '../../src/reconcile/apply-plan';
import type { Effect, Expectation, Step } from '../../src/reconcile/plan';
import { reconcile } from '../../src/reconcile/reconcile';
import { at, changedWorkout, externalId, OWN_APP, ownRecord, session, WATCH, workout } from './builders/records';
import { link, world } from './builders/world';

const s1 = session({ key: 's1' });
const w1 = workout({ key: 'w1', distanceMetres: 10_000 });
const [s2, w2] = [session({ key: 's2', from: 700, to: 760 }), workout({ key: 'w2', from: 700, to: 760 })];
const row = link('imported', s1, w1);
const other = link('matched', s2, w2);

const stepOf = (effect: Effect, after: Link = row, expect: readonly Expectation[] = []): Step => ({
  id: `${effect.kind} ${after.session}`,
  effect,
  link: after,
  expect,
  reason: { code: 'user-asked' },
  evidence: [],
});

const before = world({ sessions: [s1, s2], workouts: [w1, w2], links: [row, other] });

/** What steps change of the world: both sides, the rows and the answers. */
const endOf = (steps: readonly Step[], of = before) => {
  const { sessions, mirror, ledger } = applySteps(of, steps);
  return { sessions: sessions.items, workouts: mirror.items, links: ledger.links, revision: ledger.revision };
};

const UNTOUCHED = { sessions: [s1, s2], workouts: [w1, w2], links: [row, other], revision: 2 };

describe('the world after one step', () => {
  it('nothing, after none: not even the revision of the ledger moves', () => {
    expect(applySteps(before, [])).toStrictEqual(before);
  });

  it('an import puts the session of the workout, at a revision that its row remembers', () => {
    const made = link('imported', s1, w1, {
      session: 'apple-health:w1',
      base: { session: w1.prints, workout: w1.prints, revision: '', version: 0 },
    });
    const effect = { kind: 'import', session: 'apple-health:w1', workout: 'w1' } as const;
    const alone = world({ workouts: [w1] });
    const revision = 'import apple-health:w1 after 1';
    expect(endOf([stepOf(effect, made)], alone)).toStrictEqual({
      sessions: [
        {
          kind: 'session',
          key: 'apple-health:w1',
          activity: 'running',
          start: at(600),
          end: at(660),
          distanceMetres: 10_000,
          source: { app: WATCH },
          revision,
          state: 'completed',
          origin: { platform: 'apple-health', workout: 'w1', prints: w1.prints },
        },
      ],
      workouts: [w1],
      links: [{ ...made, base: { ...made.base, revision } }],
      revision: 2,
    });
  });

  const known = session({ key: 's1', distanceMetres: 9000 });
  const longer = changedWorkout(w1, { end: at(665) });
  const changed = world({ sessions: [known, s2], workouts: [longer, w2], links: [row, other] });
  it.each([
    ['update-session', ['facts'], { end: at(665) }],
    ['update-session', ['facts', 'detail'], { end: at(665), distanceMetres: 10_000 }],
    ['enrich-session', ['detail'], { distanceMetres: 10_000 }],
  ] as const)('%s takes %s from the workout, at a revision that its row remembers', (kind, parts, change) => {
    const taken = { ...known, ...change, revision: `${kind} s1 after 1` };
    const now = link('imported', taken, longer, { base: { ...link('imported', taken, longer).base, revision: '' } });
    expect(endOf([stepOf({ kind, session: 's1', workout: 'w1', parts }, now)], changed)).toStrictEqual({
      sessions: [s2, taken],
      workouts: [longer, w2],
      links: [link('imported', taken, longer), other],
      revision: 2,
    });
  });

  it('S8 enrich-session leaves the samples that are not found any more, and is not planned again', () => {
    const detail = { series: { 'heart-rate': { count: 120, coverage: 1 } }, route: 'none', routePoints: 0 } as const;
    const [known, beating] = [{ ...s1, detail }, changedWorkout(w1, { detail })];
    const denied = changedWorkout(w1, { distanceMetres: 12_000, detail: { ...detail, series: {} } });
    const links = [link('imported', known, beating), other];
    const plan = reconcile(world({ sessions: [known, s2], workouts: [denied, w2], links }));
    expect(plan.steps.map(({ id }) => id)).toEqual(['enrich-session s1']);
    const after = applySteps(world({ sessions: [known, s2], workouts: [denied, w2], links }), plan.steps);
    expect(after.sessions.items).toContainEqual({
      ...known,
      distanceMetres: 12_000,
      revision: 'enrich-session s1 after 1',
    });
    expect(reconcile(after).steps).toEqual([]);
  });

  it('removing a session takes it away, and stores the closed row', () => {
    const closed: Link = { ...row, state: 'session-deleted' };
    expect(endOf([stepOf({ kind: 'remove-session', session: 's1' }, closed)])).toStrictEqual({
      ...UNTOUCHED,
      sessions: [s2],
      links: [closed, other],
    });
  });

  it('removing workouts takes all of them away', () => {
    const effect = { kind: 'remove-workout', workouts: ['w1', 'w2'], external: externalId('s1') } as const;
    expect(endOf([stepOf(effect)])).toStrictEqual({ ...UNTOUCHED, workouts: [] });
  });

  const external = { id: externalId('s1'), version: 4 };
  it('an export writes the session as it is, under a key that its row learns', () => {
    const fresh = link('exported', s1, undefined);
    const written = { ...ownRecord(`own ${external.id}`, s1, 4), raw: { platform: 'apple-health', type: 0 } };
    expect(endOf([stepOf({ kind: 'export', session: 's1', external }, fresh)])).toStrictEqual({
      ...UNTOUCHED,
      workouts: [w1, w2, written],
      links: [{ ...fresh, workout: `own ${external.id}` }, other],
    });
  });

  it('writing an own record again keeps its key', () => {
    const own = ownRecord('w1', s1, 3);
    const exported = link('exported', s1, own);
    const now = world({ sessions: [s1, s2], workouts: [own, w2], links: [exported, other] });
    const written = { ...ownRecord('w1', s1, 4), raw: { platform: 'apple-health', type: 0 } };
    expect(endOf([stepOf({ kind: 'update-workout', session: 's1', external }, exported)], now)).toStrictEqual({
      ...UNTOUCHED,
      workouts: [w2, written],
      links: [exported, other],
    });
  });

  it('a step of the ledger touches neither side', () => {
    const moved: Link = { ...row, copies: ['w7'] };
    expect(endOf([stepOf({ kind: 'set-link' }, moved)])).toStrictEqual({ ...UNTOUCHED, links: [moved, other] });
  });
});

describe('a step whose record is not there', () => {
  const external = { id: externalId('s7'), version: 1 };
  it.each<readonly [string, Effect]>([
    ['import', { kind: 'import', session: 's7', workout: 'w7' }],
    ['update-session without its session', { kind: 'update-session', session: 's7', workout: 'w1', parts: ['facts'] }],
    ['update-session without its workout', { kind: 'update-session', session: 's1', workout: 'w7', parts: ['facts'] }],
    ['enrich-session without either', { kind: 'enrich-session', session: 's7', workout: 'w7', parts: ['detail'] }],
    ['export', { kind: 'export', session: 's7', external }],
    ['update-workout', { kind: 'update-workout', session: 's7', external }],
    ['remove-session', { kind: 'remove-session', session: 's7' }],
    ['remove-workout', { kind: 'remove-workout', workouts: ['w7'], external: external.id }],
  ])('stores its row, and touches neither side: %s', (_, effect) => {
    const stored: Link = { ...row, copies: ['w8'] };
    expect(endOf([stepOf(effect, stored)])).toStrictEqual({ ...UNTOUCHED, links: [stored, other] });
  });
});

describe('several steps', () => {
  it('are carried out one after the other, each on what the ones before it left', () => {
    const put = stepOf({ kind: 'import', session: 's1', workout: 'w1' });
    const gone = stepOf({ kind: 'remove-session', session: 's1' });
    expect(endOf([put, gone]).sessions).toEqual([s2]);
    expect(endOf([gone, put]).sessions.map(({ key, revision }) => [key, revision])).toEqual([
      ['s2', 'r1'],
      ['s1', 'import s1 after 1'],
    ]);
    expect(
      endOf([gone, stepOf({ kind: 'export', session: 's1', external: { id: 'x', version: 1 } })]).workouts,
    ).toEqual([w1, w2]);
    expect(endOf([put, gone]).revision).toBe(2);
  });
});

describe('the answers that a step uses up', () => {
  const linkAt = (state: Link['state'] | 'none'): Expectation => ({ kind: 'link-at', session: 's1', state });
  const workoutAt: Expectation = { kind: 'workout-at', workout: 'w1', ...w1.prints };
  const step = (from: Link['state'] | 'none', to: Link['state']) =>
    stepOf({ kind: 'set-link' }, { ...row, state: to }, [linkAt(from), workoutAt]);

  it.each<readonly [Answer, boolean]>([
    [{ kind: 'export', session: 's1' }, true],
    [{ kind: 'restore', session: 's1' }, true],
    [{ kind: 'keep-workout', session: 's1' }, true],
    [{ kind: 'claim', session: 's1' }, false],
    [{ kind: 'export', session: 's2' }, false],
    [{ kind: 'same', a: 's1', b: 'w1' }, false],
    [{ kind: 'different', a: 's1', b: 'w1' }, false],
    [{ kind: 'prefer', workout: 'w1' }, false],
    [{ kind: 'confirm', guard: 's1' }, false],
  ])('of an active row: %j is used up: %s', (answer, used) => {
    expect(usesUp(step('active', 'active'), answer)).toBe(used);
  });

  it.each([
    ['none', 'active', true],
    ['active', 'session-deleted', true],
    ['active', 'workout-removed', true],
    ['active', 'detached', true],
    ['detached', 'session-deleted', true],
    ['session-deleted', 'active', true],
    ['workout-removed', 'active', true],
    ['session-deleted', 'detached', true],
    ['workout-removed', 'workout-removed', false],
    ['session-deleted', 'session-deleted', false],
    ['workout-removed', 'session-deleted', false],
  ] as const)('a wish, when the row goes from %s to %s: %s', (from, to, used) => {
    expect(usesUp(step(from, to), { kind: 'restore', session: 's1' })).toBe(used);
  });

  it.each([
    ['active', 'session-deleted', false],
    ['active', 'workout-removed', false],
    ['active', 'detached', true],
    ['active', 'active', true],
    ['session-deleted', 'session-deleted', false],
    ['session-deleted', 'active', true],
  ] as const)('a wish that was said of the very loss, when the row goes from %s to %s: %s', (from, to, used) => {
    expect(usesUp(step(from, to), { kind: 'restore', session: 's1', held: true })).toBe(used);
    expect(usesUp(step(from, to), { kind: 'restore', session: 's2', held: true })).toBe(false);
  });

  it('are no longer in the ledger afterwards, and all others are', () => {
    const kept: readonly Answer[] = [
      { kind: 'export', session: 's2' },
      { kind: 'claim', session: 's1' },
    ];
    const ledger = { answers: [{ kind: 'export', session: 's1' } as const, ...kept] };
    const asked = world({ sessions: [s1], workouts: [w1], links: [row], ledger });
    expect(applySteps(asked, [step('active', 'active')]).ledger).toStrictEqual({
      revision: 2,
      links: [row],
      answers: kept,
      quarantined: [],
    });
  });
});

describe('a row once its session was acknowledged', () => {
  const made = { ...row, base: { ...row.base, revision: '' } };

  it.each([
    ['as the base has it', s1, 'r1'],
    ['with other facts', { ...s1, title: 'Tempo' }, ''],
    ['with other detail', { ...s1, distanceMetres: 9000 }, ''],
    ['with other facts and detail', { ...s1, title: 'Tempo', distanceMetres: 9000 }, ''],
  ] as const)('knows its revision only where the session is what the base says: %s', (_, found, revision) => {
    expect(acknowledge(made, found)).toStrictEqual({ ...made, base: { ...made.base, revision } });
  });
});

describe('the record that an export leaves', () => {
  const full = session({
    key: 's1',
    title: 'Tempo',
    owner: 'device-1',
    origin: { platform: 'health-connect', workout: 'h1' },
    source: { app: 'com.bike' },
    sourceId: 'b1',
    distanceMetres: 9000,
  });
  const external = { id: externalId('s1'), version: 2 };

  it.each(['apple-health', 'health-connect'] as const)(
    'holds the content of the session, and says that we wrote it to %s',
    (platform) => {
      expect(recordOf({ ...before.scope, platform }, full, 'w7', external)).toStrictEqual(
        toMirrorEntry({
          kind: 'workout',
          key: 'w7',
          platform,
          activity: 'running',
          start: at(600),
          end: at(660),
          distanceMetres: 9000,
          title: 'Tempo',
          source: { app: OWN_APP },
          raw: { platform, type: 0 },
          external,
        }),
      );
    },
  );

  it('is written by some app of ours where none is named', () => {
    const { source } = recordOf({ ...before.scope, ownSources: [] }, full, 'w7', external);
    expect(source).toStrictEqual({ app: 'own-app' });
  });
});

describe('applying a plan', () => {
  const due = world({ sessions: [s2], workouts: [w1] });

  it('gives the world after its steps', () => {
    const plan = reconcile(due);
    expect(plan.steps).not.toEqual([]);
    expect(applyPlan(due, plan)).toStrictEqual({ kind: 'ok', value: applySteps(due, plan.steps) });
  });

  it('is refused when the ledger has moved, whichever way', () => {
    const plan = reconcile(due);
    for (const revision of [plan.base.revision - 1, plan.base.revision + 1]) {
      expect(applyPlan(due, { ...plan, base: { ...plan.base, revision } })).toStrictEqual({
        kind: 'error',
        error: { kind: 'stale', what: 'ledger' },
      });
    }
  });

  it('is refused when the settings have changed', () => {
    const chosen = { ...due, settings: { ...due.settings, onPossible: 'hold' as const } };
    expect(applyPlan(chosen, reconcile(due))).toStrictEqual({
      kind: 'error',
      error: { kind: 'stale', what: 'settings' },
    });
  });

  it('is refused while the guard holds it', () => {
    const plan = reconcile(due);
    const held = { ...plan, guard: { ...plan.guard, id: 'g1', held: true } };
    expect(applyPlan(due, held)).toStrictEqual({ kind: 'error', error: { kind: 'guard-held', guard: 'g1' } });
  });
});
