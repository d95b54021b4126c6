import { describe, expect, test } from 'vitest';
import { HEALTH_CONNECT_SETTINGS } from '../../../src/testing/health-connect/switches';
import type { HealthStoreBench } from '../../../src/testing/health-store/health-store-bench';
import { healthStoreContract } from '../../../src/testing/health-store/health-store-contract';
import { simulatedClock } from '../../../src/testing/simulated-clock';
import { healthConnectWorld } from '../../simulation/adapters/health-connect-world';
import { bothWays } from '../switch-settings';

describe.each(bothWays(HEALTH_CONNECT_SETTINGS))(
  'the adapter over Health Connect, where nothing is documented %s,',
  (_, switches) => {
    const make = (): HealthStoreBench => {
      const clock = simulatedClock(Date.UTC(2026, 0, 6));
      const health = healthConnectWorld({ now: clock.now, switches });
      return {
        store: health.port,
        writeAsOther: (workout) => health.write(workout),
        eraseAsOther: health.erase,
        reinsert: health.reinsert,
        sendToBackground: () => health.set({ inBackground: true, background: 'denied' }),
        failSamples: () => health.set({ failing: ['series'] }),
        countOrphans: () => health.orphans().length,
      };
    };

    test.each(healthStoreContract(make))('keeps $name', async ({ name, run }) => {
      // Health Connect has no locked phone.
      expect(await run()).toBe(/locked/.test(name) ? 'not-tried' : 'held');
    });
  },
);
