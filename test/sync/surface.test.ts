import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/domain/session';
import type { Settings } from '../../src/domain/settings';
import { settingsFrom } from '../../src/policy/settings-from';
import type { HealthStore } from '../../src/ports/health-store';
import type { SessionChange, SessionStore } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import type { Provenance } from '../../src/sync/surface/provenance';
import type { Status, SyncEvent } from '../../src/sync/surface/status';
import { simulatedStateStore } from '../../src/testing/simulated-state-store';
import {
  at,
  dieFrom,
  doneSince,
  GRANTED,
  OWN_APP,
  type PlainWorld,
  plainWorld,
  run,
  tell,
  trained,
} from './plain-world';

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

describe('after a restart', () => {
  it('tells a screen that watches what is known, before anything runs', async () => {
    const world = plainWorld(ten);
    await world.open().run();
    const sync = world.open();
    expect(sync.getSnapshot().sync).toEqual({ kind: 'loading' });
    const shown = await new Promise<Status>((resolve) => {
      sync.subscribe(() => resolve(sync.getSnapshot()));
    });
    expect(shown).toMatchObject({ connection: { state: 'connected' }, sync: { kind: 'idle' } });
  });

  it('shows what is known before anything runs: the connection, what is held, what is paused', async () => {
    const workouts = ten.map(({ key }) => key);
    const world = plainWorld(ten, [], settingsFrom({ onWorkoutGone: 'remove-session' }));
    await world.open().run();
    tell(world, [], workouts.slice(0, 8));
    const { guard } = await world.open().run();
    const sync = world.open();
    expect(sync.getSnapshot().sync).toEqual({ kind: 'loading' });
    await sync.history();
    expect(sync.getSnapshot()).toMatchObject({
      sync: { kind: 'held', guard },
      connection: { state: 'connected', action: 'none' },
    });
    expect(await sync.diagnose()).toContainEqual(expect.objectContaining({ code: 'held' }));
    await sync.preview();
    expect(sync.getSnapshot().sync).toEqual({ kind: 'held', guard });
  });

  it('says when a lease that a killed run left is over', async () => {
    const world = plainWorld(ten);
    const revive = dieFrom(world, 'app.apply');
    await world.open().run();
    revive();
    const { problem, resumeAt = 0 } = await world.open().run();
    expect(problem?.code).toBe('busy');
    world.now = resumeAt;
    expect((await world.open().run()).end).toBe('done');
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

describe('what is told', () => {
  it('a stable snapshot until something changes, and events without health data', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open();
    const events: SyncEvent[] = [];
    const stop = sync.subscribe((event) => events.push(event));
    await sync.run();
    expect(sync.getSnapshot()).toBe(sync.getSnapshot());
    expect(events[0]).toMatchObject({ kind: 'run-started' });
    expect(events.map(({ kind }) => kind)).toContain('status');
    expect(events[events.length - 1]).toMatchObject({ kind: 'run-ended', report: { end: 'done' } });
    expect(JSON.stringify(events)).not.toContain(String(at(0)));
    stop();
    const told = events.length;
    await sync.run();
    expect(events).toHaveLength(told);
  });

  it('hints of the store reach whoever listens', () => {
    const world = plainWorld();
    let hint = (): void => undefined;
    let stopped = false;
    const store = {
      ...world.store,
      onHint: (listener: () => void) => {
        hint = listener;
        return () => {
          stopped = true;
        };
      },
    };
    const events: SyncEvent[] = [];
    const stop = world.open({ store }).subscribe((event) => events.push(event));
    hint();
    expect(events).toEqual([{ kind: 'hint' }]);
    stop();
    expect(stopped).toBe(true);
  });

  it('a history of runs and items, newest first, that does not grow without end', async () => {
    const world = plainWorld(ten);
    const sync = world.open({ pace: { keptRuns: 3, keptItems: 4, batchSize: 2 } });
    await sync.run();
    for (let index = 0; index < 4; index++) {
      world.now += 60_000;
      await sync.run();
    }
    const { runs } = await sync.history();
    expect(runs.length).toBeLessThanOrEqual(4);
    expect([...world.rows.keys()].filter((key) => key.startsWith('items/')).length).toBeLessThanOrEqual(2);
  });

  it('which app recorded the original and how the copy differs', async () => {
    const copy = run('w2', 0, 61, { source: { app: 'com.other' }, distanceMetres: 9900 });
    const world = plainWorld([run('w1', 0, 60, { distanceMetres: 10_000 }), copy]);
    const sync = world.open();
    await sync.run();
    const { witnesses, link } = await sync.explain('w1');
    const original = witnesses.find(({ isOriginal }) => isOriginal);
    expect(original?.key).toBe(link?.workout);
    const other = witnesses.find(({ kind, isOriginal }) => kind === 'workout' && !isOriginal);
    expect(other?.numbers.map(({ name }) => name)).toContain('distanceMetres');
    expect(await sync.diagnose()).toContainEqual(
      expect.objectContaining({
        code: 'several-apps-write',
        evidence: { apps: 'com.example.watch, com.other', workouts: 1 },
      }),
    );
  });

  it('of a copy that was not synced yet, which recording is the original', async () => {
    const watch = run('w1', 0, 60, { distanceMetres: 10_000 });
    const world = plainWorld([watch, run('w2', 0, 61, { source: { app: 'com.other' } })]);
    const before = await world.open().explain('w2');
    expect(before).toMatchObject({ found: true, place: 'step', reasons: [{ code: 'new-workout' }] });
    expect(before).not.toHaveProperty('link');
    await world.open().run();
    const after = await world.open().explain('w2');
    const originalOf = ({ witnesses }: Provenance) => witnesses.find(({ isOriginal }) => isOriginal)?.key;
    expect(after.link).toMatchObject({ workout: 'w1', copies: ['w2'] });
    expect([originalOf(before), originalOf(after)]).toEqual(['w1', 'w1']);
  });

  it('a session that was made from a workout as no recording of its own', async () => {
    const world = plainWorld([run('w1', 0, 60, { distanceMetres: 10_000 })]);
    await world.open().run();
    const made = world.sessions.get('apple-health:w1') as Session;
    world.sessions.set(made.key, { ...made, distanceMetres: 9000, revision: 'edited' });
    const { witnesses } = await world.open().explain('w1');
    const session = witnesses.find(({ kind }) => kind === 'session');
    expect(session?.numbers).toContainEqual({ name: 'distanceMetres', of: 10_000, copy: 9000 });
    expect(session).not.toHaveProperty('comparison');
  });

  it('what a session that is missing waits for, asked for either side', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360)]);
    const sync = world.open();
    await sync.run();
    world.sessions.delete('apple-health:w2');
    await sync.run();
    for (const key of ['w2', 'apple-health:w2']) {
      expect(await sync.explain(key)).toMatchObject({ place: 'waiting', reasons: [{ code: 'session-unknown' }] });
    }
  });

  it('why a pair is not there on both sides any more', async () => {
    const world = plainWorld(ten);
    const sync = world.open();
    await sync.run();
    tell(world, [], ['w1']);
    world.sessions.delete('apple-health:w2');
    world.sessions.set('witness', trained('witness', 1800, 1860));
    await sync.run();
    expect((await sync.explain('apple-health:w1')).reasons).toEqual([{ code: 'workout-removed' }]);
    world.sessions.delete('apple-health:w3');
    await sync.run();
    expect((await sync.explain('w3')).reasons).toEqual([{ code: 'deleted-in-app' }]);
  });

  it('nothing about a record that nobody knows', async () => {
    const world = plainWorld();
    expect(await world.open().explain('w404')).toEqual({
      key: 'w404',
      found: false,
      witnesses: [],
      missing: [],
      place: 'absent',
      reasons: [],
    });
  });
});

describe('diagnose', () => {
  const codes = async (world: PlainWorld): Promise<readonly string[]> =>
    (await world.open().diagnose()).map(({ code }) => code);

  it('finds nothing wrong where all that there was went out', async () => {
    const world = plainWorld([], [trained('s1', 0, 60)]);
    expect(await codes(world)).toContain('nothing-syncs');
    await world.open().run();
    expect(await codes(world)).not.toContain('nothing-syncs');
  });

  it('does not miss a title that is there', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360, { title: 'Hills' })]);
    const missesTitle = async (key: string): Promise<boolean> =>
      (await world.open().explain(key)).missing.some(({ field }) => field === 'title');
    expect(await missesTitle('w1')).toBe(true);
    expect(await missesTitle('w2')).toBe(false);
  });
});

describe('disconnect', () => {
  it('keeps both sides, and connecting again makes no duplicate', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)]);
    world.now = at(3000);
    const sync = world.open();
    await sync.run();
    doneSince(world);
    await sync.disconnect({ imported: 'keep', exported: 'keep' });
    expect((await sync.run()).problem?.code).toBe('not-connected');
    await sync.connect();
    expect((await sync.run()).end).toBe('done');
    expect(doneSince(world)).toEqual([]);
  });

  it('removes what it brought, except what the user edited', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)]);
    world.now = at(3000);
    const sync = world.open();
    await sync.run();
    const edited = world.sessions.get('apple-health:w3');
    if (edited) world.sessions.set(edited.key, { ...edited, title: 'Mine', revision: 'edited' });
    const report = await sync.disconnect({ imported: 'remove', exported: 'remove' });
    expect(report.counts).toEqual({ 'session-removed': 9, 'workout-removed': 1 });
    expect([...world.sessions.keys()].sort()).toEqual(['apple-health:w3', 's1']);
    expect([...world.workouts.values()].every(({ source }) => source?.app !== OWN_APP)).toBe(true);
  });

  it('says what it could not remove, and may be asked again', async () => {
    const world = plainWorld([], [trained('s1', 2000, 2060)]);
    world.now = at(3000);
    const sync = world.open();
    await sync.run();
    world.interfere = (call) => {
      if (call === 'store.remove') throw storeError('permission', 'writing is off');
    };
    const report = await sync.disconnect({ imported: 'remove', exported: 'remove' });
    expect(report).toMatchObject({ end: 'problem', problem: { code: 'permission', side: 'health-store' } });
    expect(sync.getSnapshot().connection.state).toBe('never-asked');
    world.interfere = () => undefined;
    expect((await sync.disconnect({ imported: 'remove', exported: 'remove' })).end).toBe('done');
    expect(world.workouts.size).toBe(0);
  });

  it('R11 leaves alone what another phone keeps, until the user has moved it here', async () => {
    const world = plainWorld([run('far', -900, -850)], [{ ...trained('s1', 2000, 2060), owner: 'phone' }]);
    world.now = at(3000);
    await world.open().run();
    const tablet = world.open({ device: 'tablet', state: simulatedStateStore().port });
    await tablet.run();
    const remove = { imported: 'keep', exported: 'remove' } as const;
    expect(await tablet.disconnect(remove)).toMatchObject({ end: 'done', counts: {} });
    await tablet.connect();
    await tablet.decide({ kind: 'claim', key: 's1' });
    expect(await tablet.disconnect(remove)).toMatchObject({ end: 'done', counts: { 'workout-removed': 1 } });
  });

  it('forgets what it removed: connecting again brings it back, without a restart', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)]);
    world.now = at(3000);
    const sync = world.open();
    await sync.run();
    await sync.disconnect({ imported: 'keep', exported: 'remove' });
    await sync.connect();
    expect((await sync.run()).counts).toMatchObject({ exported: 1 });
  });
});

describe('the state', () => {
  it('E9 of a newer version is refused by name and left as it is', async () => {
    const world = plainWorld(ten);
    await world.open().run();
    const head = JSON.parse(world.rows.get('head/') ?? '{}');
    world.rows.set('head/', JSON.stringify({ ...head, format: 99 }));
    const before = new Map(world.rows);
    const report = await world.open().run();
    expect(report.problem?.code).toBe('state-newer');
    expect(world.rows).toEqual(before);
  });

  it('of another device is held', async () => {
    const world = plainWorld(ten);
    await world.open().run();
    doneSince(world);
    const report = await world.open({ device: 'new-phone' }).run();
    expect(report.problem?.code).toBe('state-elsewhere');
    expect(doneSince(world)).toEqual([]);
  });

  it('of another device is not taken over by connecting or deciding, which say so', async () => {
    const world = plainWorld(ten);
    await world.open().run();
    const sync = world.open({ device: 'new-phone' });
    await expect(sync.connect()).rejects.toMatchObject({ problem: { code: 'state-elsewhere' } });
    await expect(sync.decide({ kind: 'retry' })).rejects.toMatchObject({ problem: { code: 'state-elsewhere' } });
    expect((await sync.run()).problem?.code).toBe('state-elsewhere');
  });

  it('E3 that is damaged is said to be, and makes no duplicate and no deletion', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)]);
    world.now = at(3000);
    await world.open().run();
    doneSince(world);
    for (const key of [...world.rows.keys()]) if (/^(link|workout)\//.test(key)) world.rows.set(key, '{"half":');
    const sync = world.open();
    await sync.run();
    expect(doneSince(world)).toEqual([]);
    expect(await sync.diagnose()).toContainEqual(expect.objectContaining({ code: 'state-damaged' }));
    expect((await world.open().run()).counts).toEqual({});
  });

  it('E3 that is lost is found again', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)]);
    world.now = at(3000);
    await world.open().run();
    doneSince(world);
    world.rows.clear();
    await world.open().run();
    expect(doneSince(world)).toEqual([]);
  });
});

describe('what waits for the user', () => {
  it('is counted no more once it is gone', async () => {
    const world = plainWorld([run('w1', 25, 85), run('w2', 300, 360)], [trained('s1', 0, 60)]);
    world.now = at(3000);
    const sync = world.open({ settings: settingsFrom({ onPossible: 'hold' }) });
    await sync.run();
    expect(sync.getSnapshot().reviews).toBeGreaterThan(0);
    tell(world, [], ['w1']);
    await sync.run();
    expect(sync.getSnapshot()).toMatchObject({ reviews: 0, waiting: 0 });
  });
});
