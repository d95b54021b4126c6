import { describe, expect, it } from 'vitest';
import { adoptState } from '../../src/state/adopt-state';
import {
  at,
  days,
  dieFrom,
  FAR,
  failing,
  own,
  type PlainWorld,
  plainWorld,
  run,
  tell,
  trained,
  unlisted,
  WIT,
  works,
} from './plain-world';

const FIRST = 'apple-health:w0';
const KEYS = [FIRST, ...Array.from({ length: 7 }, (_, n) => `apple-health:w${n + 1}`)];
const restore = (...keys: readonly string[]) => keys.map((key) => ({ kind: 'restore', key }) as const);
const importedIn = ({ sessions }: PlainWorld): readonly string[] => KEYS.filter((key) => sessions.has(key));
const forget = ({ sessions }: PlainWorld, ...keys: readonly string[]): void => {
  for (const key of keys) sessions.delete(key);
};

/** Eight imports, and what the app made of them. */
const imported8 = async () => {
  const workouts = KEYS.map((_, n) => run(`w${n}`, n * 100, n * 100 + 60));
  const world = plainWorld([FAR, ...workouts], [WIT]);
  const sync = world.open();
  await sync.run();
  return { world, sync, all: new Map(world.sessions) };
};

/** All of them were deleted, and that is held. */
const held8 = async () => {
  const { world, sync, all } = await imported8();
  forget(world, ...KEYS);
  const { guard = '' } = await sync.run();
  return { world, sync, all, guard };
};

describe('restore, said of imports whose loss is held', () => {
  it('S4 brings all of them back, and a later yes to the rest has nothing to use up', async () => {
    const { world, sync, guard } = await held8();
    await sync.decide(...restore(...KEYS));
    await sync.decide({ kind: 'confirm', guard });
    await days(world, sync, 3);
    expect(world.sessions.size).toBe(10);
    expect([...world.rows.keys()].filter((key) => /^(answer|held|begun)\//.test(key))).toEqual([]);
  });

  it.each([
    ['no yes to anything', async () => undefined],
    ['a restart', (world: PlainWorld) => world.open().preview()],
  ] as [string, (world: PlainWorld) => Promise<unknown>][])(
    'takes them out of the guard, with %s',
    async (_, between) => {
      const { world, sync } = await held8();
      await sync.decide(...restore(...KEYS));
      expect((await sync.preview()).guard).toMatchObject({ removals: 0, held: false });
      await between(world);
      expect(await sync.run()).toMatchObject({ end: 'done', counts: { imported: 8 } });
      expect(sync.getSnapshot().sync).toEqual({ kind: 'idle' });
    },
  );

  it.each(['before', 'after'] as const)('S9 leaves the rest held until the yes, said %s it', async (when) => {
    const { world, sync, guard } = await held8();
    const yes = () => sync.decide({ kind: 'confirm', guard });
    if (when === 'before') await yes();
    await sync.decide(...restore(...KEYS.slice(0, 5)));
    if (when === 'after') await yes();
    expect((await sync.preview()).guard).toMatchObject({ removals: 3, held: false });
    expect((await sync.run()).end).toBe('done');
    await days(world, sync, 2);
    expect(importedIn(world)).toEqual(KEYS.slice(0, 5));
  });

  it.each([2, 150])('S9 is no yes to the rest, however few are left (planned by %d)', async (sliceSize) => {
    const { world } = await held8();
    const sync = world.open({ pace: { sliceSize } });
    await sync.decide(...restore(...KEYS.slice(1)));
    expect((await sync.preview()).guard).toMatchObject({ removals: 1, held: true });
    const { end, guard = '' } = await sync.run();
    expect([end, importedIn(world)]).toEqual(['held', []]);
    expect((await sync.run()).end).toBe('held');
    await sync.decide({ kind: 'confirm', guard });
    expect((await sync.run()).end).toBe('done');
    expect(importedIn(world)).toEqual(KEYS.slice(1));
  });

  it('counts for what the user deletes beside it as ever', async () => {
    const { world, sync } = await held8();
    await sync.decide(...restore(...KEYS));
    forget(world, 'apple-health:far');
    expect((await sync.run()).end).toBe('done');
    expect([...world.sessions.keys()]).toEqual(['wit', ...KEYS.toReversed()]);
  });

  it('S4 does not overrule a deletion that came after it', async () => {
    const { world, sync } = await imported8();
    await sync.decide(...restore(...KEYS));
    forget(world, ...KEYS);
    const { end, guard = '' } = await sync.run();
    expect(end).toBe('held');
    await sync.decide({ kind: 'confirm', guard });
    await days(world, sync, 2);
    expect(importedIn(world)).toEqual([]);
  });

  it('S4 is over once the session is back by itself, and does not lie in wait for its next deletion', async () => {
    const { world, sync, all } = await held8();
    await sync.decide(...restore(FIRST));
    const session = all.get(FIRST);
    if (session) world.sessions.set(FIRST, session);
    expect((await sync.run()).end).toBe('held');
    forget(world, FIRST);
    const { guard = '' } = await sync.run();
    await sync.decide({ kind: 'confirm', guard });
    await days(world, sync, 2);
    expect(importedIn(world)).toEqual([]);
  });

  it('is not lost where its workout is gone as well: it comes back with it', async () => {
    const { world, sync, guard } = await held8();
    await sync.decide(...restore(FIRST), { kind: 'confirm', guard });
    tell(world, [], ['w0']);
    await days(world, sync, 2);
    expect(importedIn(world)).toEqual([]);
    tell(world, [run('w0', 0, 60)]);
    await days(world, sync, 2);
    expect(importedIn(world)).toEqual([FIRST]);
  });

  it('waits while a session over the same time is recorded', async () => {
    const { world, sync } = await held8();
    world.sessions.set('open', trained('open', 10, 20, { state: 'open' }));
    await sync.decide(...restore(...KEYS));
    expect((await sync.run()).end).toBe('done');
    expect(importedIn(world)).toEqual(KEYS.slice(1));
    forget(world, 'open');
    await days(world, sync, 2);
    expect(importedIn(world)).toEqual(KEYS);
  });

  it.each(['app.apply', 'app.apply answered', 'state.transact'])(
    'R1 goes on where the run died at %s',
    async (call) => {
      const { world, sync, guard } = await held8();
      await sync.decide(...restore(...KEYS.slice(0, 2)), { kind: 'confirm', guard });
      const comeBack = dieFrom(world, call);
      await sync.run().catch(() => undefined);
      comeBack();
      world.now += 3_600_000;
      await days(world, world.open(), 3);
      expect(importedIn(world)).toEqual(KEYS.slice(0, 2));
    },
  );

  it('brings back what was held in the middle of a run', async () => {
    const { world } = await imported8();
    tell(world, [run('new', 1500, 1560), run('w0', 0, 75)]);
    world.interfere = (call) => {
      if (call !== 'app.apply answered') return;
      forget(world, ...KEYS.slice(1));
      const session = world.sessions.get(FIRST);
      if (session) world.sessions.set(FIRST, { ...session, revision: 'meanwhile' });
      world.interfere = () => undefined;
    };
    const sync = world.open({ pace: { batchSize: 1 } });
    expect(await sync.run()).toMatchObject({ end: 'held', counts: { imported: 1 } });
    await sync.decide(...restore(...KEYS));
    expect((await sync.run()).end).toBe('done');
    expect(importedIn(world)).toEqual(KEYS);
  });

  it('R10 comes to its end by runs of one step', async () => {
    const { world, sync, guard } = await held8();
    await sync.decide(...restore(...KEYS.slice(0, 2)), { kind: 'confirm', guard });
    let ends: string | undefined;
    for (let turn = 0; turn < 20 && ends !== 'done'; turn++) ends = (await sync.run({ budgetSteps: 1 })).end;
    expect([ends, importedIn(world)]).toEqual(['done', KEYS.slice(0, 2)]);
  });
});

describe('restore, said of records whose loss is held', () => {
  const recordsGone = async () => {
    const sessions = Array.from({ length: 8 }, (_, n) => trained(`s${n}`, n * 100, n * 100 + 60));
    const world = plainWorld([FAR], [WIT, trained('former', -300, -240), ...sessions]);
    const sync = world.open();
    await days(world, sync, 2);
    const former = own(world).find(({ start }) => start === at(-300));
    tell(world, [], [former?.key ?? '']);
    await sync.run();
    const gone = own(world).filter(({ start }) => start >= at(0));
    tell(
      world,
      [],
      gone.map(({ key }) => key),
    );
    const { end, guard = '' } = await sync.run();
    expect(end).toBe('held');
    return { world, sync, guard, former };
  };

  it('S5 has them written anew once the loss is confirmed', async () => {
    const { world, sync, guard } = await recordsGone();
    await sync.decide(...restore('s1', 's2'));
    expect((await sync.run()).end).toBe('held');
    await sync.decide({ kind: 'confirm', guard });
    await days(world, sync, 2);
    expect(new Set(own(world).map(({ start }) => start))).toEqual(new Set([at(-700), at(100), at(200)]));
  });

  it('leaves a wish for what was removed before, and is back, to a run that is not held', async () => {
    const { world, sync, guard, former } = await recordsGone();
    if (former) tell(world, [former]);
    await sync.run();
    await sync.decide(...restore('former'));
    expect((await sync.run()).end).toBe('held');
    await sync.decide({ kind: 'confirm', guard });
    await days(world, sync, 2);
    expect((await sync.explain('former')).link?.state).toBe('active');
  });
});

describe('a held loss', () => {
  it('S9 passes as ever once enough of it is back by itself', async () => {
    const { world, sync, all } = await held8();
    for (const key of KEYS.slice(3)) world.sessions.set(key, all.get(key) ?? trained(key, 0, 1));
    tell(world, [run('new', 1500, 1560)]);
    expect((await sync.run()).end).toBe('done');
    expect([...world.rows.keys()]).not.toContain('held/');
  });

  it('S9 passes with the yes that was said of more, where a part is back by itself', async () => {
    const { world, sync, all, guard } = await held8();
    await sync.decide({ kind: 'confirm', guard });
    world.sessions.set(FIRST, all.get(FIRST) ?? trained(FIRST, 0, 1));
    expect((await sync.run()).end).toBe('done');
    expect(importedIn(world)).toEqual([FIRST]);
  });

  it('takes no other answer away', async () => {
    const { world, sync } = await held8();
    const answers = () => [...world.rows.keys()].filter((key) => key.startsWith('answer/'));
    for (const kind of ['export', 'keep-workout'] as const) await sync.decide({ kind, key: 'wit' });
    const before = answers();
    expect((await sync.run()).end).toBe('held');
    expect([before.length, answers()]).toEqual([2, before]);
  });

  it('E4 is two notes a run to the state', async () => {
    const { world, sync } = await held8();
    world.calls.length = 0;
    expect((await sync.run()).end).toBe('held');
    expect(world.calls.filter((call) => call === 'state.transact')).toHaveLength(2);
  });

  it('of another phone says nothing of a wish on this one', async () => {
    const { world } = await held8();
    await adoptState({ state: world.state, account: 'ada', device: 'new', store: world.store });
    const sync = world.open({ device: 'new' });
    await sync.decide(...restore(...KEYS));
    expect((await sync.run()).end).toBe('held');
  });
});

describe('what is deleted beside confirmed removals that fail', () => {
  /** Eight sessions are gone, with the yes of the user, and their records cannot be removed; others are there. */
  const failing8 = async (...others: readonly string[]) => {
    const keys = Array.from({ length: 8 }, (_, n) => `s${n}`);
    const open = trained('open', 1900, 1910, { state: 'open' });
    const sessions = [...keys, ...others].map((key, n) => trained(key, n * 100, n * 100 + 60));
    const world = plainWorld([], [open, ...sessions]);
    const sync = world.open();
    await days(world, sync, 2);
    forget(world, ...keys);
    const { guard = '' } = await sync.run();
    await sync.decide({ kind: 'confirm', guard });
    failing(world, 'store.remove', 'unknown');
    expect((await sync.run()).end).toBe('done');
    return { world, sync };
  };

  it('S9 is counted by itself: what was confirmed goes on', async () => {
    const { world, sync } = await failing8('a', 'b', 'c');
    forget(world, 'a');
    expect((await sync.run()).end).toBe('done');
    works(world);
    await days(world, sync, 2);
    expect(own(world)).toHaveLength(2);
  });

  it('S9 is held where it is all that is left, until its own yes', async () => {
    const { world, sync } = await failing8('a', 'b');
    forget(world, 'a', 'b');
    const { end, guard = '' } = await sync.run();
    expect(end).toBe('held');
    expect((await sync.preview()).guard).toMatchObject({ id: guard, removals: 10, held: true });
    await sync.decide({ kind: 'confirm', guard });
    works(world);
    await days(world, sync, 3);
    expect(own(world)).toEqual([]);
  });
});

describe('restore, said to a sink', () => {
  it('brings back what was held, once that is confirmed', async () => {
    const world = plainWorld([FAR, ...KEYS.map((_, n) => run(`w${n}`, n * 100, n * 100 + 60))]);
    const sync = world.open({ sessions: unlisted(world.app) });
    await sync.run();
    forget(world, ...KEYS);
    tell(
      world,
      KEYS.map((_, n) => run(`w${n}`, n * 100, n * 100 + 70)),
    );
    const { end, guard = '' } = await sync.run();
    expect(end).toBe('held');
    await sync.decide(...restore(FIRST));
    expect((await sync.run()).end).toBe('held');
    await sync.decide({ kind: 'confirm', guard });
    await days(world, sync, 2);
    expect(importedIn(world)).toEqual([FIRST]);
  });
});
