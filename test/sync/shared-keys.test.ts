import { describe, expect, it } from 'vitest';
import { seedLinks } from '../../src/state/seed-links';
import { days, FAR, isThere, type PlainWorld, plainWorld, run, trained, WIT } from './plain-world';

const KEY = 'apple-health:w1';

const OTHER = { source: { app: 'com.example.other' } };

describe('what the user says where a session has the key of a workout', () => {
  it.each(['different', 'same'] as const)('%s: E4 is not asked again', async (kind) => {
    const key = 'w1';
    const world = plainWorld([FAR, run('w1', 30, 95)], [WIT, trained(key, 0, 60)]);
    const sync = world.open();
    await sync.run();
    for (let asked = 0; asked < 6; asked++) {
      for (const one of (await sync.preview()).notices) {
        if (one.kind === 'review') await sync.decide({ kind, a: one.a, b: one.b });
      }
      await days(world, sync, 1);
    }
    expect((await sync.preview()).notices).toEqual([]);
  });

  it('two workouts are told apart beside an unrelated session', async () => {
    const key = 'w1';
    const workouts = [FAR, run('w1', 0, 60), run('c1', 1, 60, OTHER)];
    const world = plainWorld(workouts, [WIT, trained(key, 500, 560)]);
    const sync = world.open();
    await sync.decide({ kind: 'different', a: 'c1', b: 'w1' });
    await days(world, sync, 2);
    expect([KEY, 'apple-health:c1'].map((session) => world.sessions.has(session))).toEqual([true, true]);
  });
});

describe('a seed of which one record never comes', () => {
  const sown = async (world: PlainWorld) => {
    const host = { state: world.state, account: 'ada', device: 'phone', store: world.store };
    await seedLinks(host, [{ session: 's1', workout: 'w1', kind: 'matched' }]);
    await days(world, world.open(), 4);
  };

  it('R8 does not keep a session with its key at home', async () => {
    const key = 'w1';
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60), trained(key, 500, 560)]);
    await sown(world);
    expect(isThere(world, 500)).toBe(true);
  });

  it('R8 does not keep a workout with its key out', async () => {
    const key = 's1';
    const world = plainWorld([FAR, run(key, 500, 560)], [WIT]);
    await sown(world);
    expect(world.sessions.has(`apple-health:${key}`)).toBe(true);
  });
});
