import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import type { Access } from '../../src/ports/access';
import type { Detail } from '../../src/ports/detail';
import type { DetailReader } from '../../src/ports/health-store';
import type { SessionChange } from '../../src/ports/session-store';
import { type StoreErrorKind, storeError } from '../../src/ports/store-error';
import { at, days, FAR, failing, GRANTED, own, plainWorld, run, tell, trained, WIT, works } from './plain-world';
import { heartRate, NEEDS_HEART_RATE, NOTHING, withSamples } from './with-samples';

const TOLD: Access = { ...GRANTED, reads: ['totals', 'heart-rate'] };
const DENIED: Access = { ...GRANTED, reads: ['totals'] };

type Writable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

/** A run that came in ten minutes after its end with a heart rate, by an app that keeps the samples it was given last. */
const cameIn = async ({ first = 60, now = at(70), reads = true, settings = settingsFrom({}) } = {}) => {
  const samples = new Map<string, Detail>([['w1', heartRate(0, first)]]);
  const world = plainWorld([FAR, run('w1', 0, 60, { distanceMetres: 9000 })], [WIT]);
  const kept: { samples?: Detail | undefined } = {};
  const apply = async (changes: readonly SessionChange[]) => {
    for (const change of changes) {
      if (change.kind !== 'remove' && change.key === 'apple-health:w1') kept.samples = change.detail ?? kept.samples;
    }
    return (await world.app.apply?.(changes)) ?? [];
  };
  world.now = now;
  world.access = reads ? TOLD : GRANTED;
  const { store: counting, summarised } = withSamples(world, samples);
  const reader = { ...counting.detail } as Writable<DetailReader>;
  const sync = world.open({ store: { ...counting, detail: reader }, settings, sessions: { ...world.app, apply } });
  await sync.run();
  summarised.splice(0);
  return {
    world,
    sync,
    samples,
    summarised,
    /** The reader of samples, which may be given other answers. */
    reader,
    deny: () => {
      samples.set('w1', NOTHING);
      if (reads) world.access = DENIED;
    },
    allow: () => {
      samples.set('w1', heartRate(0, 60));
      if (reads) world.access = TOLD;
    },
    session: () => world.sessions.get('apple-health:w1'),
    /** How many beats its session says that it has, and how many the app was given. */
    beats: () => [
      world.sessions.get('apple-health:w1')?.detail?.series['heart-rate']?.count,
      kept.samples?.series['heart-rate']?.length,
    ],
  };
};

describe.each([
  ['says', true],
  ['hides', false],
])('samples that may not be read any more, on a platform that %s it', (_, reads) => {
  it('S8 stay in the session of a workout that settles', async () => {
    const { sync, world, deny, beats } = await cameIn({ reads });
    deny();
    world.now = at(90);
    expect((await sync.run()).counts).toEqual({});
    await days(world, sync, 2);
    expect(beats()).toEqual([120, 120]);
  });

  it.each([
    ['none', settingsFrom({})],
    ['some', NEEDS_HEART_RATE],
  ])(
    'S8 stay in the session of a workout whose facts were corrected, where the settings need %s',
    async (_, settings) => {
      const { sync, world, deny, session, beats } = await cameIn({ reads, settings, now: at(2000) });
      deny();
      tell(world, [run('w1', 0, 65, { distanceMetres: 9000 })]);
      expect((await sync.run()).counts).toEqual({ updated: 1 });
      await days(world, sync, 2);
      expect(session()?.end).toBe(at(65));
      expect(beats()).toEqual([120, 120]);
    },
  );

  it('S8 stay in a session that takes other totals, and others that are found meanwhile', async () => {
    const { sync, world, samples, deny, session, beats } = await cameIn({ reads });
    deny();
    tell(world, [run('w1', 0, 60, { distanceMetres: 9500 })]);
    await sync.run();
    tell(world, [run('w1', 0, 60, { distanceMetres: 9700 })]);
    samples.set('w1', { ...NOTHING, series: { speed: [{ at: at(1), value: 3 }] } });
    world.now = at(90);
    await sync.run();
    await days(world, sync, 2);
    expect(session()?.distanceMetres).toBe(9700);
    expect(beats()).toEqual([120, 120]);
  });

  it('E4 are written once with other totals', async () => {
    const { sync, world, deny } = await cameIn({ reads });
    deny();
    world.now = at(90);
    tell(world, [run('w1', 0, 60, { distanceMetres: 9500 })]);
    expect((await sync.run()).counts).toEqual({ enriched: 1 });
    expect((await sync.run()).counts).toEqual({});
    await days(world, sync, 2);
    expect((await sync.run()).counts).toEqual({});
  });

  it('come in with what is new of them once they may be read again', async () => {
    const { sync, world, deny, allow, summarised, beats } = await cameIn({ reads, first: 10 });
    deny();
    world.now = at(90);
    await sync.run();
    await days(world, sync, 2);
    allow();
    if (!reads) await sync.decide({ kind: 'retry', key: 'w1' });
    summarised.splice(0);
    await sync.run();
    expect(summarised).toEqual(['w1']);
    expect(beats()).toEqual([120, 120]);
    await sync.run();
    expect(summarised).toEqual(['w1']);
  });
});

it('S8 samples that may not be read any more stay where they could not be counted before facts and totals are taken', async () => {
  const { world, sync, deny, reader, session, beats } = await cameIn({ now: at(2000) });
  reader.summarise = async () => [];
  deny();
  tell(world, [run('w1', 0, 65, { distanceMetres: 9500 })]);
  expect((await sync.run()).counts).toEqual({ updated: 1 });
  expect(session()).toMatchObject({ end: at(65), distanceMetres: 9500 });
  expect(beats()).toEqual([120, 120]);
});

it('samples that the copy has not which the user prefers leave the session with it', async () => {
  const series = { 'heart-rate': { count: 120, coverage: 1 } };
  const detail = { series, route: 'none', routePoints: 0 } as const;
  const copy = { distanceMetres: 9500, source: { app: 'com.phone' }, detail: { ...detail, series: {} } };
  const world = plainWorld([FAR, run('w1', 0, 60, { distanceMetres: 9000, detail }), run('w2', 0, 60, copy)], [WIT]);
  const sync = world.open();
  await sync.run();
  const before = [...world.sessions.values()].find(({ origin }) => origin?.workout.startsWith('w'));
  expect(before?.detail?.series).toEqual(series);
  await sync.decide({ kind: 'prefer', key: 'w2' });
  await sync.run();
  expect(world.sessions.get(before?.key ?? '')?.detail).toEqual(copy.detail);
});

describe('samples that cannot be counted for a while', () => {
  const HOUR = 3_600_000;
  const BACKFILL = { kind: 'backfill', window: { start: at(-2000), end: at(1000) } } as const;

  /** A run that settles for five days, whose samples can be counted or not. */
  const counting = async () => {
    const settings = settingsFrom({ import: { settlingSeconds: 5 * 86_400 } });
    const phone = await cameIn({ first: 10, settings });
    const { reader, sync, world } = phone;
    const { summarise } = reader;
    const hours = async (count: number) => days(world, sync, count, HOUR);
    return {
      ...phone,
      hours,
      fail: async () => {
        reader.summarise = async () => {
          throw storeError('unknown', 'not now');
        };
        await hours(1);
        reader.summarise = summarise;
      },
    };
  };

  it('R8 do not add up where each time they could be counted after it', async () => {
    const { sync, samples, fail, hours, beats } = await counting();
    for (let times = 0; times < 6; times++) {
      await fail();
      await hours(1);
    }
    expect(sync.getSnapshot().setAside).toBe(0);
    samples.set('w1', heartRate(0, 60));
    await hours(1);
    expect(beats()).toEqual([120, 120]);
  });

  it('keep no backfill open', async () => {
    const { sync, world, fail, hours } = await counting();
    await fail();
    expect(await sync.run(BACKFILL)).toMatchObject({ end: 'done' });
    await hours(1);
    expect([...world.rows.keys()].filter((key) => key.startsWith('trouble'))).toEqual([]);
  });

  it('R8 forgive nothing that failed otherwise: it is set aside though its samples are counted each time', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    world.now = at(70);
    const { store, summarised } = withSamples(world, new Map([['w1', heartRate(0, 60)]]));
    const settings = settingsFrom({ import: { settlingSeconds: 30 * 86_400 } }, NEEDS_HEART_RATE);
    const sync = world.open({ store, settings });
    failing(world, 'app.apply', 'invalid');
    await days(world, sync, 10);
    expect(summarised.filter((key) => key === 'w1').length).toBeGreaterThan(4);
    expect(sync.getSnapshot().setAside).toBe(1);
  });
});

it('an update that failed, and is not needed any more, keeps no backfill open', async () => {
  const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
  const sync = world.open();
  await sync.run();
  failing(world, 'app.apply', 'unknown');
  tell(world, [run('w1', 0, 75)]);
  await sync.run();
  works(world);
  tell(world, [run('w1', 0, 60)]);
  await days(world, sync, 2);
  expect(await sync.run({ kind: 'backfill', window: { start: at(-2000), end: at(1000) } })).toMatchObject({
    end: 'done',
  });
});

describe('samples that a store refuses to count', () => {
  /** Ten runs, all with a heart rate that is needed. Some are refused, and with them every call that names one of them. */
  const refusing = async (...refused: string[]) => {
    const minutes = Array.from({ length: 10 }, (_, n) => n * 100);
    const samples = new Map(minutes.map((from, n) => [`w${n}`, heartRate(from, from + 60)]));
    const world = plainWorld([FAR, ...minutes.map((from, n) => run(`w${n}`, from, from + 60))], [WIT]);
    const { store, summarised } = withSamples(world, samples);
    const allowed: string[] = [];
    let calls = 0;
    const summarise: DetailReader['summarise'] = async (workouts, options) => {
      calls += 1;
      const isRefused = ({ key }: { readonly key: string }) => refused.includes(key) && !allowed.includes(key);
      if (workouts.some(isRefused)) throw storeError('permission', 'not this one');
      return store.detail?.summarise(workouts, options) ?? [];
    };
    const detail = { ...store.detail, summarise } as DetailReader;
    const sync = world.open({ store: { ...store, detail }, settings: NEEDS_HEART_RATE });
    const report = await sync.run();
    return {
      world,
      sync,
      report,
      summarised,
      allow: () => allowed.push(...refused),
      /** How many calls were made since it was last asked. */
      calls: () => {
        const made = calls;
        calls = 0;
        return made;
      },
      imported: () => [...world.sessions.keys()].filter((key) => key.includes(':w')),
    };
  };

  it('R8 stop no other of their batch', async () => {
    const { report, imported } = await refusing('w5');
    expect(report).toMatchObject({ end: 'problem', problem: { code: 'permission', side: 'health-store' } });
    expect(imported()).toHaveLength(9);
  });

  it('R8 stop no other, run by run, wherever they stand in it', async () => {
    const { sync, world, imported } = await refusing('w0', 'w1', 'w2', 'w7', 'w8', 'w9');
    await days(world, sync, 4);
    expect(imported()).toHaveLength(4);
    expect(sync.getSnapshot().setAside).toBe(0);
  });

  const ALL = Array.from({ length: 10 }, (_, n) => `w${n}`);

  it('are not asked for one by one, in each run, where all are refused', async () => {
    const { sync, world, calls } = await refusing('far', ...ALL);
    expect(calls()).toBe(3);
    await days(world, sync, 4);
    expect(calls()).toBe(12);
  });

  it('come in at once when they are allowed', async () => {
    const { sync, allow, imported } = await refusing('far', ...ALL);
    allow();
    await sync.run();
    expect(imported()).toHaveLength(10);
  });

  it('keep no backfill open', async () => {
    const { sync } = await refusing('w5');
    const report = await sync.run({ kind: 'backfill', window: { start: at(-2000), end: at(1000) } });
    expect(report).toMatchObject({ end: 'problem', problem: { code: 'permission' } });
  });
});

describe('samples of a session that the app cannot give to be counted', () => {
  const settings = settingsFrom({ export: { summaryOnly: 'refuse' } });

  const withBroken = async (kind: StoreErrorKind) => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    const tried: string[] = [];
    const broken = { is: true };
    const readDetail = async (key: string): Promise<Detail> => {
      tried.push(key);
      if (key === 's1' && broken.is) throw storeError(kind, 'no such file');
      return key === 's1' ? NOTHING : heartRate(0, 10);
    };
    const sync = world.open({ sessions: { ...world.app, readDetail }, settings });
    const report = await sync.run();
    return { world, sync, report, tried: () => tried.filter((key) => key === 's1').length, broken };
  };

  it('R8 R9 are a problem, stop no other, rest, and are set aside', async () => {
    const { world, sync, report, tried } = await withBroken('invalid');
    expect(report).toMatchObject({ end: 'problem', problem: { code: 'invalid', side: 'session-store' } });
    expect(own(world)).toHaveLength(1);
    await sync.run();
    expect(tried()).toBe(1);
    await days(world, sync, 8);
    expect(tried()).toBe(5);
    expect(sync.getSnapshot().setAside).toBe(1);
    expect((await sync.run()).end).toBe('done');
    world.sessions.set('s1', trained('s1', 0, 66, { revision: 'r2' }));
    await sync.run();
    expect(tried()).toBe(6);
  });

  it('R8 have no trouble any more once it can', async () => {
    const { world, sync, broken } = await withBroken('unknown');
    broken.is = false;
    await days(world, sync, 1);
    expect((await sync.explain('s1')).reasons).toMatchObject([{ code: 'no-detail' }]);
    expect([...world.rows.keys()].filter((key) => key.startsWith('trouble'))).toEqual([]);
  });

  it('are never set aside where the user does not allow it', async () => {
    const { world, sync, report } = await withBroken('permission');
    expect(report.end).toBe('problem');
    await days(world, sync, 8);
    expect(sync.getSnapshot().setAside).toBe(0);
  });
});
