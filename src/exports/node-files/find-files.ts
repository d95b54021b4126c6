import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { exportError } from '../export-error';

/** How far a folder is looked through. */
export interface FolderLimits {
  /** Folders below the first one: 0 is the folder itself alone. */
  readonly levels: number;
  readonly files: number;
}

/**
 * An unpacked export has two levels, `workout-routes` in `apple_health_export`, and somebody may name the folder that holds it.
 * It has a file per route: decades of several a day are tens of thousands. Whatever is larger was chosen by mistake.
 */
const OF_AN_EXPORT: FolderLimits = { levels: 2, files: 100_000 };

const tooMany = (folder: string, { files }: FolderLimits): Error =>
  exportError('wrong-file', {
    expected: 'the folder of an unpacked export',
    found: `${basename(folder)} with more than ${files} files`,
    advice: 'Name the folder that holds the export and nothing else, or the archive as the phone made it.',
  });

/**
 * The files in a folder and below, by their paths in it, as far down as the limits say. Symbolic links are left alone: they may
 * lead out of the folder, or in a circle. So are hidden folders, which no export has.
 *
 * **Errors** rejects with an `ExportError` once it has seen more files than the limits allow, and with Node's own error.
 */
export const findFiles = async (folder: string, limits: FolderLimits = OF_AN_EXPORT): Promise<readonly string[]> => {
  const found: string[] = [];
  const look = async (path: string, level: number): Promise<void> => {
    for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isFile()) found.push(inside);
      else if (entry.isDirectory() && level < limits.levels && !entry.name.startsWith('.'))
        await look(inside, level + 1);
      if (found.length > limits.files) throw tooMany(folder, limits);
    }
  };
  await look('', 0);
  return found.sort();
};
