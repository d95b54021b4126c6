import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { settingsFrom } from '../../src/policy/settings-from';
import type { Detail } from '../../src/ports/detail';
import type { DetailReader, HealthStore, WorkoutDraft } from '../../src/ports/health-store';
import type { SessionStore } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import { adoptState } from '../../src/state/adopt-state';
import type { SyncHost } from '../../src/sync/surface/host';
import {
  at,
  days,
  failing,
  GRANTED,
  own,
  type PlainWorld,
  plainWorld,
  run,
  tell,
  toItsEnd,
  trained,
  works,
} from './plain-world';

const DAY = 86_400_000;
const REMOVING = { ...DEFAULT_SETTINGS, onWorkoutGone: 'remove-session' as const };
const HOUR = 3_600_000;
const imported = (world: PlainWorld) => [...world.sessions.values()].filter(({ origin }) => origin !== undefined);
/** Heart rate, so many samples. */
const pulse = (start: number, count: number): Detail => ({
  series: { 'heart-rate': Array.from({ length: count }, (_, n) => ({ at: start + n * 5000, value: 120 })) },
  routes: [],
});
const reader = (count: (key: string) => number): DetailReader => ({
  summarise: async (workouts) =>
    workouts.map(({ key }) => ({
      key,
      summary: { series: { 'heart-rate': { count: count(key), coverage: 1 } }, route: 'none', routePoints: 0 },
    })),
  read: async ({ key, start }) => pulse(start, count(key)),
});

describe('R8 a step that was left undone in a run is planned again by the next one, without a restart', () => {
  it.each(['permission', 'precondition'] as const)('exports, after a save was answered with %s', async (kind) => {
    const world = plainWorld([run('far', -900, -850)], [trained('wit', -700, -650)]);
    const sync = world.open();
    await sync.run();
    for (const n of [1, 2, 3]) world.sessions.set(`s${n}`, trained(`s${n}`, n * 100, n * 100 + 60));
    failing(world, 'store.save', kind);
    await sync.run();
    works(world);
    await days(world, sync);
    expect(own(world)).toHaveLength(4);
  });

  it('removals, after one was answered with permission', async () => {
    const keys = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'];
    const world = plainWorld(
      [run('far', -900, -850)],
      keys.map((key, n) => trained(key, n * 100, n * 100 + 60)),
    );
    const sync = world.open();
    await sync.run();
    for (const key of ['s1', 's2', 's3']) {
      const session = world.sessions.get(key);
      if (session) world.sessions.set(key, { ...session, state: 'deleted', revision: 'deleted' });
    }
    failing(world, 'store.remove', 'permission');
    await sync.run();
    works(world);
    // Within a day: the plain feed does not tell our own writes, and a full read that finds them would plan them again.
    await days(world, sync, 4, HOUR);
    expect(own(world)).toHaveLength(5);
  });
});

describe('the copy that the user prefers', () => {
  /** One run as several apps have it: 10,000, 10,100 and 10,200 metres. */
  const copies = (minutes: number, prefix: string) =>
    [1, 2, 3].map((n) =>
      run(`${prefix}${n}`, minutes, minutes + 60, { source: { app: `app ${n}` }, distanceMetres: 9900 + n * 100 }),
    );
  const metresAt = (world: PlainWorld, minutes: number) =>
    imported(world)
      .filter(({ start }) => start === at(minutes))
      .map(({ distanceMetres }) => distanceMetres);

  it('is the one that was named last', async () => {
    const world = plainWorld(copies(0, 'w'), [trained('s1', 700, 760)]);
    const sync = world.open();
    await sync.run();
    await sync.decide({ kind: 'prefer', key: 'w2' });
    await sync.run();
    await sync.decide({ kind: 'prefer', key: 'w3' });
    await sync.run();
    expect(metresAt(world, 0)).toEqual([10_200]);
  });

  const SINCE = { importFrom: at(-3000) };

  /** Nothing of them has come in yet. */
  const unlinked = async (...workouts: ReturnType<typeof copies>) => {
    const off = settingsFrom({ import: { ...SINCE, enabled: false } });
    const world = plainWorld(workouts, [trained('s1', 700, 760)], off);
    const sync = world.open();
    await sync.run();
    return { world, sync };
  };

  const ON = settingsFrom({ import: SINCE });

  it('is the one that was named last, also before any came in', async () => {
    const { world, sync } = await unlinked(...copies(0, 'w'), ...copies(200, 'x'));
    await sync.decide({ kind: 'prefer', key: 'w2' }, { kind: 'prefer', key: 'x2' });
    await sync.decide({ kind: 'prefer', key: 'w3' });
    await sync.configure(ON);
    await sync.run();
    // Another run keeps what was said of it.
    expect([metresAt(world, 0), metresAt(world, 200)]).toEqual([[10_200], [10_100]]);
  });

  it('is the one that was named last of those that only the user calls the same', async () => {
    const { world, sync } = await unlinked(...copies(0, 'w').slice(0, 2), ...copies(50, 'x').slice(2));
    await sync.decide(
      ...['w1', 'w2'].map((key) => ({ kind: 'same', a: key, b: 'x3' }) as const),
      { kind: 'prefer', key: 'w2' },
      { kind: 'prefer', key: 'x3' },
    );
    await sync.configure(ON);
    await sync.run();
    expect([metresAt(world, 0), metresAt(world, 50)]).toEqual([[], [10_200]]);
  });

  /** Two that share a third of their time. */
  const apart = [...copies(0, 'y').slice(0, 1), ...copies(30, 'z').slice(1, 2)];
  const preferBoth = [
    { kind: 'prefer', key: 'y1' },
    { kind: 'prefer', key: 'z2' },
  ] as const;

  it('is the one that was named last of those that are the same by the settings', async () => {
    const match = { supportedOverlap: 0.3 };
    const world = plainWorld(apart, [trained('s1', 700, 760)]);
    const sync = world.open({ settings: settingsFrom({ import: { ...SINCE, enabled: false }, match }) });
    await sync.run();
    for (const one of preferBoth) await sync.decide(one);
    await sync.configure(settingsFrom({ import: SINCE, match }));
    await sync.run();
    expect(imported(world).map(({ distanceMetres }) => distanceMetres)).toEqual([10_100]);
  });

  it('is the one that was named last of those of one link that have grown apart since', async () => {
    const world = plainWorld(copies(0, 'w'), [trained('s1', 700, 760)]);
    const sync = world.open();
    await sync.run();
    tell(world, [run('w2', 45, 105, { source: { app: 'app 2' }, distanceMetres: 10_100 })]);
    world.now += 600_000;
    await sync.run();
    await sync.decide({ kind: 'prefer', key: 'w2' });
    await sync.decide({ kind: 'prefer', key: 'w3' });
    await sync.run();
    expect(metresAt(world, 0)).toEqual([10_200]);
  });

  it('is not given up for that of another activity beside it, which the user calls different', async () => {
    const { world, sync } = await unlinked(...copies(0, 'w'));
    await sync.decide(
      ...['w1', 'w2'].map((key) => ({ kind: 'different', a: key, b: 'w3' }) as const),
      { kind: 'prefer', key: 'w2' },
      { kind: 'prefer', key: 'w3' },
    );
    await sync.configure(ON);
    await sync.run();
    expect(new Set(metresAt(world, 0))).toEqual(new Set([10_100, 10_200]));
  });
});

describe('what failed in a backfill', () => {
  it('R8 is tried again until it is done, though it lies before what other runs bring in', async () => {
    const settings = settingsFrom({ import: { importFrom: at(1000) } });
    const world = plainWorld([run('old', 0, 60), run('new', 1500, 1550)], [trained('s1', 1700, 1760)], settings);
    const sync = world.open();
    await sync.run();
    const backfill = { kind: 'backfill', window: { start: at(-100), end: at(1000) } } as const;
    failing(world, 'app.apply', 'unknown');
    const report = await sync.run(backfill);
    works(world);
    expect(report).toMatchObject({ end: 'paused', counts: { failed: 1 } });
    world.now = report.resumeAt ?? 0;
    expect(await sync.run(backfill)).toMatchObject({ end: 'done', counts: { imported: 1 } });
    expect(world.sessions.has('apple-health:old')).toBe(true);
  });

  it('is tried again also where the backfill had gone on to older batches, and says what was wrong', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 100, 160), run('w3', 200, 260)], [trained('s1', 1700, 1760)]);
    const settings = settingsFrom({ import: { importFrom: at(1000) } });
    const sync = world.open({ settings });
    const backfill = {
      kind: 'backfill',
      window: { start: at(-100), end: at(1000) },
      batchSize: 1,
      pauseSeconds: 60,
    } as const;
    failing(world, 'app.apply', 'permission');
    expect(await sync.run(backfill)).toMatchObject({ end: 'paused' });
    works(world);
    const ends: (string | undefined)[] = [];
    for (let turn = 0; turn < 9 && ends.at(-1) !== 'done'; turn++) {
      const { end, problem } = await sync.run(backfill);
      ends.push(problem?.code ?? end);
      world.now += 90_000;
    }
    expect(ends).toContain('permission');
    expect(ends.at(-1)).toBe('done');
    expect(world.sessions.size).toBe(4);
  });

  it('is not waited for where the rules keep it out by now', async () => {
    const settings = settingsFrom({ import: { summaryOnly: 'refuse' } });
    const world = plainWorld([run('old', 0, 60)], [trained('s1', 1700, 1760)], settings);
    const empty = reader(() => 0);
    let isFailing = true;
    const detail: DetailReader = {
      ...empty,
      summarise: async (workouts, options) => {
        if (isFailing) throw storeError('unknown', 'not now');
        return empty.summarise(workouts, options);
      },
    };
    const sync = world.open({ store: { ...world.store, detail } });
    const backfill = { kind: 'backfill', window: { start: at(-100), end: at(1000) } } as const;
    const { end, resumeAt } = await sync.run(backfill);
    expect(end).toBe('paused');
    isFailing = false;
    world.now = resumeAt ?? 0;
    expect(await sync.run(backfill)).toMatchObject({ end: 'done', counts: {} });
    expect((await sync.explain('old')).reasons).toMatchObject([{ code: 'summary-only' }]);
  });

  it.each([
    [
      'the app has by then, recorded by itself',
      async (world: PlainWorld) => world.sessions.set('mine', trained('mine', 200, 260)),
    ],
    [
      'is by then a copy of what is there',
      async (world: PlainWorld) => {
        world.sessions.set('mine', trained('mine', 200, 260));
        tell(world, [run('w4', 200, 260, { source: { app: 'com.phone' } })]);
      },
    ],
  ] as const)('is not waited for where %s', async (_, meanwhile) => {
    const settings = settingsFrom({ import: { importFrom: at(1000) } });
    const world = plainWorld([run('w1', 0, 60), run('w2', 200, 260)], [trained('wit', 1700, 1760)], settings);
    const sync = world.open();
    await sync.run();
    const backfill = { kind: 'backfill', window: { start: at(-100), end: at(1000) } } as const;
    failing(world, 'app.apply', 'unknown');
    expect(await sync.run(backfill)).toMatchObject({ end: 'paused', counts: { failed: 2 } });
    works(world);
    await meanwhile(world);
    expect((await toItsEnd(world, sync, backfill)).end).toBe('done');
    expect([...world.sessions.keys()].sort()).toEqual(['apple-health:w1', 'mine', 'wit']);
  });

  it('ends where it is set aside', async () => {
    const world = plainWorld([run('old', 0, 60)], [trained('s1', 1700, 1760)]);
    const sync = world.open();
    failing(world, 'app.apply', 'invalid');
    let ends = 0;
    for (let turn = 0; turn < 9 && ends === 0; turn++) {
      const { end, resumeAt } = await sync.run({ kind: 'backfill', window: { start: at(-100), end: at(1000) } });
      if (end === 'done') ends = turn;
      world.now = resumeAt ?? world.now + DAY;
    }
    expect(ends).toBe(4);
    expect(sync.getSnapshot().setAside).toBe(1);
  });
});

describe('a twin of a deleted session', () => {
  it('goes out once the last other record of the activity is gone', async () => {
    const world = plainWorld([run('far', -900, -850)], [trained('wit', -700, -650), trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    tell(world, [run('copy', 0, 59)]);
    world.sessions.set('s1', trained('s1', 0, 60, { state: 'deleted', revision: 'r2' }));
    await sync.run();
    world.sessions.set('s2', trained('s2', 0, 61));
    await sync.run();
    tell(world, [], ['copy']);
    for (let n = 0; n < 3; n++) await sync.run();
    expect(own(world)).toHaveLength(2);
  });
});

describe('one workout whose samples cannot be counted', () => {
  it('R8: stops no other', async () => {
    const good = reader(() => 9);
    const detail: DetailReader = {
      ...good,
      summarise: async (workouts, options) => {
        if (workouts.some(({ key }) => key === 'w3')) throw storeError('invalid', 'w3 cannot be read');
        return good.summarise(workouts, options);
      },
    };
    const records = Array.from({ length: 10 }, (_, n) => run(`w${n}`, n * 100, n * 100 + 60));
    const settings = settingsFrom({ import: { summaryOnly: 'refuse' } });
    const world = plainWorld(records, [trained('s1', 1700, 1760)], settings);
    await days(world, world.open({ store: { ...world.store, detail } }), 8);
    expect(imported(world)).toHaveLength(9);
  });
});

/** A store that writes the record first, and does `finish` when it is asked for the rest. */
const inParts = (world: PlainWorld, finish: (draft: WorkoutDraft) => void) => {
  const { writing } = world.store;
  if (writing === undefined) throw new Error('The plain world writes.');
  return {
    ...world.store,
    writing: {
      ...writing,
      save: async (draft: WorkoutDraft) => {
        if (draft.only === undefined) return { ...(await writing.save(draft)), missing: ['series' as const] };
        finish(draft);
        return { key: draft.previous?.key ?? '', external: draft.external };
      },
    },
  };
};

describe('parts of a record that a write could not finish', () => {
  it('E4 are not tried for ever where the record is gone', async () => {
    const world = plainWorld([], [trained('s1', 0, 60)]);
    world.access = { ...GRANTED, read: 'unknown' };
    let tries = 0;
    const store = inParts(world, (draft) => {
      tries += 1;
      if (!world.workouts.has(draft.previous?.key ?? '')) throw storeError('precondition', 'It is not there.');
    });
    const sync = world.open({ store });
    await sync.run({ budgetSteps: 1 });
    tell(
      world,
      [],
      own(world).map(({ key }) => key),
    );
    await days(world, sync, 5);
    const before = tries;
    const calls = world.calls.length;
    await days(world, sync, 5);
    expect(tries - before).toBe(0);
    expect(world.calls.slice(calls).filter((call) => call === 'state.transact')).toHaveLength(10);
  });

  it('R11 are written by the phone that owns the session, or that the user moved it to', async () => {
    const world = plainWorld([run('far', -900, -850)], [{ ...trained('s1', 0, 60), owner: 'phone' }]);
    let tries = 0;
    const store = inParts(world, () => {
      tries += 1;
    });
    await world.open({ store }).run({ budgetSteps: 1 });
    const before = tries;
    const device = 'new phone';
    await adoptState({ state: world.state, account: 'ada', device, store });
    const sync = world.open({ store, device });
    await days(world, sync, 2);
    expect(tries - before).toBe(0);
    await sync.decide({ kind: 'claim', key: 's1' });
    await days(world, sync, 2);
    expect(tries - before).toBe(1);
  });

  it('P13 are not written once exports are off', async () => {
    const world = plainWorld([run('far', -900, -850)], [trained('s1', 0, 60)]);
    let tries = 0;
    const store = inParts(world, () => {
      tries += 1;
    });
    const sync = world.open({ store });
    await sync.run({ budgetSteps: 1 });
    const before = tries;
    await sync.configure(settingsFrom({ export: { enabled: false } }));
    await days(world, sync, 2);
    expect(tries - before).toBe(0);
  });
});

describe('a guard that was confirmed', () => {
  const world8 = () => {
    const keys = Array.from({ length: 12 }, (_, n) => `s${n}`);
    const sessions = keys.map((key, n) => trained(key, n * 100, n * 100 + 60));
    return { keys, world: plainWorld([run('far', -900, -850)], [...sessions, trained('wit', 1500, 1560)]) };
  };

  it('R10 goes on where the run was cut short', async () => {
    const { keys, world } = world8();
    const sync = world.open();
    await sync.run();
    for (const key of keys) world.sessions.delete(key);
    const { guard = '' } = await sync.run();
    await sync.decide({ kind: 'confirm', guard });
    await sync.run({ budgetSteps: 1 });
    expect((await sync.run()).end).toBe('done');
  });

  /** All of the app's sessions but one were deleted, and the user has said yes to that. */
  const confirmed8 = async (host: Partial<SyncHost> = {}) => {
    const { keys, world } = world8();
    const sync = world.open(host);
    await sync.run();
    const all = new Map(world.sessions);
    for (const key of keys) world.sessions.delete(key);
    const { guard = '' } = await sync.run();
    await sync.decide({ kind: 'confirm', guard });
    return { keys, world, sync, all };
  };

  it.each(['unknown', 'precondition', 'permission'] as const)(
    'R10 goes on where removals failed (%s), and comes to rest',
    async (kind) => {
      const { world, sync } = await confirmed8();
      failing(world, 'store.remove', kind);
      await sync.run();
      works(world);
      await days(world, sync, 3);
      expect(own(world)).toHaveLength(1);
      expect(world.rows.has('begun/')).toBe(false);
    },
  );

  it('R10 goes on where all but one failed, and a restart came in between', async () => {
    const { world, sync } = await confirmed8();
    let tried = 0;
    world.interfere = (call) => {
      if (call === 'store.remove' && tried++ > 0) throw storeError('unknown', 'not now');
    };
    await sync.run();
    expect(own(world)).toHaveLength(12);
    works(world);
    await days(world, world.open(), 3);
    expect(own(world)).toHaveLength(1);
  });

  it('R8 comes to rest where nothing of it can be removed, until somebody says `retry`', async () => {
    const { world, sync } = await confirmed8();
    failing(world, 'store.remove', 'invalid');
    await days(world, sync, 8);
    world.calls.length = 0;
    expect((await sync.run()).end).toBe('done');
    expect(world.calls.filter((call) => call === 'state.transact')).toHaveLength(2);
    works(world);
    await sync.decide({ kind: 'retry' });
    await sync.run();
    expect(own(world)).toHaveLength(1);
  });

  it.each([
    ['', false],
    [' after one in which removals failed', true],
  ])('R10 outlives a run that could not list the sessions%s', async (_, hasFailed) => {
    const { world, sync } = await confirmed8();
    failing(world, 'store.remove', 'unknown');
    if (hasFailed) await sync.run();
    failing(world, 'app.read', 'unknown');
    await sync.run();
    works(world);
    await days(world, sync, 2);
    expect(own(world)).toHaveLength(1);
  });

  it('R10 outlives a run that did not read all of the health store', async () => {
    const workouts = Array.from({ length: 8 }, (_, n) => run(`w${n}`, n * 100, n * 100 + 60));
    const world = plainWorld([run('far', -900, -850), ...workouts], [trained('wit', 1500, 1560)], REMOVING);
    let isWhole = true;
    const readWorkouts: HealthStore['readWorkouts'] = async (request) => {
      const page = await world.store.readWorkouts(request);
      return isWhole ? page : { ...page, complete: false };
    };
    const sync = world.open({ store: { ...world.store, readWorkouts } });
    await sync.run();
    for (const { key } of workouts) world.workouts.delete(key);
    world.now += 2 * DAY;
    const { guard = '' } = await sync.run();
    await sync.decide({ kind: 'confirm', guard });
    isWhole = false;
    await days(world, sync, 1, 2 * DAY);
    isWhole = true;
    await days(world, sync, 1, 2 * DAY);
    expect(imported(world)).toHaveLength(1);
  });

  it('S9 does not let pass another time what had failed and was then not needed', async () => {
    const { world, sync, all, keys } = await confirmed8();
    failing(world, 'store.remove', 'unknown');
    await sync.run();
    works(world);
    for (const [key, session] of all) world.sessions.set(key, session);
    await days(world, sync, 2);
    for (const key of keys) world.sessions.delete(key);
    expect((await sync.run()).end).toBe('held');
  });

  it('S9 does not let pass another time what was done, also where no list is ever whole', async () => {
    const { keys, world } = world8();
    let gone: readonly string[] = [];
    const sessions: SessionStore = {
      ...world.app,
      read: async ({ window }) => ({ items: [...world.sessions.values()], complete: false, window, gone }),
    };
    const sync = world.open({ sessions });
    await sync.run();
    const all = [...world.sessions.values()];
    const lose = async () => {
      for (const key of keys) world.sessions.delete(key);
      gone = keys;
      return sync.run();
    };
    const { guard = '' } = await lose();
    await sync.decide({ kind: 'confirm', guard });
    await days(world, sync, 2);
    expect(own(world)).toHaveLength(1);
    for (const session of all) world.sessions.set(session.key, { ...session, revision: 'back' });
    gone = [];
    await days(world, sync, 2);
    expect(own(world)).toHaveLength(13);
    expect((await lose()).end).toBe('held');
  });

  it('S9 does not let pass another time what it was not needed for', async () => {
    const { keys, world } = world8();
    const sync = world.open();
    await sync.run();
    const all = new Map(world.sessions);
    for (const key of keys) world.sessions.delete(key);
    const { guard = '' } = await sync.run();
    await sync.decide({ kind: 'confirm', guard });
    for (const [key, session] of all) world.sessions.set(key, session);
    await days(world, sync, 30);
    for (const key of keys) world.sessions.delete(key);
    expect((await sync.run()).end).toBe('held');
  });
});

describe('what is set aside', () => {
  it('is not counted any more once it is gone', async () => {
    const world = plainWorld([run('far', -900, -850), run('bad', 0, 60)], [trained('s1', 300, 360)]);
    const app: SessionStore = {
      ...world.app,
      apply: async (changes) => changes.map(({ key }) => ({ kind: 'failed', key, error: storeError('invalid', 'no') })),
    };
    const sync = world.open({ sessions: app });
    await days(world, sync, 8);
    expect(sync.getSnapshot().setAside).toBe(2);
    tell(world, [], ['bad']);
    await days(world, sync, 3);
    expect(sync.getSnapshot().setAside).toBe(1);
  });

  it('R8 stays aside where a list of the app broke off: what it lacks may be there', async () => {
    const world = plainWorld([run('far', -900, -850)], [trained('s1', 300, 360)]);
    failing(world, 'store.save', 'invalid');
    await days(world, world.open(), 8);
    works(world);
    let isBroken = true;
    const sessions: SessionStore = {
      ...world.app,
      read: async (request) => {
        if (isBroken) throw storeError('invalid', 'half a page');
        return world.app.read?.(request) as never;
      },
    };
    const sync = world.open({ sessions });
    await sync.run();
    isBroken = false;
    await sync.run();
    expect(sync.getSnapshot().setAside).toBe(1);
    expect(own(world)).toEqual([]);
  });
});

describe('the end of a run', () => {
  it('a callback that throws leaves no lease and no `running` behind', async () => {
    const world = plainWorld([run('far', -900, -850)], [trained('s1', 0, 60)]);
    const sync = world.open();
    await sync
      .run({
        onProgress: () => {
          throw new TypeError('setState on something that is not mounted');
        },
      })
      .catch(() => undefined);
    expect.soft(sync.getSnapshot().sync.kind).toBe('idle');
    expect(world.rows.has('lease/')).toBe(false);
  });

  it('a run that was given up does not end the next one', async () => {
    const world = plainWorld([run('w1', -900, -850), run('w2', -800, -750)], [trained('s1', 0, 60)]);
    let waken: () => void = () => undefined;
    let calls = 0;
    const app: SessionStore = {
      ...world.app,
      apply: async (changes) => {
        calls += 1;
        const mine = calls;
        if (mine === 1) await new Promise<void>((resolve) => (waken = resolve));
        if (mine === 2) {
          waken();
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return world.app.apply?.(changes) as never;
      },
    };
    const sync = world.open({ sessions: app, pace: { batchSize: 1 } });
    const first = sync.run();
    await new Promise((resolve) => setTimeout(resolve, 20));
    world.now += 61_000;
    const second = await sync.run({ kind: 'completed', session: 's1' });
    await first;
    expect([second.end, second.problem?.code]).toEqual(['done', undefined]);
  });
});
