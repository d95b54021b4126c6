import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipWriter } from '@zip.js/zip.js';
import { type ExportOptions, exportXml, otherFiles } from './document';

const bytes = (text: Iterable<string>): Readable =>
  Readable.from(
    (function* () {
      for (const part of text) yield Buffer.from(part);
    })(),
    { objectMode: false, highWaterMark: 1 << 18 },
  );

/** Writes the main file alone. */
export const writeXml = async (path: string, options: ExportOptions): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await pipeline(bytes(exportXml(options)), createWriteStream(path));
};

/** Writes what somebody has who unpacked the zip. */
export const writeFolder = async (path: string, options: ExportOptions): Promise<void> => {
  const folder = join(path, options.locale.folder);
  await writeXml(join(folder, options.locale.file), options);
  for (const file of otherFiles(options)) {
    await mkdir(dirname(join(folder, file.path)), { recursive: true });
    await writeFile(join(folder, file.path), file.content());
  }
};

/** Writes the zip that an iPhone hands over, piece by piece: sizes stand behind the data, as in Apple's own. */
export const writeZip = async (
  path: string,
  options: ExportOptions,
  { zip64 = false }: { readonly zip64?: boolean } = {},
): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const zip = new ZipWriter(Writable.toWeb(createWriteStream(path)));
  const { folder, file } = options.locale;
  // Nothing of a file's content may depend on when it was made.
  const common = { lastModDate: new Date(options.exportedAt), zip64, dataDescriptor: true, extendedTimestamp: false };
  const add = (name: string, text: Iterable<string>): Promise<unknown> =>
    zip.add(`${folder}/${name}`, Readable.toWeb(bytes(text)) as ReadableStream, common);
  await add(file, exportXml(options));
  for (const other of otherFiles(options)) await add(other.path, [other.content()]);
  await zip.close();
};
