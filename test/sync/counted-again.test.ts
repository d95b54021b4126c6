import { describe, expect, it } from 'vitest';
import type { Detail } from '../../src/ports/detail';
import type { DetailReader, HealthStore } from '../../src/ports/health-store';
import { storeError } from '../../src/ports/store-error';
import { GRANTED, type PlainWorld, plainWorld, run } from './plain-world';
import { heartRate, NEEDS_HEART_RATE, withSamples } from './with-samples';

const DAY = 86_400_000;

/** Two workouts of long ago, whose heart rate may not be read. */
const deniedWorld = () => {
  const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360)]);
  world.now += 30 * DAY;
  world.access = { ...GRANTED, reads: ['distance'] };
  const samples = new Map<string, Detail>();
  return { world, samples, ...withSamples(world, samples) };
};

/** The user allows heart rate. */
const allow = (world: PlainWorld, samples: Map<string, Detail>): void => {
  world.access = { ...GRANTED, reads: ['heart-rate', 'distance'] };
  samples.set('w1', heartRate(0, 60));
};

describe('samples that may be read only later', () => {
  it('L2 are counted again, and bring their workout in', async () => {
    const { world, samples, store, summarised } = deniedWorld();
    const sync = world.open({ store, settings: NEEDS_HEART_RATE });
    await sync.run();
    expect(world.sessions.size).toBe(0);
    await sync.run();
    expect(summarised).toHaveLength(2);
    allow(world, samples);
    await sync.run();
    expect([...world.sessions.keys()]).toEqual(['apple-health:w1']);
    expect((await sync.explain('w2')).reasons).toMatchObject([{ code: 'summary-only' }]);
    await sync.run();
    expect(summarised).toHaveLength(4);
  });

  it('are counted again where the user allowed them through `connect`, and the app was killed since', async () => {
    const { world, samples, store } = deniedWorld();
    await world.open({ store, settings: NEEDS_HEART_RATE }).run();
    allow(world, samples);
    await world.open({ store, settings: NEEDS_HEART_RATE }).connect();
    await world.open({ store, settings: NEEDS_HEART_RATE }).run();
    expect([...world.sessions.keys()]).toEqual(['apple-health:w1']);
  });

  it('are counted again, though the first run after it was cut short', async () => {
    const { world, samples, store } = deniedWorld();
    const sync = world.open({ store, settings: NEEDS_HEART_RATE });
    await sync.run();
    allow(world, samples);
    const summarise = async () => {
      throw storeError('locked', 'the phone is locked');
    };
    await world
      .open({
        store: { ...store, detail: { ...store.detail, summarise } as DetailReader },
        settings: NEEDS_HEART_RATE,
      })
      .run();
    await world.open({ store, settings: NEEDS_HEART_RATE }).run();
    expect([...world.sessions.keys()]).toEqual(['apple-health:w1']);
  });

  it('are not counted again where less may be read, and are once it is allowed again', async () => {
    const { world, samples, store, summarised } = deniedWorld();
    const sync = world.open({ store, settings: NEEDS_HEART_RATE });
    await sync.run();
    world.access = { ...GRANTED, reads: [] };
    await sync.run();
    expect(summarised).toHaveLength(2);
    samples.set('w1', heartRate(0, 60));
    world.access = { ...GRANTED, reads: ['distance'] };
    await sync.run();
    expect([...world.sessions.keys()]).toEqual(['apple-health:w1']);
  });

  it('of what is linked are left as they are', async () => {
    const { world, samples, store, summarised } = deniedWorld();
    samples.set('w1', heartRate(0, 60));
    const sync = world.open({ store, settings: NEEDS_HEART_RATE });
    await sync.run();
    summarised.splice(0);
    allow(world, samples);
    await sync.run();
    expect(summarised).toEqual(['w2']);
  });

  it('are counted again of the one that the host names: its route was given', async () => {
    const { world, samples, store, summarised } = deniedWorld();
    const sync = world.open({ store, settings: NEEDS_HEART_RATE });
    await sync.run();
    summarised.splice(0);
    samples.set('w1', heartRate(0, 60));
    await sync.decide({ kind: 'retry', key: 'w1' });
    await sync.run();
    expect(summarised).toEqual(['w1']);
    expect([...world.sessions.keys()]).toEqual(['apple-health:w1']);
    await sync.run();
    expect(summarised).toEqual(['w1']);
    expect([...world.rows.keys()].filter((key) => key.startsWith('again/'))).toEqual([]);
  });

  it('R1 are counted again, though the app was killed after the host had named it', async () => {
    const { world, samples, store } = deniedWorld();
    const sync = world.open({ store, settings: NEEDS_HEART_RATE });
    await sync.run();
    samples.set('w1', heartRate(0, 60));
    await sync.decide({ kind: 'retry', key: 'w1' });
    await world.open({ store, settings: NEEDS_HEART_RATE }).run();
    expect([...world.sessions.keys()]).toEqual(['apple-health:w1']);
  });

  it('are counted again, though the next run could not see the one that the host had named', async () => {
    const { world, samples, store } = deniedWorld();
    let isInBackground = false;
    const summarise: DetailReader['summarise'] = async (workouts) =>
      isInBackground ? [] : ((await store.detail?.summarise(workouts)) ?? []);
    const detail = { ...store.detail, summarise } as DetailReader;
    const sync = world.open({ store: { ...store, detail }, settings: NEEDS_HEART_RATE });
    await sync.run();
    samples.set('w1', heartRate(0, 60));
    await sync.decide({ kind: 'retry', key: 'w1' });
    isInBackground = true;
    await sync.run();
    expect(world.sessions.size).toBe(0);
    isInBackground = false;
    await sync.run();
    expect([...world.sessions.keys()]).toEqual(['apple-health:w1']);
  });

  it('are counted again of the one that the host names while a run is under way', async () => {
    const { world, samples, store, summarised } = deniedWorld();
    const sync = world.open({ store, settings: NEEDS_HEART_RATE });
    await sync.run();
    summarised.splice(0);
    samples.set('w1', heartRate(0, 60));
    let isNamed = false;
    world.interfere = (call) => {
      if (call !== 'store.readWorkouts' && call !== 'app.read') return;
      if (!isNamed) void world.open({ store, settings: NEEDS_HEART_RATE }).decide({ kind: 'retry', key: 'w1' });
      isNamed = true;
    };
    await sync.run();
    world.interfere = () => undefined;
    await sync.run();
    expect(isNamed).toBe(true);
    expect(summarised).toEqual(['w1']);
    expect([...world.sessions.keys()]).toEqual(['apple-health:w1']);
  });

  it('of a linked one are left as they are, also where the host names it', async () => {
    const { world, samples, store, summarised } = deniedWorld();
    samples.set('w1', heartRate(0, 60));
    const sync = world.open({ store, settings: NEEDS_HEART_RATE });
    await sync.run();
    samples.delete('w1');
    summarised.splice(0);
    await sync.decide({ kind: 'retry', key: 'w1' });
    await sync.run();
    expect(summarised).toEqual([]);
    expect(world.sessions.get('apple-health:w1')).toMatchObject({
      detail: { series: { 'heart-rate': { count: 120 } } },
    });
  });

  it('E8 are left as they are by the first run that knows what may be read', async () => {
    const { world, samples, store, summarised } = deniedWorld();
    world.access = GRANTED;
    const sync = world.open({ store, settings: NEEDS_HEART_RATE });
    await sync.run();
    summarised.splice(0);
    allow(world, samples);
    await sync.run();
    expect(summarised).toEqual([]);
  });

  it('tell that a route was refused for good', async () => {
    const { world, store: plain } = deniedWorld();
    let route: 'consent-required' | 'none' = 'consent-required';
    const detail: HealthStore['detail'] = {
      ...plain.detail,
      summarise: async (workouts) =>
        workouts.map(({ key }) => ({ key, summary: { series: {}, route, routePoints: 0, readAt: world.now } })),
      read: async () => ({ series: {}, routes: [] }),
    };
    const sync = world.open({ store: { ...plain, detail }, settings: NEEDS_HEART_RATE });
    await sync.run();
    expect(sync.getSnapshot().routesToAskFor).toEqual(['w2', 'w1']);
    route = 'none';
    await sync.decide({ kind: 'retry', key: 'w1' });
    await sync.run();
    expect(sync.getSnapshot().routesToAskFor).toEqual(['w2']);
  });
});
