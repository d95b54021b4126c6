import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { settingsFrom } from '../../src/policy/settings-from';
import type { DetailReader } from '../../src/ports/health-store';
import type { SessionChange } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import { at, days, dieFrom, doneSince, FAR, plainWorld, run, tell, trained, WIT } from './plain-world';
import { heartRate, NEEDS_HEART_RATE, NOTHING, withSamples } from './with-samples';

const FOUR_YEARS = 4 * 365 * 86_400_000;
const HOUR = 3_600_000;

describe('a clock that ran years ahead and was put right', () => {
  it('R7 the lease of a run that was killed meanwhile does not last until then', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    world.now += FOUR_YEARS;
    const revive = dieFrom(world, 'app.apply');
    await world.open().run();
    revive();
    world.now -= FOUR_YEARS;
    expect((await world.open().run()).end).toBe('done');
    expect(world.sessions.size).toBe(1);
  });

  it('R7 the lease of a run that goes on is respected where the clock is put back by little', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const other = world.open();
    const apply = async (changes: readonly SessionChange[]) => {
      world.now -= 600_000;
      expect((await other.run()).problem?.code).toBe('busy');
      return (await world.app.apply?.(changes)) ?? [];
    };
    expect((await world.open({ sessions: { ...world.app, apply } }).run()).end).toBe('done');
  });

  it('R7 a lease is an hour long at most, whatever was asked for', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const revive = dieFrom(world, 'app.apply');
    await world.open({ pace: { leaseSeconds: 86_400 } }).run();
    revive();
    const held = await world.open().run();
    expect(held).toMatchObject({ problem: { code: 'busy' }, resumeAt: world.now + 3_600_000 });
    world.now += 3_600_000;
    expect((await world.open().run()).end).toBe('done');
  });

  it('R8 an item that failed meanwhile is tried again now', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    world.now += FOUR_YEARS;
    world.interfere = (call) => {
      if (call === 'store.save') throw new Error('odd');
    };
    const sync = world.open();
    await sync.run();
    world.interfere = () => undefined;
    world.now -= FOUR_YEARS;
    await sync.run();
    expect(doneSince(world)).toContain('store.save 2');
  });

  it('a run that was complete then is not fresh', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open();
    world.now += FOUR_YEARS;
    await sync.run();
    world.now -= FOUR_YEARS;
    expect((await sync.run({ ifOlderThanSeconds: 60 })).end).toBe('done');
  });

  it('everything is read again once a day, as ever', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open();
    world.now += FOUR_YEARS;
    await sync.run();
    world.now -= FOUR_YEARS;
    // No feed tells of it.
    const hidden = run('w2', 300, 360);
    world.workouts.set(hidden.key, hidden);
    await sync.run();
    expect(world.sessions.size).toBe(2);
  });

  it('the history shows what happens now, and forgets first what seems to be still to come', async () => {
    const world = plainWorld();
    const sync = world.open({ pace: { keptRuns: 3, keptItems: 4 } });
    let start = 0;
    const runs = async (...keys: readonly string[]) => {
      for (const key of keys) {
        start -= 200;
        world.now += 60_000;
        tell(world, [run(key, start, start + 60), run(`${key} before`, start - 100, start - 40)]);
        await sync.run();
      }
      return (await sync.history()).runs.map(({ items }) => items[0]?.workout);
    };
    world.now += FOUR_YEARS;
    expect(await runs('a1', 'a2', 'a3', 'a4')).toEqual(['a4', 'a3', undefined]);
    world.now -= FOUR_YEARS;
    expect(await runs('b1')).toEqual(['a4', undefined, 'b1']);
  });

  it('a direction that was turned on then counts once it is turned off and on again', async () => {
    const off = settingsFrom({ import: { enabled: false } });
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open({ settings: off });
    await sync.run();
    world.now += FOUR_YEARS;
    await sync.configure(DEFAULT_SETTINGS);
    world.now -= FOUR_YEARS;
    for (const settings of [off, DEFAULT_SETTINGS]) await sync.configure(settings);
    tell(world, [run('w2', 2000, 2060)]);
    world.now = at(2100);
    await sync.run();
    expect([...world.sessions.keys()]).toEqual(['apple-health:w2']);
  });
});

describe('samples that were counted while the clock was five hours ahead', () => {
  const counted = async () => {
    const samples = new Map([['w1', NOTHING]]);
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT], NEEDS_HEART_RATE);
    const { store, summarised } = withSamples(world, samples);
    const sync = world.open({ store });
    world.now = at(61) + 5 * HOUR;
    await sync.run();
    expect((await sync.explain('w1')).reasons).toMatchObject([{ code: 'summary-only' }]);
    summarised.splice(0);
    return { world, samples, store, sync, times: (key: string) => summarised.filter((one) => one === key).length };
  };

  it('are counted again once it is put right, and bring their workout in', async () => {
    const { world, samples, sync } = await counted();
    world.now = at(70);
    samples.set('w1', heartRate(0, 60));
    await sync.run();
    expect(world.sessions.has('apple-health:w1')).toBe(true);
  });

  it('are counted again also where that fails at first, and the wrong time comes meanwhile', async () => {
    const { world, samples, sync, store } = await counted();
    world.now = at(70);
    samples.set('w1', heartRate(0, 60));
    const summarise = async () => {
      throw storeError('unknown', 'not now');
    };
    await world.open({ store: { ...store, detail: { ...(store.detail as DetailReader), summarise } } }).run();
    world.now += 6 * HOUR;
    await sync.run();
    expect(world.sessions.has('apple-health:w1')).toBe(true);
  });

  it('are waited for until they have settled, and no longer', async () => {
    const { world, sync, times } = await counted();
    world.now = at(70);
    await sync.run();
    expect((await sync.explain('w1')).reasons).toMatchObject([{ code: 'settling' }]);
    await days(world, sync, 2, HOUR);
    expect((await sync.explain('w1')).reasons).toMatchObject([{ code: 'summary-only' }]);
    const before = times('w1');
    await days(world, sync, 10, HOUR);
    expect(times('w1')).toBe(before);
  });

  it('E4 are counted again once where they had long settled', async () => {
    const { world, sync, times } = await counted();
    world.now = at(61) + 4 * HOUR;
    await days(world, sync, 3, 60_000);
    expect(times('w1')).toBe(1);
  });
});

it('samples that a store counts itself, by a clock that is ahead, are judged as they are', async () => {
  const detail = { series: {}, route: 'none', routePoints: 0, readAt: at(60) + 9 * HOUR } as const;
  const world = plainWorld([FAR, run('w1', 0, 60, { detail })], [WIT], NEEDS_HEART_RATE);
  world.now = at(60) + 4 * HOUR;
  const sync = world.open();
  await days(world, sync, 2, 60_000);
  expect((await sync.explain('w1')).reasons).toMatchObject([{ code: 'summary-only' }]);
});
