import { describe, expect, it } from 'vitest';
import { FIRST, forget, heldOf, importedIn, importedOf, KEYS, restore } from './held-world';
import { days, dieFrom, type PlainWorld, run, tell, trained } from './plain-world';

describe('restore, said of imports whose loss is held', () => {
  it('S4 brings all of them back, and a later yes to the rest has nothing to use up', async () => {
    const { world, sync, guard } = await heldOf();
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
      const { world, sync } = await heldOf();
      await sync.decide(...restore(...KEYS));
      expect((await sync.preview()).guard).toMatchObject({ removals: 0, held: false });
      await between(world);
      expect(await sync.run()).toMatchObject({ end: 'done', counts: { imported: 8 } });
      expect(sync.getSnapshot().sync).toEqual({ kind: 'idle' });
    },
  );

  it.each(['before', 'after'] as const)('S9 leaves the rest held until the yes, said %s it', async (when) => {
    const { world, sync, guard } = await heldOf();
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
    const { world } = await heldOf();
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
    const { world, sync } = await heldOf();
    await sync.decide(...restore(...KEYS));
    forget(world, 'apple-health:far');
    expect((await sync.run()).end).toBe('done');
    expect([...world.sessions.keys()]).toEqual(['wit', ...KEYS.toReversed()]);
  });

  it('S4 does not overrule a deletion that came after it', async () => {
    const { world, sync } = await importedOf();
    await sync.decide(...restore(...KEYS));
    forget(world, ...KEYS);
    const { end, guard = '' } = await sync.run();
    expect(end).toBe('held');
    await sync.decide({ kind: 'confirm', guard });
    await days(world, sync, 2);
    expect(importedIn(world)).toEqual([]);
  });

  it('S4 is over once the session is back by itself, and does not lie in wait for its next deletion', async () => {
    const { world, sync, all } = await heldOf();
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
    const { world, sync, guard } = await heldOf();
    await sync.decide(...restore(FIRST), { kind: 'confirm', guard });
    tell(world, [], ['w0']);
    await days(world, sync, 2);
    expect(importedIn(world)).toEqual([]);
    tell(world, [run('w0', 0, 60)]);
    await days(world, sync, 2);
    expect(importedIn(world)).toEqual([FIRST]);
  });

  it('waits while a session over the same time is recorded', async () => {
    const { world, sync } = await heldOf();
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
      const { world, sync, guard } = await heldOf();
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
    const { world } = await importedOf();
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
    const { world, sync, guard } = await heldOf();
    await sync.decide(...restore(...KEYS.slice(0, 2)), { kind: 'confirm', guard });
    let ends: string | undefined;
    for (let turn = 0; turn < 20 && ends !== 'done'; turn++) ends = (await sync.run({ budgetSteps: 1 })).end;
    expect([ends, importedIn(world)]).toEqual(['done', KEYS.slice(0, 2)]);
  });
});
