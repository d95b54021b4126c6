import { type ByteSource, type FileEntry, type FileTree, isFileTree } from '../bytes/byte-source';
import { entryOf } from '../bytes/byte-streams';
import { decodeText } from '../bytes/decode';
import { type ExportErrorCode, type ExportErrorFacts, exportError } from '../export-error';
import { isZip, openZip } from '../zip/open-zip';

/** The files of an export that are read. */
export interface ExportFiles {
  readonly xml: FileEntry;
  /** Route files by name, without their folder. Absent where the export is a lone `export.xml`. */
  readonly routes?: ReadonlyMap<string, FileEntry>;
}

/** Longer than any document type that was seen in front of the root (about 10 KB). */
const HEAD_BYTES = 1 << 18;

const EXPECTED = "Apple Health's export (export.zip, its unpacked folder, or export.xml)";
const AGAIN =
  'On the iPhone, open Health, tap your picture, choose Export All Health Data, and give that file as it is.';

const refuse = (code: ExportErrorCode, found: string, advice: string = AGAIN, cause?: unknown): Error =>
  exportError(code, {
    expected: EXPECTED,
    found,
    advice,
    ...(cause !== undefined && { cause }),
  } satisfies ExportErrorFacts);

/** What files that people try instead begin with. */
const OTHERS: readonly (readonly [start: string, what: string, advice?: string])[] = [
  ['SQLite format 3', 'a SQLite database', 'For a Health Connect export, use openHealthConnectExport.'],
  ['\x1f\x8b', 'a gzip file', 'Unpack it first.'],
  ['7z\xbc\xaf', 'a 7-Zip archive', 'Unpack it first, and give the folder.'],
  ['Rar!', 'a RAR archive', 'Unpack it first, and give the folder.'],
  ['%PDF', 'a PDF file'],
  ['\xff\xfe', 'text in UTF-16', 'Save it as UTF-8, as the phone writes it.'],
  ['\xfe\xff', 'text in UTF-16', 'Save it as UTF-8, as the phone writes it.'],
  ['{', 'JSON'],
  ['PK', 'part of an archive', 'Its beginning or its end is missing: copy the file again, whole.'],
];

const firstBytes = async (file: FileEntry, atLeast: number): Promise<Uint8Array> => {
  const stream = await file.open();
  let head = new Uint8Array(0);
  try {
    while (head.length < atLeast) {
      const piece = await stream.next();
      if (piece === undefined) break;
      const longer = new Uint8Array(head.length + piece.length);
      longer.set(head);
      longer.set(piece, head.length);
      head = longer;
    }
  } finally {
    await stream.close();
  }
  return head.subarray(0, atLeast);
};

const hasRoot = (head: Uint8Array): boolean => /<HealthData[\s>]/.test(decodeText(head));

const latin1 = (head: Uint8Array): string => String.fromCharCode(...head.subarray(0, 16));

/** Looked for in one place only: a pattern would try again from each of many that are never closed. */
const withoutDoctype = (text: string): string => {
  const at = text.indexOf('<!DOCTYPE');
  return at < 0 ? text : text.slice(at).replace(/^<!DOCTYPE[\s\S]*?(?:\]\s*)?>/, '');
};

/** Says what a file is that is no export. */
const refuseFile = (name: string, head: Uint8Array): Error => {
  const start = latin1(head);
  const other = OTHERS.find(([mark]) => start.startsWith(mark));
  if (other) return refuse('wrong-file', `${name}, which is ${other[1]}`, other[2]);
  const root = /<([A-Za-z_:][^\s/>]*)/.exec(withoutDoctype(decodeText(head)))?.[1];
  if (root === 'ClinicalDocument') {
    return refuse(
      'wrong-file',
      `${name}, which is the clinical part of an export`,
      'Give export.xml, or the whole export.zip.',
    );
  }
  return refuse(
    'wrong-file',
    root === undefined ? `${name}, which is no XML` : `${name}, whose root element is <${root}>`,
  );
};

/** The name of a file without its folders, in one form of Unicode: macOS decomposes letters in names. */
export const baseName = (path: string): string => (path.split('/').pop() ?? path).normalize('NFC');

/** macOS puts a shadow of each file into the archives it makes. */
const isShadow = (path: string): boolean => path.startsWith('__MACOSX/') || baseName(path).startsWith('._');

const findInTree = async (tree: FileTree): Promise<ExportFiles> => {
  const files = (await tree.list()).filter(({ path }) => !isShadow(path));
  if (files.length === 0) throw refuse('empty', `${tree.name} without any files`);
  // Names are translated with the phone's language, so the content decides; the export is the largest by far.
  const candidates = files.filter(({ path }) => /[.]xml$/i.test(path)).sort((a, b) => b.size - a.size);
  for (const xml of candidates) {
    if (xml.size > 0 && hasRoot(await firstBytes(xml, HEAD_BYTES))) {
      const routes = files.filter(({ path }) => /[.]gpx$/i.test(path));
      return { xml, routes: new Map(routes.map((route) => [baseName(route.path), route])) };
    }
  }
  const names = files.slice(0, 5).map(({ path }) => path);
  const isHealthConnect = files.some(({ path }) => /[.]db$/i.test(path));
  throw refuse(
    candidates.some(({ size }) => size === 0) ? 'empty' : 'wrong-file',
    `${tree.name} with ${names.join(', ')}${files.length > names.length ? ` and ${files.length - names.length} more` : ''}`,
    isHealthConnect ? 'This looks like a Health Connect export: use openHealthConnectExport.' : AGAIN,
  );
};

/** Whether the end of a file that can be read anywhere holds the end of the root: found out before a gigabyte is read. */
const checkEnd = async (source: ByteSource): Promise<void> => {
  const tail = decodeText(await source.read(Math.max(0, source.size - 4096), source.size));
  if (!tail.includes('</HealthData')) throw refuseTruncated(source.name, source.size);
};

/** The error for an export whose end is missing. */
export const refuseTruncated = (name: string, bytes: number): Error =>
  refuse(
    'truncated',
    `${name}, which breaks off after ${bytes} bytes without </HealthData>`,
    'Its end is missing: copy the file again from the phone, whole, or export again.',
  );

/** Finds the files of an export in whatever form it was given. */
export const findExport = async (source: ByteSource | FileTree): Promise<ExportFiles> => {
  if (isFileTree(source)) return findInTree(source);
  if (source.size === 0) throw refuse('empty', `${source.name} with 0 bytes`);
  const head = await source.read(0, HEAD_BYTES);
  if (isZip(head)) return findInTree(await openZip(source));
  if (!hasRoot(head)) throw refuseFile(source.name, head);
  await checkEnd(source);
  return { xml: entryOf(source) };
};
