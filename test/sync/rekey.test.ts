import { describe, expect, it } from 'vitest';
import type { SessionStore } from '../../src/ports/session-store';
import type { Sync } from '../../src/sync/surface/sync';
import {
  at,
  days,
  FAR,
  isThere,
  own,
  type PlainWorld,
  plainWorld,
  run,
  tell,
  trained,
  unlisted,
  WIT,
} from './plain-world';

describe('R3 a session that gets another key while a run is under way', () => {
  const renamedDuring = (world: PlainWorld, teller: () => Sync, from: string, to: string): SessionStore => {
    let isDone = false;
    return {
      ...world.app,
      read: async (request) => {
        if (!isDone) {
          isDone = true;
          // The order that leaves no gap: sync is told first, then the row gets its new key.
          await teller().decide({ kind: 'rekey', from, to });
          const session = world.sessions.get(from);
          world.sessions.delete(from);
          if (session) world.sessions.set(to, { ...session, key: to });
        }
        return world.app.read?.(request) as never;
      },
    };
  };

  it.each(['the same Sync', 'another process'])('keeps its record, told by %s', async (who) => {
    const world = plainWorld([run('far', -900, -850)], [trained('local-1', 0, 60), trained('s2', 100, 160)]);
    await world.open().run();
    const other = world.open();
    const sync: Sync = world.open({
      sessions: renamedDuring(world, () => (who === 'the same Sync' ? sync : other), 'local-1', 'srv-9'),
    });
    const before = world.calls.length;
    for (let n = 0; n < 5; n++) await sync.run();
    expect(own(world)).toHaveLength(2);
    expect(world.calls.slice(before).filter((call) => call.startsWith('store.remove'))).toEqual([]);
  });

  it('stays linked to the workout that it came from', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s2', 100, 160)]);
    await world.open().run();
    const sync: Sync = world.open({ sessions: renamedDuring(world, () => sync, 'apple-health:w1', 'srv-9') });
    await sync.run();
    await sync.run();
    tell(world, [run('w1', 0, 75)]);
    await sync.run();
    expect(world.sessions.get('srv-9')?.end).toBe(at(75));
  });
});

describe('a key that is told late', () => {
  const listedFirst = async (absenceMeansDeleted: boolean) => {
    const world = plainWorld([FAR], [WIT, trained('local-1', 0, 60)]);
    const sync = world.open({ sessions: { ...world.app, absenceMeansDeleted } });
    await sync.run();
    world.sessions.delete('local-1');
    world.sessions.set('srv-9', trained('srv-9', 0, 60));
    if (!absenceMeansDeleted) world.sessions.set('srv-9', trained('srv-9', 300, 360, { revision: 'r2' }));
    await days(world, sync, 1);
    await sync.decide({ kind: 'rekey', from: 'local-1', to: 'srv-9' });
    await days(world, sync, 4);
    return { world, sync };
  };

  it('S12 leaves the session the record that it has got meanwhile', async () => {
    const { world, sync } = await listedFirst(true);
    expect([isThere(world, 0), own(world).length]).toEqual([true, 2]);
    expect((await sync.explain('srv-9')).link?.state).toBe('active');
  });

  it('goes on with the older record, where nothing has closed it', async () => {
    const { sync } = await listedFirst(false);
    expect((await sync.explain('srv-9')).link?.base.version).toBe(2);
  });

  it('is no news of a session that no run has seen before', async () => {
    const world = plainWorld([FAR], [WIT, trained('srv-9', 0, 60)]);
    const sync = world.open();
    await sync.run();
    await sync.decide({ kind: 'rekey', from: 'local-1', to: 'srv-9' });
    await days(world, sync, 3);
    expect(removedIn(world)).toEqual([]);
    expect(own(world)).toHaveLength(2);
  });

  it('is told in time where only another session had that key', async () => {
    const world = plainWorld([FAR], [WIT, trained('b', 0, 60)]);
    const sync = world.open();
    await sync.run();
    await sync.decide({ kind: 'rekey', from: 'b', to: 'c' }, { kind: 'rekey', from: 'draft', to: 'b' });
    world.sessions.set('c', trained('c', 0, 60));
    world.sessions.set('b', trained('b', 300, 360));
    await days(world, sync, 3);
    expect([isThere(world, 0), isThere(world, 300), own(world).length]).toEqual([true, true, 3]);
  });
});

/** A session that sync knows as `local-1` and the app as `srv-9`, from the minute 0 to 60. */
const renamedOnce = async () => {
  const world = plainWorld([FAR], [WIT, trained('local-1', 0, 60)]);
  const sync = world.open();
  await sync.run();
  await sync.decide({ kind: 'rekey', from: 'local-1', to: 'srv-9' });
  world.sessions.delete('local-1');
  world.sessions.set('srv-9', trained('srv-9', 0, 60, { revision: 'r2' }));
  return { world, sync };
};

const removedIn = ({ calls }: PlainWorld) => calls.filter((call) => call.startsWith('store.remove'));

const versionsOf = (world: PlainWorld) => own(world).map(({ start, external }) => [start, external?.id]);

describe('S6 an old key that the app gives to another session', () => {
  it.each(['later', 'before any list'])('%s, leaves each its own record', async (when) => {
    const { world, sync } = await renamedOnce();
    if (when === 'later') await days(world, sync, 2);
    const before = versionsOf(world);
    world.sessions.set('local-1', trained('local-1', 300, 360));
    await days(world, sync, 1);
    await days(world, world.open(), 3);
    expect(versionsOf(world)).toEqual(expect.arrayContaining(before));
    expect([isThere(world, 0), isThere(world, 300), own(world).length]).toEqual([true, true, 3]);
  });

  it('is changed in its turn, and given away once more', async () => {
    const { world, sync } = await renamedOnce();
    world.sessions.set('local-1~1', trained('local-1~1', 900, 960));
    await days(world, sync, 2);
    for (const [from, to] of [
      [300, 'srv-10'],
      [600, 'srv-11'],
    ] as const) {
      world.sessions.set('local-1', trained('local-1', from, from + 60));
      await days(world, sync, 2);
      await sync.decide({ kind: 'rekey', from: 'local-1', to });
      world.sessions.delete('local-1');
      world.sessions.set(to, trained(to, from, from + 60));
      await days(world, sync, 2);
    }
    expect([0, 300, 600, 900].map((minute) => isThere(world, minute))).toEqual([true, true, true, true]);
    expect(own(world)).toHaveLength(5);
    expect(removedIn(world)).toEqual([]);
  });

  it.each(['in the same list', 'once, and deleted'])(
    'gets no name that another session has, listed %s',
    async (when) => {
      const { world, sync } = await renamedOnce();
      await days(world, sync, 1);
      world.sessions.set('local-1~1', trained('local-1~1', 300, 360));
      if (when !== 'in the same list') {
        await days(world, sync, 1);
        world.sessions.delete('local-1~1');
        await days(world, sync, 1);
      }
      world.sessions.set('local-1', trained('local-1', 600, 660));
      await days(world, sync, 1);
      expect([0, 300, 600].map((minute) => isThere(world, minute))).toEqual([true, when === 'in the same list', true]);
    },
  );

  it('is another session also where both of its keys come at once', async () => {
    const { world, sync } = await renamedOnce();
    await sync.decide({ kind: 'rekey', from: 'local-1', to: 'srv-10' });
    world.sessions.set('srv-10', trained('srv-10', 300, 360));
    await days(world, sync, 3);
    expect([isThere(world, 0), isThere(world, 300), removedIn(world)]).toEqual([true, true, []]);
  });

  it('gets another key before any list shows it', async () => {
    const { world, sync } = await renamedOnce();
    await days(world, sync, 1);
    await sync.decide({ kind: 'rekey', from: 'local-1', to: 'srv-10' });
    world.sessions.set('srv-10', trained('srv-10', 300, 360));
    await days(world, sync, 3);
    expect([isThere(world, 0), isThere(world, 300), own(world).length]).toEqual([true, true, 3]);
  });
});

describe('S8 the old key of a session that has another one', () => {
  it('is gone without the session', async () => {
    const { world } = await renamedOnce();
    const broken = async () => ({ items: [WIT], gone: ['local-1'], complete: false, window: { start: 0, end: 1 } });
    await days(world, world.open({ sessions: { ...world.app, read: broken } }), 2);
    await days(world, world.open(), 3);
    expect(isThere(world, 0)).toBe(true);
    expect(removedIn(world)).toEqual([]);
  });

  it('leads to it until the app has changed its row', async () => {
    const { world, sync } = await renamedOnce();
    await days(world, sync, 1);
    await sync.decide({ kind: 'rekey', from: 'srv-9', to: 'srv-10' });
    await days(world, sync, 1);
    world.sessions.delete('srv-9');
    world.sessions.set('srv-10', trained('srv-10', 0, 60));
    await days(world, sync, 2);
    expect(removedIn(world)).toEqual([]);
    expect(own(world)).toHaveLength(2);
  });

  it('S2 is no second session in a list during which the row was changed', async () => {
    const { world, sync } = await renamedOnce();
    world.sessions.set('local-1', trained('local-1', 300, 360));
    await days(world, sync, 1);
    world.sessions.delete('local-1');
    await sync.decide({ kind: 'rekey', from: 'srv-9', to: 'srv-10' });
    world.sessions.set('srv-10', trained('srv-10', 600, 660, { revision: 'r3' }));
    await days(world, sync, 1);
    world.sessions.delete('srv-9');
    await days(world, sync, 2);
    expect([isThere(world, 600), own(world).length, removedIn(world)]).toEqual([true, 2, []]);
  });

  it('leads to it where a list comes between two messages and the second change of the row', async () => {
    const { world, sync } = await renamedOnce();
    await sync.decide({ kind: 'rekey', from: 'srv-9', to: 'srv-10' });
    await days(world, sync, 1);
    world.sessions.delete('srv-9');
    world.sessions.set('srv-10', trained('srv-10', 0, 60));
    await days(world, sync, 2);
    expect([isThere(world, 0), own(world).length, removedIn(world)]).toEqual([true, 2, []]);
    expect([...world.rows.keys()].filter((row) => row.startsWith('alias/'))).toEqual(['alias/srv-10']);
  });

  it('leads to it where a list shows it under both of two new keys', async () => {
    const { world, sync } = await renamedOnce();
    await sync.decide({ kind: 'rekey', from: 'srv-9', to: 'srv-10' });
    world.sessions.set('srv-10', trained('srv-10', 0, 60, { revision: 'r3' }));
    await days(world, sync, 1);
    world.sessions.delete('srv-9');
    await days(world, sync, 2);
    expect([isThere(world, 0), own(world).length, removedIn(world)]).toEqual([true, 2, []]);
  });

  it('leads to it again where the app has gone back to it', async () => {
    const { world, sync } = await renamedOnce();
    await days(world, sync, 1);
    world.sessions.delete('srv-9');
    world.sessions.set('local-1', trained('local-1', 0, 60));
    await days(world, sync, 3);
    expect([own(world).length, removedIn(world)]).toEqual([2, []]);
  });
});

describe('S7 of several keys that were said of a session, the app is asked by', () => {
  const KEY = 'apple-health:w1';

  const listedAs = async (key: string, ...said: readonly (readonly [string, string])[]) => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const sync = world.open();
    await sync.run();
    for (const [from, to] of said) await sync.decide({ kind: 'rekey', from, to });
    const session = world.sessions.get(KEY);
    world.sessions.delete(KEY);
    if (session) world.sessions.set(key, { ...session, key });
    await days(world, sync, 1);
    return { world, sync };
  };

  const follows = async (world: PlainWorld, key: string): Promise<boolean> => {
    tell(world, [run('w1', 0, 75)]);
    await days(world, world.open(), 3);
    return world.sessions.get(key)?.end === at(75);
  };

  it.each([
    ['z9', 'c3'],
    ['c3', 'z9'],
  ])('the last one (%s, then %s), also after a restart', async (first, last) => {
    const { world } = await listedAs(last, [KEY, first], [KEY, last]);
    expect(await follows(world, last)).toBe(true);
  });

  it('the one that it lists, whatever an older message repeats', async () => {
    const { world, sync } = await listedAs('C', [KEY, 'B'], ['B', 'C'], [KEY, 'B']);
    await sync.decide({ kind: 'rekey', from: 'B', to: 'C' }, { kind: 'rekey', from: KEY, to: 'B' });
    expect(await follows(world, 'C')).toBe(true);
    expect(world.rows.get('alias/C')).toBe(JSON.stringify({ key: KEY }));
    expect([...world.rows.keys()].filter((row) => row.startsWith('alias/'))).toEqual(['alias/C']);
  });

  it('its first one again', async () => {
    const { world, sync } = await listedAs('B', [KEY, 'B']);
    await sync.decide({ kind: 'rekey', from: 'B', to: KEY });
    const session = world.sessions.get('B');
    world.sessions.delete('B');
    if (session) world.sessions.set(KEY, { ...session, key: KEY });
    expect(await follows(world, KEY)).toBe(true);
    expect([...world.rows.keys()].filter((row) => row.startsWith('alias/'))).toEqual([]);
  });

  it('an app that cannot list its sessions: the last one', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)]);
    const sync = world.open({ sessions: unlisted(world.app) });
    await sync.run();
    for (const to of ['z9', 'c3']) await sync.decide({ kind: 'rekey', from: KEY, to });
    const session = world.sessions.get(KEY);
    world.sessions.delete(KEY);
    if (session) world.sessions.set('c3', { ...session, key: 'c3' });
    tell(world, [run('w1', 0, 75)]);
    await days(world, world.open({ sessions: unlisted(world.app) }), 3);
    expect(world.sessions.get('c3')?.end).toBe(at(75));
  });
});
