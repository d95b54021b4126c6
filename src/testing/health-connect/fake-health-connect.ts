import type { Instant } from '../../domain/interval';
import { accessCalls, fakeAccess } from './access';
import { changesReader } from './changes';
import type { FakeHealthConnectModule } from './fake-module';
import type { HealthConnectPhone } from './phone';
import { AOSP_LIMITS, type QuotaLimits, quotaOf } from './quota';
import { readingCalls } from './reading';
import { type HealthConnectPut, type HealthConnectRecord, healthConnectDatabase } from './records';
import { HEALTH_CONNECT_DEFAULTS, type HealthConnectSwitches } from './switches';
import { writingCalls } from './writing';

export interface FakeHealthConnectOptions {
  readonly now: () => Instant;
  /** @defaultValue 'com.example.app' */
  readonly packageName?: string;
  /** @defaultValue what AOSP's sources suggest */
  readonly switches?: Partial<HealthConnectSwitches>;
  /** @defaultValue AOSP's: 2000 reads (1000 in the background) and 1000 writes in 15 minutes */
  readonly limits?: Partial<QuotaLimits>;
  /** How many lines of the change log one page covers. @defaultValue 1000 */
  readonly changesPageSize?: number;
}

/** The module, and what a phone, its user and other apps do behind it. */
export interface FakeHealthConnect {
  readonly module: FakeHealthConnectModule;
  readonly phone: () => HealthConnectPhone;
  readonly set: (changed: Partial<HealthConnectPhone>) => void;
  /** Everything that is stored, whoever wrote it. */
  readonly records: () => readonly HealthConnectRecord[];
  /** Another app puts a record, or this app's former self. Gives its id. */
  readonly put: (record: HealthConnectPut) => string;
  readonly restore: (record: HealthConnectRecord) => void;
  readonly remove: (id: string) => HealthConnectRecord | undefined;
  readonly expireTokens: () => void;
  /** Which calls were made, and how often. */
  readonly calls: () => ReadonlyMap<string, number>;
}

/**
 * Health Connect behind `react-native-health-connect` 4, at the level of the library's JavaScript.
 *
 * **Shape** it does what the library's Kotlin and AOSP's sources do, and is not verified on a device. Where Android is not
 * documented there is a switch. Nothing in it is random.
 *
 * @example
 * ```ts
 * import { healthConnectStore } from 'workout-sync/health-connect';
 * import { fakeHealthConnect } from 'workout-sync/testing/health-connect';
 *
 * const start = Date.UTC(2026, 0, 5, 9);
 * const now = () => start + 3_600_000;
 * const phone = fakeHealthConnect({ now });
 * phone.put({ type: 'ExerciseSession', app: 'com.watch', start, end: start + 1_800_000, fields: { exerciseType: 56 } });
 * const store = healthConnectStore(phone.module, { packageName: 'com.example.app', isInForeground: () => true, now });
 * await store.request({ read: true, write: true, routes: false, history: false, background: false });
 * const { items } = await store.readWorkouts({ window: { start, end: now() } });
 * items[0]?.activity; // => 'running'
 * ```
 */
export const fakeHealthConnect = (options: FakeHealthConnectOptions): FakeHealthConnect => {
  const { now, packageName = 'com.example.app', changesPageSize = 1000 } = options;
  const switches: HealthConnectSwitches = { ...HEALTH_CONNECT_DEFAULTS, ...options.switches };
  const database = healthConnectDatabase(now);
  const quota = quotaOf(now, { ...AOSP_LIMITS, ...options.limits });
  const access = fakeAccess(now, packageName, quota);
  const { badToken } = switches;
  const changes = changesReader(database, { now, pageSize: changesPageSize, badToken, canSee: access.canSee });
  return {
    module: {
      ...accessCalls(access, now),
      ...readingCalls(database, access, changes, packageName, switches),
      ...writingCalls(database, access, quota, packageName, switches),
    },
    phone: access.phone,
    set: access.set,
    records: database.all,
    put: (put) => database.put(put).id,
    restore: database.restore,
    remove: database.remove,
    expireTokens: changes.expire,
    calls: access.calls,
  };
};
