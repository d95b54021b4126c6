import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Interval } from '../../src/domain/interval';
import type { Link } from '../../src/domain/link';
import type { Session } from '../../src/domain/session';
import type { MirrorEntry } from '../../src/domain/workout';
import { combinePlans } from '../../src/reconcile/combine-plans';
import type { Placed, Plan, Step } from '../../src/reconcile/plan';
import { openPlanner } from '../../src/reconcile/planner';
import { reconcile } from '../../src/reconcile/reconcile';
import type { World } from '../../src/reconcile/world';
import { world as smallWorld } from '../../src/testing/arbitraries/world';
import { at, externalId, session, workout } from './builders/records';
import { link, world } from './builders/world';
import { holds } from './property';

const texts = (items: readonly unknown[]): readonly string[] => items.map((item) => JSON.stringify(item)).sort();

/** What a plan says, as sets: the order of steps, the base and the guard left out. */
const saidBy = ({ steps, skipped, waiting, blocked, settled, notices }: Plan) => ({
  steps: texts(steps),
  skipped: texts(skipped),
  waiting: texts(waiting),
  blocked: texts(blocked),
  notices: texts(notices),
  settled,
});

const FAR = { from: 50_000, to: 50_060 } as const;

/** A pair that proves what both lists vouch for, so that adding records elsewhere changes no certainty. */
const witnessed = (small: World): World => {
  const proof = {
    s: session({ key: 's99', from: -9000, to: -8940 }),
    w: workout({ key: 'w99', from: -9000, to: -8940 }),
  };
  return {
    ...small,
    sessions: { ...small.sessions, items: [...small.sessions.items, proof.s] },
    mirror: { ...small.mirror, items: [...small.mirror.items, proof.w] },
    ledger: { ...small.ledger, links: [...small.ledger.links, link('matched', proof.s, proof.w)] },
  };
};

const isAbout = (key: string, { steps, skipped, waiting, blocked }: Plan): unknown => ({
  steps: steps.filter(({ link: row }) => row.session === key || row.workout === key),
  placed: [skipped, waiting, blocked].map((list) => list.filter((placed: Placed) => placed.key === key)),
});

describe('locality', () => {
  holds(
    'P6 local: what happens to one item does not depend on recordings far away in time',
    500,
    fc.tuple(smallWorld(), fc.constantFrom('session' as const, 'workout' as const, 'both' as const)),
    ([small, added]) => {
      const near = witnessed(small);
      const sessions: readonly Session[] = added === 'workout' ? [] : [session({ key: 's77', ...FAR })];
      const workouts: readonly MirrorEntry[] = added === 'session' ? [] : [workout({ key: 'w77', ...FAR })];
      const wide: World = {
        ...near,
        sessions: { ...near.sessions, items: [...near.sessions.items, ...sessions] },
        mirror: { ...near.mirror, items: [...near.mirror.items, ...workouts] },
      };
      const alone = reconcile(near);
      const together = reconcile(wide);
      for (const key of ['s1', 's2', 's3', 's4', 'w1', 'w2', 'w3', 'w4', 'w5']) {
        expect(isAbout(key, together)).toEqual(isAbout(key, alone));
      }
    },
  );

  const windowsBetween = (minutes: readonly number[]): [Interval, ...Interval[]] => {
    const edges = [-90_000, ...[...minutes].sort((a, b) => a - b), 90_000].map(at);
    const windows = edges.slice(1).map((end, index) => ({ start: edges[index] ?? 0, end }));
    const [newest = { start: 0, end: 0 }, ...older] = windows.reverse();
    return [newest, ...older];
  };

  const cuts = fc.uniqueArray(fc.constantFrom(50, 100, 130, 150, 160, 300, 500, 522, 560, 800, 901, 960), {
    maxLength: 5,
  });
  holds(
    'P6 local, S9 guard: windows that tile all time give, combined, the plan of the whole world',
    500,
    fc.tuple(smallWorld(), cuts),
    ([world, minutes]) => {
      const [newest, ...older] = windowsBetween(minutes);
      const planner = openPlanner(world);
      const combined = combinePlans(
        [planner.planWindow(newest), ...older.map((window) => planner.planWindow(window))],
        world,
      );
      const whole = reconcile(world);
      expect(saidBy(combined)).toEqual(saidBy(whole));
      expect(combined.guard).toEqual(whole.guard);
      expect(combined.base).toEqual(whole.base);
      const removals = (plan: Plan) => texts(plan.steps.slice(plan.steps.length - plan.guard.removals));
      expect(removals(combined)).toEqual(removals(whole));
    },
  );

  interface Change {
    readonly sessions?: readonly Session[];
    readonly workouts?: readonly MirrorEntry[];
    readonly goneWorkouts?: readonly string[];
    readonly goneSessions?: readonly string[];
    readonly links?: readonly Link[];
  }

  const without = <Item extends { readonly key: string }>(items: readonly Item[], keys: readonly string[]) =>
    items.filter(({ key }) => !keys.includes(key));

  const changed = (world: World, change: Change): World => {
    const sessions = change.sessions ?? [];
    const workouts = change.workouts ?? [];
    const goneSessions = change.goneSessions ?? [];
    const goneWorkouts = change.goneWorkouts ?? [];
    const put = [...sessions, ...workouts].map(({ key }) => key);
    return {
      ...world,
      sessions: {
        ...world.sessions,
        items: [...without(world.sessions.items, [...put, ...goneSessions]), ...sessions],
        gone: [...new Set([...world.sessions.gone, ...goneSessions])],
      },
      mirror: {
        ...world.mirror,
        items: [...without(world.mirror.items, [...put, ...goneWorkouts]), ...workouts],
        gone: [...new Set([...world.mirror.gone, ...goneWorkouts])],
      },
    };
  };

  const pick = <Item>(items: readonly Item[], index: number): Item | undefined =>
    items[index % Math.max(1, items.length)];

  const changeOf = (world: World, kind: string, index: number): Change => {
    const entry = pick(without(world.mirror.items, ['w99']), index);
    const listed = pick(without(world.sessions.items, ['s99']), index);
    if (kind === 'new workout')
      return { workouts: [workout({ key: 'w8', from: 100 + 400 * (index % 3), to: 160 + 400 * (index % 3) })] };
    if (kind === 'new session')
      return { sessions: [session({ key: 's8', from: 100 + 400 * (index % 3), to: 160 + 400 * (index % 3) })] };
    if (kind === 'workout gone' && entry !== undefined) return { goneWorkouts: [entry.key] };
    if (kind === 'session gone' && listed !== undefined) return { goneSessions: [listed.key] };
    if (kind === 'session edited' && listed !== undefined)
      return { sessions: [{ ...listed, title: 'New', revision: 'r77' }] };
    return {};
  };

  const kinds = ['new workout', 'new session', 'workout gone', 'session gone', 'session edited'] as const;
  holds(
    'P6 local: planning only around a change gives the steps that planning all gives for these records',
    700,
    fc.tuple(smallWorld({ answers: 'none' }), fc.constantFrom(...kinds), fc.nat({ max: 9 })),
    ([small, kind, index]) => {
      const world = witnessed(small);
      const change = changeOf(world, kind, index);
      const before = texts(reconcile(world).steps);
      const after = changed(world, change);
      const whole = reconcile(after);
      const planner = openPlanner(world);
      const part = planner.change(change);
      const all = texts(whole.steps);
      const some = texts(part.steps);
      expect(
        some.filter((step) => !all.includes(step)),
        'steps that the whole plan does not have',
      ).toEqual([]);
      const news = all.filter((step) => !before.includes(step));
      expect(
        news.filter((step) => !some.includes(step)),
        'new steps that it missed',
      ).toEqual([]);
      expect(saidBy(planner.planWindow({ start: at(-90_000), end: at(90_000) }))).toEqual(saidBy(whole));
    },
  );

  holds(
    'P6 local: an own record goes where its session is, however far apart they lie',
    100,
    fc.nat({ max: 9 }),
    (days) => {
      const of = session({ key: 's1', from: 600 + days * 1440, to: 660 + days * 1440 });
      const record = {
        ...workout({ key: 'w1', app: 'com.example.app' }),
        external: { id: externalId('s1'), version: 1 },
      };
      const steps: readonly Step[] = reconcile(
        witnessed(world({ sessions: [of], workouts: [record], now: at(90_000) })),
      ).steps;
      expect(steps.map(({ effect }) => effect.kind)).toEqual([days === 0 ? 'set-link' : 'update-workout']);
    },
  );
});
