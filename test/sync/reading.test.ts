import { describe, expect, it } from 'vitest';
import type { Workout } from '../../src/domain/workout';
import { settingsFrom } from '../../src/policy/settings-from';
import type { HealthStore } from '../../src/ports/health-store';
import type { SessionStore } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import { at, doneSince, GRANTED, plainWorld, run, tell, trained, WATCH } from './plain-world';

const ten = Array.from({ length: 10 }, (_, index) => run(`w${index}`, index * 100, index * 100 + 60));

describe('what reading may be told', () => {
  it('R10 what was observed before a run was stopped is planned by the next one', async () => {
    const world = plainWorld([run('w0', -600, -540)]);
    const sync = world.open();
    await sync.run();
    tell(world, [run('w1', 0, 60)]);
    tell(world, [run('w2', 300, 360)]);
    world.interfere = (call) => {
      if (call === 'store.changes.read') world.now += 20_000;
    };
    expect((await sync.run({ trigger: 'background' })).end).toBe('budget');
    world.interfere = () => undefined;
    await sync.run();
    expect([...world.sessions.keys()].sort()).toEqual(['apple-health:w0', 'apple-health:w1', 'apple-health:w2']);
  });

  it('a deletion that nobody could act on yet is kept until somebody can, also over a restart', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    await world.open().run();
    tell(world, [], ['w1']);
    world.interfere = (call) => {
      if (call === 'app.read') throw storeError('unknown', 'half a page');
    };
    await world.open().run();
    world.interfere = () => undefined;
    const sync = world.open();
    await sync.run();
    expect((await sync.explain('apple-health:w1')).link?.state).toBe('detached');
  });

  it('S8 a list whose store does not vouch for what it lacks deletes nothing', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60), trained('s2', 300, 360)]);
    const sync = world.open({ sessions: { ...world.app, absenceMeansDeleted: false } });
    await sync.run();
    doneSince(world);
    world.sessions.delete('s1');
    await sync.run();
    expect(doneSince(world)).toEqual([]);
  });

  it('E1 an expired cursor leads to a full read, and to the same end', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360)]);
    const sync = world.open();
    await sync.run();
    world.workouts.delete('w1');
    world.workouts.set('w3', run('w3', 600, 660));
    let expired = true;
    const changes = {
      deletions: 'id' as const,
      begin: async () => '0',
      read: async (cursor: string) => {
        if (!expired) return { kind: 'changes' as const, upserts: [], deletions: [], next: cursor, more: false };
        expired = false;
        return { kind: 'expired' as const };
      },
    };
    const next = world.open({ store: { ...world.store, changes } });
    await next.run();
    expect([...world.sessions.keys()].sort()).toEqual(['apple-health:w1', 'apple-health:w2', 'apple-health:w3']);
    expect((await next.explain('apple-health:w1')).link?.state).toBe('detached');
  });

  it('S8 a read that suddenly shows own records only proves nothing', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)], settingsFrom({ onWorkoutGone: 'remove-session' }));
    world.now = at(3000);
    const store = { ...world.store, changes: undefined } as unknown as typeof world.store;
    const { changes: _none, ...rest } = store;
    world.access = { ...GRANTED, read: 'unknown' };
    const sync = world.open({ store: rest as typeof world.store });
    await sync.run();
    doneSince(world);
    const hidden = [...world.workouts].filter(([, { source }]) => source?.app === WATCH);
    for (const [key] of hidden) world.workouts.delete(key);
    expect((await sync.run()).end).toBe('done');
    expect(doneSince(world)).toEqual([]);
    expect((await sync.explain('w3')).witnesses.map(({ key }) => key)).toContain('w3');
    for (const [key, workout] of hidden) world.workouts.set(key, workout);
    await sync.run();
    expect(doneSince(world)).toEqual([]);
  });

  it('a read that is granted after it was denied unseen brings in what was there all along', async () => {
    const world = plainWorld();
    world.access = { ...GRANTED, read: 'unknown' };
    const sync = world.open();
    await sync.run();
    for (const workout of ten) world.workouts.set(workout.key, workout);
    await sync.run();
    expect(world.sessions.size).toBe(10);
    world.calls.length = 0;
    await sync.run();
    expect(world.calls).toEqual(['state.transact', 'app.read', 'store.changes.read', 'state.transact']);
  });

  it('S5 a record of ours that a whole read lacks is not written again, also where nothing else is proven', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    world.access = { ...GRANTED, read: 'unknown' };
    const { changes: _feed, ...unfed } = world.store;
    const sync = world.open({ store: unfed });
    await sync.run();
    doneSince(world);
    world.workouts.clear();
    world.sessions.set('s1', trained('s1', 0, 70, { revision: 'r2' }));
    await sync.run();
    await sync.run();
    expect(doneSince(world)).toEqual([]);
  });

  describe('in the background, where changes cannot be read and a range is never whole', () => {
    /** A world in which a session was exported, and then edited while the app was away. */
    const editedAway = async () => {
      const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
      let isAway = false;
      const readWorkouts: HealthStore['readWorkouts'] = async (request) => {
        const page = await world.store.readWorkouts(request);
        return isAway
          ? { ...page, items: page.items.filter(({ source }) => source?.app !== WATCH), complete: false }
          : page;
      };
      world.interfere = (call) => {
        if (isAway && call === 'store.changes.read') throw storeError('permission', 'Not in the background.');
      };
      const sync = world.open({ store: { ...world.store, readWorkouts } });
      await sync.run();
      doneSince(world);
      world.sessions.set('s1', trained('s1', 0, 70, { revision: 'r2' }));
      const own = [...world.workouts.values()].find(({ external }) => external) as Workout;
      const move = (way: 'away' | 'back'): void => {
        isAway = way === 'away';
      };
      move('away');
      return { world, sync, own, move };
    };

    it('writes the edit over our own record, which is shown', async () => {
      const { world, sync } = await editedAway();
      await sync.run();
      expect(doneSince(world)).toEqual(['store.save 2']);
    });

    it('S5 does not write a record again that is not shown: the user may have removed it', async () => {
      const { world, sync, own, move } = await editedAway();
      world.workouts.delete(own.key);
      await sync.run();
      move('back');
      tell(world, [], [own.key]);
      await sync.run();
      expect(doneSince(world)).toEqual([]);
      expect((await sync.explain('s1')).link?.state).toBe('workout-removed');
    });

    it('L1 writes the edit in the foreground, where the record is there after all and nothing is told', async () => {
      const { world, sync, own, move } = await editedAway();
      world.workouts.delete(own.key);
      await sync.run();
      world.workouts.set(own.key, own);
      move('back');
      await sync.run();
      expect(doneSince(world)).toEqual(['store.save 2']);
    });
  });

  it('a read that is known to be allowed proves that the last workout of another app is gone, and exports go on', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 300, 360)]);
    const { changes: _feed, ...unfed } = world.store;
    const sync = world.open({ store: unfed });
    await sync.run();
    doneSince(world);
    world.workouts.delete('w1');
    world.sessions.set('s2', trained('s2', 600, 660));
    await sync.run();
    expect(doneSince(world)).toEqual(['store.save 1']);
    expect(world.sessions.has('apple-health:w1')).toBe(true);
  });

  it('S8 a read of a part proves nothing about the rest', async () => {
    const world = plainWorld(ten, [], settingsFrom({ onWorkoutGone: 'remove-session' }));
    const { changes: _feed, ...unfed } = world.store;
    let isPart = false;
    const readWorkouts: typeof unfed.readWorkouts = async (request) => {
      const page = await unfed.readWorkouts(request);
      return isPart ? { ...page, items: page.items.slice(0, 9), complete: false } : page;
    };
    const sync = world.open({ store: { ...unfed, readWorkouts } });
    await sync.run();
    doneSince(world);
    isPart = true;
    await sync.run();
    expect(doneSince(world)).toEqual([]);
    expect((await sync.explain('w9')).link?.state).toBe('active');
  });

  it('S8 a session list that breaks off deletes nothing', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60), trained('s2', 300, 360)]);
    await world.open().run();
    doneSince(world);
    // The first page shows a session that the app recorded itself; the second one never comes.
    const read: SessionStore['read'] = async ({ window, page }) => {
      if (page !== undefined) throw storeError('unknown', 'half a page');
      return { items: [trained('s2', 300, 360)], complete: false, window, next: '2' };
    };
    const report = await world.open({ sessions: { ...world.app, read } }).run();
    expect(doneSince(world)).toEqual([]);
    expect(report).toMatchObject({ end: 'problem', problem: { code: 'unknown', message: 'half a page' } });
  });

  it('a feed that fails is said to, and nothing is taken for done', async () => {
    const world = plainWorld([run('w0', -600, -540)]);
    const sync = world.open();
    await sync.run();
    world.now += 60_000;
    world.interfere = (call) => {
      if (call === 'store.changes.read') throw storeError('permission', 'not in the background');
    };
    const before = sync.getSnapshot().lastImport?.at;
    expect(await sync.run()).toMatchObject({ end: 'problem', problem: { code: 'permission', side: 'health-store' } });
    expect(sync.getSnapshot().lastImport?.at).toBe(before);
  });

  it('reads page by page, and goes on where it was interrupted', async () => {
    const world = plainWorld(ten);
    let pages = 0;
    world.interfere = (call) => {
      if (call !== 'store.readWorkouts') return;
      pages += 1;
      if (pages === 3) throw storeError('locked', 'locked');
    };
    const pace = { pageSize: 3 };
    await world.open({ pace }).run();
    await world.open({ pace }).run();
    expect(world.sessions.size).toBe(10);
    expect(pages).toBe(5);
  });
});
