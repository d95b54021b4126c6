import { toHealthKitActivity } from '../../../src/platforms/healthkit/activity-map';
import { type HealthKitStoreOptions, healthKitStore } from '../../../src/platforms/healthkit/healthkit-store';
import type { Detail } from '../../../src/ports/detail';
import type { WorkoutDraft } from '../../../src/ports/health-store';
import type { HealthStoreBench } from '../../../src/testing/health-store/health-store-bench';
import type { ForeignWorkout } from '../../../src/testing/health-store/other-apps';
import { fakeHealthKit } from '../../../src/testing/healthkit/fake-healthkit';
import type { OthersWorkout } from '../../../src/testing/healthkit/stored-object';
import { HEALTHKIT_SETTINGS, type HealthKitSwitches } from '../../../src/testing/healthkit/switches';
import { eachSetting } from '../switch-settings';

export const OWN_APP = 'com.example.app';
export const START = Date.UTC(2026, 10, 8, 9);

/** A phone whose HealthKit is a fake, with the adapter over it. */
export const phoneWith = (switches: Partial<HealthKitSwitches> = {}, options: Partial<HealthKitStoreOptions> = {}) => {
  const phone = fakeHealthKit({ ownApp: OWN_APP, switches });
  const store = healthKitStore(phone.module, { ownSources: [OWN_APP], now: () => START, ...options });
  const { writing, changes, detail } = store;
  if (!writing || !changes || !detail) throw new Error('The adapter has all groups.');
  return { phone, store, writing, changes, detail };
};

/** What another app says, as HealthKit keeps it. */
const othersWorkout = ({
  activity,
  start,
  end,
  distanceMetres,
  energyKilocalories,
  source,
}: ForeignWorkout): OthersWorkout => {
  const { type, metadata } = toHealthKitActivity(activity);
  return {
    app: source.app,
    activityType: type,
    start,
    end,
    metadata: { ...metadata },
    ...(distanceMetres !== undefined && { distanceMetres }),
    ...(energyKilocalories?.active !== undefined && { energyKilocalories: energyKilocalories.active }),
  };
};

/** The adapter over a fake, for the contract. */
export const benchWith = (
  switches: Partial<HealthKitSwitches> = {},
  options: Partial<HealthKitStoreOptions> = {},
): HealthStoreBench => {
  const { phone, store } = phoneWith(switches, options);
  return {
    store,
    writeAsOther: (workout) => phone.writeAsOther(othersWorkout(workout)),
    eraseAsOther: (key) => phone.erase(key),
    lock: () => phone.set({ locked: true }),
    failSamples: () => phone.set({ failing: 'samples' }),
    countOrphans: () => phone.orphans().length,
  };
};

/** Every setting of every switch, the others at their defaults. */
export const SETTINGS = eachSetting(HEALTHKIT_SETTINGS);

/** A run of ours. */
export const run = (version = 1, rest: Partial<WorkoutDraft> = {}): WorkoutDraft => ({
  activity: 'running',
  start: START,
  end: START + 3_600_000,
  external: { id: 'ws1-00000000000000000000000000000001', version },
  ...rest,
});

const minute = (count: number): number => START + count * 60_000;

/** A heart rate each minute, and a route. */
export const DETAIL: Detail = {
  series: { 'heart-rate': [1, 2, 3].map((at) => ({ at: minute(at), value: 120 + at })) },
  routes: [[1, 2].map((at) => ({ at: minute(at), latitude: 52.5, longitude: 13.4 + at / 1000 }))],
};
