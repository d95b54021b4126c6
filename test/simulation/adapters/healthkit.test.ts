import { describe, expect, it } from 'vitest';
import { createSync } from '../../../src/sync/create-sync';
import { SETTINGS } from '../../platforms/healthkit/phone';
import { runs, seedOf } from '../../reconcile/runs';
import { COUNTEREXAMPLES } from '../counterexamples';
import { hunt } from '../hunt';
import { runTrace } from '../run-trace';
import { circumstances, scenes } from '../scenes';
import { healthKitWorld } from './healthkit-world';

const profile = 'apple-health' as const;

describe('the runner with the adapter of Apple Health keeps its promises', () => {
  it.each(
    Object.entries({ ...scenes, ...circumstances, ...COUNTEREXAMPLES }).filter(
      ([, trace]) => trace.profile === profile,
    ),
  )('where %s', async (_, trace) => {
    expect((await runTrace(trace, createSync, undefined, healthKitWorld())).faults).toEqual([]);
  });

  it.each(SETTINGS)('S1 to S13, R1 to R11, E1 and E4 in random traces, where %s', async (name, switches) => {
    const seed = seedOf(`Apple Health ${name}`);
    const numRuns = runs(20);
    const finds = await hunt(createSync, { numRuns, seed, adapter: { profile, makeHealth: healthKitWorld(switches) } });
    console.info(`${numRuns} traces, seed ${seed}`);
    expect([...finds.values()].map((find) => JSON.stringify(find, undefined, 1))).toEqual([]);
  });
});
