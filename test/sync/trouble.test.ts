import { describe, expect, it } from 'vitest';
import type { WorkoutDraft, WorkoutWriter, Written } from '../../src/ports/health-store';
import { storeError } from '../../src/ports/store-error';
import { at, doneSince, GRANTED, plainWorld, run, tell, trained } from './plain-world';

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
