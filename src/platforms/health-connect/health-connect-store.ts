import type { Availability, DescribedHealthStore } from '../../ports/availability';
import { callsOf } from './calls';
import { detailReader } from './detail-reader';
import type { HealthConnectModule } from './module';
import type { HealthConnectOptions } from './options';
import { healthConnectPermissionsToAsk } from './permissions-to-ask';
import { accessReader } from './read-access';
import { changeFeed } from './read-changes';
import { readPage } from './read-workouts';
import { workoutWriter } from './writer';

/** What react-native-health-connect 4.1 can do. */
const AVAILABILITY: Availability = {
  changes: ['partly', 'Tokens expire after about 30 days; samples that arrive late are not told.'],
  deletions: 'yes',
  hints: ['no', 'Health Connect tells nobody that something changed: run on a schedule.'],
  totals: ['partly', 'They are records of their own, joined by app and time.'],
  series: ['partly', 'They are records of their own, joined by app and time.'],
  routes: ['partly', 'Routes of other apps need READ_EXERCISE_ROUTES, or a consent for each.'],
  laps: 'yes',
  pauses: ['partly', 'Few apps mark them.'],
  'active-duration': ['partly', 'Known where pauses are marked.'],
  zone: 'yes',
  'unknown-activities': 'yes',
  'external-ids': 'yes',
  write: 'yes',
  replace: 'yes',
  remove: 'yes',
  'write-whole': ['no', 'The library inserts one type of record a call.'],
  'write-series': 'yes',
  'write-routes': 'yes',
  'write-laps': ['no', 'The library reads laps from another key than the one that its types name.'],
  'write-pauses': ['no', 'The library reads segments from another key than the one that its types name.'],
  'write-title': 'yes',
  'write-zone': ['no', 'The library writes every record without a zone.'],
  'write-activity': ['partly', 'Health Connect has 61 exercise types.'],
  'read-permission': ['partly', 'Whether history may be read is not told.'],
  background: ['partly', 'It needs READ_HEALTH_DATA_IN_BACKGROUND.'],
};

/**
 * Health Connect as a `HealthStore`, through react-native-health-connect 4.
 *
 * **Shape** the module is an argument: nothing is imported. It was written against the sources of the library and of Android, and
 * tested over a simulation of both: it was never run on a phone.
 *
 * **Laws** HS1 to HS14, as far as the library lets it; {@link Availability} says what it does not.
 *
 * @example
 * ```ts no-run It needs a phone's native module.
 * import * as HealthConnect from 'react-native-health-connect';
 * import { healthConnectStore } from 'workout-sync/health-connect';
 *
 * declare const isActive: () => boolean; // AppState.currentState === 'active'
 *
 * const store = healthConnectStore(HealthConnect, { packageName: 'com.example.app', isInForeground: isActive });
 * ```
 */
export const healthConnectStore = (
  module: HealthConnectModule,
  options: HealthConnectOptions,
): DescribedHealthStore => {
  const calls = callsOf(module);
  const access = accessReader(module, calls, options);
  return {
    platform: 'health-connect',
    ownSources: [options.packageName, ...(options.companions ?? [])],
    mappingVersion: 1,
    availability: AVAILABILITY,
    access: access.read,
    request: async (needs) => {
      await access.asked();
      await calls.ask(({ requestPermission }) => requestPermission([...healthConnectPermissionsToAsk(needs)]));
      return access.read();
    },
    readWorkouts: async (request) => {
      const { readableSince } = await access.read();
      const seesAll = async (): Promise<boolean> =>
        options.isInForeground() || (await calls.granted('read')).has('BackgroundAccessPermission');
      return readPage(calls, options, readableSince, seesAll, request);
    },
    changes: changeFeed(calls, options),
    detail: detailReader(calls, options),
    writing: workoutWriter(calls, options),
  };
};
