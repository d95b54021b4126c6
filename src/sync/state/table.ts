import type { StateRow } from '../../ports/state-store';
import { ANSWERS, COLLECTIONS, type Collection, ONLY } from './collections';
import { partsOf, rowKeyOf } from './row-key';

/** One row put or dropped. */
export interface RowChange {
  readonly collection: string;
  readonly key: string;
  /** Absent: the row is dropped. */
  readonly value?: unknown;
}

export const put = <Value>(collection: Collection<Value>, key: string, value: Value): RowChange => ({
  collection: collection.name,
  key,
  value,
});

export const drop = (collection: Collection<unknown>, key: string): RowChange => ({ collection: collection.name, key });

/** The rows of a state, in memory. */
export interface Table {
  readonly get: <Value>(collection: Collection<Value>, key?: string) => Value | undefined;
  readonly all: <Value>(collection: Collection<Value>) => ReadonlyMap<string, Value>;
  /** Takes in a row that was read. An answer that was not given anew meanwhile stays the very one that was planned with. */
  readonly enter: (row: StateRow, before: ReadonlyMap<string, unknown>) => void;
  readonly apply: (change: RowChange) => void;
  /** Before they are read again: what cannot be read then is noted anew. */
  readonly forget: (collections: readonly Collection<unknown>[]) => void;
  readonly noteDamage: (rowKey: string) => void;
  /** Row keys that could not be read. */
  readonly damaged: () => readonly string[];
  /** Those of them that were not written anew since. */
  readonly lost: () => readonly string[];
}

const parse = (value: string): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
};

/** A table without rows. Rows of collections that are not known are passed over; what is none of its collection is damage. */
export const openTable = (): Table => {
  const collections = new Map<string, Map<string, unknown>>();
  const byName = new Map(COLLECTIONS.map((one) => [one.name, one]));
  const damaged = new Set<string>();
  const lost = new Set<string>();

  const noteDamage = (rowKey: string): void => {
    damaged.add(rowKey);
    lost.add(rowKey);
  };

  const valuesOf = (name: string): Map<string, unknown> => {
    const known = collections.get(name);
    if (known) return known;
    const made = new Map<string, unknown>();
    collections.set(name, made);
    return made;
  };

  const enter = ({ key: rowKey, value }: StateRow, before: ReadonlyMap<string, unknown>): void => {
    const { collection, key } = partsOf(rowKey);
    const known = byName.get(collection);
    if (known === undefined) return;
    const parsed = parse(value);
    if (typeof parsed === 'object' && parsed !== null && known.isValue(parsed as Readonly<Record<string, unknown>>)) {
      const same = known === ANSWERS ? before.get(key) : undefined;
      valuesOf(collection).set(key, JSON.stringify(same) === value ? same : parsed);
    } else {
      noteDamage(rowKey);
    }
  };

  const get = <Value>(collection: Collection<Value>, key = ONLY): Value | undefined =>
    collections.get(collection.name)?.get(key) as Value | undefined;

  const apply = ({ collection, key, value }: RowChange): void => {
    lost.delete(rowKeyOf(collection, key));
    if (value === undefined) valuesOf(collection).delete(key);
    else valuesOf(collection).set(key, value);
  };

  return {
    get,
    all: <Value>(collection: Collection<Value>) => valuesOf(collection.name) as ReadonlyMap<string, Value>,
    enter,
    apply,
    forget: (some) => {
      for (const { name } of some) collections.delete(name);
      const names = new Set(some.map(({ name }) => name));
      for (const rowKey of lost) if (names.has(partsOf(rowKey).collection)) lost.delete(rowKey);
    },
    noteDamage,
    damaged: () => [...damaged],
    lost: () => [...lost],
  };
};
