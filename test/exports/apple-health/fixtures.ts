import { readFileSync } from 'node:fs';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import type { ByteSource } from '../../../src/exports/bytes/byte-source';
import { blobSource, bytesSource } from '../../../src/exports/bytes/memory-sources';

const FOLDER = new URL('../../fixtures/apple-export/', import.meta.url);

/** The text of a file under `test/fixtures/apple-export`. */
export const fixture = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

/** A text as a file. */
export const textSource = (text: string, name = 'export.xml'): ByteSource =>
  bytesSource(new TextEncoder().encode(text), name);

/** Texts under their paths, as a zip. */
export const zipSource = async (files: Readonly<Record<string, string>>): Promise<ByteSource> => {
  const zip = new ZipWriter(new BlobWriter());
  for (const [path, text] of Object.entries(files)) {
    await zip.add(path, new TextReader(text), { dataDescriptor: true, useWebWorkers: false });
  }
  return blobSource(await zip.close(), 'export.zip');
};
