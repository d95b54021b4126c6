import { type ExportError, type ExportErrorCode, exportError } from '../export-error';

const SQLITE_MAGIC = 'SQLite format 3\u0000';

/** SQLite's header: https://www.sqlite.org/fileformat.html#the_database_header */
const HEADER_BYTES = 100;

const EXPECTED = 'a Health Connect export (the zip file that the phone wrote, or the health_connect_export.db in it)';
const AGAIN =
  'On the phone, open Settings, Health Connect, Manage data, Backup and restore, set up an export, and give the zip file that ' +
  'it writes, as it is.';
const COPY = 'Copy it from the phone or the cloud again, whole, or make another export.';

/** The error for a file that cannot be read at all: what was expected, what was found, what to do. */
export const refuse = (
  code: ExportErrorCode,
  found: string,
  advice: string = AGAIN,
  cause?: unknown,
): Error & ExportError =>
  exportError(code, { expected: EXPECTED, found, advice, ...(cause !== undefined && { cause }) });

/** The error for a database that SQLite itself cannot read. */
export const refuseDamaged = (name: string, cause: unknown): Error & ExportError => {
  const message = String((cause as Error)?.message ?? cause);
  return refuse(
    'damaged',
    `${name}, which SQLite cannot read (${message})`,
    `It is damaged or encrypted. ${COPY}`,
    cause,
  );
};

const asText = (bytes: Uint8Array, length: number): string =>
  Array.from(bytes.subarray(0, length), (byte) => String.fromCharCode(byte)).join('');

/** What files that people try instead begin with. */
const OTHERS: readonly (readonly [start: string, what: string, advice?: string])[] = [
  ['PK\u0003\u0004', 'a zip file inside of the zip file', 'Unpack the outer one and give the inner one.'],
  ['<', 'XML or a web page', 'An Apple Health export is opened with openAppleHealthExport.'],
  ['{', 'JSON'],
  ['[', 'JSON'],
  ['\u001f\u008b', 'a gzip file', 'Unpack it first.'],
  ['7z\u00bc\u00af', 'a 7-Zip archive', 'Unpack it first.'],
  ['Rar!', 'a RAR archive', 'Unpack it first.'],
];

const refuseOther = (name: string, head: Uint8Array): Error => {
  if (head.every((byte) => byte === 0)) return refuse('damaged', `${name}, which begins with nothing but zeros`, COPY);
  const text = asText(head, 64)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  const other = OTHERS.find(([start]) => text.startsWith(start));
  if (other) return refuse('wrong-file', `${name}, which is ${other[1]}`, other[2]);
  const advice = `Health Connect does not encrypt its exports; where another app did, decrypt the file first. ${AGAIN}`;
  return refuse('wrong-file', `${name}, which is no SQLite database: encrypted, damaged or something else`, advice);
};

const integerAt = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(at, at + 4).reduce((number, byte) => number * 256 + byte, 0);

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
  if (size === 0 || head.length === 0) throw refuse('empty', `${name} with 0 bytes`);
  if (asText(head, 16) !== SQLITE_MAGIC) throw refuseOther(name, head);
  const length = head.length < HEADER_BYTES ? HEADER_BYTES : lengthIn(head);
  if (length === undefined || size >= length) return;
  throw refuse('truncated', `${name} with ${size} bytes of ${length}`, `Its end is missing. ${COPY}`);
};
