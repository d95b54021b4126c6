import { describe, expect, it } from 'vitest';
import { storeError } from '../../src/ports/store-error';
import { another, besideMatch, first, removeByUser, telling, versionsOf, type Way, worldWith } from './lost-answers';
import {
  at,
  days,
  doneSince,
  FAR,
  failing,
  isThere,
  OURS,
  own,
  plainWorld,
  tell,
  trained,
  WIT,
  works,
} from './plain-world';

describe('S5 a record whose write was never answered, and that its user removed before the next run', () => {
  const written = async (way: Way) => {
    const { world, sync } = await first(way);
    world.changes.pop();
    return { world, next: way === 'alone' ? sync : world.open() };
  };

  it.each(['alone', 'with its process'] as const)('is not written again: the answer was lost %s', async (way) => {
    const { world, next } = await written(way);
    removeByUser(world, 0);
    await next.run();
    await days(world, next, 2);
    expect(doneSince(world)).toEqual([]);
    expect((await next.explain('s1')).reasons.map(({ code }) => code)).toContain('removed-in-store');
    expect([...world.rows.keys()].filter((key) => key.startsWith('trouble/'))).toEqual([]);
    world.sessions.set('s1', trained('s1', 0, 66, { revision: 'r2' }));
    await next.run();
    expect(doneSince(world)).toEqual([]);
  });

  it('is not planned again by the run that is told, though that plans everything', async () => {
    const { world, next } = await written('alone');
    removeByUser(world, 0);
    await next.decide({ kind: 'retry' });
    world.calls.splice(0);
    await next.run();
    // A step that is not to be done any more would make it look again.
    expect(world.calls.filter((call) => call === 'app.read')).toHaveLength(1);
  });

  it('is written again where its user asks for it', async () => {
    const { world, next } = await written('alone');
    removeByUser(world, 0);
    await next.run();
    await next.decide({ kind: 'restore', key: 's1' });
    await next.run();
    expect(versionsOf(world).get('s1')).toBe(2);
  });

  it('is written again where only the key of what is gone is told, which nobody has ever seen', async () => {
    const { world, next } = await written('alone');
    const [{ key = '' } = {}] = own(world).filter(({ start }) => start === at(0));
    tell(world, [], [key]);
    await next.run();
    expect(versionsOf(world).get('s1')).toBe(2);
  });

  it('is closed with its list: not before the session is shown', async () => {
    const { world } = await written('with its process');
    removeByUser(world, 0);
    const broken: typeof world.app = {
      ...world.app,
      read: async ({ window }) => ({ items: [], complete: false, window }),
    };
    await world.open({ sessions: broken }).run();
    await world.open().run();
    expect(doneSince(world)).toEqual([]);
  });

  it('stays where a later attempt, unanswered too, has written it anew', async () => {
    const { world, next } = await written('alone');
    const [before] = own(world).filter(({ start }) => start === at(0));
    failing(world, 'store.save answered', 'unknown');
    await next.run();
    works(world);
    const [after] = own(world).filter(({ start }) => start === at(0));
    if (!before?.external || !after) throw new Error('It was written.');
    expect(after.key).not.toBe(before.key);
    world.changes.push({ upserts: [], deletions: [{ key: before.key, external: before.external }] });
    tell(world, [after]);
    world.now += 600_000;
    await next.run();
    expect(await next.explain('s1')).toMatchObject({ found: true, place: 'settled' });
    world.sessions.set('s1', trained('s1', 0, 66, { revision: 'r3' }));
    await next.run();
    expect(versionsOf(world).get('s1')).toBe(3);
  });

  it('is closed in what a preview shows', async () => {
    const { world, next } = await written('with its process');
    removeByUser(world, 0);
    expect((await next.preview()).steps).toEqual([]);
  });

  it('S5 stays closed where the record that took its place is shown later, and a disconnect removes that', async () => {
    const known = worldWith(trained('s1', 0, 60));
    await known.open().run();
    const [before] = own(known).filter(({ start }) => start === at(0));
    const { world } = await another(known);
    const shown = world.changes.pop();
    if (!before?.external) throw new Error('It was written.');
    world.changes.push({ upserts: [], deletions: [{ key: before.key, external: before.external }] });
    await world.open().run();
    expect((await world.open().explain('s1')).reasons.map(({ code }) => code)).toContain('removed-in-store');
    tell(world, shown?.upserts ?? []);
    await world.open().disconnect(OURS);
    expect(own(world)).toEqual([]);
    await world.open().connect();
    await world.open().run();
    expect(own(world).map(({ start }) => start)).toEqual([at(-700)]);
  });

  it('has used up the wish to have it back: its link stays as it was', async () => {
    const world = worldWith(trained('s1', 0, 60));
    const sync = world.open();
    await sync.run();
    removeByUser(world, 0);
    await sync.run();
    const closed = world.rows.get('link/s1');
    await sync.decide({ kind: 'restore', key: 's1' });
    failing(world, 'store.save answered', 'unknown');
    await sync.run();
    works(world);
    removeByUser(world, 0);
    world.now += 600_000;
    doneSince(world);
    await sync.run();
    await days(world, sync, 2);
    expect(doneSince(world)).toEqual([]);
    expect(world.rows.get('link/s1')).toBe(closed);
  });

  it('has used up the wish to export it', async () => {
    const { world, next } = await written('alone');
    await next.decide({ kind: 'export', key: 's1' });
    removeByUser(world, 0);
    await next.run();
    await days(world, next, 2);
    expect(doneSince(world)).toEqual([]);
  });
});

describe('the deletion of an older record under the same id', () => {
  it('R1 that a disconnect removed, and is told late, closes nothing', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    const sync = world.open({ store: telling(world) });
    await sync.run();
    let removals = 0;
    world.interfere = (call) => {
      if (call === 'store.remove' && ++removals > 1) throw storeError('locked', 'locked');
    };
    await sync.disconnect(OURS);
    expect(own(world)).toHaveLength(1);
    world.interfere = (call) => {
      if (call === 'store.changes.read' || call === 'store.save') throw storeError('unknown', 'not now');
    };
    await sync.connect();
    await sync.run();
    works(world);
    await days(world, sync, 4);
    expect(own(world)).toHaveLength(2);
  });

  it('R4 that is told twice does not use up the wish to have it back', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    const page = removeByUser(world, 0);
    await sync.run();
    await sync.decide({ kind: 'restore', key: 's1' });
    failing(world, 'store.save', 'unknown');
    await sync.run();
    works(world);
    world.changes.push(page);
    await days(world, sync, 3);
    expect(isThere(world, 0)).toBe(true);
  });

  it('R2 R4 closes nothing where the read breaks off ahead of the one that took its place', async () => {
    const world = plainWorld([FAR], [WIT]);
    const sync = world.open();
    await sync.run();
    world.sessions.set('s1', trained('s1', 0, 60));
    failing(world, 'store.save answered', 'unknown');
    await sync.run();
    const [before] = own(world).filter(({ start }) => start === at(0));
    world.now += 600_000;
    await sync.run();
    const [after] = own(world).filter(({ start }) => start === at(0));
    if (!before?.external || !after) throw new Error('It was written twice.');
    world.changes.push({ upserts: [], deletions: [{ key: before.key, external: before.external }] });
    tell(world, [after]);
    let reads = 0;
    world.interfere = (call) => {
      if (call === 'store.readWorkouts' || (call === 'store.changes.read' && ++reads > 1))
        throw storeError('unknown', 'x');
    };
    world.now += 600_000;
    await sync.run();
    works(world);
    await days(world, sync, 3);
    world.sessions.set('s1', trained('s1', 0, 66, { revision: 'r2' }));
    await days(world, sync, 2);
    expect(own(world).map(({ end }) => end)).toContain(at(66));
  });
});

describe('a first write of a session whose link is another one', () => {
  it('S5 beside an active match: its record is not written again once its user has removed it', async () => {
    const { world, sync } = await besideMatch();
    removeByUser(world, 200);
    await sync.run();
    await days(world, sync, 3);
    expect(doneSince(world)).toEqual([]);
  });

  it('S5 of a session that is back from the bin: nor is that', async () => {
    const session = trained('s1', 0, 60);
    const world = plainWorld([FAR], [WIT, session]);
    const sync = world.open({ store: telling(world) });
    await sync.run();
    world.sessions.set('s1', { ...session, state: 'deleted', revision: 'r2' });
    await days(world, sync, 2, 60_000);
    world.sessions.set('s1', { ...session, revision: 'r3' });
    failing(world, 'store.save answered', 'unknown');
    await sync.run();
    works(world);
    removeByUser(world, 0);
    await sync.run();
    await days(world, sync, 3);
    expect(isThere(world, 0)).toBe(false);
  });

  it('R11 its record stays where another device owns the session since, and the list broke off', async () => {
    const { world, sync } = await besideMatch();
    tell(world, own(world));
    world.sessions.set('s1', trained('s1', 200, 290, { revision: 'r3', owner: 'tablet' }));
    await sync.run();
    failing(world, 'app.read', 'unknown');
    await world.open().disconnect(OURS);
    expect(isThere(world, 200)).toBe(true);
  });
});
