import { describe, expect, it } from 'vitest';
import type { Workout } from '../../src/domain/workout';
import type { HealthStore, WorkoutWriter } from '../../src/ports/health-store';
import { storeError } from '../../src/ports/store-error';
import { another, besideMatch, first, loseAnswer, versionsOf, worldWith } from './lost-answers';
import {
  at,
  doneSince,
  failing,
  OURS,
  OWN_APP,
  own,
  type PlainWorld,
  plainWorld,
  run,
  tell,
  trained,
  works,
} from './plain-world';

describe('S12 a record of ours whose write was never answered', () => {
  it.each(['with its process', 'alone'] as const)(
    'is removed where the answer was lost %s and its session is gone before the next run',
    async (way) => {
      const { world, sync } = await first(way);
      const next = way === 'alone' ? sync : world.open();
      expect(own(world)).toHaveLength(2);
      world.sessions.delete('s1');
      expect(await next.run()).toMatchObject({ end: 'done', counts: { 'workout-removed': 1 } });
      expect(own(world)).toHaveLength(1);
      expect(doneSince(world)).toHaveLength(1);
      expect(await next.run()).toMatchObject({ end: 'done', counts: {} });
    },
  );

  it('is found by its session where that is still there, also where a list that broke off did not show it', async () => {
    const { world } = await first();
    for (const record of own(world)) tell(world, [{ ...record, activity: 'treadmill-running' }]);
    const broken: typeof world.app = {
      ...world.app,
      read: async ({ window }) => {
        const all = [...world.sessions.values()].filter(({ key }) => key !== 's1');
        return { items: all, complete: false, window };
      },
    };
    await world.open({ sessions: broken }).run();
    expect(own(world)).toHaveLength(2);
    expect(doneSince(world)).toEqual([]);
    expect(await world.open().run()).toMatchObject({ end: 'done', counts: { linked: 1 } });
    expect(own(world)).toHaveLength(2);
    // The same version once more, for its parts.
    expect(doneSince(world)).toEqual(['store.save 1']);
  });

  it('is removed with its session where it was there before; a copy of it does not come in for that', async () => {
    const known = worldWith(trained('s1', 0, 60));
    await known.open().run();
    tell(known, [run('w2', 0, 60)]);
    const { world } = await another(known);
    world.sessions.delete('s1');
    await world.open().run();
    expect(own(world)).toHaveLength(1);
    expect([...world.sessions.keys()]).toEqual(['wit', 'apple-health:far']);
  });

  it('is removed where the store shows it only later', async () => {
    const { world, sync } = await first('alone');
    const shown = world.changes.pop();
    world.sessions.delete('s1');
    await sync.run();
    expect(own(world)).toHaveLength(2);
    tell(world, shown?.upserts ?? []);
    await sync.run();
    expect(own(world)).toHaveLength(1);
  });

  it('stays where a list shows nothing of the app any more, and no further run has anything to write down', async () => {
    const { world } = await loseAnswer(plainWorld([run('far', -900, -850)]), trained('s1', 0, 60));
    world.sessions.delete('s1');
    await world.open().run();
    await world.open().run();
    world.calls.splice(0);
    expect(await world.open().run()).toMatchObject({ end: 'done', counts: {} });
    expect(own(world)).toHaveLength(1);
    expect(world.calls.filter((call) => call === 'state.transact')).toHaveLength(2);
  });

  it.each([
    ['its session is there', () => first(), undefined],
    ['its session is gone', () => first(), 's1'],
    ['it was there before', () => another(), undefined],
  ])('is removed by a disconnect that removes what was exported, where %s', async (_, begin, gone) => {
    const { world } = await begin();
    if (gone !== undefined) world.sessions.delete(gone);
    const before = versionsOf(world);
    await world.open().disconnect(OURS);
    expect(own(world)).toEqual([]);
    await world.open().connect();
    await world.open().run();
    // R5: the store may remember the version of a record that is gone.
    expect(versionsOf(world)).toEqual(
      new Map([...before].filter(([id]) => id !== gone).map(([id, version]) => [id, version + 1])),
    );
  });

  it.each([
    [
      'whose write has not reached the store',
      async (world: PlainWorld) => {
        failing(world, 'store.save', 'unknown');
        world.sessions.set('s1', trained('s1', 0, 66, { revision: 'r2' }));
        await world.open().run();
        works(world);
        world.now += 600_000;
      },
      3,
    ],
    [
      'that was found again after the state was lost',
      async (world: PlainWorld) => {
        world.rows.clear();
        await world.open().run();
      },
      2,
    ],
  ] as const)('R5 is written above all that was tried, after a disconnect: one %s', async (_, meanwhile, version) => {
    const world = worldWith(trained('s1', 0, 60));
    await world.open().run();
    await meanwhile(world);
    await world.open().disconnect(OURS);
    await world.open().connect();
    await world.open().run();
    expect(versionsOf(world).get('s1')).toBe(version);
  });

  it('stays where a disconnect keeps what was exported', async () => {
    const { world } = await first();
    await world.open().disconnect({ imported: 'keep', exported: 'keep' });
    expect(own(world)).toHaveLength(2);
  });

  it('is told from a record of another app under its id', async () => {
    const { world } = await first();
    const [, written] = own(world);
    tell(world, [run('theirs', 0, 60, { ...(written?.external && { external: written.external }) })]);
    await world.open().disconnect(OURS);
    expect([...world.workouts.keys()]).toEqual(['far', 'theirs']);
  });

  it('is tried again by the next disconnect, where it could not be removed', async () => {
    const { world } = await first();
    failing(world, 'store.remove', 'unknown');
    await world.open().disconnect(OURS);
    expect(own(world)).toHaveLength(2);
    works(world);
    world.now += 600_000;
    await world.open().disconnect(OURS);
    expect(own(world)).toEqual([]);
  });

  it.each([
    ['is empty, as of a user who is signed out', (world: PlainWorld) => world.app, ['wit', 's1', 'apple-health:far']],
    [
      'does not mean that what it lacks was deleted',
      (world: PlainWorld) => ({ ...world.app, absenceMeansDeleted: false }),
      ['s1'],
    ],
  ])(
    'is left as it is by a whole list that %s, and found by its session once that is listed again',
    async (_, appOf, lacks) => {
      const { world } = await first('alone');
      for (const record of own(world)) tell(world, [{ ...record, activity: 'treadmill-running' }]);
      const all = new Map(world.sessions);
      for (const key of lacks) world.sessions.delete(key);
      await world.open({ sessions: appOf(world) }).run();
      for (const [key, session] of all) world.sessions.set(key, session);
      doneSince(world);
      await world.open({ sessions: appOf(world) }).run();
      // The same version once more, for its parts.
      expect(doneSince(world)).toEqual(['store.save 1']);
    },
  );

  it('is an extra one beside a match: a disconnect that removes it keeps the match', async () => {
    const { world, sync } = await besideMatch();
    tell(world, own(world));
    await sync.disconnect(OURS);
    expect(own(world)).toEqual([]);
    await sync.connect();
    await sync.run();
    expect([...world.sessions.keys()].sort()).toEqual(['apple-health:far', 's1', 'wit']);
  });

  it.each(['refused', 'cut off'])(
    'is removed with the other one of its session, also where the second removal was %s at first',
    async (how) => {
      const world = worldWith();
      const writing = world.store.writing as WorkoutWriter;
      // A store that keeps what is there, as one does that cannot replace.
      const save: WorkoutWriter['save'] = async ({ external, only, previous, ...draft }) => {
        if (only) return { key: previous?.key ?? '', external };
        const key = `own-${world.workouts.size}`;
        world.workouts.set(key, { ...run(key, 0, 60), ...draft, external, source: { app: OWN_APP }, key } as Workout);
        world.interfere('store.save answered');
        return { key, external };
      };
      const store: HealthStore = { ...world.store, writing: { ...writing, replaces: 'never', save } };
      const sync = world.open({ store });
      await sync.run();
      world.sessions.set('s1', trained('s1', 0, 60));
      failing(world, 'store.save answered', 'unknown');
      await sync.run();
      world.now += 600_000;
      await sync.run();
      tell(world, own(world));
      world.now += 600_000;
      expect(own(world).filter(({ start }) => start === at(0))).toHaveLength(2);
      let removals = 0;
      world.interfere = (call) => {
        if (call === 'store.remove') removals += 1;
        if (removals > 2 && (how === 'cut off' || call === 'store.remove')) throw storeError('unknown', 'not now');
      };
      await world.open({ store }).disconnect(OURS);
      works(world);
      world.now += 600_000;
      await world.open({ store }).disconnect(OURS);
      expect(own(world)).toEqual([]);
    },
  );

  it.each([
    ['was tried last, and did not reach the store', 'store.save'],
    ['reached the store without an answer', 'store.save answered'],
  ])('R5 is written again above the version that %s, once its session was erased and is back', async (_, call) => {
    const { world, sync } = await first('alone');
    world.sessions.set('s1', trained('s1', 0, 66, { revision: 'r2' }));
    failing(world, call, 'unknown');
    await sync.run();
    works(world);
    tell(world, own(world));
    world.now += 600_000;
    world.sessions.delete('s1');
    await sync.run();
    expect(own(world)).toHaveLength(1);
    doneSince(world);
    world.sessions.set('s1', trained('s1', 0, 70, { revision: 'r3' }));
    await sync.run();
    expect(doneSince(world)).toEqual(['store.save 3']);
  });
});
