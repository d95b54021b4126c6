import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ByteStream, Closable, FileEntry, FileTree } from '../bytes/byte-source';
import { streamOf } from '../bytes/byte-streams';
import { findFiles } from './find-files';
import { type OpenFile, openFile } from './open-file';

/** A folder on disk. `close` ends the streams that are still open. */
export interface OpenFolder extends FileTree, Closable {}

/** The stream of a file of its own handle, which goes with the stream. */
const streamFile = (file: OpenFile, opened: Set<OpenFile>): ByteStream => {
  const stream = streamOf(file);
  const close = async (): Promise<void> => {
    opened.delete(file);
    await file.close();
  };
  const { nextInto } = stream;
  return {
    ...(nextInto && {
      nextInto: async (target: Uint8Array) => {
        const count = await nextInto(target);
        if (count === 0) await close();
        return count;
      },
    }),
    next: async () => {
      const piece = await stream.next();
      if (piece === undefined) await close();
      return piece;
    },
    close: async () => {
      await stream.close();
      await close();
    },
  };
};

/**
 * Opens a folder and what is in it, down to two folders below: an unpacked export has no more. Symbolic links inside of it are
 * not followed.
 *
 * **Errors** rejects with Node's own error (`ENOENT`, `ENOTDIR`). `list` rejects with an `ExportError` for more than 100,000 files:
 * such a folder was chosen by mistake.
 *
 * @see {@link openPath} where it may be a file as well.
 */
export const openFolder = async (path: string): Promise<OpenFolder> => {
  await readdir(path, { withFileTypes: true });
  const opened = new Set<OpenFile>();
  const entryAt = async (inside: string): Promise<FileEntry> => {
    const full = join(path, inside);
    const { size } = await stat(full);
    return {
      path: inside,
      size,
      open: async () => {
        const file = await openFile(full);
        opened.add(file);
        return streamFile(file, opened);
      },
    };
  };
  return {
    name: basename(path),
    list: async () => {
      const entries: FileEntry[] = [];
      for (const inside of await findFiles(path)) entries.push(await entryAt(inside));
      return entries;
    },
    close: async () => {
      for (const file of [...opened]) await file.close();
      opened.clear();
    },
  };
};

/** Opens what stands at a path: a file as a {@link ByteSource}, a folder as a {@link FileTree}. */
export const openPath = async (path: string): Promise<OpenFile | OpenFolder> =>
  (await stat(path)).isDirectory() ? openFolder(path) : openFile(path);
