import { expect, it } from 'vitest';
import { toHealthConnectActivity } from '../../../src/platforms/health-connect/activity-map';
import type { HealthStore } from '../../../src/ports/health-store';
import type { HealthStoreBench } from '../../../src/testing/health-store/health-store-bench';
import { healthStoreContract } from '../../../src/testing/health-store/health-store-contract';
import type { ForeignWorkout } from '../../../src/testing/health-store/other-apps';
import type { ExportContent } from '../../generators/health-connect-export/content';
import { openContent } from './open-week';

const contentOf = (written: ReadonlyMap<string, ForeignWorkout>): ExportContent => {
  const all = [...written].map(([key, workout]) => ({
    ...workout,
    app: workout.source.app,
    uuid: key.replace(/-/g, ''),
  }));
  const amountsOf = (value: (workout: ForeignWorkout) => number | undefined) =>
    all.flatMap((one) => {
      const measured = value(one);
      return measured === undefined ? [] : [{ app: one.app, start: one.start, end: one.end, value: measured }];
    });
  return {
    apps: Object.fromEntries(all.map(({ app }) => [app, app])),
    sessions: all.map(({ uuid, app, start, end, activity }) => {
      return { uuid, app, start, end, type: toHealthConnectActivity(activity).platformType };
    }),
    amounts: {
      distance_record_table: amountsOf(({ distanceMetres }) => distanceMetres),
      elevation_gained_record_table: amountsOf(({ elevationGainMetres }) => elevationGainMetres),
      active_calories_burned_record_table: amountsOf(
        ({ energyKilocalories: kcal }) => kcal?.active && kcal.active * 1000,
      ),
      total_calories_burned_record_table: amountsOf(({ energyKilocalories: kcal }) => kcal?.total && kcal.total * 1000),
    },
  };
};

/** A file that another app writes to, and that is opened anew after each change. */
const fileBench = (): HealthStoreBench => {
  const written = new Map<string, ForeignWorkout>();
  let opened: ReturnType<typeof openContent> | undefined;
  const open = async (): Promise<HealthStore> => {
    opened ??= openContent(contentOf(written));
    return (await opened).store;
  };
  let ids = 0;
  return {
    store: {
      platform: 'health-connect',
      ownSources: [],
      access: async () => (await open()).access(),
      request: async (needs) => (await open()).request(needs),
      readWorkouts: async (request) => (await open()).readWorkouts(request),
    },
    writeAsOther: (workout) => {
      ids += 1;
      const key = `00000000-0000-4000-8000-${`${ids}`.padStart(12, '0')}`;
      written.set(key, workout);
      opened = undefined;
      return key;
    },
    eraseAsOther: (key) => {
      written.delete(key);
      opened = undefined;
    },
  };
};

it('keeps every clause that a store which is only read can keep', async () => {
  const outcomes: Record<'held' | 'not-tried', string[]> = { held: [], 'not-tried': [] };
  for (const { name, run } of healthStoreContract(fileBench)) outcomes[await run()].push(name);
  const numbers = outcomes.held.map((name) => name.split(' ')[0]);
  expect(numbers).toEqual(['HS1', 'HS3', 'HS3', 'HS4', 'HS5', 'HS5', 'HS14']);
});
