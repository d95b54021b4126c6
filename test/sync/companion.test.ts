import { describe, expect, it } from 'vitest';
import { at, days, FAR, OWN_APP, own, type PlainWorld, plainWorld, run, tell, trained, WIT } from './plain-world';

const HOUR = 3_600_000;
const BY_WATCH = { source: { app: OWN_APP } };

/** A session was completed whose record its watch has written; the record has not reached the phone. */
const completed = async (session = 's1', workout = 'w9') => {
  const world = plainWorld([FAR], [WIT, trained(session, 1900, 1960)]);
  const sync = world.open();
  await sync.run({ kind: 'completed', session, workout });
  return { world, sync };
};

const written = (world: PlainWorld) =>
  own(world)
    .filter(({ start }) => start === at(1900))
    .map(({ key }) => key);

describe('a session that a watch companion has written a record of', () => {
  it('S1 waits for the record, and nothing is written beside it', async () => {
    const { world, sync } = await completed();
    expect(await sync.explain('s1')).toMatchObject({ place: 'waiting', reasons: [{ code: 'awaits-partner' }] });
    world.now += HOUR;
    await sync.run();
    expect(written(world)).toEqual([]);
    tell(world, [run('w9', 1900, 1960, BY_WATCH)]);
    world.now += HOUR;
    await sync.run();
    expect(await sync.explain('s1')).toMatchObject({ link: { kind: 'matched', workout: 'w9' } });
    await days(world, sync, 3);
    expect(written(world)).toEqual(['w9']);
  });

  it('waits so after a restart, too', async () => {
    const { world } = await completed();
    world.now += HOUR;
    await world.open().run();
    expect(written(world)).toEqual([]);
  });

  it('goes out a day after its end where no such record has come', async () => {
    const { world, sync } = await completed();
    await days(world, sync, 2);
    expect(written(world)).toHaveLength(1);
  });

  it('is told by the key that both have', async () => {
    const { world, sync } = await completed('w9', 'w9');
    world.now += HOUR;
    tell(world, [run('w9', 1840, 1910, BY_WATCH)]);
    await days(world, sync, 3);
    expect(own(world).map(({ key }) => key)).toContain('w9');
    expect(await sync.explain('w9')).toMatchObject({ link: { kind: 'matched', session: 'w9', workout: 'w9' } });
  });
});

describe('a session that is linked', () => {
  it('L3 waits for no record that it is named with: what HealthKit shows under a new id comes in at once', async () => {
    const world = plainWorld([FAR, run('w1', 1900, 1960)], [WIT]);
    const sync = world.open();
    await sync.run();
    const session = 'apple-health:w1';
    await sync.run({ kind: 'completed', session, workout: 'w1' });
    tell(world, [run('w2', 1900, 1970)], ['w1']);
    world.now += HOUR;
    expect((await sync.run()).counts).toEqual({ updated: 1 });
    expect(world.sessions.get(session)).toMatchObject({ end: at(1970) });
  });

  it('R6 goes on to be written where the record of its watch was named late', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 1900, 1960)]);
    const sync = world.open();
    await sync.run();
    await sync.run({ kind: 'completed', session: 's1', workout: 'w9' });
    world.sessions.set('s1', trained('s1', 1900, 1970, { revision: 'r2' }));
    expect((await sync.run()).counts).toEqual({ rewritten: 1 });
    expect(own(world).map(({ end }) => end)).toContain(at(1970));
  });
});

describe('the record that a session is named with', () => {
  it('R8 is the workout, also where another session has its key by now', async () => {
    const world = plainWorld([FAR, run('w1', 1900, 1960)], [WIT]);
    const sync = world.open();
    await sync.run();
    await sync.decide({ kind: 'rekey', from: 'local', to: 'w1' });
    world.sessions.set('w1', trained('w1', 500, 560));
    await sync.run({ kind: 'completed', session: 'apple-health:w1', workout: 'w1' });
    expect(own(world).map(({ start }) => start)).toContain(at(500));
  });
});

describe('a session that its user calls the same', () => {
  it.each([
    ['s1', 'w9'],
    ['w9', 's1'],
  ])('as a record that is still on its way waits for it (%s, %s)', async (a, b) => {
    const world = plainWorld([FAR], [WIT]);
    const sync = world.open();
    await sync.run();
    await sync.decide({ kind: 'same', a, b });
    world.sessions.set('s1', trained('s1', 1900, 1960));
    await sync.run();
    expect(written(world)).toEqual([]);
  });

  it('as another session waits for nothing', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 1900, 1960), trained('s2', 1901, 1960)]);
    const sync = world.open();
    await sync.decide({ kind: 'same', a: 's1', b: 's2' });
    await sync.run();
    expect(await sync.preview()).toMatchObject({ waiting: [] });
  });
});

describe('an answer about a session whose key a workout has, too', () => {
  it.each([500, -300])('S2 is about the session (%i)', async (start) => {
    const world = plainWorld([FAR, run('x', start, start + 60), run('y', 25, 95)], [WIT, trained('x', 0, 60)]);
    const sync = world.open();
    await sync.decide({ kind: 'same', a: 'x', b: 'y' });
    await days(world, sync, 2);
    expect(await sync.explain('y')).toMatchObject({ link: { kind: 'matched', session: 'x', workout: 'y' } });
    expect([...world.sessions.values()].map(({ start }) => start)).toContain(at(start));
  });
});
