import { describe, expect, it } from 'vitest';
import type { SessionStore } from '../../src/ports/session-store';
import type { Sync } from '../../src/sync/surface/sync';
import { at, own, type PlainWorld, plainWorld, run, tell, trained } from './plain-world';

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
