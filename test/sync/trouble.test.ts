import { describe, expect, it } from 'vitest';
import type { Workout } from '../../src/domain/workout';
import { settingsFrom } from '../../src/policy/settings-from';
import type { HealthStore, WorkoutDraft, WorkoutWriter, Written } from '../../src/ports/health-store';
import type { SessionChange, SessionStore } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import type { Progress } from '../../src/sync/surface/request';
import { at, dieFrom, doneSince, GRANTED, plainWorld, run, tell, trained, WATCH } from './plain-world';

const ten = Array.from({ length: 10 }, (_, index) => run(`w${index}`, index * 100, index * 100 + 60));

describe('errors that say nothing about an item', () => {
  it.each([
    ['offline', 'app.read', 'session-store'],
    ['auth-required', 'app.apply', 'session-store'],
    ['locked', 'store.readWorkouts', 'health-store'],
    ['unavailable', 'store.changes.begin', 'health-store'],
  ] as const)(
    'R9 %s in %s ends the run, counts against no item, and the next run goes on',
    async (kind, where, side) => {
      const world = plainWorld([run('w1', 0, 60)]);
      world.interfere = (call) => {
        if (call === where) throw storeError(kind, 'not now');
      };
      const sync = world.open();
      const report = await sync.run();
      expect(report).toMatchObject({ end: 'problem', problem: { code: kind, side, message: 'not now' } });
      expect(sync.getSnapshot()).toMatchObject({ setAside: 0, problem: { code: kind } });
      world.interfere = () => undefined;
      expect((await sync.run()).end).toBe('done');
      expect(world.sessions.size).toBe(1);
      expect(sync.getSnapshot().problem).toBeUndefined();
    },
  );

  it('a rate limit pauses the run until the platform says so', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    world.interfere = (call) => {
      if (call === 'store.readWorkouts') throw storeError('rate-limited', 'quota', { retryAfterSeconds: 900 });
    };
    const sync = world.open();
    const report = await sync.run();
    expect(report).toMatchObject({ end: 'paused', resumeAt: world.now + 900_000 });
    expect(sync.getSnapshot().sync).toEqual({ kind: 'paused', resumeAt: world.now + 900_000 });
  });

  it('a rate limit on asking what is allowed pauses the run, too', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const tooOften = async () => {
      throw storeError('rate-limited', 'quota', { retryAfterSeconds: 900 });
    };
    const report = await world.open({ store: { ...world.store, access: tooOften } }).run();
    expect(report).toMatchObject({ end: 'paused', resumeAt: world.now + 900_000, problem: { code: 'rate-limited' } });
  });

  it('a short rate limit is waited out', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    let first = true;
    world.interfere = (call) => {
      if (call !== 'store.readWorkouts' || !first) return;
      first = false;
      throw storeError('rate-limited', 'quota', { retryAfterSeconds: 1 });
    };
    const before = world.now;
    expect((await world.open().run()).end).toBe('done');
    expect(world.now - before).toBe(1000);
  });
});

describe('errors of one item', () => {
  it('R8 R9 an error of no known kind counts as passing: the item is tried again after a growing wait', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    const attempts: number[] = [];
    world.interfere = (call) => {
      if (call !== 'store.save') return;
      attempts.push(world.now);
      throw new Error('odd');
    };
    const sync = world.open();
    for (let minute = 0; minute < 20; minute++) {
      await sync.run();
      world.now += 60_000;
    }
    expect(attempts).toHaveLength(5);
    const waits = attempts.slice(1).map((moment, index) => moment - (attempts[index] ?? 0));
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    expect(sync.getSnapshot().setAside).toBe(1);
  });

  it('a denied write closes the direction for the run and sets nothing aside', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60), trained('s2', 300, 360)]);
    let asked = 0;
    world.interfere = (call) => {
      if (call !== 'store.save') return;
      asked += 1;
      throw storeError('permission', 'denied');
    };
    const sync = world.open();
    for (let day = 0; day < 7; day++) {
      expect((await sync.run()).problem).toMatchObject({ code: 'permission', side: 'health-store' });
      world.now += 86_400_000;
    }
    expect(asked).toBe(7);
    expect(sync.getSnapshot().setAside).toBe(0);
  });

  it('a write that is denied as a whole pauses exports and switches nothing off', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 300, 360)]);
    world.access = { ...GRANTED, write: 'denied' };
    const sync = world.open();
    await sync.run();
    expect(doneSince(world)).toEqual(['app.create apple-health:w1']);
    expect(sync.getSnapshot()).toMatchObject({
      exportAccess: 'denied',
      connection: { state: 'needs-attention', action: 'open-settings' },
    });
    world.access = GRANTED;
    await sync.run();
    expect(doneSince(world)).toEqual(['store.save 1']);
  });

  it('finishes a write that reached the store in part, and stops asking after five attempts', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    const asked: (readonly string[] | undefined)[] = [];
    const writing = {
      ...world.store.writing,
      save: async (draft: WorkoutDraft) => {
        asked.push(draft.only);
        if (draft.only === undefined) await world.store.writing?.save(draft);
        return { key: 'own-1', external: draft.external, missing: ['route' as const] };
      },
    } as WorkoutWriter;
    const sync = world.open({ store: { ...world.store, writing } });
    for (let day = 0; day < 9; day++) {
      await sync.run();
      world.now += 86_400_000;
    }
    expect(asked).toEqual([undefined, ...Array.from({ length: 5 }, () => ['route'])]);
    expect(sync.getSnapshot().setAside).toBe(1);
    await sync.decide({ kind: 'retry', key: 's1' });
    expect(sync.getSnapshot().setAside).toBe(0);
  });

  it('R1 a write whose answer was lost behind the record itself has every part written again, once', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    const asked: (readonly string[] | undefined)[] = [];
    const writing = {
      ...world.store.writing,
      save: async (draft: WorkoutDraft) => {
        asked.push(draft.only);
        if (draft.only !== undefined) return { key: draft.previous?.key ?? '', external: draft.external };
        await world.store.writing?.save(draft);
        throw storeError('unknown', 'The record was written, and nothing after it.');
      },
    } as WorkoutWriter;
    // Everything is read in each run: the record is seen.
    const { changes: _changes, ...store } = world.store;
    const sync = world.open({ store: { ...store, writing } });
    for (let day = 0; day < 3; day++) {
      await sync.run();
      world.now += 86_400_000;
    }
    expect(asked).toEqual([undefined, ['totals', 'series', 'route', 'laps', 'pauses']]);
  });

  it('R1 S12 is linked by the next run that sees its record, which need not wait until it may be tried again', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60), trained('s2', 300, 360)]);
    const save = world.store.writing?.save;
    const writing = {
      ...world.store.writing,
      save: async (...draft: Parameters<NonNullable<typeof save>>) => {
        await save?.(...draft);
        throw storeError('unknown', 'The answer was lost.');
      },
    } as NonNullable<typeof world.store.writing>;
    // Everything is read in each run: the record is seen.
    const { changes: _changes, ...store } = world.store;
    const sync = world.open({ store: { ...store, writing } });
    await sync.run();
    await sync.run();
    world.sessions.delete('s1');
    await sync.run();
    expect([...world.workouts.values()].filter(({ external }) => external)).toHaveLength(1);
  });

  it('S12 a removal takes along what was written beside the workout', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60), trained('s2', 300, 360)]);
    const child = { type: 'route', key: 'route-1' };
    const removed: (readonly unknown[] | undefined)[] = [];
    const writing = {
      ...world.store.writing,
      save: async (draft: WorkoutDraft) => ({ ...(await world.store.writing?.save(draft)), children: [child] }),
      remove: async (written: Written) => {
        removed.push(written.children);
        return world.store.writing?.remove(written);
      },
    } as WorkoutWriter;
    const sync = world.open({ store: { ...world.store, writing } });
    await sync.run();
    world.sessions.delete('s1');
    await sync.run();
    expect(removed).toEqual([[child]]);
  });

  it('S12 a removal that fails is tried again', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60), trained('s2', 300, 360)]);
    const sync = world.open();
    await sync.run();
    world.sessions.delete('s1');
    world.interfere = (call) => {
      if (call === 'store.remove') throw storeError('unknown', 'odd');
    };
    expect((await sync.run()).counts).toMatchObject({ failed: 1 });
    world.interfere = () => undefined;
    world.now += 3_600_000;
    await sync.run();
    expect([...world.workouts.values()].filter(({ external }) => external)).toHaveLength(1);
  });

  it('S7 an edit that lands in the middle of an update stays', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    tell(world, [run('w1', 0, 75)]);
    let edits = 0;
    world.interfere = (call) => {
      const session = world.sessions.get('apple-health:w1');
      if (call !== 'app.apply' || session === undefined || edits > 0) return;
      edits += 1;
      world.sessions.set(session.key, { ...session, end: at(50), revision: 'edited' });
    };
    await sync.run();
    await sync.run();
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(50));
  });
});

describe('a run that is stopped', () => {
  it('R10 ends when its signal is aborted, and loses nothing', async () => {
    const world = plainWorld(ten);
    const controller = new AbortController();
    const onProgress = ({ phase, done }: Progress): void => {
      if (phase === 'applying' && done >= 4) controller.abort();
    };
    const report = await world.open({ pace: { batchSize: 2 } }).run({ signal: controller.signal, onProgress });
    expect(report.end).toBe('cancelled');
    expect(world.sessions.size).toBe(4);
    await world.open().run();
    expect(world.sessions.size).toBe(10);
  });

  it('R10 hands its signal to what it reads, so that a read that lasts can end at once', async () => {
    const world = plainWorld(ten);
    const controller = new AbortController();
    const readWorkouts: HealthStore['readWorkouts'] = ({ signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(storeError('cancelled', 'given up')));
        controller.abort();
      });
    const sync = world.open({ store: { ...world.store, readWorkouts } });
    expect((await sync.run({ signal: controller.signal })).end).toBe('cancelled');
  });

  it('R10 lets a write that has begun come to its end, and to its place in the ledger', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    const controller = new AbortController();
    const handed: unknown[] = [];
    const writing = {
      ...world.store.writing,
      save: async (draft: WorkoutDraft, ...rest: unknown[]) => {
        controller.abort();
        handed.push(...rest);
        return world.store.writing?.save(draft);
      },
    } as WorkoutWriter;
    const report = await world.open({ store: { ...world.store, writing } }).run({ signal: controller.signal });
    expect(handed).toEqual([]);
    expect(report).toMatchObject({ end: 'cancelled', counts: { exported: 1 } });
  });

  it('R10 ends when its time is up; a background run has 15 seconds', async () => {
    const world = plainWorld(ten);
    world.interfere = (call) => {
      if (call === 'app.apply') world.now += 6000;
    };
    const report = await world.open({ pace: { batchSize: 1 } }).run({ trigger: 'background' });
    expect(report.end).toBe('budget');
    expect(world.sessions.size).toBe(3);
  });

  it('does nothing when the last complete run is fresh enough', async () => {
    const world = plainWorld(ten);
    const sync = world.open();
    await sync.run();
    world.calls.length = 0;
    world.now += 30_000;
    expect((await sync.run({ ifOlderThanSeconds: 60 })).end).toBe('fresh');
    expect(world.calls).toEqual([]);
    world.now += 40_000;
    expect((await sync.run({ ifOlderThanSeconds: 60 })).end).toBe('done');
  });

  it('is not kept from running by a backfill, nor by a disconnect', async () => {
    const world = plainWorld(ten);
    const sync = world.open();
    await sync.run({ kind: 'backfill', window: { start: at(0), end: at(500) } });
    expect(sync.getSnapshot()).not.toHaveProperty('lastExport');
    expect((await sync.run({ ifOlderThanSeconds: 60 })).counts).toEqual({ imported: 5 });
    await sync.disconnect({ imported: 'keep', exported: 'keep' });
    expect((await sync.run({ ifOlderThanSeconds: 60 })).problem?.code).toBe('not-connected');
  });

  it('is joined by another call for the same', async () => {
    const world = plainWorld(ten);
    const sync = world.open();
    const [first, second] = await Promise.all([sync.run(), sync.run()]);
    expect(second).toBe(first);
    expect(doneSince(world)).toHaveLength(10);
  });

  it('is seen to have been killed', async () => {
    const world = plainWorld(ten);
    const revive = dieFrom(world, 'app.apply');
    await world.open().run();
    revive();
    world.now += 120_000;
    const next = world.open();
    await next.run();
    const { runs } = await next.history();
    expect(runs.map(({ end }) => end)).toEqual(['done', undefined]);
    expect(await next.diagnose()).toContainEqual(expect.objectContaining({ code: 'killed-runs' }));
  });
});

describe('two runners', () => {
  it('R7 the second one finds the first one busy and changes nothing', async () => {
    const world = plainWorld(ten);
    const first = world.open();
    const second = world.open({ device: 'phone' });
    const [one, two] = await Promise.all([first.run(), second.run()]);
    expect([one.end, two.end].sort()).toEqual(['done', 'problem']);
    expect([one, two].find(({ end }) => end === 'problem')?.problem?.code).toBe('busy');
    expect(doneSince(world)).toHaveLength(10);
  });

  it('R7 a lease that has run out is taken over, and the one that lost it stops', async () => {
    const world = plainWorld(ten);
    const other = world.open();
    let calls = 0;
    const apply = async (changes: readonly SessionChange[]) => {
      calls += 1;
      if (calls === 3) {
        world.now += 3_600_000;
        expect((await other.run()).end).toBe('done');
      }
      return (await world.app.apply?.(changes)) ?? [];
    };
    const report = await world.open({ sessions: { ...world.app, apply }, pace: { batchSize: 1 } }).run();
    expect(report).toMatchObject({ end: 'problem', problem: { code: 'busy' } });
    expect(world.sessions.size).toBe(10);
    expect((await other.run()).counts).toEqual({});
  });
});

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
