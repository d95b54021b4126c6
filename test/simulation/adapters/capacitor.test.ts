import { describe, expect, it } from 'vitest';
import { createSync } from '../../../src/sync/create-sync';
import { CAPACITOR_SETTINGS } from '../../../src/testing/capacitor/switches';
import { bothWays } from '../../platforms/switch-settings';
import { runs, seedOf } from '../../reconcile/runs';
import { hunt } from '../hunt';
import { runTrace } from '../run-trace';
import { circumstances, scenes } from '../scenes';
import { capacitorWorld } from './capacitor-world';

const PLATFORMS = ['apple-health', 'health-connect'] as const;

describe.each(PLATFORMS)(
  'the runner with the Capacitor adapter on %s, which cannot write, keeps its promises',
  (profile) => {
    it.each(Object.entries({ ...scenes, ...circumstances }).filter(([, trace]) => trace.profile === profile))(
      'where %s',
      async (_, trace) => {
        const { faults, app } = await runTrace(trace, createSync, undefined, capacitorWorld());
        expect(faults).toEqual([]);
        expect(app.sessions()).not.toEqual([]);
      },
    );

    it.each(bothWays(CAPACITOR_SETTINGS))('in random traces, %s', async (name, switches) => {
      const seed = seedOf(`Capacitor ${profile} ${name}`);
      const numRuns = runs(200);
      const finds = await hunt(createSync, {
        numRuns,
        seed,
        adapter: { profile, makeHealth: capacitorWorld(switches) },
      });
      console.info(`${numRuns} traces, seed ${seed}`);
      expect([...finds.values()].map((find) => JSON.stringify(find, undefined, 1))).toEqual([]);
    });
  },
);
