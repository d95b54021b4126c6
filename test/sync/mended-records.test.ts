import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import { choosyApp } from './choosy-app';
import { at, days, FAR, isThere, plainWorld, run, tell, trained, WIT } from './plain-world';

const BACKFILL = { kind: 'backfill', window: { start: at(-1000), end: at(1900) } } as const;

/** What is imported comes from now on only, but for a backfill. */
const FROM_NOW = { import: { importFrom: at(1900) } };

describe('a workout that failed in a backfill', () => {
  it.each(['other', 'x'])('R8 is tried again where a session with the key %s stays home', async (key) => {
    const settings = settingsFrom({ ...FROM_NOW, export: { enabled: false } });
    const world = plainWorld([FAR, run('x', 500, 560)], [WIT, trained(key, 0, 60)], settings);
    const { app, mend } = choosyApp(world, 'apple-health:x');
    const sync = world.open({ sessions: app });
    expect((await sync.run(BACKFILL)).end).toBe('paused');
    mend();
    await days(world, sync, 1);
    expect((await sync.run(BACKFILL)).end).toBe('done');
    expect(world.sessions.has('apple-health:x')).toBe(true);
  });

  it.each([5, -5])('R8 is tried again where it once said %s metres', async (distanceMetres) => {
    const world = plainWorld([FAR, run('x', 500, 560, { distanceMetres })], [WIT], settingsFrom(FROM_NOW));
    const { app } = choosyApp(world, 'apple-health:x');
    const sync = world.open({ sessions: app });
    await sync.run(BACKFILL);
    world.now += 60_000;
    tell(world, [run('x', 500, 560, { distanceMetres: 6 })]);
    expect((await sync.run(BACKFILL)).end).toBe('paused');
  });
});

describe('a record that was malformed, and is not any more', () => {
  it('P9 stands in one place of the plan only', async () => {
    const world = plainWorld([FAR], [WIT, trained('s', 0, 60, { distanceMetres: -5 })]);
    const sync = world.open();
    await sync.run();
    world.sessions.set('s', trained('s', 0, 60, { revision: 'r2' }));
    await days(world, sync, 1);
    expect(isThere(world, 0)).toBe(true);
    expect((await sync.preview()).skipped).toEqual([]);
  });
});

describe('a record that became malformed', () => {
  it('P1 has no step, whichever process looks', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT, trained('o', 30, 90, { state: 'open' })]);
    const sync = world.open();
    await sync.run();
    tell(world, [run('w1', 0, 60, { distanceMetres: -5 })]);
    await days(world, sync, 1, 60_000);
    world.sessions.set('o', trained('o', 200, 290, { revision: 'r2' }));
    await days(world, sync, 1, 60_000);
    expect((await sync.preview()).steps).toEqual((await world.open().preview()).steps);
  });

  it('P9 is named once', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT, trained('o', 30, 90, { state: 'open' })]);
    const sync = world.open();
    await sync.run();
    tell(world, [run('w1', 0, 60, { distanceMetres: -5 })]);
    await days(world, sync, 3, 60_000);
    expect((await sync.preview()).skipped.map(({ key }) => key)).toEqual(['w1']);
  });
});
