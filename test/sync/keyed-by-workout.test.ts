import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/sync/surface/decision';
import { choosyApp } from './choosy-app';
import { at, days, FAR, type PlainWorld, plainWorld, run, tell, trained, WIT } from './plain-world';

const KEY = 'apple-health:w1';

/** The app gives a session another key, and says so first. */
const rekeyed = async (world: PlainWorld, decide: (decision: Decision) => Promise<void>, from: string, to: string) => {
  await decide({ kind: 'rekey', from, to });
  const session = world.sessions.get(from);
  if (session === undefined) throw new Error('It is there.');
  world.sessions.delete(from);
  world.sessions.set(to, { ...session, key: to });
};

describe('a session that its app keys by the workout', () => {
  it.each(['srv', 'w1'])('S3 does not come in once more where its new key %s is told after its record', async (to) => {
    const world = plainWorld([FAR], [WIT, trained('local', 1800, 1860)]);
    const sync = world.open();
    await sync.run({ kind: 'completed', session: 'local', workout: 'w1' });
    await rekeyed(world, sync.decide, 'local', to);
    tell(world, [run('w1', 1830, 1895)]);
    world.now += 60_000;
    await sync.run();
    await days(world, sync, 2);
    expect([...world.sessions.keys()].sort()).toEqual(['apple-health:far', to, 'wit'].sort());
  });

  it.each(['srv', 'w1'])(
    'R8 takes the change of its workout once `retry` was said, under the new key %s',
    async (to) => {
      const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
      const { app, mend } = choosyApp(world, to);
      mend();
      const sync = world.open({ sessions: app });
      await sync.run();
      await rekeyed(world, sync.decide, KEY, to);
      await days(world, sync, 1);
      const broken = choosyApp(world, to);
      const next = world.open({ sessions: broken.app });
      tell(world, [run('w1', 0, 75)]);
      await days(world, next, 20);
      expect(next.getSnapshot().setAside).toBe(1);
      broken.mend();
      await next.decide({ kind: 'retry', key: 'w1' });
      await next.run();
      expect(world.sessions.get(to)?.end).toBe(at(75));
    },
  );

  it('is not what a notice of a copy names: that is the workout', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT, trained('w1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    await rekeyed(world, sync.decide, 'w1', 'srv');
    await days(world, sync, 1);
    tell(world, [run('c1', 0, 60, { source: { app: 'com.example.other' } })]);
    expect((await sync.preview()).notices).toMatchObject([{ kind: 'copy', of: 'w1', copy: 'c1' }]);
  });
});
