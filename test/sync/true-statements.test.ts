import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/domain/settings';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { settingsFrom } from '../../src/policy/settings-from';
import type { WorkoutWriter } from '../../src/ports/health-store';
import { storeError } from '../../src/ports/store-error';
import type { SyncHost } from '../../src/sync/surface/host';
import type { RunReport } from '../../src/sync/surface/report';
import type { Sync } from '../../src/sync/surface/sync';
import {
  at,
  days,
  dieFrom,
  FAR,
  failing,
  GRANTED,
  isThere,
  own,
  plainWorld,
  run,
  tell,
  trained,
  unlisted,
  WIT,
  works,
} from './plain-world';
import { heartRate, NEEDS_HEART_RATE, withSamples } from './with-samples';

const heldWorld = async () => {
  const many = Array.from({ length: 8 }, (_, n) => trained(`s${n}`, n * 100, n * 100 + 60));
  const world = plainWorld([FAR], [WIT, ...many]);
  const sync = world.open();
  await sync.run();
  for (const { key } of many) world.sessions.delete(key);
  const { guard = '' } = await sync.run();
  const back = (): void => {
    for (const session of many) world.sessions.set(session.key, session);
  };
  return { world, sync, guard, back };
};

const NO_EXPORTS = settingsFrom({ export: { enabled: false } });

describe('settings that are given', () => {
  it('do not count where the host was told that they do not', async () => {
    const world = plainWorld([FAR], [WIT]);
    const sync = world.open();
    await sync.run();
    failing(world, 'state.transact', 'unknown');
    await expect(sync.configure(NO_EXPORTS)).rejects.toThrow();
    works(world);
    world.sessions.set('s1', trained('s1', 0, 60));
    await days(world, sync, 2);
    expect(isThere(world, 0)).toBe(true);
  });

  it('count where they were written down and only the answer was lost, and are not taken back', async () => {
    const world = plainWorld([FAR], [WIT]);
    let isLost = false;
    const transact: SyncHost['state']['transact'] = async (change) => {
      const answer = await world.state.transact(change);
      if (isLost) throw storeError('unknown', 'no answer');
      return answer;
    };
    const sync = world.open({ state: { ...world.state, transact } });
    await sync.run();
    isLost = true;
    await sync.configure(NO_EXPORTS);
    isLost = false;
    world.sessions.set('s1', trained('s1', 0, 60));
    await days(world, sync, 2);
    expect(isThere(world, 0)).toBe(false);
  });

  it('one after the other, unawaited, end with the last, and the run called behind them goes by it', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    const sync = world.open();
    await Promise.all([
      sync.configure(NO_EXPORTS),
      sync.configure(DEFAULT_SETTINGS),
      sync.configure(NO_EXPORTS),
      sync.run(),
    ]);
    expect(isThere(world, 0)).toBe(false);
    const before = sync.getSnapshot().exportAccess;
    await Promise.all([sync.configure(DEFAULT_SETTINGS), sync.configure(NO_EXPORTS)]);
    await days(world, sync, 1);
    expect([before, sync.getSnapshot().exportAccess]).toEqual(['off', 'off']);
  });

  it('that reject keep no later ones from counting', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    const sync = world.open();
    failing(world, 'state.read', 'unknown');
    const rejected = sync.configure(DEFAULT_SETTINGS);
    await expect(rejected).rejects.toThrow();
    works(world);
    await sync.configure(NO_EXPORTS);
    await sync.run();
    expect(sync.getSnapshot().exportAccess).toBe('off');
  });
});

describe('settings that are given in the middle of a run', () => {
  /** They are given at the first write, by this `Sync` or by another process; then somebody calls `run` again. */
  const givenAtFirstWrite = async (by: 'itself' | 'another', settings: Settings) => {
    const many = Array.from({ length: 5 }, (_, n) => trained(`s${n}`, n * 100, n * 100 + 60));
    const world = plainWorld([FAR], many);
    const writing = world.store.writing as WorkoutWriter;
    const behind: Promise<RunReport>[] = [];
    const save: WorkoutWriter['save'] = async (draft) => {
      if (behind.length === 0) {
        const giver = by === 'itself' ? sync : world.open();
        await giver.decide({ kind: 'different', a: 's0', b: 'far' });
        await giver.configure(settings);
        behind.push(sync.run());
      }
      return writing.save(draft);
    };
    const sync = world.open({ store: { ...world.store, writing: { ...writing, save } } });
    const { end } = await sync.run();
    const written = own(world).length;
    const [next] = await Promise.all(behind);
    return { end, written, next: next?.end, left: own(world).length };
  };

  it.each(['itself', 'another'] as const)('count from then on, where %s gives them', async (by) => {
    expect(await givenAtFirstWrite(by, NO_EXPORTS)).toMatchObject({ end: 'cancelled', written: 1, left: 1 });
  });

  it('are heeded by the run that is called behind them, which joins none under the old ones', async () => {
    const { next, left } = await givenAtFirstWrite('itself', { ...DEFAULT_SETTINGS, onBetterCopy: 'switch' });
    expect([next, left]).toEqual(['done', 5]);
  });

  it('end no run where they are those that count', async () => {
    expect(await givenAtFirstWrite('another', DEFAULT_SETTINGS)).toMatchObject({ end: 'done', written: 5 });
  });

  it('end no backfill, which keeps its own', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 200, 260)], [WIT]);
    const sync = world.open();
    const given: Promise<void>[] = [];
    world.interfere = (call) => {
      if (call === 'app.apply') given.push(sync.configure(NO_EXPORTS));
    };
    const window = { start: at(-1000), end: at(1000) };
    expect((await sync.run({ kind: 'backfill', window, batchSize: 1 })).counts.imported).toBe(2);
    await Promise.all(given);
  });
});

describe('the last time of a direction', () => {
  const lastTimes = ({ getSnapshot }: Sync) => {
    const { lastImport, lastExport } = getSnapshot();
    return { in: lastImport?.at, out: lastExport?.at };
  };

  it.each([
    ['both directions', DEFAULT_SETTINGS, true, true],
    ['imports only', NO_EXPORTS, true, false],
    ['exports only', settingsFrom({ import: { enabled: false } }), false, true],
  ] as [string, Settings, boolean, boolean][])(
    'is that of a run that had it on: %s',
    async (_, settings, isIn, isOut) => {
      const world = plainWorld([], [], settings);
      const sync = world.open();
      await sync.run();
      const { now } = world;
      expect(lastTimes(sync)).toEqual({ in: isIn ? now : undefined, out: isOut ? now : undefined });
    },
  );

  it('is none for exports where nothing can go out', async () => {
    const world = plainWorld([FAR], []);
    const sync = world.open({ sessions: unlisted(world.app) });
    await sync.run();
    expect([sync.getSnapshot().exportAccess, lastTimes(sync)]).toEqual(['off', { in: world.now, out: undefined }]);
  });

  it('is none for imports that were turned on while a run without them was under way', async () => {
    const world = plainWorld([FAR], [WIT], settingsFrom({ import: { enabled: false } }));
    const read: typeof world.app.read = async (request) => {
      await sync.configure(DEFAULT_SETTINGS);
      return { items: [...world.sessions.values()], complete: true, window: request.window };
    };
    const sync = world.open({ sessions: { ...world.app, read } });
    await sync.run();
    expect([world.sessions.size, lastTimes(sync).in]).toEqual([1, undefined]);
  });
});

describe('what is denied', () => {
  const codes = async (host: 'whole' | 'sink', settings?: Settings): Promise<readonly string[]> => {
    const world = plainWorld([FAR], [], settings);
    world.access = { ...GRANTED, write: 'denied' };
    const sync = world.open(host === 'sink' ? { sessions: unlisted(world.app) } : {});
    await sync.run();
    return [sync.getSnapshot().connection.state, ...(await sync.diagnose()).map(({ code }) => code)];
  };

  it('is found by the same rule as the connection', async () => {
    expect(await codes('whole')).toEqual(['needs-attention', 'write-denied']);
    expect(await codes('sink')).toEqual(['connected']);
    expect(await codes('whole', NO_EXPORTS)).toEqual(['connected']);
  });

  it('is no history where nothing can come in', async () => {
    const world = plainWorld([FAR], [WIT]);
    world.access = { ...GRANTED, readableSince: 1 };
    const { apply: _apply, ...exporting } = world.app;
    const found = async (host = {}) => (await world.open(host).diagnose()).map(({ code }) => code);
    expect(await found()).toContain('history-limited');
    expect(await found({ sessions: exporting })).not.toContain('history-limited');
  });
});

describe('what is held', () => {
  const saidBy = async (sync: Sync) => {
    const found = (await sync.diagnose()).find(({ code }) => code === 'held');
    return { screen: sync.getSnapshot().sync, found: found?.evidence.guard };
  };
  const held = (guard: string) => ({ screen: { kind: 'held', guard }, found: guard });
  const IDLE = { screen: { kind: 'idle' }, found: undefined };

  it('S9 is said to be until a run passes the guard: after a backfill, a cancelled run, an offline one, a restart', async () => {
    const { world, sync, guard, back } = await heldWorld();
    expect(await saidBy(sync)).toEqual(held(guard));
    await sync.run({ kind: 'backfill', window: { start: at(-1000), end: at(1900) } });
    expect(await saidBy(sync)).toEqual(held(guard));
    await sync.run({ signal: AbortSignal.abort() });
    expect(await saidBy(sync)).toEqual(held(guard));
    failing(world, 'app.read', 'offline');
    await sync.run();
    works(world);
    expect(await saidBy(sync)).toEqual(held(guard));
    expect(await saidBy(world.open())).toEqual(held(guard));
    back();
    await sync.run();
    expect(await saidBy(sync)).toEqual(IDLE);
  });

  it('S9 is said no more once its removals have begun, also where they were cut short', async () => {
    const { world, sync, guard } = await heldWorld();
    await sync.decide({ kind: 'confirm', guard });
    expect((await sync.run({ budgetSteps: 1 })).end).toBe('budget');
    expect(await saidBy(sync)).toEqual(IDLE);
    expect((await sync.run()).end).toBe('done');
    expect(own(world)).toHaveLength(1);
  });

  it('S9 is said no more of a run that was killed at its first confirmed removal', async () => {
    const { world, sync, guard } = await heldWorld();
    await sync.decide({ kind: 'confirm', guard });
    const comeBack = dieFrom(world, 'store.remove');
    await sync.run().catch(() => undefined);
    comeBack();
    expect(await saidBy(world.open())).toEqual(IDLE);
  });

  it('is another plan where something else is to go than was confirmed', async () => {
    const { world, sync, guard } = await heldWorld();
    await sync.decide({ kind: 'confirm', guard });
    world.sessions.set('s0', trained('s0', 0, 60));
    world.sessions.delete('wit');
    const { end, guard: next = '' } = await sync.run();
    expect([end, next === guard]).toEqual(['held', false]);
    expect(await saidBy(sync)).toEqual(held(next));
  });

  it('is nothing to somebody who has disconnected', async () => {
    const { sync } = await heldWorld();
    await sync.disconnect({ imported: 'keep', exported: 'keep' });
    expect(await saidBy(sync)).toEqual(IDLE);
  });
});

describe('the questions that are counted', () => {
  const HOLDING = { ...DEFAULT_SETTINGS, onPossible: 'hold' } as const;

  const askedWorld = async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60), trained('s2', 500, 560)], HOLDING);
    const sync = world.open();
    await sync.run();
    tell(world, [run('w1', 25, 95)]);
    await days(world, sync, 2);
    const reviews = (): number => sync.getSnapshot().reviews;
    expect(reviews()).toBe(1);
    return { world, sync, reviews };
  };

  it('stand after somebody has looked, whatever that look has found', async () => {
    const { world, sync, reviews } = await askedWorld();
    world.sessions.delete('s2');
    await sync.explain('s1');
    expect(reviews()).toBe(1);
    await sync.configure({ ...HOLDING, onBetterCopy: 'switch' });
    expect((await sync.preview()).blocked).toHaveLength(1);
    expect(reviews()).toBe(1);
    await days(world, sync, 1);
    expect(reviews()).toBe(1);
  });

  it.each([
    ['with a look in between', true],
    ['with none', false],
  ])('are counted no more once they are gone, %s', async (_, looks) => {
    const { world, sync, reviews } = await askedWorld();
    tell(world, [], ['w1']);
    if (looks) await sync.explain('s1');
    await days(world, sync, 1);
    expect(reviews()).toBe(0);
  });

  it.each([
    ['with a look in between', true],
    ['with none', false],
  ])('are counted no more once they are answered, %s', async (_, looks) => {
    const { world, sync, reviews } = await askedWorld();
    await sync.decide({ kind: 'same', a: 's1', b: 'w1' });
    if (looks) await sync.preview();
    await days(world, sync, 1);
    expect(reviews()).toBe(0);
  });

  it('are right again once a run that was cut short has gone on', async () => {
    const { world, sync, reviews } = await askedWorld();
    tell(world, [run('w2', 1000, 1060)], ['w1']);
    await sync.explain('s1');
    world.now += 86_400_000;
    expect((await sync.run({ budgetSteps: 1 })).end).toBe('budget');
    await days(world, sync, 1);
    expect(reviews()).toBe(0);
  });
});

describe('a preview', () => {
  const importsIn = async (sync: Sync): Promise<number> =>
    (await sync.preview()).steps.filter(({ effect }) => effect.kind === 'import').length;

  it('counts again what the host has named, as the run does', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    world.now += 2_592_000_000;
    const samples = new Map();
    const sync = world.open({ store: withSamples(world, samples).store, settings: NEEDS_HEART_RATE });
    await sync.run();
    samples.set('w1', heartRate(0, 60));
    await sync.decide({ kind: 'retry', key: 'w1' });
    expect(await importsIn(sync)).toBe(1);
    expect((await sync.run()).counts.imported).toBe(1);
  });

  it('counts again what was counted before its time, as the run does', async () => {
    const world = plainWorld([FAR, run('w1', 1960, 1999)], [WIT]);
    const samples = new Map();
    const sync = world.open({ store: withSamples(world, samples).store, settings: NEEDS_HEART_RATE });
    await sync.run();
    samples.set('w1', heartRate(1960, 1999));
    world.now += 600_000;
    expect(await importsIn(sync)).toBe(1);
    expect((await sync.run()).counts.imported).toBe(1);
  });

  it('S9 holds no removals that were confirmed and begun, as the run holds none', async () => {
    const { world, sync, guard } = await heldWorld();
    const before = (await sync.preview()).guard.held;
    await sync.decide({ kind: 'confirm', guard });
    expect((await sync.run({ budgetSteps: 1 })).end).toBe('budget');
    expect([before, (await sync.preview()).guard.held, (await sync.run()).end]).toEqual([true, false, 'done']);
    expect(own(world)).toHaveLength(1);
  });

  it.each([
    ['no look', async () => undefined],
    ['a preview', (sync: Sync) => sync.preview()],
    ['an explanation', (sync: Sync) => sync.explain('w1')],
    ['a run that was cut short', (sync: Sync) => sync.run({ budgetSteps: 1 })],
  ] as [string, (sync: Sync) => Promise<unknown>][])('leaves the history what is new: %s', async (_, look) => {
    const world = plainWorld([FAR], [WIT], settingsFrom({ import: { minimumDurationSeconds: 600 } }));
    const sync = world.open();
    await sync.run();
    tell(world, [run('w1', 0, 5), run('w2', 500, 560)]);
    world.sessions.set('s1', trained('s1', 900, 960, { state: 'open' }));
    await look(sync);
    const { items } = await sync.run();
    const told = items.filter(({ outcome }) => outcome !== 'imported');
    expect(told.map(({ outcome, workout, session }) => [outcome, workout ?? session])).toEqual(
      expect.arrayContaining([
        ['refused', 'w1'],
        ['waiting', 's1'],
      ]),
    );
    expect((await sync.run()).items).toEqual([]);
  });
});
