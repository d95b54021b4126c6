import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import type { Decision } from '../../src/sync/surface/decision';
import { at, days, FAR, type PlainWorld, plainWorld, run, tell, toItsEnd, trained, WIT } from './plain-world';

const OTHER = { source: { app: 'com.example.other' } };

/** The app gives a session another key, and says so first. */
const rekeyed = async (world: PlainWorld, decide: (decision: Decision) => Promise<void>, from: string, to: string) => {
  await decide({ kind: 'rekey', from, to });
  const session = world.sessions.get(from);
  if (session === undefined) throw new Error('It is there.');
  world.sessions.delete(from);
  world.sessions.set(to, { ...session, key: to });
};

describe('a paused backfill', () => {
  it.fails('is taken back by an edit of a session that frees what it has passed', async () => {
    const workouts = [run('w1', 0, 60), run('w2', 200, 260), run('w3', 425, 495), run('w4', 600, 660)];
    const settings = settingsFrom({ onPossible: 'hold', import: { importFrom: at(1900) } });
    const world = plainWorld(workouts, [WIT, trained('s3', 400, 460)], settings);
    const sync = world.open();
    const window = { start: at(-100), end: at(1000) };
    const backfill = { kind: 'backfill', window, batchSize: 1, pauseSeconds: 3 } as const;
    for (let runs = 0; runs < 9 && !world.sessions.has('apple-health:w2'); runs++) await sync.run(backfill);
    world.sessions.set('s3', trained('s3', 400, 410, { revision: 'r2' }));
    await toItsEnd(world, sync, backfill);
    await days(world, sync, 2);
    expect(world.sessions.has('apple-health:w3')).toBe(true);
  });
});

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
