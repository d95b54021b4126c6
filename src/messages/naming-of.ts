import type { Recording } from '../domain/recording';
import type { World } from '../reconcile/world';
import { activityLabel, platformLabel } from './labels';
import type { Naming } from './naming';
import { type Records, recordOf, recordsOf } from './records';
import { timeText } from './time-text';

/** A recording without a source was made in the app itself, as far as anybody knows. */
const THIS_APP = 'this app';

/** What users call the app that wrote a record: the name that the platform shows, or at least the identifier. */
export const appNameOf = (record: Pick<Recording, 'source'> | undefined, naming: Naming): string => {
  if (record === undefined) return '';
  const { source } = record;
  return source ? source.appName || (naming.app?.(source.app) ?? source.app) : THIS_APP;
};

const nameOf = (record: Recording, naming: Naming): string =>
  `${activityLabel(record.activity)} of ${timeText(record.start, record.offsetSeconds)} (${appNameOf(record, naming)})`;

const appNames = ({ sessions, workouts }: Records): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const { source } of [...sessions.values(), ...workouts.values()]) {
    if (source?.appName) names.set(source.app, source.appName);
  }
  return names;
};

/**
 * Names for all that a world holds: records by activity, time and app, apps by the names that the platform shows.
 *
 * @example
 * ```ts
 * import { DEFAULT_SETTINGS, EMPTY_LEDGER, type World } from 'workout-sync';
 * import { messageFor, namingOf } from 'workout-sync/messages';
 *
 * const nothing = {
 *   items: [], window: { start: 0, end: 1 }, complete: true, absence: 'unknown' as const, gone: [],
 * };
 * const world: World = {
 *   sessions: nothing, mirror: nothing, ledger: EMPTY_LEDGER, settings: DEFAULT_SETTINGS, now: 0,
 *   scope: {
 *     kind: 'scope', account: 'ada', device: 'phone', platform: 'apple-health', ownSources: [],
 *     readAccess: 'unknown', mappingVersion: 1,
 *   },
 * };
 * messageFor({ code: 'workout-changed' }, namingOf(world)).text; // => 'The workout changed in Apple Health.'
 * ```
 */
export const namingOf = (world: World): Naming => namingFrom(recordsOf(world), world);

/** The same for records that are looked up already. */
export const namingFrom = (records: Records, world: World | undefined): Naming => {
  const names = appNames(records);
  const apps: Naming = { app: (identifier) => names.get(identifier) };
  return {
    ...apps,
    record: (key) => {
      const record = recordOf(records, key);
      return record && nameOf(record, apps);
    },
    ...(world && { store: platformLabel(world.scope.platform) }),
  };
};
