import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import type { HealthStore } from '../../src/ports/health-store';
import type { SessionStore } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import type { SyncHost } from '../../src/sync/surface/host';
import { days, failing, own, type PlainWorld, plainWorld, run, trained, works } from './plain-world';

const DAY = 86_400_000;

const REMOVING = { ...DEFAULT_SETTINGS, onWorkoutGone: 'remove-session' as const };

const imported = (world: PlainWorld) => [...world.sessions.values()].filter(({ origin }) => origin !== undefined);

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
