import { describe, expect, test } from 'vitest';
import { healthKitStore } from '../../../src/platforms/healthkit/healthkit-store';
import type { WorkoutDraft, WorkoutWriter, Written } from '../../../src/ports/health-store';
import { fakeHealthKit } from '../../../src/testing/healthkit/fake-healthkit';
import type { FakeModule } from '../../../src/testing/healthkit/fake-module';
import { DETAIL, OWN_APP, run, SETTINGS } from './phone';

/** After so many calls that write, the process is dead: nothing reaches HealthKit any more. */
const dyingAfter = (
  module: FakeModule,
  writes: number,
): { readonly module: FakeModule; readonly isDead: () => boolean } => {
  let left = writes;
  const alive = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    if (left === 0) throw new Error('The process is dead.');
    left -= 1;
    return call();
  };
  return {
    module: {
      ...module,
      queryWorkoutSamples: async (options) => {
        const natives = await module.queryWorkoutSamples(options);
        return natives.map((one) => ({
          ...one,
          saveWorkoutRoute: (locations) => alive(() => one.saveWorkoutRoute(locations)),
        }));
      },
      saveWorkoutSample: (...given) => alive(() => module.saveWorkoutSample(...given)),
      saveQuantitySample: (...given) => alive(() => module.saveQuantitySample(...given)),
      deleteObjects: (...given) => alive(() => module.deleteObjects(...given)),
    },
    isDead: () => left === 0,
  };
};

const writerOver = (module: FakeModule): WorkoutWriter => {
  const { writing } = healthKitStore(module, { ownSources: [OWN_APP] });
  if (writing === undefined) throw new Error('The adapter writes.');
  return writing;
};

const draft = (version: number, previous?: Written): WorkoutDraft =>
  run(version, { detail: DETAIL, ...(previous && { previous }) });

/** More calls than any save or removal makes. */
const MOST = 40;

describe('a process that dies in the middle of the adapter', () => {
  test.each(SETTINGS)('leaves what the next write sets right, where %s', async (_, switches) => {
    for (let writes = 0; writes < MOST; writes++) {
      const phone = fakeHealthKit({ ownApp: OWN_APP, switches });
      const first = await writerOver(phone.module).save(draft(1));
      const { module, isDead } = dyingAfter(phone.module, writes);
      await writerOver(module)
        .save(draft(2, first))
        .catch(() => undefined);
      if (!isDead()) break;
      await writerOver(phone.module).save(draft(3, first));
      expect([phone.workouts().length, phone.samples().length, phone.routes().length]).toEqual([1, 3, 1]);
      expect(phone.workouts()[0]?.metadata.HKMetadataKeySyncVersion).toBe(3);
      expect(writes).toBeLessThan(MOST - 1);
    }
  });

  test.each(SETTINGS)('leaves nothing that a removal does not take along, where %s', async (_, switches) => {
    for (let writes = 0; writes < MOST; writes++) {
      const phone = fakeHealthKit({ ownApp: OWN_APP, switches });
      const first = await writerOver(phone.module).save(draft(1));
      const { module, isDead } = dyingAfter(phone.module, writes);
      await writerOver(module)
        .remove(first)
        .catch(() => undefined);
      if (!isDead()) break;
      // Only what was written down before the crash is known.
      await writerOver(phone.module).remove(first);
      expect([...phone.workouts(), ...phone.samples(), ...phone.routes()]).toEqual([]);
      expect(writes).toBeLessThan(MOST - 1);
    }
  });
});
