import type { RangeAsked } from './ranges';

/** A permission, as the library writes it. */
export interface Permission {
  readonly accessType: 'read' | 'write';
  readonly recordType: string;
}

/** `react-native-health-connect` 4, as far as the simulation has it. */
export interface FakeHealthConnectModule {
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
