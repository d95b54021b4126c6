import type { NativeInsert, NativeLocation, NativeRecordType } from './records';

/** One permission, as it is asked for and granted. */
export interface NativePermission {
  readonly accessType: 'read' | 'write';
  readonly recordType: string;
}

/** What can be asked for: records, and three permissions of their own. */
export type AskedPermission =
  | { accessType: 'read' | 'write'; recordType: NativeRecordType }
  | { accessType: 'write'; recordType: 'ExerciseRoute' }
  | { accessType: 'read'; recordType: 'ReadHealthDataHistory' }
  | { accessType: 'read'; recordType: 'BackgroundAccessPermission' };

/** What to read. */
export interface NativeReadOptions {
  timeRangeFilter: { operator: 'between'; startTime: string; endTime: string };
  dataOriginFilter?: string[];
  ascendingOrder?: boolean;
  pageSize?: number;
  pageToken?: string;
}

/** A page of records. The token is absent, `null` or empty at the end. */
export interface NativePage {
  readonly records: readonly object[];
  readonly pageToken?: string | null | undefined;
}

/** What changed since a token. */
export interface NativeChanges {
  readonly upsertionChanges: readonly { readonly record: object }[];
  readonly deletionChanges: readonly { readonly recordId: string }[];
  readonly nextChangesToken: string;
  readonly changesTokenExpired: boolean;
  readonly hasMore: boolean;
}

/**
 * What is used of `react-native-health-connect` 4: pass the module itself, `import * as HealthConnect from
 * 'react-native-health-connect'`.
 *
 * **Shape** structural, so that nothing is imported; the tests check it against the real package's declarations.
 */
export interface HealthConnectModule {
  readonly getSdkStatus: () => Promise<number>;
  readonly initialize: () => Promise<boolean>;
  readonly getGrantedPermissions: () => Promise<readonly NativePermission[]>;
  readonly requestPermission: (permissions: AskedPermission[]) => Promise<readonly NativePermission[]>;
  readonly requestExerciseRoute: (recordId: string) => Promise<readonly NativeLocation[]>;
  readonly readRecords: (recordType: NativeRecordType, options: NativeReadOptions) => Promise<NativePage>;
  readonly readRecord: (recordType: NativeRecordType, recordId: string) => Promise<object>;
  readonly insertRecords: (records: NativeInsert[]) => Promise<readonly string[]>;
  readonly getChanges: (request: { changesToken?: string; recordTypes?: NativeRecordType[] }) => Promise<NativeChanges>;
  readonly deleteRecordsByUuids: (
    recordType: NativeRecordType,
    recordIdsList: string[],
    clientRecordIdsList: string[],
  ) => Promise<void>;
}
