import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/sync/surface/decision';
import { days, FAR, type PlainWorld, plainWorld, run, tell, trained, WIT } from './plain-world';

const OTHER = { source: { app: 'com.example.other' } };

/** The app gives a session another key, and says so first. */
const rekeyed = async (world: PlainWorld, decide: (decision: Decision) => Promise<void>, from: string, to: string) => {
  await decide({ kind: 'rekey', from, to });
  const session = world.sessions.get(from);
  if (session === undefined) throw new Error('It is there.');
  world.sessions.delete(from);
  world.sessions.set(to, { ...session, key: to });
};

describe('a notice about a workout', () => {
  it.fails('names it by its own key, also where that was the first key of a session', async () => {
    const from = 'w1';
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT, trained(from, 0, 60)]);
    const sync = world.open();
    await sync.run();
    await rekeyed(world, sync.decide, from, 'srv');
    await days(world, sync, 1);
    tell(world, [run('c1', 0, 60, OTHER)]);
    expect((await sync.preview()).notices).toMatchObject([{ kind: 'copy', of: 'w1', copy: 'c1' }]);
  });
});
