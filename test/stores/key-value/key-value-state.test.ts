import { describe, expect, it } from 'vitest';
import type { StateRow } from '../../../src/ports/state-store';
import { type KeyValueStorage, keyValueState } from '../../../src/stores/key-value';
import { plainStorage } from '../plain-storage';

const ALL = { from: '', to: '\u007f' };
const put = (...rows: readonly StateRow[]) => ({ put: rows, remove: [] });
const rowsOf = (count: number, length: number): StateRow[] =>
  Array.from({ length: count }, (_, at) => ({
    key: `workout/${String(at).padStart(5, '0')}`,
    value: 'x'.repeat(length),
  }));

describe('keyValueState', () => {
  it('writes one chunk and the manifest for a few rows that lie side by side, among two thousand', async () => {
    const storage = plainStorage();
    const store = keyValueState(storage.over());
    await store.transact({ expectRevision: 0, ...put(...rowsOf(2000, 400)) });
    storage.written.length = 0;
    await store.transact({
      expectRevision: 1,
      put: [
        { key: 'workout/01000', value: 'new' },
        { key: 'workout/01001', value: 'new' },
      ],
      remove: ['workout/01002'],
    });
    expect(storage.written).toEqual([expect.stringMatching(/^workout-sync\.\d+$/), 'workout-sync.manifest.even']);
  });

  it('holds two thousand rows of 400 characters in values of at most 16 KB', async () => {
    const storage = plainStorage();
    await keyValueState(storage.over()).transact({ expectRevision: 0, ...put(...rowsOf(2000, 400)) });
    const lengths = [...storage.items.values()].map((text) => text.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(16_384);
    expect(storage.items.size).toBeLessThan(80);
  });

  it('stores ASCII only', async () => {
    const storage = plainStorage();
    await keyValueState(storage.over()).transact({
      expectRevision: 0,
      ...put({ key: 'a', value: 'Zürich 走る \ud83c' }),
    });
    for (const text of storage.items.values()) expect(text).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it('keeps no more than the state, the one before it and two manifests', async () => {
    const storage = plainStorage();
    const store = keyValueState(storage.over(), { chunkBytes: 300 });
    for (let revision = 0; revision < 100; revision++) {
      const key = `row/${(revision * 7) % 40}`;
      await store.transact({
        expectRevision: revision,
        put: [{ key, value: 'x'.repeat(revision % 90) }],
        remove: [`row/${(revision * 3) % 40}`].filter((one) => one !== key),
      });
    }
    const manifest = JSON.parse((storage.items.get('workout-sync.manifest.even') ?? '').replace(/^\S+ \S+ \S+ /, ''));
    expect(storage.items.size).toBe(manifest.chunks.length + manifest.replaced.length + 2);
  });

  it('keeps states with different prefixes apart', async () => {
    const storage = plainStorage();
    const [one, other] = [keyValueState(storage.over()), keyValueState(storage.over(), { prefix: 'other' })];
    await one.transact({ expectRevision: 0, ...put({ key: 'a', value: '1' }) });
    expect(await other.read(ALL)).toEqual({ revision: 0, rows: [] });
  });

  it('ST2 lets two stores over one storage take turns: a hundred counts each are two hundred', async () => {
    const storage = plainStorage();
    const count = async () => {
      const store = keyValueState(storage.over());
      for (let counted = 0; counted < 100; ) {
        const { revision, rows } = await store.read(ALL);
        const value = String(Number(rows[0]?.value ?? 0) + 1);
        if ((await store.transact({ expectRevision: revision, ...put({ key: 'count', value }) })) === 'done')
          counted += 1;
      }
    };
    await Promise.all([count(), count()]);
    const { revision, rows } = await keyValueState(storage.over()).read(ALL);
    expect({ revision, rows }).toEqual({ revision: 200, rows: [{ key: 'count', value: '200' }] });
  });

  it('takes a storage that answers at once and wants to be called as a method, as localStorage does', async () => {
    class Storage implements KeyValueStorage {
      #items = new Map<string, string>();
      getItem(key: string) {
        return this.#items.get(key) ?? null;
      }
      setItem(key: string, value: string) {
        this.#items.set(key, value);
      }
      removeItem(key: string) {
        this.#items.delete(key);
      }
    }
    const storage = new Storage();
    await keyValueState(storage).transact({ expectRevision: 0, ...put({ key: 'a', value: '1' }) });
    expect(await keyValueState(storage).read(ALL)).toEqual({ revision: 1, rows: [{ key: 'a', value: '1' }] });
  });
});

describe('ST8 the ceilings', () => {
  it.each([
    [49_999, 'done'],
    [60_000, 'too-large'],
  ])('a row of %i characters under a ceiling of 50,200 for one value is %s', async (length, expected) => {
    const store = keyValueState(plainStorage().over(), { maxValueBytes: 50_200 });
    const answer = await store
      .transact({ expectRevision: 0, ...put({ key: 'a', value: 'x'.repeat(length) }) })
      .catch(({ kind }) => kind);
    expect(answer).toBe(expected);
  });

  it('refuse before anything is written, with the sizes and what to do', async () => {
    const storage = plainStorage();
    const store = keyValueState(storage.over(), { maxTotalBytes: 100_000 });
    await store.transact({ expectRevision: 0, ...put(...rowsOf(100, 400)) });
    const before = new Map(storage.items);
    await expect(store.transact({ expectRevision: 1, ...put(...rowsOf(300, 400)) })).rejects.toThrow(
      /would take 0\.1\d MB of the key-value storage; at most 0\.10 MB are safe\. Keep the state in SQLite/,
    );
    expect(storage.items).toEqual(before);
  });

  it('never refuse a change that makes the state smaller', async () => {
    const storage = plainStorage();
    await keyValueState(storage.over()).transact({ expectRevision: 0, ...put(...rowsOf(300, 400)) });
    const store = keyValueState(storage.over(), { maxTotalBytes: 100_000 });
    await expect(store.transact({ expectRevision: 1, ...put(...rowsOf(2, 400)) })).rejects.toThrow('at most');
    const remove = rowsOf(150, 0).map(({ key }) => key);
    expect(await store.transact({ expectRevision: 1, put: [], remove })).toBe('done');
  });

  it('count the state, the one before it and the new chunks: what lies in the storage at once', async () => {
    const storage = plainStorage();
    let most = 0;
    const over = storage.over();
    const measured: KeyValueStorage = {
      ...over,
      setItem: async (key, value) => {
        await over.setItem(key, value);
        most = Math.max(
          most,
          [...storage.items.values()].reduce((sum, text) => sum + text.length, 0),
        );
      },
    };
    const store = keyValueState(measured, { maxTotalBytes: 60_000, chunkBytes: 2000 });
    let revision = 0;
    for (let size = 1; ; size++) {
      const answer = await store
        .transact({ expectRevision: revision, ...put(...rowsOf(size, 300)) })
        .catch(() => 'full');
      if (answer === 'full') break;
      revision += 1;
    }
    expect(revision).toBeGreaterThan(30);
    expect(most).toBeLessThanOrEqual(60_000);
  });
});

describe('ST8 an error of the storage', () => {
  const failing = (error: unknown): KeyValueStorage => ({
    ...plainStorage().over(),
    setItem: () => Promise.reject(error),
  });

  it.each([
    ['too-large', Object.assign(new Error('exceeded'), { name: 'QuotaExceededError' })],
    ['too-large', new Error('database or disk is full (code 13 SQLITE_FULL)')],
    ['locked', Object.assign(new Error('not yet unlocked'), { kind: 'locked' })],
    ['unknown', new Error('the bridge is gone')],
    ['unknown', 'a text'],
    ['unknown', undefined],
  ])('is classed as %s', async (kind, error) => {
    const store = keyValueState(failing(error));
    await expect(store.transact({ expectRevision: 0, ...put({ key: 'a', value: '1' }) })).rejects.toMatchObject({
      kind,
      cause: error,
    });
  });

  it('leaves the store usable, with what the change has written swept away', async () => {
    const storage = plainStorage();
    const over = storage.over();
    let isFull = true;
    const store = keyValueState(
      {
        ...over,
        setItem: (key, value) =>
          isFull && key.includes('manifest') ? Promise.reject(new Error('full')) : over.setItem(key, value),
      },
      { chunkBytes: 300 },
    );
    await expect(store.transact({ expectRevision: 0, ...put(...rowsOf(20, 50)) })).rejects.toThrow('full');
    isFull = false;
    expect(await store.transact({ expectRevision: 0, ...put({ key: 'a', value: '1' }) })).toBe('done');
    expect([...storage.items.keys()]).toEqual(['workout-sync.0', 'workout-sync.manifest.odd']);
  });

  it('while collecting does not undo the change, and what is left is collected later', async () => {
    const storage = plainStorage();
    const over = storage.over();
    let isStuck = true;
    const open = () =>
      keyValueState({
        ...over,
        removeItem: (key) => (isStuck ? Promise.reject(new Error('stuck')) : over.removeItem(key)),
      });
    const store = open();
    for (const revision of [0, 1, 2, 3, 4]) {
      expect(await store.transact({ expectRevision: revision, ...put({ key: 'a', value: String(revision) }) })).toBe(
        'done',
      );
    }
    expect(storage.items.size).toBe(7);
    isStuck = false;
    await open().transact({ expectRevision: 5, ...put({ key: 'a', value: '5' }) });
    expect(storage.items.size).toBe(4);
  });
});
