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
