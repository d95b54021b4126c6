import { describe, expect, it } from 'vitest';
import type { SessionStore } from '../../src/ports/session-store';
import { adoptState } from '../../src/state/adopt-state';
import { FIRST, forget, heldOf, importedIn, KEYS, restore } from './held-world';
import { at, days, failing, own, plainWorld, run, tell, trained, works } from './plain-world';

describe('a held loss', () => {
  it('S9 passes as ever once enough of it is back by itself', async () => {
    const { world, sync, all } = await heldOf();
    for (const key of KEYS.slice(3)) world.sessions.set(key, all.get(key) ?? trained(key, 0, 1));
    tell(world, [run('new', 1500, 1560)]);
    expect((await sync.run()).end).toBe('done');
    expect([...world.rows.keys()]).not.toContain('held/');
  });

  it('S9 passes with the yes that was said of more, where a part is back by itself', async () => {
    const { world, sync, all, guard } = await heldOf();
    await sync.decide({ kind: 'confirm', guard });
    world.sessions.set(FIRST, all.get(FIRST) ?? trained(FIRST, 0, 1));
    expect((await sync.run()).end).toBe('done');
    expect(importedIn(world)).toEqual([FIRST]);
  });

  it('takes no other answer away', async () => {
    const { world, sync } = await heldOf();
    const answers = () => [...world.rows.keys()].filter((key) => key.startsWith('answer/'));
    for (const kind of ['export', 'keep-workout'] as const) await sync.decide({ kind, key: 'wit' });
    const before = answers();
    expect((await sync.run()).end).toBe('held');
    expect([before.length, answers()]).toEqual([2, before]);
  });

  it('E4 is two notes a run to the state', async () => {
    const { world, sync } = await heldOf();
    world.calls.length = 0;
    expect((await sync.run()).end).toBe('held');
    expect(world.calls.filter((call) => call === 'state.transact')).toHaveLength(2);
  });

  it('of another phone says nothing of a wish on this one', async () => {
    const { world } = await heldOf();
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

describe('what was confirmed', () => {
  /** Eight sessions are gone, with the yes of the user, and their records cannot be removed; others are there. */
  const failing8 = async (others: number) => {
    const keys = Array.from({ length: 8 }, (_, n) => `s${n}`);
    const rest = Array.from({ length: others }, (_, n) => `o${n}`);
    const sessions = [...keys, ...rest].map((key, n) => trained(key, n * 100, n * 100 + 60));
    const world = plainWorld([], [trained('open', 1950, 1960, { state: 'open' }), ...sessions]);
    const list = { complete: true };
    const app: SessionStore = {
      ...world.app,
      read: async ({ window }) => ({ items: [...world.sessions.values()], complete: list.complete, window }),
    };
    const sync = world.open({ sessions: app });
    await days(world, sync, 2);
    forget(world, ...keys);
    const { guard = '' } = await sync.run();
    await sync.decide({ kind: 'confirm', guard });
    failing(world, 'store.remove', 'unknown');
    expect((await sync.run()).end).toBe('done');
    return { world, sync, list };
  };

  it('S9 stays so where more is confirmed while the app gives a part of its list', async () => {
    const { world, sync, list } = await failing8(9);
    list.complete = false;
    const gone = own(world).filter(({ start }) => start >= at(800) && start < at(1500));
    tell(
      world,
      [],
      gone.map(({ key }) => key),
    );
    const { end, guard = '' } = await sync.run();
    expect(end).toBe('held');
    await sync.decide({ kind: 'confirm', guard });
    expect((await sync.run()).end).toBe('done');
    list.complete = true;
    works(world);
    expect((await sync.run()).end).toBe('done');
  });

  it('S9 counts where a preview has shown it beside removals that fail', async () => {
    const { world, sync } = await failing8(2);
    forget(world, 'o0', 'o1');
    const { held, id } = (await sync.preview()).guard;
    expect(held).toBe(true);
    await sync.decide({ kind: 'confirm', guard: id });
    expect((await sync.run()).end).toBe('done');
  });
});
