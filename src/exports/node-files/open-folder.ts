import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ByteStream, Closable, FileEntry, FileTree } from '../bytes/byte-source';
import { streamOf } from '../bytes/byte-streams';
import { type OpenFile, openFile } from './open-file';

/** A folder on disk. `close` ends the streams that are still open. */
export interface OpenFolder extends FileTree, Closable {}

/** An export has three levels; a folder that was chosen by mistake may have no end. */
const MOST_LEVELS = 12;

const findFiles = async (folder: string, path: string, level: number): Promise<readonly string[]> => {
  if (level > MOST_LEVELS) return [];
  const found: string[] = [];
  for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
    const inside = path === '' ? entry.name : `${path}/${entry.name}`;
    // A symbolic link is neither, and is left alone: it may lead out of the folder, or in a circle.
    if (entry.isDirectory()) found.push(...(await findFiles(folder, inside, level + 1)));
    else if (entry.isFile()) found.push(inside);
  }
  return found;
};

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
 * Opens a folder and everything in it. Symbolic links inside of it are not followed.
 *
 * **Errors** rejects with Node's own error (`ENOENT`, `ENOTDIR`).
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
      for (const inside of (await findFiles(path, '', 0)).slice().sort()) entries.push(await entryAt(inside));
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
