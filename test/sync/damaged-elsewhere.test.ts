import { describe, expect, it } from 'vitest';
import { days, FAR, plainWorld, run, unlisted, WIT } from './plain-world';

const KEY = 'apple-health:w1';

describe('two processes, of which one has met a damaged row that the other has mended since', () => {
  it('S4 a session of a sink that its user has deleted does not come back', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)]);
    const sessions = unlisted(world.app);
    await world.open({ sessions }).run();
    world.rows.set(`session/${KEY}`, '{"half":');
    const app = world.open({ sessions });
    await app.history();
    const task = world.open({ sessions });
    await days(world, task, 2);
    world.sessions.delete(KEY);
    await days(world, task, 1);
    expect(world.sessions.has(KEY)).toBe(false);
    await days(world, app, 1);
    expect(world.sessions.has(KEY)).toBe(false);
  });

  it('E5 reads changes again, and not everything in each run', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    await world.open().run();
    world.rows.set('workout/w1', '{"half":');
    const app = world.open();
    await app.history();
    const task = world.open();
    for (const sync of [task, app, task]) await sync.run();
    world.calls.splice(0);
    for (let minute = 0; minute < 4; minute++) {
      world.now += 60_000;
      await app.run();
      await task.run();
    }
    expect(world.calls.filter((call) => call === 'store.readWorkouts')).toEqual([]);
  });
});
