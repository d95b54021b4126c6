import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource, Closable } from '../bytes/byte-source';
import { ZLIB } from './zlib-codec';

/** A file on disk. `close` gives its handle back; nothing can be read after it. */
export interface OpenFile extends ByteSource, Closable {}

/**
 * Opens a file for reading.
 *
 * **Errors** rejects with Node's own error (`ENOENT`, `EACCES`), and with `EISDIR` for a folder.
 *
 * @example
 * ```ts
 * import { rm, writeFile } from 'node:fs/promises';
 * import { openFile } from 'workout-sync/node-files';
 *
 * await writeFile('/tmp/workout-sync-example.txt', 'Hello');
 * const file = await openFile('/tmp/workout-sync-example.txt');
 * file.size; // => 5
 * new TextDecoder().decode(await file.read(1, 4)); // => 'ell'
 * await file.close();
 * await rm('/tmp/workout-sync-example.txt');
 * ```
 */
export const openFile = async (path: string): Promise<OpenFile> => {
  if ((await stat(path)).isDirectory()) {
    throw Object.assign(new Error(`${path} is a folder: open it with openFolder.`), { code: 'EISDIR' });
  }
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  let closed: Promise<void> | undefined;
  const readInto = async (target: Uint8Array, from: number): Promise<number> => {
    const wanted = Math.max(0, Math.min(target.length, size - from));
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await handle.read(target, filled, wanted - filled, from + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled;
  };
  return {
    name: basename(path),
    size,
    native: ZLIB,
    readInto,
    read: async (from, to) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
      return bytes.subarray(0, await readInto(bytes, from));
    },
    close: () => {
      closed ??= handle.close();
      return closed;
    },
  };
};
