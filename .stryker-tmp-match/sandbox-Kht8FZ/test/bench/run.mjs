// @ts-nocheck
import * as core from '../../dist/index.js';
import { allPairs, sortAndSweep } from './floor.mjs';
import { firstSync, inStep } from './history.mjs';
import { measure } from './measure.mjs';

const SIZES = [1000, 10_000, 100_000];
const NAIVE_UP_TO = 1000;

const roundsFor = (count) => (count > 10_000 ? 5 : count > 1000 ? 9 : 25);

const scenarios = { 'first sync': firstSync, 'in step, 2 % changed': inStep };

const rows = [];
for (const [scenario, make] of Object.entries(scenarios)) {
  for (const count of SIZES) {
    const world = make(core, count);
    const { items: sessions } = world.sessions;
    const { items: workouts } = world.mirror;
    const times = measure(
      {
        floor: () => sortAndSweep(workouts, sessions),
        reconcile: () => core.reconcile(world),
        ...(count <= NAIVE_UP_TO && { naive: () => allPairs(core, workouts, sessions) }),
      },
      roundsFor(count),
    );
    rows.push({ scenario, count, ...times, ratio: times.reconcile / times.floor });
  }
}
console.table(rows);
