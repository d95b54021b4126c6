import { expect, test } from 'vitest';
import { createSync } from '../../src/sync/create-sync';
import { runs, seedOf } from '../reconcile/runs';
import { hunt } from './hunt';

const TITLE = 'S1 to S13, R1 to R11, E1 and E4 hold in random traces, uniform and swarm';

test(TITLE, async () => {
  const numRuns = runs(1000);
  const seed = seedOf(TITLE);
  const finds = await hunt(createSync, { numRuns, seed });
  console.info(`${numRuns} traces, seed ${seed}`);
  expect([...finds.values()].map((find) => JSON.stringify(find, undefined, 1))).toEqual([]);
});
