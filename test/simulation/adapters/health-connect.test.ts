import { describe, expect, test } from 'vitest';
import { createSync } from '../../../src/sync/create-sync';
import { HEALTH_CONNECT_SETTINGS, type HealthConnectSwitches } from '../../../src/testing/health-connect/switches';
import { bothWays } from '../../platforms/switch-settings';
import { runs, seedOf } from '../../reconcile/runs';
import { COUNTEREXAMPLES } from '../counterexamples';
import { hunt } from '../hunt';
import { runTrace } from '../run-trace';
import { circumstances, scenes } from '../scenes';
import type { MakeHealth } from '../simulation';
import { healthConnectWorld } from './health-connect-world';

const through =
  (switches: Partial<HealthConnectSwitches> = {}): MakeHealth =>
  (_, options) =>
    healthConnectWorld({ ...options, switches });

const PHONES = bothWays(HEALTH_CONNECT_SETTINGS);

test.each(PHONES)(
  'every promise holds in random traces through react-native-health-connect, %s',
  async (title, switches) => {
    const numRuns = runs(150);
    const seed = seedOf(title);
    const adapter = { profile: 'health-connect', makeHealth: through(switches) } as const;
    const finds = await hunt(createSync, { numRuns, seed, adapter });
    console.info(`${numRuns} traces, seed ${seed}`);
    expect([...finds.values()].map((find) => JSON.stringify(find, undefined, 1))).toEqual([]);
  },
);

const told = Object.entries({ ...scenes, ...circumstances, ...COUNTEREXAMPLES })
  .filter(([name, { profile }]) => profile === 'health-connect' || !name.includes('apple-health'))
  .map(([name, trace]) => [name, { ...trace, profile: 'health-connect' } as const] as const);

describe.each(PHONES)('through react-native-health-connect, %s', (_, switches) => {
  test.each(told)('%s', async (_name, trace) => {
    expect((await runTrace(trace, createSync, undefined, through(switches))).faults).toEqual([]);
  });
});
