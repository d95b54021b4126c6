import { describe, expect, it } from 'vitest';
import type { SessionChange } from '../../src/ports/session-store';
import { dieFrom, doneSince, plainWorld, run, trained } from './plain-world';

const FOUR_YEARS = 4 * 365 * 86_400_000;

describe('a clock that ran years ahead and was put right', () => {
  it('R7 the lease of a run that was killed meanwhile does not last until then', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    world.now += FOUR_YEARS;
    const revive = dieFrom(world, 'app.apply');
    await world.open().run();
    revive();
    world.now -= FOUR_YEARS;
    expect((await world.open().run()).end).toBe('done');
    expect(world.sessions.size).toBe(1);
  });

  it('R7 the lease of a run that goes on is respected where the clock is put back by little', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const other = world.open();
    const apply = async (changes: readonly SessionChange[]) => {
      world.now -= 600_000;
      expect((await other.run()).problem?.code).toBe('busy');
      return (await world.app.apply?.(changes)) ?? [];
    };
    expect((await world.open({ sessions: { ...world.app, apply } }).run()).end).toBe('done');
  });

  it('R7 a lease is an hour long at most, whatever was asked for', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const revive = dieFrom(world, 'app.apply');
    await world.open({ pace: { leaseSeconds: 86_400 } }).run();
    revive();
    const held = await world.open().run();
    expect(held).toMatchObject({ problem: { code: 'busy' }, resumeAt: world.now + 3_600_000 });
    world.now += 3_600_000;
    expect((await world.open().run()).end).toBe('done');
  });

  it('R8 an item that failed meanwhile is tried again now', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    world.now += FOUR_YEARS;
    world.interfere = (call) => {
      if (call === 'store.save') throw new Error('odd');
    };
    const sync = world.open();
    await sync.run();
    world.interfere = () => undefined;
    world.now -= FOUR_YEARS;
    await sync.run();
    expect(doneSince(world)).toContain('store.save 2');
  });

  it('a run that was complete then is not fresh', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open();
    world.now += FOUR_YEARS;
    await sync.run();
    world.now -= FOUR_YEARS;
    expect((await sync.run({ ifOlderThanSeconds: 60 })).end).toBe('done');
  });

  it('everything is read again once a day, as ever', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open();
    world.now += FOUR_YEARS;
    await sync.run();
    world.now -= FOUR_YEARS;
    // No feed tells of it.
    const hidden = run('w2', 300, 360);
    world.workouts.set(hidden.key, hidden);
    await sync.run();
    expect(world.sessions.size).toBe(2);
  });
});
