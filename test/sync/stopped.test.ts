import { describe, expect, it } from 'vitest';
import type { Access } from '../../src/ports/access';
import type { HealthStore, WorkoutDraft, WorkoutWriter } from '../../src/ports/health-store';
import type { SessionChange } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import type { Progress } from '../../src/sync/surface/request';
import { at, dieFrom, doneSince, GRANTED, plainWorld, run, trained } from './plain-world';

const ten = Array.from({ length: 10 }, (_, index) => run(`w${index}`, index * 100, index * 100 + 60));

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

  it('R7 leaves nothing behind where it was given up before it had begun, also not a lease', async () => {
    const world = plainWorld(ten);
    let answer: (access: Access) => void = () => undefined;
    const slow = new Promise<Access>((resolve) => {
      answer = resolve;
    });
    let asked = 0;
    const access = (): Promise<Access> => {
      asked += 1;
      return asked === 1 ? slow : Promise.resolve(GRANTED);
    };
    const sync = world.open({ store: { ...world.store, access } });
    const first = sync.run();
    while (asked === 0) await Promise.resolve();
    world.now += 180_000;
    expect((await sync.run()).end).toBe('done');
    answer(GRANTED);
    expect((await first).end).toBe('cancelled');
    expect((await sync.history()).runs.map(({ end }) => end)).toEqual(['done']);
    expect((await world.open().run()).end).toBe('done');
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
