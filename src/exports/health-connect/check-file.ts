import { storeError } from '../../ports/store-error';

const SQLITE_MAGIC = 'SQLite format 3\u0000';

/** SQLite's header: https://www.sqlite.org/fileformat.html#the_database_header */
const HEADER_BYTES = 100;

/** How to get a good file, for every message about a bad one. */
const HOW_TO_GET_ONE =
  'On the phone, open Settings, Health Connect, Manage data, Backup and restore, and set up an export; then take the zip ' +
  'file that it writes, as it is.';

/** A file that cannot be read at all: what was expected, what was found, what to do. */
export const badFile = (found: string, advice: string = HOW_TO_GET_ONE, cause?: unknown): Error =>
  storeError(
    'unavailable',
    `Expected a Health Connect export: a zip file, or the SQLite database health_connect_export.db in it. ${found} ${advice}`,
    cause === undefined ? {} : { cause },
  );

const asText = (bytes: Uint8Array, length: number): string =>
  Array.from(bytes.subarray(0, length), (byte) => String.fromCharCode(byte)).join('');

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Whether bytes begin a zip archive, an empty one too. */
export const isZip = (head: Uint8Array): boolean =>
  startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06);

const isSqlite = (head: Uint8Array): boolean => asText(head, 16) === SQLITE_MAGIC;

/** What a file that is no database seems to be instead. */
const describe = (head: Uint8Array): readonly [found: string, advice?: string] => {
  const text = asText(head, 64)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (head.every((byte) => byte === 0)) return ['it begins with nothing but zeros: it was not copied to its end.'];
  if (isZip(head)) return ['it is a zip file inside of the zip file.', 'Unpack the outer one and open the inner one.'];
  if (text.startsWith('<')) {
    const advice = 'An Apple Health export is opened with workout-sync/apple-health-export.';
    return ['it is XML or a web page.', advice];
  }
  if (/^[[{]/.test(text)) return ['it is JSON, as other apps export it.'];
  if (startsWith(head, 0x1f, 0x8b)) return ['it is packed with gzip.', 'Unpack it and open what is in it.'];
  if (startsWith(head, 0x37, 0x7a, 0xbc, 0xaf))
    return ['it is packed with 7-Zip.', 'Unpack it and open what is in it.'];
  if (startsWith(head, 0x52, 0x61, 0x72, 0x21)) return ['it is packed with RAR.', 'Unpack it and open what is in it.'];
  return [
    'its first bytes are not those of a SQLite database: it is encrypted, damaged or something else.',
    `Health Connect does not encrypt its exports; where an app did, decrypt the file with it first. ${HOW_TO_GET_ONE}`,
  ];
};

const integerAt = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)) >>>
  0;

/** How long the database says it is; nothing where its header does not say (SQLite before 3.7.0). */
const lengthIn = (head: Uint8Array): number | undefined => {
  const written = ((head[16] as number) << 8) | (head[17] as number);
  const pageBytes = written === 1 ? 65_536 : written;
  return integerAt(head, 24) === integerAt(head, 92) ? integerAt(head, 28) * pageBytes : undefined;
};

/**
 * Refuses a file that is not a whole SQLite database.
 *
 * **Shape** `head` are its first bytes, a hundred at least if there are so many; `size` is its length.
 */
export const checkDatabaseFile = (name: string, head: Uint8Array, size: number): void => {
  if (size === 0 || head.length === 0) throw badFile(`"${name}" is empty.`);
  if (!isSqlite(head)) {
    const [found, advice] = describe(head);
    throw badFile(`This is "${name}", and ${found}`, advice);
  }
  const length = head.length < HEADER_BYTES ? HEADER_BYTES : lengthIn(head);
  if (length !== undefined && size < length) {
    const what = `"${name}" is cut off: the database in it has ${length} bytes, and ${size} of them are there.`;
    throw badFile(what, 'Copy it from the phone or the cloud again, to its end, or make another export.');
  }
};
