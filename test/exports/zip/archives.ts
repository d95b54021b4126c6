import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js';
import type { ByteSource, NativeCodec } from '../../../src/exports/bytes/byte-source';
import { bytesSource } from '../../../src/exports/bytes/memory-sources';

/** A file to put into an archive, with how. */
export type Packed = readonly [path: string, content: Uint8Array | string, options?: ZipWriterAddDataOptions];

const bytesOf = (content: Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** An archive made by a library that is not under test. */
export const archive = async (files: readonly Packed[], zip64 = false): Promise<Uint8Array> => {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, zip64 });
  for (const [path, content, options] of files) await writer.add(path, new Uint8ArrayReader(bytesOf(content)), options);
  return writer.close();
};

export const zipSource = (bytes: Uint8Array, native?: NativeCodec): ByteSource => ({
  ...bytesSource(bytes, 'export.zip'),
  ...(native && { native }),
});

/** Overwrites bytes where a text or a number stands for the last time. */
export const overwrite = (bytes: Uint8Array, find: string, replace: string): Uint8Array => {
  const text = Buffer.from(bytes).toString('latin1');
  if (find.length !== replace.length || !text.includes(find)) throw new Error(`${find} cannot be overwritten`);
  return new Uint8Array(Buffer.from(text.split(find).join(replace), 'latin1'));
};
