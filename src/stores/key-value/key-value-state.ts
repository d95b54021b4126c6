import type { StateChange, StateRange, StateRead, StateRow, StateStore } from '../../ports/state-store';
import { changeChunks, freeIds } from './change-chunks';
import { type Ceilings, checkSize } from './check-size';
import { chunkKey, loadManifest, manifestKey } from './load-manifest';
import { type Lost, type Manifest, manifestText } from './manifest';
import { readChunk } from './read-chunk';
import { type ClassedStorage, classStorage, type KeyValueStorage } from './storage';
import { inTurn } from './turns';

/** How the state is laid out in a key-value storage. Bytes are characters: all that is stored is ASCII. */
export interface KeyValueStateOptions {
  /**
   * What the keys start with. Two states in one process need two prefixes.
   *
   * @defaultValue `'workout-sync'`
   */
  readonly prefix?: string;
  /**
   * The longest value that rows are put together in. Only a row that is longer by itself makes a longer one.
   *
   * @defaultValue 16,384
   */
  readonly chunkBytes?: number;
  /**
   * The longest value the storage takes. Android's AsyncStorage fails to read one of about 2 MB.
   *
   * @defaultValue 1,500,000
   */
  readonly maxValueBytes?: number;
  /**
   * The most that may lie in the storage at once. Android's AsyncStorage holds 6 MB, the app's own items among them.
   *
   * @defaultValue 5,000,000
   */
  readonly maxTotalBytes?: number;
}

const DEFAULTS: Required<KeyValueStateOptions> = {
  prefix: 'workout-sync',
  chunkBytes: 16_384,
  maxValueBytes: 1_500_000,
  maxTotalBytes: 5_000_000,
};

/** Reads the chunks that reach into the range, until there are enough rows. */
const readRange = async (storage: ClassedStorage, prefix: string, range: StateRange): Promise<StateRead> => {
  const { from, to, limit = Number.POSITIVE_INFINITY } = range;
  const { revision, chunks, lost } = await loadManifest(storage, prefix);
  const rows: StateRow[] = [];
  const missing: Lost[] = lost.filter(({ first, last }) => last >= from && first < to);
  for (const chunk of chunks) {
    if (chunk.last < from) continue;
    if (chunk.first >= to || rows.length >= limit) break;
    const found = await readChunk(storage, prefix, chunk);
    rows.push(...found.rows.filter(({ key }) => key >= from && key < to));
    if (found.lost) missing.push(found.lost);
  }
  return {
    revision,
    rows: rows.slice(0, limit),
    ...(missing.length > 0 && { damaged: missing.map(({ name }) => name) }),
  };
};

/** Removes the chunks of a change that never happened: the last first, so that a run of them stays one if this dies. */
const sweep = async ({ get, remove }: ClassedStorage, prefix: string, manifest: Manifest): Promise<void> => {
  const left: number[] = [];
  for (const id of freeIds(manifest)) {
    if ((await get(chunkKey(prefix, id))) === undefined) break;
    left.unshift(id);
  }
  for (const id of left) await remove(chunkKey(prefix, id));
};

/**
 * A state store over AsyncStorage, MMKV, localStorage or whatever else gets, sets and removes texts by key.
 *
 * Many rows share a chunk, so a change of a few rows writes a few chunks of 16 KB. Chunks are never written over: a change
 * writes new ones, then one manifest that names them, and with that single `setItem` it has happened. The state before it
 * stays whole until the next change.
 *
 * **Laws** ST1 to ST8 of `StateStore`, within one process; two stores over one storage and prefix take turns. Whatever of it
 * the storage loses is named in `damaged`, the rest is given, and it stays writable; a name that is put or removed is
 * named no more. With both manifests lost it is empty, at revision 0, and names them.
 * **Cost** a change reads and writes the chunks it touches and the manifest, about 200 bytes a chunk; a page reads its chunks.
 * **Errors** `too-large` before the storage is full, with nothing changed; `update-required` where a newer version has
 * written; what the storage throws, classed.
 *
 * @example
 * ```ts
 * import { keyValueState } from 'workout-sync/key-value';
 *
 * const items = new Map<string, string>(); // AsyncStorage and localStorage are passed as they are
 * const state = keyValueState({
 *   getItem: (key) => items.get(key),
 *   setItem: (key, value) => items.set(key, value),
 *   removeItem: (key) => items.delete(key),
 * });
 * await state.transact({ expectRevision: 0, put: [{ key: 'link/a', value: '{}' }], remove: [] }); // => 'done'
 * await state.transact({ expectRevision: 0, put: [], remove: ['link/a'] }); // => 'conflict'
 * ```
 *
 * @see `sqliteState` for more than some thousand workouts, and for two processes.
 */
export const keyValueState = (keyValueStorage: KeyValueStorage, options: KeyValueStateOptions = {}): StateStore => {
  const { prefix, chunkBytes, maxValueBytes, maxTotalBytes } = { ...DEFAULTS, ...options };
  const ceilings: Ceilings = { maxValueBytes, maxTotalBytes };
  const storage = classStorage(keyValueStorage);
  let isSwept = false;
  // The revision whose trash this store has removed itself.
  let collected = -1;

  const collect = async ({ revision, trash }: Manifest): Promise<void> => {
    try {
      for (const id of trash) await storage.remove(chunkKey(prefix, id));
      collected = revision;
    } catch {
      // The change has happened; the next one tries again.
    }
  };

  const transact = async (change: StateChange): Promise<'done' | 'conflict'> => {
    const before = await loadManifest(storage, prefix);
    if (before.revision !== change.expectRevision) return 'conflict';
    if (!isSwept) await sweep(storage, prefix, before);
    const isCollected = collected === before.revision;
    const next = await changeChunks(before, change, (chunk) => readChunk(storage, prefix, chunk), {
      chunkBytes,
      isCollected,
    });
    checkSize(before, next, ceilings);
    isSwept = false;
    for (const { id, text } of next.write) await storage.set(chunkKey(prefix, id), text);
    await storage.set(manifestKey(prefix, next.manifest.revision), manifestText(next.manifest));
    isSwept = true;
    await collect(next.manifest);
    return 'done';
  };

  return {
    processes: 'one',
    read: (range) => inTurn(prefix, () => readRange(storage, prefix, range)),
    transact: (change) => inTurn(prefix, () => transact(change)),
  };
};
