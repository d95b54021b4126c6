import { expect, test } from 'vitest';
import { toHealthConnectActivity } from '../../../src/platforms/health-connect/activity-map';
import type { HealthStore } from '../../../src/ports/health-store';
import type { HealthStoreBench } from '../../../src/testing/health-store/health-store-bench';
import { healthStoreContract } from '../../../src/testing/health-store/health-store-contract';
import type { SessionRow } from '../../generators/health-connect-export/content';
import { openContent } from './open-week';

/** A file into which another app writes before anybody opens it. */
const fileBench = (): HealthStoreBench => {
  const sessions: SessionRow[] = [];
  const opened = new Map<number, ReturnType<typeof openContent>>();
  const open = () => {
    const apps = Object.fromEntries(sessions.map(({ app }) => [app, app]));
    const store = opened.get(sessions.length) ?? openContent({ apps, sessions });
    opened.set(sessions.length, store);
    return store;
  };
  const store: HealthStore = {
    platform: 'health-connect',
    ownSources: [],
    access: async () => (await open()).access(),
    request: async (needs) => (await open()).request(needs),
    readWorkouts: async (request) => (await open()).readWorkouts(request),
  };
  return {
    store,
    writeAsOther: ({ activity, start, end, source }) => {
      const uuid = `${sessions.length + 1}`.padStart(32, '0');
      const { platformType } = toHealthConnectActivity(activity);
      sessions.push({ uuid, app: source?.app ?? 'com.example.another', start, end, type: platformType });
      return uuid.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
  };
};

test.each(healthStoreContract(fileBench))('an export keeps $name', async ({ run }) => {
  await expect(run()).resolves.toBeUndefined();
});
