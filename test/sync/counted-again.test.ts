import { describe, expect, it } from 'vitest';
import type { Detail } from '../../src/ports/detail';
import type { DetailReader } from '../../src/ports/health-store';
import { storeError } from '../../src/ports/store-error';
import type { Sync } from '../../src/sync/surface/sync';
import { at, GRANTED, plainWorld, run, toItsEnd, WIT } from './plain-world';
import { heartRate, NEEDS_HEART_RATE, withSamples } from './with-samples';

const DAY = 86_400_000;

/** The phone's health data, as the user lets it be read. */
const deniedPhone = () => {
  const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360)]);
  world.now += 30 * DAY;
  world.access = { ...GRANTED, reads: ['distance'] };
  const samples = new Map<string, Detail>();
  const { store, summarised } = withSamples(world, samples);
  return {
    world,
    samples,
    summarised,
    /** The app, started again, with some of the reader of samples replaced. */
    open: (reading: Partial<DetailReader> = {}) =>
      world.open({
        store: { ...store, detail: { ...store.detail, ...reading } as DetailReader },
        settings: NEEDS_HEART_RATE,
      }),
    /** The user allows heart rate: one of the two has it. */
    allow: () => {
      world.access = { ...GRANTED, reads: ['heart-rate', 'distance'] };
      samples.set('w1', heartRate(0, 60));
    },
    imported: () => [...world.sessions.keys()],
  };
};

/** Two workouts of long ago stayed out of the first run, unless something was allowed before. */
const afterFirstRun = async (before: (phone: ReturnType<typeof deniedPhone>) => void = () => undefined) => {
  const phone = deniedPhone();
  before(phone);
  const sync = phone.open();
  await sync.run();
  phone.summarised.splice(0);
  return { ...phone, sync };
};

describe('samples that may be read only later', () => {
  it('L2 are counted again, and bring their workout in', async () => {
    const { sync, summarised, allow, imported } = await afterFirstRun();
    expect(imported()).toEqual([]);
    await sync.run();
    expect(summarised).toEqual([]);
    allow();
    await sync.run();
    expect(imported()).toEqual(['apple-health:w1']);
    expect((await sync.explain('w2')).reasons).toMatchObject([{ code: 'summary-only' }]);
    await sync.run();
    expect(summarised).toHaveLength(2);
  });

  it('are counted again where the user allowed them through `connect`, and the app was killed since', async () => {
    const { open, allow, imported } = await afterFirstRun();
    allow();
    await open().connect();
    await open().run();
    expect(imported()).toEqual(['apple-health:w1']);
  });

  it('are counted again, though the first run after it was cut short', async () => {
    const { open, allow, imported } = await afterFirstRun();
    allow();
    const summarise = async () => {
      throw storeError('locked', 'the phone is locked');
    };
    await open({ summarise }).run();
    await open().run();
    expect(imported()).toEqual(['apple-health:w1']);
  });

  it('are not counted again where less may be read, and are once it is allowed again', async () => {
    const { world, samples, sync, summarised, imported } = await afterFirstRun();
    world.access = { ...GRANTED, reads: [] };
    await sync.run();
    expect(summarised).toEqual([]);
    samples.set('w1', heartRate(0, 60));
    world.access = { ...GRANTED, reads: ['distance'] };
    await sync.run();
    expect(imported()).toEqual(['apple-health:w1']);
  });

  it('of what is linked are left as they are', async () => {
    const { sync, summarised, allow } = await afterFirstRun(({ samples }) => samples.set('w1', heartRate(0, 60)));
    allow();
    await sync.run();
    expect(summarised).toEqual(['w2']);
  });

  it('E8 are left as they are by the first run that knows what may be read', async () => {
    const { sync, summarised, allow } = await afterFirstRun(({ world }) => {
      world.access = GRANTED;
    });
    allow();
    await sync.run();
    expect(summarised).toEqual([]);
  });
});

describe('samples of a workout that the host names', () => {
  const NAMED = { kind: 'retry', key: 'w1' } as const;

  it('are counted again, once: its route was given', async () => {
    const { world, samples, sync, summarised, imported } = await afterFirstRun();
    samples.set('w1', heartRate(0, 60));
    await sync.decide(NAMED);
    await sync.run();
    expect(summarised).toEqual(['w1']);
    expect(imported()).toEqual(['apple-health:w1']);
    await sync.run();
    expect(summarised).toEqual(['w1']);
    expect([...world.rows.keys()].filter((key) => key.startsWith('again/'))).toEqual([]);
  });

  it.each([
    ['not counted again for what the user says of it', [], []],
    ['counted again also where the user says something of it after that', [NAMED], ['w1']],
  ] as const)('are %s', async (_, before, counted) => {
    const { sync, summarised } = await afterFirstRun();
    await sync.decide(...before, { kind: 'different', a: 'w1', b: 'w2' });
    await sync.run();
    expect(summarised).toEqual(counted);
  });

  it('R1 are counted again, though the app was killed since', async () => {
    const { samples, sync, open, imported } = await afterFirstRun();
    samples.set('w1', heartRate(0, 60));
    await sync.decide(NAMED);
    await open().run();
    expect(imported()).toEqual(['apple-health:w1']);
  });

  it('are counted again, though the next run could not see it', async () => {
    const { samples, sync, open, imported } = await afterFirstRun();
    samples.set('w1', heartRate(0, 60));
    await sync.decide(NAMED);
    await open({ summarise: async () => [] }).run();
    expect(imported()).toEqual([]);
    await open().run();
    expect(imported()).toEqual(['apple-health:w1']);
  });

  it('are counted again, though a run was under way', async () => {
    const { world, samples, sync, summarised, open, imported } = await afterFirstRun();
    samples.set('w1', heartRate(0, 60));
    let isNamed = false;
    world.interfere = (call) => {
      if (call !== 'store.readWorkouts' && call !== 'app.read') return;
      if (!isNamed) void open().decide(NAMED);
      isNamed = true;
    };
    await sync.run();
    world.interfere = () => undefined;
    await sync.run();
    expect(isNamed).toBe(true);
    expect(summarised).toEqual(['w1']);
    expect(imported()).toEqual(['apple-health:w1']);
  });

  it('are left as they are where it is linked', async () => {
    const { world, samples, sync, summarised } = await afterFirstRun((phone) => phone.allow());
    samples.delete('w1');
    await sync.decide(NAMED);
    await sync.run();
    expect(summarised).toEqual([]);
    expect(world.sessions.get('apple-health:w1')).toMatchObject({
      detail: { series: { 'heart-rate': { count: 120 } } },
    });
  });

  it('stay counted, and are not asked for any more, where nobody reads samples', async () => {
    const { world, sync } = await afterFirstRun();
    await sync.decide(NAMED);
    expect(world.rows.has('again/w1')).toBe(true);
    await world.open({ settings: NEEDS_HEART_RATE }).run();
    expect(world.rows.has('again/w1')).toBe(false);
    expect(JSON.parse(world.rows.get('workout/w1') ?? '{}')).toHaveProperty('detail');
  });

  it('tell that there is no route after all', async () => {
    const { world, open } = deniedPhone();
    let route: 'consent-required' | 'none' = 'consent-required';
    const summarise: DetailReader['summarise'] = async (workouts) =>
      workouts.map(({ key }) => ({ key, summary: { series: {}, route, routePoints: 0, readAt: world.now } }));
    const sync = open({ summarise });
    await sync.run();
    expect(sync.getSnapshot().routesToAskFor).toEqual(['w2', 'w1']);
    route = 'none';
    await sync.decide(NAMED);
    await sync.run();
    expect(sync.getSnapshot().routesToAskFor).toEqual(['w2']);
  });
});

describe('samples that the host names while they are counted', () => {
  it.each([
    ['for the first time', undefined],
    ['for the first time, and were named before', 'offline'],
    ['again, and were named before', 'works'],
  ] as const)('are counted once more: %s', async (_, earlierRun) => {
    const { world, samples, open, imported } = deniedPhone();
    const NAMED = { kind: 'retry', key: 'w1' } as const;
    let isOffline = earlierRun === 'offline';
    let waits = false;
    const sync: Sync = open({
      summarise: async (workouts, options) => {
        if (isOffline) throw storeError('offline', 'not now');
        const counted = await withSamples(world, samples).store.detail?.summarise(workouts, options);
        if (waits) {
          waits = false;
          samples.set('w1', heartRate(0, 60));
          await sync.decide(NAMED);
        }
        return counted ?? [];
      },
    });
    if (earlierRun !== undefined) {
      await sync.run();
      await sync.decide(NAMED);
    }
    isOffline = false;
    waits = true;
    await sync.run();
    expect([waits, imported()]).toEqual([false, []]);
    await sync.run();
    expect(imported()).toEqual(['apple-health:w1']);
  });
});

describe('a `retry` of what is no workout and has not failed', () => {
  it('writes nothing', async () => {
    const { world, sync } = await afterFirstRun();
    world.calls.length = 0;
    await sync.decide({ kind: 'retry', key: 'apple-health:w1' });
    expect(world.calls).toEqual([]);
  });
});

describe('samples that the host names of what a paused backfill has passed', () => {
  it('R10 take it back to there', async () => {
    const settings = { ...NEEDS_HEART_RATE, import: { ...NEEDS_HEART_RATE.import, importFrom: at(1900) } };
    const world = plainWorld([run('w1', 0, 60), run('w2', 200, 260), run('w3', 400, 460)], [WIT], settings);
    world.now += 30 * DAY;
    const samples = new Map([['w2', heartRate(200, 260)]]);
    const sync = world.open({ store: withSamples(world, samples).store, settings });
    const window = { start: at(-100), end: at(1000) };
    const backfill = { kind: 'backfill', window, batchSize: 1, pauseSeconds: 3 } as const;
    expect((await sync.run(backfill)).end).toBe('paused');
    samples.set('w3', heartRate(400, 460));
    await sync.decide({ kind: 'retry', key: 'w3' });
    await toItsEnd(world, sync, backfill);
    expect([...world.sessions.keys()]).toContain('apple-health:w3');
  });
});
