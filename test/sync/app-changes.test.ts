import { describe, expect, it } from 'vitest';
import type { SessionStore } from '../../src/ports/session-store';
import type { RunReport } from '../../src/sync/surface/report';
import { at, OWN_APP, type PlainWorld, plainWorld, run, tell, trained } from './plain-world';

const IMPORT = 'apple-health:w1';

const sessionOf = (world: PlainWorld, key: string) => {
  const session = world.sessions.get(key);
  if (session === undefined) throw new Error(`no session ${key}`);
  return session;
};

const change = (world: PlainWorld, key: string, rest: Parameters<typeof trained>[3]): void => {
  world.sessions.set(key, { ...sessionOf(world, key), ...rest });
};

const ownRecords = (world: PlainWorld) => [...world.workouts.values()].filter(({ source }) => source?.app === OWN_APP);

/** An app that lists what was removed as deleted. */
const remembering = (world: PlainWorld): SessionStore => ({
  ...world.app,
  apply: async (changes) => {
    const kept = changes.map(async (one) => {
      if (one.kind !== 'remove') return (await world.app.apply?.([one]))?.[0];
      change(world, one.key, { state: 'deleted', revision: 'removed' });
      return { kind: 'removed' as const, key: one.key };
    });
    return (await Promise.all(kept)).flatMap((result) => result ?? []);
  },
});

const linked = async (): Promise<PlainWorld> => {
  const world = plainWorld([run('w0', -600, -540), run('w1', 0, 60)], [trained('s1', 300, 360)]);
  await world.open().run();
  return world;
};

describe('a session that was edited in the app', () => {
  it('is written again by a run for it, which waits for the run under way and lists the sessions anew', async () => {
    const world = await linked();
    const sync = world.open();
    const others: Promise<RunReport>[] = [];
    world.interfere = (call) => {
      if (call !== 'store.changes.read' || others.length > 0) return;
      change(world, 's1', { end: at(370), revision: 'e' });
      others.push(sync.run(), sync.run({ kind: 'completed', session: 's1' }));
    };
    expect((await sync.run()).counts).toEqual({});
    expect((await Promise.all(others)).map(({ counts }) => counts)).toEqual([{}, { rewritten: 1 }]);
    expect(ownRecords(world).map(({ end }) => end)).toEqual([at(370)]);
  });

  it('goes nowhere if it was imported, and its workout no longer changes that part of it', async () => {
    const world = await linked();
    const sync = world.open();
    change(world, IMPORT, { end: at(70), revision: 'e' });
    expect((await sync.run()).counts).toEqual({});
    tell(world, [run('w1', 0, 65)]);
    await sync.run();
    expect(sessionOf(world, IMPORT).end).toBe(at(70));
  });
});

describe('a session that was deleted in the app', () => {
  it('takes our record along, and comes back with a new one if the deletion is taken back', async () => {
    const world = await linked();
    const sync = world.open();
    change(world, 's1', { state: 'deleted', revision: 'd' });
    await sync.run();
    expect(ownRecords(world)).toEqual([]);
    change(world, 's1', { state: 'completed', revision: 'back' });
    await sync.run();
    expect(ownRecords(world)).toHaveLength(1);
  });

  it('leaves the workout of another app where it is, and does not come in again until it is asked for', async () => {
    const world = await linked();
    const sync = world.open();
    world.sessions.delete(IMPORT);
    for (let turn = 0; turn < 2; turn++) await sync.run();
    expect([world.workouts.has('w1'), world.sessions.has(IMPORT)]).toEqual([true, false]);
    await sync.decide({ kind: 'restore', key: IMPORT });
    await sync.run();
    expect(world.sessions.has(IMPORT)).toBe(true);
  });

  it('is linked again if it was imported and the deletion is taken back', async () => {
    const world = await linked();
    const sync = world.open();
    change(world, IMPORT, { state: 'deleted', revision: 'd' });
    await sync.run();
    change(world, IMPORT, { state: 'completed', revision: 'back' });
    await sync.run();
    tell(world, [run('w1', 0, 75)]);
    await sync.run();
    expect(sessionOf(world, IMPORT).end).toBe(at(75));
  });
});

describe('a session that comes back from the bin of the app', () => {
  it.each(['when it was binned', 'while it lay there'] as const)(
    'L3 follows the record that replaced its workout: %s',
    async (when) => {
      const world = await linked();
      const sync = world.open();
      change(world, IMPORT, { state: 'deleted', revision: 'binned' });
      if (when === 'while it lay there') await sync.run();
      tell(world, [run('w2', 0, 62)], ['w1']);
      await sync.run();
      change(world, IMPORT, { state: 'completed', revision: 'back' });
      await sync.run();
      expect(sessionOf(world, IMPORT).end).toBe(at(62));
      expect((await sync.explain(IMPORT)).link).toMatchObject({ state: 'active', workout: 'w2' });
    },
  );
});

describe('what was removed with the connection', () => {
  it.each([
    ['comes in again, where the app has forgotten it', (world: PlainWorld) => world.app, { imported: 2 }],
    ['stays away, where the app lists it as deleted', remembering, { linked: 2 }],
  ] as const)('%s', async (_, appOf, back) => {
    const world = await linked();
    const sessions = appOf(world);
    await world.open({ sessions }).disconnect({ imported: 'remove', exported: 'remove' });
    const again = world.open({ sessions });
    await again.connect();
    expect((await again.run()).counts).toMatchObject({ exported: 1, ...back });
  });
});

describe('sessions that vanish in the middle of a run', () => {
  it('are held before anything is removed; what was done before them stays done', async () => {
    const many = Array.from({ length: 10 }, (_, index) => run(`m${index}`, index * 100, index * 100 + 60));
    const world = plainWorld(many, [trained('s1', -5000, -4940)]);
    await world.open().run();
    tell(world, [run('new', 1050, 1100), run('m0', 0, 75)]);
    let isOver = false;
    world.interfere = (call) => {
      if (call !== 'app.apply answered' || isOver) return;
      isOver = true;
      for (const { key } of many.slice(1)) world.sessions.delete(`apple-health:${key}`);
      change(world, 'apple-health:m0', { end: at(70), revision: 'meanwhile' });
    };
    expect(await world.open({ pace: { batchSize: 1 } }).run()).toMatchObject({ end: 'held', counts: { imported: 1 } });
    const links = [...world.rows].filter(([key]) => key.startsWith('link/')).map(([, row]) => JSON.parse(row).state);
    expect(new Set(links)).toEqual(new Set(['active']));
  });
});
