import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import { FIRST, forget, heldOf, importedIn, importedOf, KEYS, restore, there, workoutsOf } from './held-world';
import { at, days, FAR, own, plainWorld, run, tell, trained, unlisted, WIT } from './plain-world';

describe('a wish said of a held loss', () => {
  it('S4 is over once the session is back by itself, also while imports are off', async () => {
    const { world, sync, all, keys } = await heldOf();
    await sync.decide(...restore(FIRST));
    await sync.configure(settingsFrom({ import: { enabled: false } }));
    for (const key of keys) world.sessions.set(key, all.get(key) ?? WIT);
    expect((await sync.run()).end).toBe('done');
    forget(world, FIRST);
    await sync.configure(settingsFrom({ import: { enabled: true } }));
    await days(world, sync, 2);
    expect(world.sessions.has(FIRST)).toBe(false);
  });

  it('S4 is over once the session is back by itself, also while workouts may not be read', async () => {
    const { world, sync, all, keys } = await heldOf();
    await sync.decide(...restore(FIRST));
    for (const key of keys) world.sessions.set(key, all.get(key) ?? WIT);
    const before = world.access;
    world.access = { ...before, read: 'denied' };
    expect((await sync.run()).end).toBe('done');
    forget(world, FIRST);
    world.access = before;
    await days(world, sync, 2);
    expect(world.sessions.has(FIRST)).toBe(false);
  });

  it('S9 is no yes to the rest where what is taken back waits for a session that is being recorded', async () => {
    const { world, sync } = await heldOf(6);
    world.sessions.set('open', trained('open', 10, 20, { state: 'open' }));
    await sync.decide(...restore(FIRST));
    expect((await sync.run()).end).toBe('held');
    expect((await sync.run()).end).toBe('held');
  });

  it('is not every wish: one that was said of no loss waits with its link', async () => {
    const { world, sync } = await importedOf();
    await sync.configure(settingsFrom({ import: { enabled: false } }));
    await sync.decide(...restore(FIRST));
    expect((await sync.run()).end).toBe('done');
    expect([...world.rows.keys()].filter((key) => key.startsWith('answer/'))).toHaveLength(1);
  });

  it('S9 is no yes to the rest where a backfill has brought a part back', async () => {
    const { sync } = await heldOf(6);
    await sync.decide(...restore(FIRST));
    expect((await sync.run()).end).toBe('held');
    await sync.run({ kind: 'backfill', window: { start: at(-50), end: at(1000) } });
    expect((await sync.run()).end).toBe('held');
  });

  it('S4 is heeded where the yes was given and a run was cut short', async () => {
    const { world, sync, keys, guard } = await heldOf();
    await sync.decide({ kind: 'confirm', guard });
    expect((await sync.run({ budgetSteps: 2 })).end).toBe('budget');
    await sync.decide(...restore(...keys));
    await days(world, sync, 3);
    expect(there(world, keys)).toEqual(keys);
  });

  it('of a match is kept by a run that is held once more', async () => {
    const workouts = workoutsOf(8);
    const world = plainWorld(
      [FAR, ...workouts],
      [WIT, ...workouts.map((_, n) => trained(`s${n}`, n * 100, n * 100 + 60))],
    );
    const sync = world.open();
    await days(world, sync, 2);
    const gone = workouts.map(({ key }) => key);
    tell(world, [], gone);
    const { end, guard = '' } = await sync.run();
    expect(end).toBe('held');
    await sync.decide(...restore('s1'));
    expect((await sync.run()).end).toBe('held');
    await sync.decide({ kind: 'confirm', guard });
    await days(world, sync, 2);
    expect(own(world).map(({ start }) => start)).toContain(at(100));
  });

  it('is not one where a preview has shown the loss, and no run has held it yet', async () => {
    const { world, sync, keys } = await importedOf();
    forget(world, ...keys);
    expect((await sync.preview()).guard.held).toBe(true);
    await sync.decide(...restore(...keys));
    expect((await sync.run()).end).toBe('held');
    await sync.decide(...restore(...keys));
    expect((await sync.run()).end).toBe('done');
    expect(there(world, keys)).toEqual(keys);
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
