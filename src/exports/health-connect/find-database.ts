import { type ByteSource, type FileEntry, type FileTree, isFileTree } from '../bytes/byte-source';
import { entryOf } from '../bytes/byte-streams';
import { badFile, checkDatabaseFile, isZip } from './check-file';

const FILE_NAME = 'health_connect_export.db';

const MOST_NAMED = 5;

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

/** The first piece of a file. */
const headOf = async (entry: FileEntry): Promise<Uint8Array> => {
  const stream = await entry.open();
  const piece = await stream.next();
  await stream.close();
  return piece ?? new Uint8Array(0);
};

const pickFrom = async (tree: FileTree): Promise<FileEntry> => {
  const files = (await tree.list()).filter(({ path }) => !/(^|\/)(__macosx\/|\.)/i.test(path));
  const [named] = files.filter(({ path }) => baseName(path) === FILE_NAME);
  if (named !== undefined) return named;
  const databases = files.filter(({ path }) => /\.(db|sqlite3?)$/i.test(path));
  if (databases.length === 1) return databases[0] as FileEntry;
  if (files.some(({ path }) => /(^|\/)export\.xml$/i.test(path) || /(^|\/)workout-routes\//i.test(path))) {
    const advice = 'Open it with workout-sync/apple-health-export.';
    throw badFile(`"${tree.name}" holds an Apple Health export.`, advice);
  }
  if (files.length === 0) throw badFile(`"${tree.name}" holds no file at all.`);
  const names = files.slice(0, MOST_NAMED).map(({ path }) => `"${path.slice(0, 80)}"`);
  const more = files.length > MOST_NAMED ? ` and ${files.length - MOST_NAMED} more` : '';
  throw badFile(`"${tree.name}" holds ${names.join(', ')}${more}, and no ${FILE_NAME}.`);
};

/**
 * Finds the database of an export: the file itself, or the one in a zip archive or a folder. Its first bytes were looked at.
 *
 * **Errors** `unavailable` for what is empty, cut off or something else, with words on what it is and what to do.
 */
export const findDatabase = async (source: ByteSource | FileTree): Promise<FileEntry> => {
  if (!isFileTree(source) && isZip(await source.read(0, 4)))
    throw badFile(`"${source.name}" is a zip file.`, 'Unpack it first.');
  const entry = isFileTree(source) ? await pickFrom(source) : entryOf(source);
  checkDatabaseFile(entry.path, await headOf(entry), entry.size);
  return entry;
};
