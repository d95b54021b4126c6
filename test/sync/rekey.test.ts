import { describe, expect, it } from 'vitest';
import type { SessionStore } from '../../src/ports/session-store';
import type { Sync } from '../../src/sync/surface/sync';
import { at, days, FAR, isThere, own, type PlainWorld, plainWorld, run, tell, trained, WIT } from './plain-world';

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
    expect(world.calls.filter((call) => call.startsWith('store.remove'))).toEqual([]);
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
