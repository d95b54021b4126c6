import type { FakeAccess } from './access';
import type { FakeHealthConnectModule } from './fake-module';
import type { Quota } from './quota';
import type { Fields, HealthConnectDatabase, HealthConnectPut, HealthConnectRecord } from './records';
import { notAllowed, rejection } from './rejection';
import type { HealthConnectSwitches } from './switches';
import { isKnownType, parseInsert } from './wire-in';
import { routeOf } from './wire-out';

type WritingCalls = Pick<FakeHealthConnectModule, 'insertRecords' | 'deleteRecordsByUuids'>;

/** The calls that change what is stored. */
export const writingCalls = (
  database: HealthConnectDatabase,
  { enter, may, phone }: FakeAccess,
  quota: Quota,
  packageName: string,
  { deletingUnknown }: Pick<HealthConnectSwitches, 'deletingUnknown'>,
): WritingCalls => {
  const ownUnder = (type: string, clientId: string | undefined): HealthConnectRecord | undefined =>
    database.all().find((one) => one.type === type && one.app === packageName && one.clientId === clientId);

  /** An update without a route takes the route away, where the app may write routes at all. */
  const withRoute = (put: HealthConnectPut): HealthConnectPut => {
    if (put.type !== 'ExerciseSession' || may('write', 'ExerciseRoute')) return put;
    if ((put.fields.route as readonly unknown[]).length > 0) {
      throw notAllowed('android.permission.health.WRITE_EXERCISE_ROUTE');
    }
    const before = ownUnder(put.type, put.clientId);
    return before === undefined ? put : { ...put, fields: { ...put.fields, route: routeOf(before) } };
  };

  const insert = async (records: readonly object[]): Promise<readonly string[]> => {
    enter('insertRecords', 'write');
    quota.weigh(records);
    // One transaction: what is refused is refused before anything is stored.
    const puts = (records as readonly Fields[]).map((record) => withRoute(parseInsert(record, packageName)));
    for (const { type } of puts) {
      if (!may('write', type)) throw notAllowed(`android.permission.health.WRITE for ${type}`);
      if (phone().failing.includes(type)) throw rejection('UNDERLYING_ERROR', 'android.os.RemoteException');
    }
    return puts.map((put) => database.put(put).id);
  };

  return {
    // Not async: what the library's own JavaScript refuses is thrown at once.
    insertRecords: (records) => {
      const types = new Set((records as readonly Fields[]).map(({ recordType }) => recordType));
      if (types.size === 0) throw new Error('HealthConnect.insertRecords: You must provide at least one record');
      if (types.size > 1) throw new Error('HealthConnect.insertRecords: All records must have the same type');
      return insert(records);
    },
    deleteRecordsByUuids: async (type, ids, clientIds) => {
      enter('deleteRecordsByUuids', 'write');
      // For a type that it does not know, the library neither answers nor refuses.
      if (!isKnownType(type)) return new Promise<never>(() => undefined);
      if (!may('write', type)) throw notAllowed(`android.permission.health.WRITE for ${type}`);
      const targets = [...ids.map((id) => database.get(id)), ...clientIds.map((id) => ownUnder(type, id))];
      const there = targets.filter((one): one is HealthConnectRecord => one?.type === type);
      if (there.some(({ app }) => app !== packageName)) throw notAllowed('ownership of the record');
      if (there.length < targets.length && deletingUnknown === 'thrown') {
        throw rejection('ARGUMENT_VALIDATION_ERROR', 'Record not found');
      }
      for (const { id } of there) database.remove(id);
      return undefined;
    },
  };
};
