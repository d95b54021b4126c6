import { describe, expect, it } from 'vitest';
import { externalIdOf } from '../../src/domain/external-id';
import { settingsFrom } from '../../src/policy/settings-from';
import type { Detail } from '../../src/ports/detail';
import type { WorkoutWriter } from '../../src/ports/health-store';
import { storeError } from '../../src/ports/store-error';
import { seedLinks } from '../../src/state/seed-links';
import type { RunRequest } from '../../src/sync/surface/request';
import { at, doneSince, FAR, OWN_APP, own, plainWorld, run, tell, trained, WIT } from './plain-world';
import { heartRate, NOTHING } from './with-samples';

const HOUR = 3_600_000;

const NEEDS_SAMPLES = settingsFrom({ export: { summaryOnly: 'refuse' } });

const BACKGROUND: RunRequest = { trigger: 'background' };

/** So many sessions, all with a heart rate unless `samples` says otherwise, of an app that takes so long to give the samples of one. */
const slowApp = (count: number, { seconds = 1, settings = NEEDS_SAMPLES } = {}) => {
  const sessions = Array.from({ length: count }, (_, n) => trained(`s${n}`, n * 100, n * 100 + 60));
  const world = plainWorld([FAR], [WIT, ...sessions], settings);
  world.now = at(9000);
  const read: string[] = [];
  const samples = new Map<string, Detail>();
  const readDetail = async (key: string) => {
    read.push(key);
    world.now += seconds * 1000;
    return samples.get(key) ?? heartRate(0, 60);
  };
  const app = { ...world.app, readDetail };
  const open = () => world.open({ sessions: app });
  return {
    world,
    samples,
    app,
    open,
    /** How many records there are after each of so many runs, an hour apart, each in a process of its own. */
    runs: async (runs: number, request: RunRequest = BACKGROUND) => {
      const counts: number[] = [];
      for (let index = 0; index < runs; index++) {
        await open().run(request);
        counts.push(own(world).length);
        world.now += HOUR;
      }
      return counts;
    },
    /** Whose samples were asked for since it was last asked. */
    read: () => read.splice(0),
    /** Whose samples are remembered. */
    remembered: () => [...world.rows.keys()].flatMap((key) => (key.startsWith('samples/') ? key.slice(8) : [])),
  };
};

describe('runs that have not the time to count the samples of all sessions', () => {
  it('R10 get through it in the background, a second each', async () => {
    const { world, open } = slowApp(30);
    const sync = open();
    for (let runs = 0; runs < 12; runs++) {
      await sync.run(BACKGROUND);
      world.now += HOUR;
    }
    expect(own(world)).toHaveLength(31);
  });

  it('R10 get through it where each run is a process of its own', async () => {
    const { runs, remembered, read } = slowApp(29);
    expect(await runs(2)).toEqual([0, 0]);
    expect(new Set(read()).size).toBe(30);
    expect(await runs(2)).toEqual([15, 30]);
    await runs(1);
    expect(remembered()).toEqual([]);
  });

  it('R1 R10 come further where they are killed', async () => {
    const { world, open, read, remembered } = slowApp(60);
    const dies = { at: 50 };
    world.interfere = () => {
      if (world.now > at(9000) + dies.at * 1000) throw storeError('unknown', 'the process is gone');
    };
    await open()
      .run()
      .catch(() => undefined);
    world.interfere = () => undefined;
    expect(own(world)).toEqual([]);
    expect(remembered()).toHaveLength(40);
    world.now += HOUR;
    read();
    await open().run();
    expect(read()).toHaveLength(21 + 61);
  });

  it('R10 count one each where the samples of one take longer than a run may', async () => {
    const { runs } = slowApp(1, { seconds: 20 });
    expect(await runs(4)).toEqual([0, 0, 1, 2]);
  });

  it('R10 go on where the app lets only some be read at a time', async () => {
    const { world, app, runs } = slowApp(9, { seconds: 0 });
    let left = 4;
    const readDetail = async (key: string) => {
      if (left === 0) throw storeError('rate-limited', 'quota', { retryAfterSeconds: 900 });
      left -= 1;
      return app.readDetail(key);
    };
    for (let times = 0; times < 5; times++) {
      left = 4;
      await world.open({ sessions: { ...app, readDetail } }).run();
    }
    left = 100;
    expect(own(world).length).toBeGreaterThan(0);
    expect(await runs(1)).toEqual([10]);
  });

  it('R10 count none again that has no samples, while others are still to be counted for days', async () => {
    const { samples, runs, read } = slowApp(99, { seconds: 10 });
    for (let n = 1; n < 99; n++) samples.set(`s${n}`, NOTHING);
    samples.set('wit', NOTHING);
    await runs(50);
    expect(new Set(read()).size).toBe(100);
    expect(await runs(1)).toEqual([1]);
  });
});

describe('the samples of a session that were counted', () => {
  it('are not counted again after a restart, for a day', async () => {
    const { world, samples, read, runs, remembered } = slowApp(1);
    samples.set('s0', NOTHING);
    await runs(3, {});
    expect(read().filter((key) => key === 's0')).toHaveLength(1);
    expect(remembered()).toEqual(['s0']);
    samples.set('s0', heartRate(0, 60));
    world.now += 25 * HOUR;
    expect(await runs(2, {})).toEqual([1, 2]);
  });

  it('are counted again where a clock was ahead when they were', async () => {
    const { world, samples, runs } = slowApp(1);
    samples.set('s0', NOTHING);
    world.now += 1000 * HOUR;
    await runs(1, {});
    samples.set('s0', heartRate(0, 60));
    world.now -= 1000 * HOUR;
    expect(await runs(2, {})).toEqual([1, 2]);
  });

  it('are counted again after a restart where they had not all had their time to arrive', async () => {
    const { world, samples, runs } = slowApp(1, { seconds: 0 });
    world.now = at(61);
    samples.set('s0', NOTHING);
    await runs(1, {});
    samples.set('s0', heartRate(0, 60));
    expect(await runs(1, {})).toEqual([2]);
  });

  it('are counted again once it was edited', async () => {
    const { world, samples, runs } = slowApp(1);
    samples.set('s0', NOTHING);
    await runs(1, {});
    samples.set('s0', heartRate(0, 60));
    world.sessions.set('s0', trained('s0', 0, 66, { revision: 'r2' }));
    expect(await runs(1, {})).toEqual([2]);
  });

  it('are what the app lists from now on, where it does', async () => {
    const { world, samples, runs } = slowApp(1);
    samples.set('s0', NOTHING);
    await runs(1, {});
    const series = { 'heart-rate': { count: 120, coverage: 1 } };
    const detail = { series, route: 'none', routePoints: 0 } as const;
    world.sessions.set('s0', trained('s0', 0, 60, { detail }));
    expect(await runs(1, {})).toEqual([2]);
  });

  it('are remembered no more once it is gone', async () => {
    const { world, samples, runs, remembered } = slowApp(1);
    samples.set('s0', NOTHING);
    await runs(1, {});
    world.sessions.delete('s0');
    await runs(1, {});
    expect(remembered()).toEqual([]);
  });

  it('are no edit of one that is linked meanwhile', async () => {
    const { world, runs, app } = slowApp(1, { seconds: 20 });
    await runs(1);
    const external = { id: externalIdOf({ account: 'ada' }, 's0'), version: 1 };
    const record = run('w0', 0, 60, { source: { app: OWN_APP }, external });
    tell(world, [record]);
    const host = { state: world.state, account: 'ada', device: 'phone', store: world.store };
    await seedLinks(host, [{ session: 's0', workout: 'w0', kind: 'exported' }]);
    doneSince(world);
    const sync = world.open({ sessions: app, settings: settingsFrom({}) });
    await sync.run();
    await sync.run();
    expect(doneSince(world).filter((call) => call.startsWith('store'))).toEqual(['store.save 1']);
    expect(own(world)).toContain(record);
  });

  it('R10 lets out what comes back from the bin, where the samples of one take longer than a run may', async () => {
    const { world, runs } = slowApp(8, { seconds: 20 });
    await runs(1, {});
    const binned = ['s1', 's2'];
    for (const key of binned) world.sessions.set(key, trained(key, 0, 60, { revision: 'r2', state: 'deleted' }));
    expect(await runs(1, {})).toEqual([7]);
    for (const [n, key] of binned.entries())
      world.sessions.set(key, trained(key, n * 100 + 100, n * 100 + 160, { revision: 'r3' }));
    expect(await runs(4)).toEqual([7, 7, 8, 9]);
  });
});

describe('a session whose samples take longer to read than a run may last', () => {
  it('R10 goes out all the same, one in each run', async () => {
    const { runs } = slowApp(2, { seconds: 20, settings: settingsFrom({}) });
    expect(await runs(3)).toEqual([1, 2, 3]);
  });

  it('R10 is written anew where the store cannot replace its record', async () => {
    const { world, app } = slowApp(0, { seconds: 20, settings: settingsFrom({}) });
    const { writing } = world.store;
    const store = { ...world.store, ...(writing && { writing: { ...writing, replaces: 'never' as const } }) };
    const sync = world.open({ store, sessions: app });
    await sync.run();
    world.sessions.set('wit', trained('wit', -700, -640, { revision: 'r2' }));
    await sync.run(BACKGROUND);
    expect(own(world)).toMatchObject([{ end: at(-640) }]);
  });

  it('R10 gets the parts that an earlier write has left out', async () => {
    const { world, app } = slowApp(0, { seconds: 20, settings: settingsFrom({}) });
    const parts: unknown[] = [];
    const { writing } = world.store;
    const save: WorkoutWriter['save'] = async (draft) => {
      parts.push(draft.only);
      const written = (await writing?.save(draft)) ?? { key: '', external: draft.external };
      return draft.only ? written : { ...written, missing: ['series'] };
    };
    const store = { ...world.store, ...(writing && { writing: { ...writing, save } }) };
    const sync = world.open({ store, sessions: app });
    await sync.run(BACKGROUND);
    await sync.run(BACKGROUND);
    await sync.run(BACKGROUND);
    expect(parts).toEqual([undefined, ['series']]);
  });
});
