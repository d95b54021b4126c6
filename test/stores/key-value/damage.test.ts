import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StateRow } from '../../../src/ports/state-store';
import { keyValueState } from '../../../src/stores/key-value';
import { type PlainStorage, plainStorage } from '../plain-storage';

const OPTIONS = { chunkBytes: 400 };
const ALL = { from: '', to: '\u007f' };
const EVEN = 'workout-sync.manifest.even';
const ODD = 'workout-sync.manifest.odd';

const rowsOf = (word: string): StateRow[] =>
  Array.from({ length: 40 }, (_, at) => ({ key: `row/${String(at + 10)}`, value: `${word} ${at}` }));

const FIRST = rowsOf('first');
const SECOND = FIRST.map((row, at) => (at === 20 ? { ...row, value: 'second' } : row));

/** A state of several chunks at revision 2: `FIRST`, then one row changed. */
const twoChanges = async (): Promise<PlainStorage> => {
  const storage = plainStorage();
  const store = keyValueState(storage.over(), OPTIONS);
  await store.transact({ expectRevision: 0, put: FIRST, remove: [] });
  await store.transact({ expectRevision: 1, put: SECOND.slice(20, 21), remove: [] });
  return storage;
};

const open = (storage: PlainStorage) => keyValueState(storage.over(), OPTIONS);

const edit = ({ items }: PlainStorage, key: string, change: (text: string) => string): unknown =>
  items.set(key, change(items.get(key) ?? ''));

describe('ST6 a chunk', () => {
  it.each([
    ['missing', ({ items }: PlainStorage, key: string) => items.delete(key), 8],
    ['not ours', ({ items }: PlainStorage, key: string) => items.set(key, '{"theme":"dark"}'), 8],
    ['empty', ({ items }: PlainStorage, key: string) => items.set(key, ''), 8],
    ['cut off', (storage: PlainStorage, key: string) => edit(storage, key, (text) => text.slice(0, 100)), 5],
    [
      'wrong in a row',
      (storage: PlainStorage, key: string) => edit(storage, key, (text) => text.replace('t 1"', 't 7"')),
      1,
    ],
    ['another one', ({ items }: PlainStorage, key: string) => items.set(key, items.get('workout-sync.2') ?? ''), 8],
  ])('that is %s is named, and what is whole in it and around it is given', async (_, spoil, rowsLost) => {
    const storage = await twoChanges();
    spoil(storage, 'workout-sync.0');
    const { rows, damaged } = await open(storage).read(ALL);
    expect(rows).toHaveLength(SECOND.length - rowsLost);
    expect(SECOND).toEqual(expect.arrayContaining([...rows]));
    expect(damaged).toEqual(['row/10 to row/17']);
  });

  it('that is the one of an earlier change gives none of its rows', async () => {
    const storage = plainStorage();
    const store = open(storage);
    await store.transact({ expectRevision: 0, put: [{ key: 'a', value: 'old' }], remove: [] });
    const old = storage.items.get('workout-sync.0') ?? '';
    await store.transact({ expectRevision: 1, put: [{ key: 'a', value: 'new' }], remove: [] });
    storage.items.set('workout-sync.1', old);
    expect(await open(storage).read(ALL)).toEqual({ revision: 2, rows: [], damaged: ['a'] });
  });

  it('stays in the storage until its name is removed, and is then removed itself', async () => {
    const storage = await twoChanges();
    storage.items.set('workout-sync.0', 'spoilt');
    const store = open(storage);
    await store.transact({ expectRevision: 2, put: [{ key: 'row/11', value: 'again' }], remove: [] });
    expect((await store.read(ALL)).damaged).toEqual(['row/10 to row/17']);
    expect(storage.items.get('workout-sync.0')).toBe('spoilt');
    await store.transact({ expectRevision: 3, put: [], remove: ['row/10 to row/17'] });
    expect(await store.read({ from: 'row/10', to: 'row/18' })).toEqual({
      revision: 4,
      rows: [{ key: 'row/11', value: 'again' }],
    });
    expect(storage.items.has('workout-sync.0')).toBe(false);
  });

  it('is named where the range reaches into it, and nowhere else', async () => {
    const storage = await twoChanges();
    storage.items.delete('workout-sync.0');
    const store = open(storage);
    await store.transact({ expectRevision: 2, put: [{ key: 'row/11', value: 'again' }], remove: [] });
    const named = async (from: string, to: string) => (await store.read({ from, to })).damaged;
    expect(await named('row/17', 'row/30')).toEqual(['row/10 to row/17']);
    expect(await named('row/17a', 'row/30')).toBeUndefined();
    expect(await named('a', 'row/10')).toBeUndefined();
    expect(await named('a', 'row/10a')).toEqual(['row/10 to row/17']);
  });
});

describe('ST6 a manifest', () => {
  it.each([
    ['spoilt', (storage: PlainStorage) => storage.items.set(EVEN, 'workout-sync 1 spoilt')],
    ['cut off', (storage: PlainStorage) => storage.items.set(EVEN, storage.items.get(EVEN)?.slice(0, 90) ?? '')],
    ['missing', (storage: PlainStorage) => storage.items.delete(EVEN)],
    ['the other one', ({ items }: PlainStorage) => items.set(EVEN, items.get(ODD) ?? '')],
    ['not ours', (storage: PlainStorage) => storage.items.set(EVEN, 'dark')],
  ])('that is %s costs the last change and no more', async (_, spoil) => {
    const storage = await twoChanges();
    spoil(storage);
    const read = await open(storage).read(ALL);
    // With the first revision alone, the other manifest may never have been: only one that is there is damaged.
    const damaged = storage.items.has(EVEN) ? { damaged: [EVEN] } : {};
    expect(read).toEqual({ revision: 1, rows: FIRST, ...damaged });
  });

  it('of the state before is named when it is missing, since it could have been the last', async () => {
    const storage = await twoChanges();
    storage.items.delete(ODD);
    const store = open(storage);
    expect(await store.read(ALL)).toEqual({ revision: 2, rows: SECOND, damaged: [ODD] });
    await store.transact({ expectRevision: 2, put: [], remove: [] });
    expect((await open(storage).read(ALL)).damaged).toEqual([ODD]);
    await store.transact({ expectRevision: 3, put: [], remove: [ODD] });
    expect(await store.read(ALL)).toEqual({ revision: 4, rows: SECOND });
  });

  it('and the other one lost: the state is empty, says so, and is used again', async () => {
    const storage = await twoChanges();
    storage.items.set(ODD, 'spoilt');
    storage.items.set(EVEN, 'spoilt');
    const store = open(storage);
    expect(await store.read(ALL)).toEqual({ revision: 0, rows: [], damaged: [EVEN, ODD] });
    expect(await store.transact({ expectRevision: 2, put: [], remove: [] })).toBe('conflict');
    expect(await store.transact({ expectRevision: 0, put: FIRST, remove: [] })).toBe('done');
    expect(await open(storage).read(ALL)).toEqual({ revision: 1, rows: FIRST, damaged: [EVEN, ODD] });
    await store.transact({ expectRevision: 1, put: [], remove: [EVEN, ODD] });
    await store.transact({ expectRevision: 2, put: [], remove: [] });
    expect(await open(storage).read(ALL)).toEqual({ revision: 3, rows: FIRST });
  });
});

describe('ST6 anything at all spoilt in the storage', () => {
  const spoil = fc.record({
    item: fc.nat({ max: 20 }),
    how: fc.constantFrom('delete', 'cut', 'flip', 'swap'),
    at: fc.nat({ max: 2000 }),
  });

  it('gives no wrong row, drops none silently, and stays writable', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(spoil, { minLength: 1, maxLength: 3 }), async (spoils) => {
        const storage = await twoChanges();
        const keys = [...storage.items.keys()];
        for (const { item, how, at } of spoils) {
          const key = keys[item % keys.length] ?? '';
          const text = storage.items.get(key) ?? '';
          const place = at % (text.length || 1);
          const other = storage.items.get(keys[at % keys.length] ?? '') ?? '';
          if (how === 'delete') storage.items.delete(key);
          else if (how === 'cut') storage.items.set(key, text.slice(0, place));
          else if (how === 'swap') storage.items.set(key, other);
          // Another letter, never a digit: a higher format is not damage but a newer version.
          else storage.items.set(key, `${text.slice(0, place)}~${text.slice(place + 1)}`);
        }
        const store = open(storage);
        const { revision, rows, damaged = [] } = await store.read(ALL);
        const possible = revision === 2 ? SECOND : FIRST;
        expect(possible).toEqual(expect.arrayContaining([...rows]));
        const isTheFirst = revision === 1 && !storage.items.has(EVEN);
        const isNew = !storage.items.has(EVEN) && !storage.items.has(ODD);
        if (rows.length < possible.length || revision < 2) expect(damaged.length > 0 || isTheFirst || isNew).toBe(true);
        expect(await store.transact({ expectRevision: revision, put: SECOND, remove: damaged })).toBe('done');
        const healed = await open(storage).read(ALL);
        expect(healed.rows).toEqual(SECOND);
      }),
      { numRuns: 500 },
    );
  });
});
