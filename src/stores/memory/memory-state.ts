import type { StateRow, StateStore } from '../../ports/state-store';

/** All that a memory store held at one moment, as plain data: the rows in the order of their keys. */
export interface MemoryCopy {
  readonly revision: number;
  readonly rows: readonly StateRow[];
}

/** A state store that can be copied and set back. */
export interface MemoryState extends StateStore {
  readonly copy: () => MemoryCopy;
  /** Puts everything back as it was in the copy, the revision too. */
  readonly restore: (copy: MemoryCopy) => void;
}

/** The first place whose key is not below `key`. */
const placeOf = (keys: readonly string[], key: string): number => {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * A state store that lives as long as the process: for tests, for previews, and for an app that keeps its state elsewhere
 * and hands a copy in and out.
 *
 * **Laws** ST1 to ST8 of `StateStore`, within one process. `memoryState(store.copy())` reads like `store`.
 * **Cost** a page is found in O(log n); the first read after a key came or went sorts the keys.
 *
 * @example
 * ```ts
 * import { memoryState } from 'workout-sync/memory';
 *
 * const state = memoryState();
 * await state.transact({ expectRevision: 0, put: [{ key: 'link/a', value: '{}' }], remove: [] }); // => 'done'
 * state.copy(); // => { revision: 1, rows: [{ key: 'link/a', value: '{}' }] }
 * ```
 */
export const memoryState = (from?: MemoryCopy): MemoryState => {
  let values = new Map<string, string>();
  let revision = 0;
  let sorted: readonly string[] | undefined;

  const keys = (): readonly string[] => {
    sorted ??= [...values.keys()].sort();
    return sorted;
  };
  const rowsOf = (some: readonly string[]): StateRow[] =>
    some.map((key) => ({ key, value: values.get(key) as string }));
  const restore = (copy: MemoryCopy): void => {
    values = new Map(copy.rows.map(({ key, value }) => [key, value]));
    revision = copy.revision;
    sorted = undefined;
  };
  if (from) restore(from);

  return {
    processes: 'one',
    read: async ({ from: first, to, limit = Number.POSITIVE_INFINITY }) => {
      const start = placeOf(keys(), first);
      const end = Math.min(placeOf(keys(), to), start + limit);
      return { revision, rows: rowsOf(keys().slice(start, end)) };
    },
    transact: async ({ expectRevision, put, remove }) => {
      if (expectRevision !== revision) return 'conflict';
      const before = values.size;
      for (const { key, value } of put) values.set(key, value);
      const isGrown = values.size > before;
      const gone = remove.filter((key) => values.delete(key));
      if (isGrown || gone.length > 0) sorted = undefined;
      revision += 1;
      return 'done';
    },
    copy: () => ({ revision, rows: rowsOf(keys()) }),
    restore,
  };
};
