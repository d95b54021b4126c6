import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/domain/session';
import type { Settings } from '../../src/domain/settings';
import { settingsFrom } from '../../src/policy/settings-from';
import type { HealthStore } from '../../src/ports/health-store';
import type { SessionChange, SessionStore } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import { at, doneSince, GRANTED, OWN_APP, plainWorld, run, tell, trained } from './plain-world';

const ten = Array.from({ length: 10 }, (_, index) => run(`w${index}`, index * 100, index * 100 + 60));

describe('connect', () => {
  it('asks for what the settings need and says what is allowed', async () => {
    const world = plainWorld();
    const asked: unknown[] = [];
    const store = {
      ...world.store,
      request: async (needs: unknown) => {
        asked.push(needs);
        return GRANTED;
      },
    };
    const settings = settingsFrom({
      import: { routes: 'leave-out', activities: ['running'] },
      export: { enabled: false },
    });
    const sync = world.open({ store, settings });
    expect(await sync.connect()).toEqual(GRANTED);
    expect(asked).toEqual([
      { read: true, write: false, routes: false, history: true, background: true, activities: ['running'] },
    ]);
    expect(sync.getSnapshot().connection).toEqual({ state: 'connected', action: 'none' });
  });

  it('asks for no samples where the app takes headers and gives none', async () => {
    const world = plainWorld();
    const asked: unknown[] = [];
    const store: HealthStore = {
      ...world.store,
      request: async (needs) => {
        asked.push(needs);
        return GRANTED;
      },
    };
    await world.open({ store, sessions: { ...world.app, takes: 'header' } }).connect();
    expect(asked).toEqual([
      { read: true, write: true, routes: false, history: true, background: true, reads: ['totals'], writes: 'header' },
    ]);
  });

  it.each([
    [{ ...GRANTED, store: 'unavailable' }, 'unavailable', 'none'],
    [{ ...GRANTED, store: 'update-required' }, 'update-required', 'update-store'],
    [{ ...GRANTED, asked: false }, 'never-asked', 'connect'],
    [{ ...GRANTED, read: 'denied' }, 'needs-attention', 'open-settings'],
    [{ ...GRANTED, write: 'denied' }, 'needs-attention', 'open-settings'],
    [{ ...GRANTED, read: 'unknown' }, 'unknowable', 'check-if-empty'],
    [GRANTED, 'connected', 'none'],
  ] as const)('shows one state and one action for %o', async (access, state, action) => {
    const world = plainWorld();
    world.access = access;
    const sync = world.open();
    await sync.run();
    expect(sync.getSnapshot().connection).toEqual({ state, action });
  });

  it('is needed before anything is read', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    world.access = { ...GRANTED, asked: false };
    const report = await world.open().run();
    expect(report).toMatchObject({ end: 'problem', problem: { code: 'not-connected' } });
    expect(world.calls).toEqual([]);
  });
});

describe('a first sync with an empty health store', () => {
  it('writes what the app has, in one run', async () => {
    const world = plainWorld([], [trained('s1', 0, 60), trained('s2', 300, 360)]);
    expect((await world.open().run()).counts).toEqual({ exported: 2 });
  });
});

describe('a host that says the same at every start', () => {
  it('E4 writes nothing', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const start = async (settings: Settings): Promise<number> => {
      world.calls.length = 0;
      const sync = world.open({ settings });
      await sync.connect();
      await sync.configure(settings);
      return world.calls.filter((call) => call === 'state.transact').length;
    };
    const noImports = settingsFrom({ import: { enabled: false } });
    const written = [];
    for (const settings of [settingsFrom({}), settingsFrom({}), noImports, noImports, settingsFrom({})])
      written.push(await start(settings));
    expect(written).toEqual([1, 0, 1, 0, 1]);
  });
});

describe('configure', () => {
  it('P13 brings in what a category switch kept out, once it is turned on', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open({ settings: settingsFrom({ import: { categories: { running: false } } }) });
    await sync.run();
    expect(world.sessions.size).toBe(0);
    await sync.configure(settingsFrom({}));
    await sync.run();
    expect(world.sessions.size).toBe(1);
  });

  it('P13 touches no link when a direction is turned off', async () => {
    const world = plainWorld(ten, [trained('s1', 1500, 1560)]);
    const sync = world.open();
    await sync.run();
    await sync.configure(settingsFrom({ export: { enabled: false } }));
    await sync.run();
    expect((await sync.explain('s1')).link?.state).toBe('active');
  });

  it('counts a direction that is turned on from that moment', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open({ settings: settingsFrom({ import: { enabled: false } }) });
    await sync.run();
    await sync.configure(settingsFrom({}));
    tell(world, [run('w2', 2100, 2160)]);
    world.now = at(2200);
    await sync.run();
    expect([...world.sessions.keys()]).toEqual(['apple-health:w2']);
  });

  it('keeps that moment after a restart', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    await world.open({ settings: settingsFrom({ import: { enabled: false } }) }).run();
    await world.open().run();
    world.now += 86_400_000;
    await world.open().run();
    expect(world.sessions.size).toBe(0);
  });
});

describe('decide', () => {
  it('exports by hand what a rule refuses, once', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 1)]);
    const sync = world.open({ settings: settingsFrom({ export: { minimumDurationSeconds: 600 } }) });
    await sync.run();
    doneSince(world);
    await sync.decide({ kind: 'export', key: 's1' });
    await sync.run();
    expect(doneSince(world)).toEqual(['store.save 1']);
    const own = [...world.workouts.values()].find(({ source }) => source?.app === OWN_APP);
    tell(world, [], [own?.key ?? '']);
    await sync.run();
    await sync.run();
    expect(doneSince(world)).toEqual([]);
  });

  it('rekeys a session without writing anything again', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('local-1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    doneSince(world);
    world.sessions.delete('local-1');
    world.sessions.set('server-9', trained('server-9', 0, 60));
    await sync.decide({ kind: 'rekey', from: 'local-1', to: 'server-9' });
    await sync.run();
    await sync.run();
    expect(doneSince(world)).toEqual([]);
    expect((await sync.explain('server-9')).link?.kind).toBe('exported');
  });

  it('S4 S5 restores what a tombstone holds closed, when the user asks', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    const [own] = [...world.workouts.values()].filter(({ source }) => source?.app === OWN_APP);
    tell(world, [], [own?.key ?? '']);
    await sync.run();
    await sync.run();
    expect(world.workouts.size).toBe(1);
    await sync.decide({ kind: 'restore', key: 's1' });
    await sync.run();
    expect(world.workouts.size).toBe(2);
  });
});

describe('run', () => {
  it('names the workout that a watch companion wrote for a completed session', async () => {
    const companion = run('w9', 30, 95, { source: { app: OWN_APP } });
    const world = plainWorld([run('w0', -600, -540), companion], [trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run({ kind: 'completed', session: 's1', workout: 'w9' });
    expect((await sync.explain('s1')).link).toMatchObject({ kind: 'matched', workout: 'w9' });
    expect(world.sessions.size).toBe(2);
  });

  it('does not go on without the name of the workout that a watch companion wrote: what stood in the way is reported', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    let isFirst = true;
    world.interfere = (call) => {
      if (call === 'state.read' && isFirst) {
        isFirst = false;
        throw storeError('unavailable', 'not now');
      }
    };
    const report = await world.open().run({ kind: 'completed', session: 's1', workout: 'w9' });
    expect(report).toMatchObject({
      kind: 'completed',
      end: 'problem',
      problem: { code: 'unavailable', side: 'state' },
    });
    expect(doneSince(world)).toEqual([]);
  });

  it('backfills a window newest first, in batches, with pauses, and goes on where it stopped', async () => {
    const world = plainWorld(ten);
    const settings = settingsFrom({ import: { importFrom: at(800) } });
    const sync = world.open({ settings });
    await sync.run();
    expect(doneSince(world)).toHaveLength(2);
    const request = {
      kind: 'backfill',
      window: { start: at(200), end: at(800) },
      batchSize: 2,
      pauseSeconds: 60,
    } as const;
    const ends: unknown[] = [];
    for (let turn = 0; turn < 9 && ends[ends.length - 1] !== 'done'; turn++) {
      ends.push((await world.open({ settings }).run(request)).end);
      world.now += 60_000;
    }
    expect(ends[ends.length - 1]).toBe('done');
    expect(ends).toContain('paused');
    expect(doneSince(world)).toEqual(
      ['w7', 'w6', 'w5', 'w4', 'w3', 'w2'].map((key) => `app.create apple-health:${key}`),
    );
    await sync.run();
    expect(world.sessions.size).toBe(8);
  });
});

describe('a session that the app says exists already', () => {
  const holding = (session: Session): SessionStore & { readonly asked: SessionChange[] } => {
    const asked: SessionChange[] = [];
    return {
      asked,
      absenceMeansDeleted: false,
      apply: async (changes) =>
        changes.map((change) => {
          asked.push(change);
          if (change.kind === 'create') return { kind: 'already-exists', key: change.key, session };
          return { kind: 'conflict', key: change.key };
        }),
    };
  };

  it('S7 keeps what its user has edited in it', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const app = holding(trained('apple-health:w1', 0, 50, { revision: 'edited' }));
    const sync = world.open({ sessions: app });
    await sync.run();
    tell(world, [run('w1', 0, 75)]);
    await sync.run();
    expect(app.asked.map(({ kind }) => kind)).toEqual(['create']);
  });

  it('S4 is not linked as if it were live where its user deleted it', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const app = holding(trained('apple-health:w1', 0, 60, { state: 'deleted' }));
    const sync = world.open({ sessions: app });
    await sync.run();
    expect((await sync.explain('w1')).link?.state).not.toBe('active');
  });
});

describe('preview', () => {
  it('says what a run would do, and does nothing', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 300, 360)]);
    const sync = world.open();
    const plan = await sync.preview();
    expect(plan.steps.map(({ id }) => id)).toEqual(['export s1', 'import apple-health:w1']);
    expect(doneSince(world)).toEqual([]);
    expect((await sync.history()).runs).toEqual([]);
    await sync.run();
    expect(doneSince(world)).toHaveLength(2);
  });
});
