import type { StateChange, StateRow, StateStore } from '../ports/state-store';

/** A copy of a state, as a backup keeps it. */
export interface StateCopy {
  readonly revision: number;
  readonly rows: readonly StateRow[];
}

/** A state store in memory, and what may happen to it behind the back of sync. */
export interface SimulatedStateStore {
  readonly port: StateStore;
  readonly copy: () => StateCopy;
  /** Puts a copy back: the backup of a phone, however old. */
  readonly restore: (copy: StateCopy) => void;
  /** Everything is lost. */
  readonly erase: () => void;
  /** Makes the rows that are chosen unreadable. */
  readonly damage: (isChosen: (key: string, index: number) => boolean) => void;
  /** The next changes meet another process that was faster: each is answered `conflict` once. */
  readonly conflict: (times: number) => void;
  readonly rows: () => readonly StateRow[];
  /** How many changes were made. */
  readonly writes: () => number;
}

const byKey = (a: StateRow, b: StateRow): number => (a.key < b.key ? -1 : 1);

/**
 * A state store in memory for tests, with accidents.
 *
 * **Laws** `restore(copy())` gives the same rows and revision. An erased store is at revision 0. A damaged row is named in
 * `damaged` until it is put anew or removed.
 */
export const simulatedStateStore = (): SimulatedStateStore => {
  let rows = new Map<string, string>();
  let damaged = new Set<string>();
  let revision = 0;
  let conflicts = 0;
  let writes = 0;

  /** Kept until something is written: a settled sync reads much more than it writes. */
  let inOrder: readonly StateRow[] | undefined;
  const sorted = (): readonly StateRow[] => {
    inOrder ??= Array.from(rows, ([key, value]) => ({ key, value })).sort(byKey);
    return inOrder;
  };
  /** After a write, a few rows are not worth putting all in order. */
  const within = (from: string, to: string): readonly StateRow[] => {
    const found: StateRow[] = [];
    if (inOrder !== undefined) {
      for (const row of inOrder) if (from <= row.key && row.key < to) found.push(row);
      return found;
    }
    for (const [key, value] of rows) if (from <= key && key < to) found.push({ key, value });
    return found.sort(byKey);
  };
  const restore = (copy: StateCopy): void => {
    rows = new Map(copy.rows.map(({ key, value }) => [key, value]));
    damaged = new Set();
    inOrder = undefined;
    revision = copy.revision;
  };

  const transact = (change: StateChange): 'done' | 'conflict' => {
    if (conflicts > 0) {
      conflicts -= 1;
      revision += 1;
      return 'conflict';
    }
    if (change.expectRevision !== revision) return 'conflict';
    inOrder = undefined;
    for (const key of change.remove) rows.delete(key);
    for (const { key, value } of change.put) rows.set(key, value);
    for (const key of [...change.remove, ...change.put.map((row) => row.key)]) damaged.delete(key);
    revision += 1;
    writes += 1;
    return 'done';
  };

  return {
    port: {
      processes: 'many',
      read: async ({ from, to, limit = Number.POSITIVE_INFINITY }) => {
        const inRange = within(from, to);
        if (damaged.size === 0) return { revision, rows: inRange.slice(0, limit) };
        const broken = inRange.filter(({ key }) => damaged.has(key)).map(({ key }) => key);
        return {
          revision,
          rows: inRange.filter(({ key }) => !damaged.has(key)).slice(0, limit),
          ...(broken.length > 0 && { damaged: broken }),
        };
      },
      transact: async (change) => transact(change),
    },
    copy: () => ({ revision, rows: sorted() }),
    restore,
    erase: () => restore({ revision: 0, rows: [] }),
    damage: (isChosen) => {
      damaged = new Set(sorted().flatMap(({ key }, index) => (isChosen(key, index) ? [key] : [])));
    },
    conflict: (times) => {
      conflicts = times;
    },
    rows: sorted,
    writes: () => writes,
  };
};
