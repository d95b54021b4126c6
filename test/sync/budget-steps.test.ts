import { describe, expect, it } from 'vitest';
import { FAR, plainWorld, run, trained, WIT } from './plain-world';

describe('budgetSteps', () => {
  it('R10 is the number of steps after which a run ends', async () => {
    const workouts = [run('a', 100, 160), run('b', 200, 260), run('c', 300, 360)];
    const world = plainWorld([FAR, ...workouts], [WIT, trained('s', 300, 360)]);
    const { counts } = await world.open().run({ budgetSteps: 2 });
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(2);
  });
});
