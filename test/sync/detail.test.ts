import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import type { Detail } from '../../src/ports/detail';
import type { HealthStore } from '../../src/ports/health-store';
import type { SessionChange } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import { at, type PlainWorld, plainWorld, run, tell, trained } from './plain-world';
import { heartRate, NEEDS_HEART_RATE, NOTHING, withSamples } from './with-samples';

describe('samples', () => {
  it('are counted only where a verdict needs them', async () => {
    const world = plainWorld([run('w1', 0, 60), run('walk', 300, 360, { activity: 'yoga' })]);
    const { store, summarised } = withSamples(world, new Map([['w1', heartRate(0, 60)]]));
    const settings = settingsFrom({ import: { activities: ['running'] } }, NEEDS_HEART_RATE);
    await world.open({ store, settings }).run();
    expect(summarised).toEqual(['w1']);
    expect([...world.sessions.keys()]).toEqual(['apple-health:w1']);
  });

  it('L3 that arrive after the facts of their workout were corrected come in', async () => {
    const samples = new Map([['w1', heartRate(0, 5)]]);
    const world = plainWorld([run('w1', 0, 60)]);
    world.now = at(61);
    const sync = world.open(withSamples(world, samples));
    await sync.run();
    tell(world, [run('w1', 0, 65)]);
    await sync.run();
    samples.set('w1', heartRate(0, 60));
    for (let hour = 0; hour < 3; hour++) {
      world.now += 3_600_000;
      await sync.run();
    }
    expect(world.sessions.get('apple-health:w1')).toMatchObject({
      end: at(65),
      detail: { series: { 'heart-rate': { count: 120 } } },
    });
  });

  it('R9 that may not be read are a problem of the side that has them: what needs none of them is written', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360)]);
    const { store } = withSamples(world, new Map());
    const detail: HealthStore['detail'] = {
      ...store.detail,
      summarise: async () => [],
      read: async ({ key }) => {
        if (key === 'w2') throw storeError('permission', 'heart rate');
        return NOTHING;
      },
    };
    const report = await world.open({ store: { ...store, detail }, pace: { batchSize: 1 } }).run();
    expect(report).toMatchObject({ end: 'problem', problem: { code: 'permission', side: 'health-store' } });
    expect([...world.sessions.keys()]).toEqual(['apple-health:w1']);
  });

  it('R9 that the app cannot give are its problem', async () => {
    const world = plainWorld([], [trained('s1', 0, 60)]);
    const readDetail = async () => {
      throw storeError('invalid', 'no such file');
    };
    const { items } = await world.open({ sessions: { ...world.app, readDetail } }).run();
    expect(items).toMatchObject([{ outcome: 'failed', problem: { code: 'invalid', side: 'session-store' } }]);
  });

  it('are handed on with the session that is created, and counted in it', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const { store } = withSamples(world, new Map([['w1', heartRate(0, 60)]]));
    const created: SessionChange[] = [];
    const sessions = {
      ...world.app,
      apply: async (changes: readonly SessionChange[]) => {
        created.push(...changes);
        return (await world.app.apply?.(changes)) ?? [];
      },
    };
    await world.open({ store, sessions }).run();
    expect(created).toMatchObject([
      { kind: 'create', detail: heartRate(0, 60), session: { detail: { series: { 'heart-rate': { count: 120 } } } } },
    ]);
  });

  it('are not read for an app that takes headers only', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const { store, read } = withSamples(world, new Map());
    await world.open({ store, sessions: { ...world.app, takes: 'header' } }).run();
    expect(read).toEqual([]);
    expect(world.sessions.size).toBe(1);
  });

  it('are waited for while a workout is recent, and bring it in once they are there', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    world.now = at(70);
    const samples = new Map<string, Detail>();
    const { store } = withSamples(world, samples);
    const sync = world.open({ store, settings: NEEDS_HEART_RATE });
    await sync.run();
    expect(world.sessions.size).toBe(0);
    expect(sync.getSnapshot().waiting).toBe(1);
    samples.set('w1', heartRate(0, 60));
    world.now = at(80);
    await sync.run();
    expect([...world.sessions.keys()]).toEqual(['apple-health:w1']);
  });

  it('are looked for one last time when their time is up, and then the workout is refused for good', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    world.now = at(70);
    const { store, summarised } = withSamples(world, new Map());
    const sync = world.open({ store, settings: NEEDS_HEART_RATE });
    await sync.run();
    world.now = at(500);
    await sync.run();
    expect((await sync.explain('w1')).reasons).toMatchObject([{ code: 'summary-only', lasts: 'for-good' }]);
    const asked = summarised.length;
    await sync.run();
    expect(summarised).toHaveLength(asked);
  });

  it('that arrive after the import enrich the session, without touching what the user edited', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    world.now = at(70);
    const samples = new Map<string, Detail>();
    const { store } = withSamples(world, samples);
    const sync = world.open({ store });
    await sync.run();
    const session = world.sessions.get('apple-health:w1');
    if (session) world.sessions.set(session.key, { ...session, title: 'Lunch run', revision: 'edited' });
    samples.set('w1', heartRate(0, 60));
    world.now = at(90);
    const report = await sync.run();
    expect(report.counts).toMatchObject({ enriched: 1 });
    expect(world.sessions.get('apple-health:w1')).toMatchObject({
      title: 'Lunch run',
      detail: { series: { 'heart-rate': { count: 120 } } },
    });
  });

  it('S7 that arrive for an edited session leave its edit an edit', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    const session = world.sessions.get('apple-health:w1');
    if (session) world.sessions.set(session.key, { ...session, end: at(55), revision: 'edited' });
    tell(world, [run('w1', 0, 60, { distanceMetres: 9000 })]);
    await sync.run();
    expect(world.sessions.get('apple-health:w1')).toMatchObject({ end: at(55), distanceMetres: 9000 });
    tell(world, [run('w1', 0, 75, { distanceMetres: 9000 })]);
    await sync.run();
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(55));
  });

  it('of a session are read where an export rule needs them', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60), trained('s2', 300, 360)]);
    const readDetail = async (key: string): Promise<Detail> => (key === 's1' ? heartRate(0, 60) : NOTHING);
    const settings = settingsFrom({ export: { summaryOnly: 'refuse' } });
    const sync = world.open({ sessions: { ...world.app, readDetail }, settings });
    await sync.run();
    expect([...world.workouts.values()].filter(({ external }) => external).map(({ start }) => start)).toEqual([at(0)]);
    expect((await sync.explain('s2')).reasons).toMatchObject([{ code: 'no-detail' }]);
  });

  it('include no route that the settings leave out', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const route = [{ at: at(1), latitude: 1, longitude: 1 }];
    const { store } = withSamples(world, new Map([['w1', { series: {}, routes: [route] }]]));
    const seen: (Detail | undefined)[] = [];
    const sessions = {
      ...world.app,
      apply: async (changes: readonly SessionChange[]) => {
        for (const change of changes) if (change.kind === 'create') seen.push(change.detail);
        return (await world.app.apply?.(changes)) ?? [];
      },
    };
    const settings = settingsFrom({ import: { routes: 'leave-out' } });
    const sync = world.open({ store, sessions, settings });
    await sync.run();
    expect(seen).toEqual([{ series: {}, routes: [] }]);
    expect((await sync.run()).counts).toEqual({});
  });
});

describe('the diagnosis of what imported workouts lack', () => {
  const DAYS = 30 * 86_400_000;
  const lackingIn = async (world: PlainWorld, host: Parameters<PlainWorld['open']>[0]): Promise<readonly unknown[]> => {
    const sync = world.open(host);
    await sync.run();
    const findings = await sync.diagnose();
    return findings.filter(({ code }) => /-missing$/.test(code)).map(({ code, evidence }) => ({ code, ...evidence }));
  };

  it('counts what was looked for and is not there', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360)]);
    world.now += DAYS;
    const { store } = withSamples(world, new Map([['w1', heartRate(0, 60)]]));
    expect(await lackingIn(world, { store })).toEqual([
      { code: 'heart-rate-missing', workouts: 1, 'never-recorded': 1 },
      { code: 'route-missing', workouts: 2, 'never-recorded': 2 },
    ]);
  });

  it('is silent about what the settings leave out', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    world.now += DAYS;
    const { store } = withSamples(world, new Map([['w1', heartRate(0, 60)]]));
    expect(await lackingIn(world, { store, settings: settingsFrom({ import: { routes: 'leave-out' } }) })).toEqual([]);
  });

  it('is silent where the store gives no samples at all', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    world.now += DAYS;
    expect(await lackingIn(world, {})).toEqual([]);
  });

  it('is silent about what nobody has looked for, or may still come, or cannot be indoors', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    world.now += DAYS;
    const { store } = withSamples(world, new Map());
    expect(await lackingIn(world, { store, sessions: { ...world.app, takes: 'header' } })).toEqual([]);
    const recent = plainWorld([run('w1', 0, 60)]);
    recent.now = at(90);
    expect(await lackingIn(recent, { store: withSamples(recent, new Map()).store })).toEqual([]);
    const indoor = plainWorld([run('w1', 0, 60, { activity: 'treadmill-running' })]);
    indoor.now += DAYS;
    const beating = withSamples(indoor, new Map([['w1', heartRate(0, 60)]]));
    expect(await lackingIn(indoor, { store: beating.store })).toEqual([]);
  });
});
