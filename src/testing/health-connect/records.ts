import type { Instant } from '../../domain/interval';

/** A record as JavaScript hands it in and gets it out: fields by their names. */
export type Fields = Readonly<Record<string, unknown>>;

/** One record of the simulated Health Connect. `fields` are what a read shows beside time and metadata. */
export interface HealthConnectRecord {
  readonly type: string;
  readonly id: string;
  readonly app: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly clientId?: string;
  readonly version: number;
  readonly modified: Instant;
  readonly method: number;
  readonly fields: Fields;
}

/** A record that somebody puts. */
export type HealthConnectPut = Omit<HealthConnectRecord, 'id' | 'modified' | 'version' | 'method' | 'clientId'> & {
  readonly clientId?: string | undefined;
  readonly version?: number;
  readonly method?: number;
};

/** One line of the change log. */
interface Logged {
  readonly kind: 'upsert' | 'deletion';
  readonly record: HealthConnectRecord;
}

/** Health Connect's database: records, and the log of what happened to them. */
export interface HealthConnectDatabase {
  readonly all: () => readonly HealthConnectRecord[];
  readonly get: (id: string) => HealthConnectRecord | undefined;
  readonly log: () => readonly Logged[];
  readonly put: (put: HealthConnectPut) => {
    readonly id: string;
    readonly outcome: 'created' | 'replaced' | 'ignored';
  };
  /** Puts a record as it is: a restored one. */
  readonly restore: (record: HealthConnectRecord) => void;
  readonly remove: (id: string) => HealthConnectRecord | undefined;
}

/** Whether two puts are one record: by client id, else by type, app and time (the dedupe hash). */
const isSame =
  (put: HealthConnectPut) =>
  (record: HealthConnectRecord): boolean =>
    record.type === put.type &&
    record.app === put.app &&
    (put.clientId === undefined
      ? record.clientId === undefined && record.start === put.start && record.end === put.end
      : record.clientId === put.clientId);

/**
 * An empty database.
 *
 * **Shape** an upsert under a client id keeps the id, also after a deletion: it is made of app, type and client id. A version below
 * the stored one is ignored without a word. Without a client id, a second record of one app, type and time overwrites the first.
 *
 * **Source** AOSP HealthFitness, `StorageUtils`, `UpsertTransactionRequest`.
 */
export const healthConnectDatabase = (now: () => Instant): HealthConnectDatabase => {
  const records = new Map<string, HealthConnectRecord>();
  const log: Logged[] = [];
  let made = 0;

  const store = (record: HealthConnectRecord): void => {
    records.set(record.id, record);
    log.push({ kind: 'upsert', record });
  };
  const idOf = ({ type, app, clientId }: HealthConnectPut): string => {
    if (clientId !== undefined) return `id-of-${app}/${type}/${clientId}`;
    made += 1;
    return `record-${made}`;
  };

  return {
    all: () => [...records.values()],
    get: (id) => records.get(id),
    log: () => log,
    put: (put) => {
      const before = [...records.values()].find(isSame(put));
      const id = before?.id ?? idOf(put);
      const { clientId, version = 0, method = 0, ...rest } = put;
      if (before !== undefined && version < before.version) return { id, outcome: 'ignored' };
      store({ ...rest, ...(clientId !== undefined && { clientId }), id, version, method, modified: now() });
      return { id, outcome: before === undefined ? 'created' : 'replaced' };
    },
    restore: store,
    remove: (id) => {
      const record = records.get(id);
      if (record === undefined) return undefined;
      records.delete(id);
      log.push({ kind: 'deletion', record });
      return record;
    },
  };
};
