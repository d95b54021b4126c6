import { describe, expect, it } from 'vitest';
import type { DetailSummary } from '../../src/domain/detail-summary';
import type { Session } from '../../src/domain/session';
import type { Workout } from '../../src/domain/workout';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { debugBundle } from '../../src/state/debug-bundle';
import type { SyncHost } from '../../src/sync/surface/host';
import type { Sync } from '../../src/sync/surface/sync';
import {
  at,
  days,
  doneSince,
  FAR,
  isThere,
  type PlainWorld,
  plainWorld,
  run,
  tell,
  trained,
  unlisted,
  WIT,
} from './plain-world';
import { NEEDS_HEART_RATE } from './with-samples';

/** What stands in a field where an adapter has made a mistake. */
const WRONG: readonly unknown[] = [undefined, null, Number.NaN, Number.POSITIVE_INFINITY, '', 'x', -1, {}, [null]];

const RECORDING = [
  'key',
  'start',
  'end',
  'activity',
  'source',
  'crossIds',
  'relayedFrom',
  'offsetSeconds',
  'distanceMetres',
  'energyKilocalories',
  'elevationGainMetres',
  'activeSeconds',
  'detail',
  'title',
] as const;

/** A read of the health store, and a restart, after which nothing is read anew and nothing is written. */
const settled = async (world: PlainWorld, host: Partial<SyncHost> = {}): Promise<Sync> => {
  const first = world.open(host);
  expect((await first.run()).end).toBe('done');
  await first.run();
  doneSince(world);
  const next = world.open(host);
  expect((await next.run()).end).toBe('done');
  expect(world.calls).not.toContain('store.readWorkouts');
  expect(doneSince(world)).toEqual([]);
  expect((await next.diagnose()).map(({ code }) => code)).not.toContain('state-damaged');
  return next;
};

describe.each(WRONG.map((value) => [`${JSON.stringify(value)} (${typeof value} ${String(value)})`, value] as const))(
  '%s',
  (_shown, value) => {
    it.each([...RECORDING, 'external', 'raw'])(
      'E3 R8 as the %s of a workout harms no other, nor the state',
      async (field) => {
        const world = plainWorld([FAR, run('w1', 300, 360)], [WIT]);
        world.workouts.set('bad', { ...run('bad', 0, 60), [field]: value } as Workout);
        const sync = await settled(world);
        expect(world.sessions.has('apple-health:w1')).toBe(true);
        tell(world, [run('w2', 500, 560)]);
        await days(world, sync, 2);
        expect(world.sessions.has('apple-health:w2')).toBe(true);
        const { store, app: sessions, state } = world;
        const host = { store, sessions, state, settings: DEFAULT_SETTINGS, account: 'ada', device: 'phone' };
        expect((await debugBundle(host)).kind).toBe('ok');
        const next = world.open();
        expect((await next.explain('bad')).found).toBe(field !== 'key');
      },
    );

    it.each([...RECORDING, 'revision', 'state', 'origin', 'owner'])(
      'E3 R8 as the %s of a session harms no other, nor the state',
      async (field) => {
        const world = plainWorld([FAR], [WIT, trained('s1', 300, 360)]);
        world.sessions.set('bad', { ...trained('bad', 0, 60), [field]: value } as Session);
        await settled(world);
        expect(isThere(world, 300)).toBe(true);
      },
    );

    it.each(['series', 'routePoints', 'hr'])(
      'E3 R8 as the %s of a summary of samples harms no other, nor the state',
      async (field) => {
        const world = plainWorld([FAR, run('w1', 0, 60), run('w2', 300, 360)], [WIT], NEEDS_HEART_RATE);
        const sound: DetailSummary = {
          series: { 'heart-rate': { count: 60, coverage: 1 } },
          route: 'none',
          routePoints: 0,
        };
        const bad =
          field === 'hr'
            ? { ...sound, series: { 'heart-rate': { count: value, coverage: value } } }
            : { ...sound, [field]: value };
        const store: SyncHost['store'] = {
          ...world.store,
          detail: {
            summarise: async (workouts) =>
              workouts.map(({ key }) => ({ key, summary: (key === 'w1' ? bad : sound) as DetailSummary })),
            read: async () => ({ series: {}, routes: [] }),
          },
        };
        await settled(world, { store });
        expect(world.sessions.has('apple-health:w2')).toBe(true);
      },
    );

    it.each(['start', 'title', 'revision'])(
      'E3 as the %s in the answer of a sink does not harm the state',
      async (field) => {
        const world = plainWorld([FAR, run('w1', 0, 60)]);
        const sink = unlisted(world.app);
        const apply: SyncHost['sessions']['apply'] = async (changes) =>
          ((await sink.apply?.(changes)) ?? []).map((result) =>
            'session' in result && result.session
              ? { ...result, session: { ...result.session, [field]: value } as Session }
              : result,
          );
        await settled(world, { sessions: { ...sink, apply } });
      },
    );
  },
);

it('E3 a workout without a start is told as malformed, before a restart and after it', async () => {
  const world = plainWorld([FAR, { ...run('bad', 0, 60), start: Number.NaN }], [WIT]);
  const reasons = [{ code: 'malformed', params: { field: 'start' } }];
  expect((await world.open().run()).items).toContainEqual(expect.objectContaining({ workout: 'bad', reasons }));
  expect((await (await settled(world)).explain('bad')).reasons).toEqual(reasons);
});

it('a workout that was malformed comes in once it is right', async () => {
  const world = plainWorld([FAR, { ...run('bad', 0, 60), start: Number.NaN }], [WIT]);
  const sync = await settled(world);
  tell(world, [run('bad', 0, 60)]);
  await sync.run();
  expect(world.sessions.get('apple-health:bad')?.start).toBe(at(0));
});

it.each([{ start: Number.NaN }, { detail: {} as DetailSummary }])(
  'S8 an import whose workout has %o now stays as it is, also after a restart',
  async (fault) => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const sync = world.open();
    await sync.run();
    tell(world, [{ ...run('w1', 0, 60), ...fault }]);
    await sync.run();
    await days(world, await settled(world), 3);
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(60));
  },
);

it('R8 what the feed tells without a key harms no other', async () => {
  const world = plainWorld([FAR], [WIT]);
  const sync = world.open();
  await sync.run();
  const nameless = { ...run('w1', 0, 60), key: undefined } as unknown as Workout;
  world.changes.push({ upserts: [nameless, run('w2', 300, 360)], deletions: [] });
  await sync.run();
  expect(world.sessions.has('apple-health:w2')).toBe(true);
  expect((await sync.explain('')).reasons).toMatchObject([{ code: 'malformed', params: { field: 'key' } }]);
});
