import { type ByteSource, type FileEntry, type FileTree, isFileTree } from '../bytes/byte-source';
import { entryOf } from '../bytes/byte-streams';
import { isZip, openZip } from '../zip/open-zip';
import { checkDatabaseFile, refuse } from './check-file';

const FILE_NAME = 'health_connect_export.db';

const MOST_NAMED = 5;

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

/** macOS puts a shadow of each file into the archives it makes. */
const isShadow = (path: string): boolean => /(^|\/)(__macosx\/|\.)/i.test(path);

/** The first piece of a file. */
const headOf = async (entry: FileEntry): Promise<Uint8Array> => {
  const stream = await entry.open();
  try {
    return (await stream.next()) ?? new Uint8Array(0);
  } finally {
    await stream.close();
  }
};

const findInTree = async (tree: FileTree): Promise<FileEntry> => {
  const files = (await tree.list()).filter(({ path }) => !isShadow(path));
  if (files.length === 0) throw refuse('empty', `${tree.name} without any files`);
  const named = files.find(({ path }) => baseName(path) === FILE_NAME);
  if (named !== undefined) return named;
  const databases = files.filter(({ path }) => /\.(db|sqlite3?)$/i.test(path));
  if (databases.length === 1) return databases[0] as FileEntry;
  const names = files.slice(0, MOST_NAMED).map(({ path }) => path.slice(0, 80));
  const more = files.length > MOST_NAMED ? ` and ${files.length - MOST_NAMED} more` : '';
  const isApple = files.some(({ path }) => /\.(xml|gpx)$/i.test(path));
  throw refuse(
    'wrong-file',
    `${tree.name} with ${names.join(', ')}${more}`,
    isApple ? 'This looks like an Apple Health export: use openAppleHealthExport.' : undefined,
  );
};

/**
 * Finds the database of an export: the file itself, or the one in a zip archive or a folder. Its first bytes were looked at.
 *
 * **Errors** `ExportError` for what is empty, cut off or something else.
 */
export const findDatabase = async (source: ByteSource | FileTree): Promise<FileEntry> => {
  const isArchive = !isFileTree(source) && isZip(await source.read(0, 4));
  const tree = isArchive ? await openZip(source) : source;
  const entry = isFileTree(tree) ? await findInTree(tree) : entryOf(tree);
  checkDatabaseFile(entry.path, await headOf(entry), entry.size);
  return entry;
};
