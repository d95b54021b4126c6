import { describe, expect, it } from 'vitest';
import { FIRST, forget, heldOf, importedIn, KEYS, restore } from './held-world';
import { days, type PlainWorld, run, tell, trained } from './plain-world';

type Held = Awaited<ReturnType<typeof heldOf>>;

/** All but three of them are back by themselves: so few are not held. */
const mostComeBack = ({ world, all }: Pick<Held, 'world' | 'all'>): void => {
  for (const key of KEYS.slice(3)) world.sessions.set(key, all.get(key) ?? trained(key, 0, 1));
};

const wishesIn = (world: PlainWorld) => [...world.rows.keys()].filter((key) => key.startsWith('answer/restore'));

describe('the rest of a held loss, most of which is back by itself', () => {
  it('S9 is held where a part of it was taken back: that was no yes to the rest', async () => {
    const held = await heldOf();
    await held.sync.decide(...restore(FIRST));
    mostComeBack(held);
    expect((await held.sync.run()).end).toBe('held');
  });

  it('S9 passes beside a wish that was said of no loss', async () => {
    const held = await heldOf();
    await held.sync.decide(...restore('apple-health:far'));
    mostComeBack(held);
    expect((await held.sync.run()).end).toBe('done');
    expect(importedIn(held.world)).toEqual(KEYS.slice(3));
  });

  it('S9 passes beside a wish for what goes all the same, since its workout is gone as well', async () => {
    const held = await heldOf();
    await held.sync.decide(...restore(FIRST));
    tell(held.world, [], ['w0']);
    mostComeBack(held);
    expect((await held.sync.run()).end).toBe('done');
    expect(importedIn(held.world)).toEqual(KEYS.slice(3));
  });

  it('S9 passes beside a wish for what went before, and waits for its workout', async () => {
    const held = await heldOf();
    const { world, sync, all, guard } = held;
    await sync.decide(...restore(FIRST), { kind: 'confirm', guard });
    tell(world, [], ['w0']);
    mostComeBack(held);
    expect((await sync.run()).end).toBe('done');
    expect(wishesIn(world)).toHaveLength(1);
    tell(world, [run('w9', 900, 960), run('w10', 1000, 1060), run('w11', 1100, 1160)]);
    await days(world, sync, 1);
    const later = ['w9', 'w10', 'w11'].map((key) => `apple-health:${key}`);
    for (const key of later) all.set(key, world.sessions.get(key) ?? trained(key, 0, 1));
    forget(world, ...later, ...KEYS.slice(3));
    expect((await sync.run()).end).toBe('held');
    for (const key of [...KEYS.slice(3), ...later.slice(1)])
      world.sessions.set(key, all.get(key) ?? trained(key, 0, 1));
    expect((await sync.run()).end).toBe('done');
    expect(world.sessions.has('apple-health:w9')).toBe(false);
  });
});
