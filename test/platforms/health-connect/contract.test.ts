import { describe, expect, test } from 'vitest';
import type { HealthStoreBench } from '../../../src/testing/health-store/health-store-bench';
import { healthStoreContract } from '../../../src/testing/health-store/health-store-contract';
import { LIKELY, UNLIKELY } from '../../../src/testing/rnhc/phone';
import { simulatedClock } from '../../../src/testing/simulated-clock';
import { rnhcHealthStore } from '../../simulation/adapters/health-connect-world';

describe.each([
  ['as AOSP’s sources suggest', LIKELY],
  ['the other way round', UNLIKELY],
] as const)('the adapter over Health Connect, where nothing is documented %s,', (_, switches) => {
  const make = (): HealthStoreBench => {
    const clock = simulatedClock(Date.UTC(2026, 0, 6));
    const health = rnhcHealthStore({ now: clock.now, switches });
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
});
