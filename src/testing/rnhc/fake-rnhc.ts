import type { Instant } from '../../domain/interval';
import { changesReader } from './changes';
import { type HealthConnectPhone, type HealthConnectSwitches, LIKELY } from './phone';
import { AOSP_LIMITS, overQuota, type QuotaLimits, quotaOf } from './quota';
import { pageOf, type RangeAsked } from './ranges';
import {
  type Fields,
  type HealthConnectDatabase,
  type HealthConnectPut,
  type HealthConnectRecord,
  healthConnectDatabase,
} from './records';
import { notAllowed, rejection } from './rejection';
import { isKnownType, parseInsert } from './wire-in';
import { type RouteSight, routeOf, showRecord } from './wire-out';

/** A permission, as the library writes it. */
interface Permission {
  readonly accessType: 'read' | 'write';
  readonly recordType: string;
}

/** `react-native-health-connect` 4, as far as the simulation has it. */
export interface FakeRnhcModule {
  readonly getSdkStatus: () => Promise<number>;
  readonly initialize: () => Promise<boolean>;
  readonly getGrantedPermissions: () => Promise<readonly Permission[]>;
  readonly requestPermission: (permissions: readonly Permission[]) => Promise<readonly Permission[]>;
  readonly requestExerciseRoute: (recordId: string) => Promise<readonly never[]>;
  readonly readRecords: (
    recordType: string,
    options: RangeAsked,
  ) => Promise<{ readonly records: readonly object[]; readonly pageToken: string | null }>;
  readonly readRecord: (recordType: string, recordId: string) => Promise<object>;
  readonly insertRecords: (records: readonly object[]) => Promise<readonly string[]>;
  readonly getChanges: (request: {
    readonly changesToken?: string;
    readonly recordTypes?: readonly string[];
  }) => Promise<{
    readonly upsertionChanges: readonly { readonly record: object }[];
    readonly deletionChanges: readonly { readonly recordId: string }[];
    readonly nextChangesToken: string;
    readonly changesTokenExpired: boolean;
    readonly hasMore: boolean;
  }>;
  readonly deleteRecordsByUuids: (
    recordType: string,
    recordIdsList: readonly string[],
    clientRecordIdsList: readonly string[],
  ) => Promise<void>;
}

export interface FakeRnhcOptions {
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
export interface FakeRnhc {
  readonly module: FakeRnhcModule;
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

const THIRTY_DAYS = 30 * 86_400_000;

/** Permissions that are no records'. */
const SPECIAL: readonly string[] = ['ExerciseRoute', 'BackgroundAccessPermission'];

/**
 * Health Connect behind `react-native-health-connect` 4, at the level of the library's JavaScript.
 *
 * **Shape** it does what the library's Kotlin and AOSP's sources do, and is not verified on a device. Where Android is not
 * documented there is a switch. Nothing in it is random.
 */
export const fakeRnhc = (options: FakeRnhcOptions): FakeRnhc => {
  const { now, packageName = 'com.example.app', changesPageSize = 1000 } = options;
  const switches: HealthConnectSwitches = { ...LIKELY, ...options.switches };
  const database: HealthConnectDatabase = healthConnectDatabase(now);
  const quota = quotaOf(now, { ...AOSP_LIMITS, ...options.limits });
  const consents = new Set<string>();
  const counts = new Map<string, number>();
  let isInitialised = false;
  let isAsking = false;
  let phone: HealthConnectPhone = {
    sdkStatus: 3,
    granted: new Set(),
    answer: 'everything',
    history: false,
    firstGrantAt: now(),
    inBackground: false,
    routes: 'one-by-one',
    routeAnswer: 'given',
    failing: [],
    isOverQuota: false,
  };

  const may = (accessType: 'read' | 'write', type: string): boolean => phone.granted.has(`${accessType} ${type}`);
  const isBlind = (): boolean => phone.inBackground && !may('read', 'BackgroundAccessPermission');

  const canSee = ({ app, type, start }: HealthConnectRecord): boolean => {
    if (app === packageName) return true;
    if (!may('read', type) || isBlind()) return false;
    return phone.history || start >= phone.firstGrantAt - THIRTY_DAYS;
  };

  const sightOf = (record: HealthConnectRecord): RouteSight => {
    if (routeOf(record).length === 0) return 'NO_DATA';
    const isShown = record.app === packageName || phone.routes === 'always' || consents.has(record.id);
    return isShown ? 'DATA' : 'CONSENT_REQUIRED';
  };
  const show = (record: HealthConnectRecord): object => showRecord(record, sightOf(record));

  const changes = changesReader(database, {
    now,
    pageSize: changesPageSize,
    badToken: switches.badToken,
    canSee,
  });

  const enter = (name: string, cost?: 'read' | 'write'): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (!isInitialised) throw rejection('CLIENT_NOT_INITIALIZED', 'Health Connect client is not initialized');
    if (cost === undefined) return;
    if (phone.isOverQuota) throw overQuota();
    quota.spend(cost === 'write' ? 'writes' : phone.inBackground ? 'readsInBackground' : 'reads');
  };

  const admitRead = (type: string): void => {
    if (!isKnownType(type)) throw rejection('INVALID_RECORD_TYPE', 'Record type is not valid');
    // An app may always read what it may write: its own records.
    if (!may('read', type) && !may('write', type)) throw notAllowed(`android.permission.health.READ for ${type}`);
  };

  /** An update without a route takes the route away, where the app may write routes at all. */
  const withRoute = (put: HealthConnectPut): HealthConnectPut => {
    if (put.type !== 'ExerciseSession' || may('write', 'ExerciseRoute')) return put;
    if ((put.fields.route as readonly unknown[]).length > 0) {
      throw notAllowed('android.permission.health.WRITE_EXERCISE_ROUTE');
    }
    const before = database
      .all()
      .find((one) => one.type === put.type && one.clientId === put.clientId && one.app === put.app);
    return before === undefined ? put : { ...put, fields: { ...put.fields, route: routeOf(before) } };
  };

  const insert = async (records: readonly object[]): Promise<readonly string[]> => {
    enter('insertRecords', 'write');
    quota.weigh(records);
    // One transaction: what is refused is refused before anything is stored.
    const puts = (records as readonly Fields[]).map((record) => withRoute(parseInsert(record, packageName)));
    for (const { type } of puts) {
      if (!may('write', type)) throw notAllowed(`android.permission.health.WRITE for ${type}`);
      if (phone.failing.includes(type)) throw rejection('UNDERLYING_ERROR', 'android.os.RemoteException');
    }
    return puts.map((put) => database.put(put).id);
  };

  const module: FakeRnhcModule = {
    getSdkStatus: async () => phone.sdkStatus,
    initialize: async () => {
      if (phone.sdkStatus === 1) throw rejection('SDK_VERSION_ERROR', 'SDK version too low');
      if (phone.sdkStatus === 2) throw rejection('SERVICE_UNAVAILABLE', 'Service not available');
      isInitialised = true;
      return true;
    },
    getGrantedPermissions: async () => {
      enter('getGrantedPermissions');
      return [...phone.granted].flatMap((text): Permission[] => {
        const [accessType, recordType = ''] = text.split(' ');
        const isShown = isKnownType(recordType) || SPECIAL.includes(recordType);
        return isShown ? [{ accessType: accessType === 'write' ? 'write' : 'read', recordType }] : [];
      });
    },
    requestPermission: async (permissions) => {
      enter('requestPermission');
      if (phone.answer === 'everything') {
        const asked = permissions.map(({ accessType, recordType }) => `${accessType} ${recordType}`);
        const isFirst = !may('read', 'ExerciseSession');
        phone = {
          ...phone,
          granted: new Set([...phone.granted, ...asked]),
          history: phone.history || asked.includes('read ReadHealthDataHistory'),
          ...(isFirst && { firstGrantAt: now() }),
        };
      }
      return module.getGrantedPermissions();
    },
    requestExerciseRoute: async (recordId) => {
      enter('requestExerciseRoute');
      if (isAsking) throw new Error('The simulation saw a second dialog open while the first one was.');
      isAsking = true;
      // The user takes a moment.
      await Promise.resolve().then(() => undefined);
      isAsking = false;
      const record = database.get(recordId);
      if (record === undefined || phone.routeAnswer === 'refused') {
        throw rejection('UNKNOWN_ERROR', 'Request to access exercise route denied');
      }
      if (switches.routeConsent === 'lasting') consents.add(recordId);
      return routeOf(record) as readonly never[];
    },
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
    // Not async: what the library's own JavaScript refuses is thrown at once.
    insertRecords: (records) => {
      const types = new Set((records as readonly Fields[]).map(({ recordType }) => recordType));
      if (types.size === 0) throw new Error('HealthConnect.insertRecords: You must provide at least one record');
      if (types.size > 1) throw new Error('HealthConnect.insertRecords: All records must have the same type');
      return insert(records);
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
    deleteRecordsByUuids: async (type, ids, clientIds) => {
      enter('deleteRecordsByUuids', 'write');
      // For a type that it does not know, the library neither answers nor refuses.
      if (!isKnownType(type)) return new Promise<never>(() => undefined);
      if (!may('write', type)) throw notAllowed(`android.permission.health.WRITE for ${type}`);
      const targets = [
        ...ids.map((id) => database.get(id)),
        ...clientIds.map((id) =>
          database.all().find((one) => one.type === type && one.app === packageName && one.clientId === id),
        ),
      ];
      const there = targets.filter((one): one is HealthConnectRecord => one?.type === type);
      if (there.some(({ app }) => app !== packageName)) throw notAllowed('ownership of the record');
      if (there.length < targets.length && switches.deletingUnknown === 'thrown') {
        throw rejection('ARGUMENT_VALIDATION_ERROR', 'Record not found');
      }
      for (const { id } of there) database.remove(id);
      return undefined;
    },
  };

  return {
    module,
    phone: () => phone,
    set: (changed) => {
      phone = { ...phone, ...changed };
    },
    records: database.all,
    put: (put) => database.put(put).id,
    restore: database.restore,
    remove: database.remove,
    expireTokens: changes.expire,
    calls: () => counts,
  };
};
