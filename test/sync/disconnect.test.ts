import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/domain/session';
import type { HealthStore, WorkoutWriter } from '../../src/ports/health-store';
import type { SessionStore } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import type { DisconnectOptions } from '../../src/sync/surface/sync';
import { dyingBehindRemoval, removeByUser } from './lost-answers';
import {
  at,
  days,
  dieFrom,
  doneSince,
  FAR,
  failing,
  isThere,
  OURS,
  own,
  type PlainWorld,
  plainWorld,
  run,
  THEIRS,
  tell,
  trained,
  unlisted,
  WIT,
  works,
} from './plain-world';

describe('a disconnect that was cut short', () => {
  it('what it took away before the phone was locked goes out again with the next run of the same process', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    let removals = 0;
    world.interfere = (call) => {
      if (call === 'store.remove' && ++removals > 1) throw storeError('locked', 'the phone is locked');
    };
    expect((await sync.disconnect(OURS)).end).toBe('problem');
    works(world);
    expect(own(world)).toHaveLength(1);
    await days(world, sync, 3);
    expect(own(world)).toHaveLength(2);
  });

  const AGAIN = ['called again', 'connected again at once'] as const;

  /** The user comes back, ends the connection once more or not, and then starts anew. */
  const comeBack = async (
    world: PlainWorld,
    way: (typeof AGAIN)[number],
    options: DisconnectOptions,
    sessions = world.app,
  ) => {
    works(world);
    world.now += 7_200_000;
    if (way === 'called again') {
      const sync = world.open({ sessions });
      expect(await sync.disconnect(options)).toMatchObject({ end: 'done' });
    }
    await world.open({ sessions }).connect();
    const report = await world.open({ sessions }).run();
    expect(report).toMatchObject({ end: 'done' });
    expect([...world.rows.keys()].filter((key) => key.startsWith('ending/'))).toEqual([]);
    return report;
  };

  it.each(AGAIN)('R1 by death behind the removal of our record, and %s', async (way) => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    await world.open().run();
    await world.open({ store: dyingBehindRemoval(world, -700) }).disconnect(OURS);
    expect(isThere(world, -700)).toBe(false);
    await comeBack(world, way, OURS);
    // R5: the store may remember the version of a record that is gone.
    expect(own(world).map(({ start, external }) => [start, external?.version])).toContainEqual([at(-700), 2]);
    expect(own(world)).toHaveLength(2);
  });

  it('is seen to by a preview', async () => {
    const world = plainWorld([FAR], [WIT]);
    await world.open().run();
    await world.open({ store: dyingBehindRemoval(world, -700) }).disconnect(OURS);
    works(world);
    world.now += 600_000;
    await world.open().connect();
    const { steps } = await world.open().preview();
    expect(steps.map(({ effect }) => effect.kind)).toEqual(['export']);
  });

  it.each(AGAIN)('by death ahead of the removal of our record, and %s', async (way) => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    await world.open().run();
    dieFrom(world, 'store.remove');
    await world.open().disconnect(OURS);
    expect(own(world)).toHaveLength(2);
    doneSince(world);
    await comeBack(world, way, OURS);
    expect(own(world)).toHaveLength(2);
    expect(doneSince(world)).toHaveLength(way === 'called again' ? 4 : 0);
  });

  it.each(AGAIN)(
    'S5 by death ahead of the removal of our record, and %s: what the user removes later stays away',
    async (way) => {
      const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
      await world.open().run();
      dieFrom(world, 'store.remove');
      await world.open().disconnect(OURS);
      await comeBack(world, way, OURS);
      const [record] = own(world).filter(({ start }) => start === at(0));
      tell(world, [], [record?.key ?? '']);
      await world.open().run();
      expect(own(world)).toHaveLength(1);
    },
  );

  it('R1 by death behind the removal of a record that was never answered for', async () => {
    const world = plainWorld([FAR], [WIT]);
    await world.open().run();
    world.sessions.set('s1', trained('s1', 0, 60));
    dieFrom(world, 'store.save answered');
    await world.open().run();
    works(world);
    tell(world, own(world));
    world.now += 600_000;
    await world.open({ store: dyingBehindRemoval(world, 0) }).disconnect(OURS);
    expect(own(world)).toEqual([]);
    await comeBack(world, 'connected again at once', OURS);
    expect(own(world)).toHaveLength(2);
  });

  it('R7 is not concluded while the removal may be under way in a process that was overtaken', async () => {
    const world = plainWorld([FAR], [WIT]);
    await world.open().run();
    const writing = world.store.writing as WorkoutWriter;
    const remove: WorkoutWriter['remove'] = async (written) => {
      world.now += 120_000;
      expect(await world.open().run()).toMatchObject({ end: 'done' });
      return writing.remove(written);
    };
    const overtaken = world.open({ store: { ...world.store, writing: { ...writing, remove } } });
    expect(await overtaken.disconnect(OURS)).toMatchObject({ problem: { code: 'busy' } });
    expect(own(world)).toEqual([]);
    world.now += 120_000;
    await days(world, world.open(), 2);
    expect(own(world)).toHaveLength(1);
  });

  it('waits for a look that can tell, in the process that lost the answer', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    let removals = 0;
    const store: HealthStore = {
      ...world.store,
      writing: {
        ...(world.store.writing as WorkoutWriter),
        remove: async ({ key }) => {
          removals += 1;
          if (removals > 1) throw storeError('locked', 'the phone is locked');
          tell(world, [], [key]);
          throw storeError('unknown', 'the answer is lost');
        },
      },
    };
    const sync = world.open({ store });
    await sync.run();
    expect(await sync.disconnect(OURS)).toMatchObject({ end: 'problem' });
    expect(own(world)).toHaveLength(1);
    failing(world, 'store.changes.read', 'unknown');
    await sync.run();
    expect(own(world)).toHaveLength(1);
    works(world);
    await sync.run();
    expect(own(world)).toHaveLength(2);
  });

  it('waits for a list that does not break off, and is carried out then', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    await world.open().run();
    dieFrom(world, 'app.apply');
    await world.open().disconnect(THEIRS);
    for (const fails of [['app.read'], []]) {
      world.now += 600_000;
      world.interfere = (call) => {
        if (fails.includes(call)) throw storeError('unknown', 'no list');
      };
      await world.open().disconnect(THEIRS);
    }
    expect([...world.sessions.keys()]).toEqual(['wit']);
  });

  describe.each(['list', 'sink'])('of an app that is a %s', (kind) => {
    const known = async () => {
      const world = plainWorld([FAR, run('w1', 0, 60)], kind === 'list' ? [WIT] : []);
      const sessions = kind === 'list' ? world.app : unlisted(world.app);
      await world.open({ sessions }).run();
      return { world, sessions, before: [...world.sessions.keys()].sort() };
    };

    it.each(AGAIN)('R1 by death behind the removal of an import, and %s', async (way) => {
      const { world, sessions, before } = await known();
      dieFrom(world, 'app.apply answered');
      await world.open({ sessions }).disconnect(THEIRS);
      expect(world.sessions.size).toBe(before.length - 1);
      await comeBack(world, way, THEIRS, sessions);
      expect([...world.sessions.keys()].sort()).toEqual(before);
    });

    it.each(AGAIN)('by death ahead of the removal of an import, and %s', async (way) => {
      const { world, sessions, before } = await known();
      dieFrom(world, 'app.apply');
      await world.open({ sessions }).disconnect(THEIRS);
      doneSince(world);
      const { counts } = await comeBack(world, way, THEIRS, sessions);
      expect([...world.sessions.keys()].sort()).toEqual(before);
      expect(doneSince(world).filter((call) => call.startsWith('app.remove'))).toHaveLength(
        way === 'called again' ? 2 : 0,
      );
      // What a list shows to be there is linked as it was.
      if (kind === 'list' && way !== 'called again') expect(counts).toEqual({});
    });

    it('R1 in the process that lost the answer, also where it previews first', async () => {
      const { world, sessions, before } = await known();
      const sync = world.open({ sessions });
      failing(world, 'app.apply answered', 'unknown');
      await sync.disconnect(THEIRS);
      works(world);
      world.now += 600_000;
      await sync.connect();
      await sync.preview();
      await sync.run();
      expect([...world.sessions.keys()].sort()).toEqual(before);
    });
  });
});

describe('a disconnect that removes, after a deletion of the user', () => {
  it('S4 the session in the bin stays away', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const sync = world.open();
    await sync.run();
    const session = world.sessions.get('apple-health:w1') as Session;
    world.sessions.set(session.key, { ...session, state: 'deleted' });
    await sync.disconnect(THEIRS);
    await sync.connect();
    await sync.run();
    expect(world.sessions.get('apple-health:w1')?.state).not.toBe('completed');
  });

  it('S5 the record that the store answers to be absent is not written again', async () => {
    const world = plainWorld([FAR], [WIT]);
    const sync = world.open();
    await sync.run();
    for (const { key } of own(world)) world.workouts.delete(key);
    await sync.disconnect(OURS);
    await sync.connect();
    await sync.run();
    expect(own(world)).toHaveLength(0);
  });
});

describe('a disconnect that removes our records', () => {
  it('S5 does not bring back what the user had removed since the last run', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    removeByUser(world, 0);
    world.now += 600_000;
    await sync.disconnect(OURS);
    await sync.connect();
    await days(world, sync, 2);
    expect(own(world).map(({ start }) => start)).toEqual([WIT.start]);
  });

  it.each([
    ['the record has got another key', (key: string) => [key]],
    ['there are two of one id', () => []],
  ])('leaves none where %s since the last run', async (_, gone) => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    const [record] = own(world);
    if (record === undefined) throw new Error('It was written.');
    tell(world, [{ ...record, key: 'another' }], gone(record.key));
    world.now += 600_000;
    await sync.disconnect(OURS);
    expect(own(world)).toEqual([]);
    await sync.connect();
    expect((await sync.run()).counts).toEqual({ exported: 2 });
  });
});

describe('R11 a disconnect keeps the records of another device', () => {
  const owned = async (rest: Partial<Session>) => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    world.sessions.set('s1', trained('s1', 0, 60, { owner: 'tablet', ...rest }));
    await sync.run();
    expect(own(world)).toHaveLength(2);
    return { world, sync };
  };

  it('where the list broke off', async () => {
    const { world } = await owned({ revision: 'r2' });
    world.interfere = (call) => {
      if (call === 'app.read') throw storeError('unknown', 'no list');
    };
    await world.open().disconnect(OURS);
    expect(isThere(world, 0)).toBe(true);
  });

  it('where the list does not reach back to them', async () => {
    const { world } = await owned({ revision: 'r2' });
    const sessions: SessionStore = {
      ...world.app,
      read: async ({ window }) => ({ items: [], complete: true, window: { start: at(100), end: window.end } }),
    };
    await world.open({ sessions }).disconnect(OURS);
    expect(isThere(world, 0)).toBe(true);
  });

  it('where only the owner of the session has changed, as the living process saw', async () => {
    const { world, sync } = await owned({});
    await sync.disconnect(OURS);
    expect(isThere(world, 0)).toBe(true);
  });
});
