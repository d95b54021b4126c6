import { describe, expect, it } from 'vitest';
import { at, days, FAR, isThere, own, plainWorld, run, tell, trained, WIT } from './plain-world';

describe('answers', () => {
  it('S5 given by the new key of a session before it was told count for that session', async () => {
    const world = plainWorld([FAR], [WIT, trained('local-1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    const record = own(world).find(({ start }) => start === at(0));
    tell(world, [], [record?.key ?? '']);
    await days(world, sync, 1);
    await sync.decide({ kind: 'restore', key: 'srv-9' }, { kind: 'rekey', from: 'local-1', to: 'srv-9' });
    world.sessions.delete('local-1');
    world.sessions.set('srv-9', trained('srv-9', 0, 60));
    await days(world, sync, 3);
    expect(isThere(world, 0)).toBe(true);
  });

  it.each([
    ['a', 'srv-9', 'w1'],
    ['b', 'w1', 'srv-9'],
  ])('about a pair go over to it, too (%s)', async (_, a, b) => {
    const world = plainWorld([FAR, run('w1', 25, 95)], [WIT, trained('local-1', 0, 60)]);
    const sync = world.open();
    await sync.decide({ kind: 'same', a, b }, { kind: 'rekey', from: 'local-1', to: 'srv-9' });
    world.sessions.delete('local-1');
    world.sessions.set('srv-9', trained('srv-9', 0, 60));
    await days(world, sync, 2);
    expect((await sync.explain('srv-9')).link?.workout).toBe('w1');
  });

  it.each([
    ['w2', 'that sync knows'],
    ['w3', 'that its session was linked with'],
  ])('stay with the workout %s of that key, %s', async (key) => {
    const world = plainWorld([FAR, run('w1', 0, 60), run('w2', 10, 90)], [WIT, trained('local-1', 500, 560)]);
    const sync = world.open();
    await sync.run();
    tell(world, [run('w3', 0, 61)], ['w1']);
    await days(world, sync, 1);
    tell(world, [], ['w3']);
    await days(world, sync, 1);
    await sync.decide({ kind: 'different', a: 'apple-health:w1', b: key }, { kind: 'rekey', from: 'local-1', to: key });
    expect([...world.rows.keys()].filter((row) => row.startsWith('answer/'))).toEqual([
      `answer/pair:apple-health:w1%0020${key}`,
    ]);
  });

  it('stay with the session that has the key as its name', async () => {
    const world = plainWorld([FAR], [WIT, trained('b', 0, 60)]);
    const sync = world.open();
    await sync.decide({ kind: 'rekey', from: 'b', to: 'c' }, { kind: 'export', key: 'c' });
    await sync.decide({ kind: 'rekey', from: 'draft', to: 'b' });
    expect([...world.rows.keys()].filter((row) => row.startsWith('answer/'))).toEqual(['answer/export:b']);
  });

  it('stay with a session that keeps the key as its own', async () => {
    const world = plainWorld([FAR], [WIT, trained('srv-9', 0, 60)]);
    const sync = world.open();
    await sync.run();
    await sync.decide({ kind: 'export', key: 'srv-9' }, { kind: 'rekey', from: 'local-1', to: 'srv-9' });
    expect([...world.rows.keys()].filter((row) => row.startsWith('answer/'))).toEqual(['answer/export:srv-9']);
  });

  it('about keys with spaces are not mixed up', async () => {
    const world = plainWorld(
      [FAR, run('b c', 0, 60), run('c', 525, 595)],
      [WIT, trained('a', 0, 60), trained('a b', 500, 560)],
    );
    const sync = world.open();
    await sync.decide({ kind: 'different', a: 'a', b: 'b c' }, { kind: 'same', a: 'a b', b: 'c' });
    await days(world, sync, 2);
    expect([...world.sessions.keys()]).toContain('apple-health:b c');
    expect((await sync.explain('a b')).link?.workout).toBe('c');
  });

  it('about keys without spaces keep their rows', async () => {
    const world = plainWorld();
    await world.open().decide({ kind: 'same', a: 'w1', b: 's1' });
    expect(world.rows.get('answer/pair:s1%0020w1')).toBe(JSON.stringify({ kind: 'same', a: 'w1', b: 's1' }));
  });
});
