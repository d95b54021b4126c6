import type { WrittenChild } from '../../ports/health-store';
import type { StoreError } from '../../ports/store-error';
import type { HealthConnectCalls } from './calls';
import { instantOf } from './instant-text';
import { rangeOf } from './metric-windows';
import type { HealthConnectOptions } from './options';
import { SERIES_TYPES, TOTAL_TYPES } from './read-metrics';
import type { MetricType, NativeMetric, NativeSession } from './records';
import { childPrefix } from './write-records';

const CHILD_TYPES: readonly MetricType[] = [...new Set([...Object.values(SERIES_TYPES).flat(), ...TOTAL_TYPES])];

const isChildType = (type: string): type is MetricType => (CHILD_TYPES as readonly string[]).includes(type);

/** Says nothing about whether the record is there: the call itself could not be made, now or at all. */
const STOPS: ReadonlySet<string> = new Set([
  'rate-limited',
  'permission',
  'unavailable',
  'update-required',
  'cancelled',
]);

/** Finding and taking away records of this app's own. */
export interface OwnRecords {
  /** The session under a key, if it is there and this app's. */
  readonly find: (key: string) => Promise<NativeSession | undefined>;
  /** The records beside a session, by the beginning of their ids. */
  readonly childrenOf: (session: NativeSession, externalId: string) => Promise<readonly WrittenChild[]>;
  /** Takes records beside a session away, whether or not they are there. Gives those that could not be. */
  readonly dropChildren: (children: readonly WrittenChild[]) => Promise<readonly WrittenChild[]>;
}

export const ownRecords = (calls: HealthConnectCalls, { packageName }: HealthConnectOptions): OwnRecords => ({
  find: async (key) => {
    if (!key) return undefined;
    try {
      const record = (await calls.ask(({ readRecord }) => readRecord('ExerciseSession', key))) as NativeSession | null;
      return record?.metadata?.dataOrigin === packageName ? record : undefined;
    } catch (thrown) {
      // How a missing record is answered is not documented.
      if (STOPS.has((thrown as StoreError).kind)) throw thrown;
      return undefined;
    }
  },
  childrenOf: async ({ startTime, endTime }, externalId) => {
    const owner = { start: instantOf(startTime), end: instantOf(endTime), source: { app: packageName } };
    const range = rangeOf({ ...owner, owners: [owner] });
    // Who may write a type may read what it wrote.
    const granted = new Set([...(await calls.granted('read')), ...(await calls.granted('write'))]);
    const children: WrittenChild[] = [];
    for (const type of CHILD_TYPES) {
      if (!granted.has(type)) continue;
      for (const { metadata } of (await calls.readAll(type, range)) as readonly NativeMetric[]) {
        const key = metadata?.clientRecordId;
        if (key?.startsWith(childPrefix(externalId))) children.push({ type, key });
      }
    }
    return children;
  },
  dropChildren: async (children) => {
    const left: WrittenChild[] = [];
    for (const type of new Set(children.map((child) => child.type))) {
      // For a type that the library does not know, its call never ends.
      if (!isChildType(type)) continue;
      const keys = children.filter((child) => child.type === type).map(({ key }) => key);
      try {
        await calls.ask(({ deleteRecordsByUuids }) => deleteRecordsByUuids(type, [], keys));
      } catch (thrown) {
        if (STOPS.has((thrown as StoreError).kind)) left.push(...keys.map((key) => ({ type, key })));
      }
    }
    return left;
  },
});
