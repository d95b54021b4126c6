import type { FakeAccess } from './access';
import type { ChangesReader } from './changes';
import type { FakeHealthConnectModule } from './fake-module';
import { pageOf } from './ranges';
import type { HealthConnectDatabase, HealthConnectRecord } from './records';
import { notAllowed, rejection } from './rejection';
import type { HealthConnectSwitches } from './switches';
import { isKnownType } from './wire-in';
import { routeOf, showRecord } from './wire-out';

type ReadingCalls = Pick<FakeHealthConnectModule, 'readRecords' | 'readRecord' | 'getChanges' | 'requestExerciseRoute'>;

/** The calls that read: a range, one record, what changed, a route by consent. */
export const readingCalls = (
  database: HealthConnectDatabase,
  access: FakeAccess,
  changes: ChangesReader,
  packageName: string,
  switches: HealthConnectSwitches,
): ReadingCalls => {
  const { enter, may, canSee, isBlind, admitRead } = access;
  const consents = new Set<string>();
  let isAsking = false;

  const isRouteShown = ({ id, app }: HealthConnectRecord): boolean =>
    app === packageName || access.phone().routes === 'always' || consents.has(id);

  const show = (record: HealthConnectRecord): object => {
    if (routeOf(record).length === 0) return showRecord(record, 'NO_DATA');
    return showRecord(record, isRouteShown(record) ? 'DATA' : 'CONSENT_REQUIRED');
  };

  return {
    readRecords: async (type, asked) => {
      enter('readRecords', 'read');
      admitRead(type);
      const all = database.all().filter((record) => record.type === type && canSee(record));
      const { records, next } = pageOf(all, asked, switches.rangeHolds);
      return { records: records.map(show), pageToken: next || (switches.lastPageToken === 'empty' ? '' : null) };
    },
    readRecord: async (type, id) => {
      enter('readRecord', 'read');
      admitRead(type);
      const record = database.get(id);
      if (record === undefined || record.type !== type || !canSee(record)) {
        throw rejection(switches.missingRecord, 'No records');
      }
      return show(record);
    },
    getChanges: async ({ changesToken, recordTypes = [] }) => {
      enter('getChanges', 'read');
      if (isBlind()) throw notAllowed('android.permission.health.READ_HEALTH_DATA_IN_BACKGROUND');
      const token = changesToken ?? changes.token(recordTypes);
      for (const type of recordTypes)
        if (!may('read', type)) throw notAllowed(`android.permission.health.READ for ${type}`);
      const { upserts, deletions, next, expired, hasMore } = changes.read(token);
      if (upserts.some(({ type }) => !isKnownType(type)))
        throw rejection('INVALID_RECORD_TYPE', 'Record type is not valid');
      return {
        upsertionChanges: upserts.map((record) => ({ record: { ...show(record), recordType: record.type } })),
        deletionChanges: deletions.map((recordId) => ({ recordId })),
        nextChangesToken: next,
        changesTokenExpired: expired,
        hasMore,
      };
    },
    requestExerciseRoute: async (recordId) => {
      enter('requestExerciseRoute');
      if (isAsking) throw new Error('The simulation saw a second dialog open while the first one was.');
      isAsking = true;
      // The user takes a moment.
      await Promise.resolve().then(() => undefined);
      isAsking = false;
      const record = database.get(recordId);
      if (record === undefined || access.phone().routeAnswer === 'refused') {
        throw rejection('UNKNOWN_ERROR', 'Request to access exercise route denied');
      }
      if (switches.routeConsent === 'lasting') consents.add(recordId);
      return routeOf(record) as readonly never[];
    },
  };
};
