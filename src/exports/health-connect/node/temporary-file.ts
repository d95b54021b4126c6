import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileEntry } from '../../bytes/byte-source';

/** A copy of a file on disk, and how to remove it. */
export interface TemporaryFile {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/**
 * Writes a file out, where only this user can read it.
 *
 * **Errors** rejects with what the file or the disk rejects with; nothing is left behind then.
 */
export const writeTemporaryFile = async (file: FileEntry, within: string = tmpdir()): Promise<TemporaryFile> => {
  const folder = await mkdtemp(join(within, 'workout-sync-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'export.db');
  try {
    const handle = await open(path, 'wx', 0o600);
    const stream = await file.open();
    try {
      for (let piece = await stream.next(); piece !== undefined; piece = await stream.next()) {
        for (let at = 0; at < piece.length; ) at += (await handle.write(piece, at)).bytesWritten;
        stream.release?.(piece);
      }
    } finally {
      await stream.close();
      await handle.close();
    }
    return { path, remove };
  } catch (thrown) {
    await remove();
    throw thrown;
  }
};
