import type { Signal } from '../../ports/signal';
import { storeError } from '../../ports/store-error';
import { toHealthConnectError } from './health-connect-error';
import type { HealthConnectModule, NativeReadOptions } from './module';
import type { NativeRecordType } from './records';

/** Calls of the library: it is initialised first, and what it throws is classed, also where it throws at once. */
export interface HealthConnectCalls {
  readonly ask: <Answer>(
    call: (module: HealthConnectModule) => Promise<Answer>,
    signal?: Signal | undefined,
  ) => Promise<Answer>;
  /** All the pages of a reading, as one list. */
  readonly readAll: (
    type: NativeRecordType,
    options: NativeReadOptions,
    signal?: Signal | undefined,
  ) => Promise<readonly object[]>;
  /** Which types may be read, or written. */
  readonly granted: (accessType: 'read' | 'write') => Promise<ReadonlySet<string>>;
}

/** The most records that Health Connect gives in one page. */
export const MOST_PER_PAGE = 5000;

/** What `client.getSdkStatus` answers where everything is there. */
export const SDK_AVAILABLE = 3;

export const callsOf = (module: HealthConnectModule): HealthConnectCalls => {
  let ready: Promise<unknown> | undefined;

  const ask: HealthConnectCalls['ask'] = async (call, signal) => {
    if (signal?.aborted) throw storeError('cancelled', 'The call was given up.');
    try {
      ready ??= module.initialize();
      await ready;
      return await call(module);
    } catch (thrown) {
      const error = toHealthConnectError(thrown);
      // The provider may have been updated or installed meanwhile: the next call initialises once more.
      if (error.kind === 'unavailable' || error.kind === 'update-required') ready = undefined;
      throw error;
    }
  };

  const readAll: HealthConnectCalls['readAll'] = async (type, options, signal) => {
    const records: object[] = [];
    let pageToken = '';
    for (;;) {
      const page = { ...options, pageSize: MOST_PER_PAGE, ...(pageToken && { pageToken }) };
      const answer = await ask(({ readRecords }) => readRecords(type, page), signal);
      for (const record of answer.records) records.push(record);
      // An exhausted token is null on Android 14 and an empty text before; asking on with one would never end.
      if (!answer.pageToken || answer.pageToken === pageToken) return records;
      pageToken = answer.pageToken;
    }
  };

  return {
    ask,
    readAll,
    granted: async (accessType) => {
      const permissions = await ask(({ getGrantedPermissions }) => getGrantedPermissions());
      return new Set(permissions.filter((one) => one.accessType === accessType).map(({ recordType }) => recordType));
    },
  };
};
