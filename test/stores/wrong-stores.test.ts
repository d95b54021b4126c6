import { describe, expect, it } from 'vitest';
import type { StateRead, StateStore } from '../../src/ports/state-store';
import { memoryState } from '../../src/stores/memory';
import { stateStoreContract } from '../../src/testing/state-store/state-store-contract';
import type { StateStorePlace } from '../../src/testing/state-store/state-store-place';
import { keyValuePlace } from './places';

type Change = Parameters<StateStore['transact']>[0];

/** A right store with one thing wrong. */
const placeOf = (wrong: (right: StateStore) => Partial<StateStore>): StateStorePlace => {
  const right = memoryState();
  return { open: async () => ({ ...right, ...wrong(right) }) };
};

const wrongReads = (spoil: (read: StateRead) => StateRead): StateStorePlace =>
  placeOf(({ read }) => ({ read: async (range) => spoil(await read(range)) }));

const wrongChanges = (
  spoil: (change: Change, right: StateStore) => ReturnType<StateStore['transact']>,
): StateStorePlace => placeOf((right) => ({ transact: (change) => spoil(change, right) }));

/** Writes row by row, the revision last: what the process dies in stays half. */
const rowByRow = (): StateStorePlace => {
  const rows = new Map<string, string>();
  let revision = 0;
  const storeWith = (writes: number): StateStore => {
    let left = writes;
    const write = (work: () => void) => {
      if (left === 0) throw new Error('dead');
      left -= 1;
      work();
    };
    return {
      processes: 'one',
      read: async () => ({
        revision,
        rows: [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => ({ key, value })),
      }),
      transact: async ({ put, remove }) => {
        for (const { key, value } of put) write(() => rows.set(key, value));
        for (const key of remove) write(() => rows.delete(key));
        write(() => {
          revision += 1;
        });
        return 'done';
      },
    };
  };
  const open = async () => storeWith(Number.POSITIVE_INFINITY);
  return { open, openDying: async (writes) => storeWith(writes) };
};

/** Answers at once and writes later: the last changes are in memory only. */
const lazy = (): StateStorePlace => {
  let onDisk = memoryState().copy();
  return {
    open: async () => {
      const inMemory = memoryState(onDisk);
      return {
        ...inMemory,
        transact: async (change) => {
          onDisk = inMemory.copy();
          return inMemory.transact(change);
        },
      };
    },
  };
};

/** Compares with a revision that it keeps in memory, as if it were alone. */
const alone = (): StateStorePlace => {
  const shared = memoryState();
  return {
    open: async () => {
      let mine = shared.copy().revision;
      return {
        ...shared,
        transact: async (change) => {
          if (change.expectRevision !== mine) return 'conflict';
          mine += 1;
          return shared.transact({ ...change, expectRevision: shared.copy().revision });
        },
      };
    },
  };
};

/** A place with damage, whose store hides some of it. */
const damaged = (spoil: (read: StateRead) => StateRead): StateStorePlace => {
  const place = keyValuePlace();
  const open = async () => {
    const right = await place.open();
    return { ...right, read: async (range: Parameters<StateStore['read']>[0]) => spoil(await right.read(range)) };
  };
  return { ...place, open };
};

const withoutNames = ({ revision, rows }: StateRead): StateRead => ({ revision, rows });

const wrongStores: readonly (readonly [string, string, () => StateStorePlace])[] = [
  ['ST1 a change is whole', 'writes row by row', rowByRow],
  [
    'ST1 a change answered',
    'writes before it compares',
    () =>
      wrongChanges(async (change, { read, transact }) => {
        const { revision } = await read({ from: '', to: '' });
        const answer = change.expectRevision === revision ? 'done' : 'conflict';
        await transact({ ...change, expectRevision: revision });
        return answer;
      }),
  ],
  ['ST2 an empty store', 'counts from one', () => wrongReads((read) => ({ ...read, revision: read.revision + 1 }))],
  [
    'ST2 an empty store',
    'does not count a change without rows',
    () => wrongChanges(async (change, right) => (change.put.length === 0 ? 'done' : right.transact(change))),
  ],
  [
    'ST2 a change that',
    'takes a change at any revision',
    () =>
      wrongChanges(async (change, { read, transact }) =>
        transact({ ...change, expectRevision: (await read({ from: '', to: '' })).revision }),
      ),
  ],
  ['ST2 of two stores', 'keeps the revision in memory', alone],
  [
    'ST3 rows come',
    'sorts as a dictionary does',
    () => wrongReads((read) => ({ ...read, rows: [...read.rows].sort((a, b) => a.key.localeCompare(b.key)) })),
  ],
  [
    'ST3 a range starts',
    'lets the end in',
    () => placeOf(({ read }) => ({ read: (range) => read({ ...range, to: `${range.to}\u0000` }) })),
  ],
  [
    'ST3 a range starts',
    'does not know limits',
    () => placeOf(({ read }) => ({ read: ({ from, to }) => read({ from, to }) })),
  ],
  [
    'ST3 a range starts',
    'drops what stands after a NUL',
    () => placeOf(({ read }) => ({ read: (range) => read({ ...range, from: range.from.replace('\u0000', '') }) })),
  ],
  [
    'ST3 a range starts',
    'gives the revision with rows only',
    () => wrongReads((read) => (read.rows.length > 0 ? read : { ...read, revision: 0 })),
  ],
  [
    'ST4',
    'stores UTF-8',
    () =>
      wrongReads((read) => ({
        ...read,
        rows: read.rows.map(({ key, value }) => ({ key, value: Buffer.from(value).toString() })),
      })),
  ],
  [
    'ST4',
    'ends texts at a NUL',
    () =>
      wrongReads((read) => ({
        ...read,
        rows: read.rows.map(({ key, value }) => ({ key, value: value.split('\u0000')[0] ?? '' })),
      })),
  ],
  ['ST5', 'answers before it has written', lazy],
  ['ST6', 'hides damage', () => damaged(withoutNames)],
  ['ST6', 'gives nothing once there is damage', () => damaged((read) => (read.damaged ? { ...read, rows: [] } : read))],
  [
    'ST6',
    'guesses what was lost',
    () =>
      damaged((read) =>
        read.damaged ? { ...read, rows: [...read.rows, { key: 'row/123', value: 'a guess' }] } : read,
      ),
  ],
  [
    'ST6',
    'names the damage for ever',
    () => {
      let names: readonly string[] = [];
      return damaged((read) => {
        names = read.damaged ?? names;
        return names.length > 0 ? { ...read, damaged: names } : read;
      });
    },
  ],
  [
    'ST3 with damage too',
    'gives pages with holes',
    () =>
      damaged((read) => ({
        ...read,
        rows: read.rows.filter(({ key }, at) => !(read.rows.length === 7 && at === 3 && key > 'row/020')),
      })),
  ],
  [
    'ST7 a put',
    'keeps the old value',
    () =>
      wrongChanges(async (change, right) => {
        const known = new Set((await right.read({ from: '', to: '\u007f' })).rows.map(({ key }) => key));
        return right.transact({ ...change, put: change.put.filter(({ key }) => !known.has(key)) });
      }),
  ],
  [
    'ST7 a removal',
    'fails where there is nothing to remove',
    () =>
      wrongChanges(async (change, right) => {
        const known = new Set((await right.read({ from: '', to: '\u007f' })).rows.map(({ key }) => key));
        if (change.remove.some((key) => !known.has(key))) throw new Error('no such key');
        return right.transact(change);
      }),
  ],
  [
    'ST8 what does not fit',
    'rejects with an error of its own',
    () => ({
      ...wrongChanges(async (change, right) => {
        if (change.put.some(({ value }) => value.length > 1000)) throw new Error('QuotaExceededError');
        return right.transact(change);
      }),
      tooLarge: 'x'.repeat(1001),
    }),
  ],
  [
    'ST8 what does not fit',
    'writes what fits',
    () => ({
      ...wrongChanges(async (change, right) => {
        const put = change.put.filter(({ value }) => value.length <= 1000);
        const answer = await right.transact({ ...change, put });
        if (put.length < change.put.length) throw Object.assign(new Error('too large'), { kind: 'too-large' });
        return answer;
      }),
      tooLarge: 'x'.repeat(1001),
    }),
  ],
  [
    'ST8 a state that a newer',
    'starts anew over what it cannot read',
    () => {
      const place = keyValuePlace();
      return { ...place, openNewer: async () => memoryState() };
    },
  ],
];

describe('a store with one thing wrong', () => {
  it.each(wrongStores)('breaks %s, since it %s', async (clause, _, newPlace) => {
    const named = stateStoreContract(newPlace).filter(({ name }) => name.startsWith(clause));
    expect(named).toHaveLength(1);
    await expect(named[0]?.run()).rejects.toThrow(clause.slice(0, 3));
  });

  it('is there for every case of the contract', () => {
    const unbroken = stateStoreContract(keyValuePlace).filter(
      ({ name }) => !wrongStores.some(([clause]) => name.startsWith(clause)),
    );
    expect(unbroken.map(({ name }) => name)).toEqual([]);
  });
});
