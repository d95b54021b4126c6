import { describe, expect, it } from 'vitest';
import { toHealthKitActivity } from '../../../src/platforms/healthkit/activity-map';
import { healthStoreContract } from '../../../src/testing/health-store/health-store-contract';
import type { ForeignWorkout } from '../../../src/testing/health-store/other-apps';
import { exportOf, openText, run } from './exports';

const times = (start: number, end: number): string => {
  const text = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} +0000`;
  return `startDate="${text(start)}" endDate="${text(end)}"`;
};

/** An export cannot be written to, so each workout of another app is in the export of its own, opened anew. */
const benchOf = async () => {
  const written: string[] = [];
  const open = async () => (await openText(exportOf(...written))).store;
  let store = await open();
  return {
    store: {
      ...store,
      readWorkouts: (...asked: Parameters<typeof store.readWorkouts>) => store.readWorkouts(...asked),
    },
    writeAsOther: async ({ activity, start, end, source }: ForeignWorkout) => {
      expect(toHealthKitActivity(activity).type).toBe(37);
      written.push(
        `<Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceName="${source.app}" ${times(start, end)}/>`,
      );
      const before = new Set(
        (await store.readWorkouts({ window: { start: 0, end: 4e12 } })).items.map(({ key }) => key),
      );
      store = await open();
      const { items } = await store.readWorkouts({ window: { start: 0, end: 4e12 } });
      return items.find(({ key }) => !before.has(key))?.key ?? '';
    },
  };
};

describe('an export as a health store', () => {
  for (const check of healthStoreContract(benchOf)) it(check.name, check.run);

  it('neither writes nor tells changes', async () => {
    const { store } = await openText(exportOf(run()));
    expect(store.writing).toBeUndefined();
    expect(store.changes).toBeUndefined();
    expect(await store.access()).toMatchObject({ read: 'granted', write: 'denied', asked: true });
  });
});
