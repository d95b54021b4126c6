import { ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import type { ByteSource, FileTree } from '../bytes/byte-source';
import { exportError, isExportError } from '../export-error';
import { inStretches } from './in-stretches';
import { openZipEntry } from './zip-entry';
import { checkSafe, plainPath, type ZipRecord } from './zip-limits';

/** Every archive begins with a file's header, or, when there is no file in it, with the end of its directory. */
export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

/** What zip.js says, as what it means for whoever holds the file. */
const classify = (source: ByteSource, thrown: unknown): unknown => {
  if (isExportError(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const what = `an archive of ${source.size} bytes`;
  if (/unsafe filename|overlapping|ambiguous/i.test(message)) {
    return exportError('unsafe', {
      expected: 'an archive as a phone writes it',
      found: `${what} that can be read in more than one way, or leads out of itself (${message})`,
      advice: 'Export again on the phone and use that file as it is.',
      cause: thrown,
    });
  }
  if (/encrypt/i.test(message)) {
    return exportError('encrypted', {
      expected: 'an archive without a password',
      found: `${what} with an encrypted directory`,
      advice: 'Unpack it with its password and give the folder.',
      cause: thrown,
    });
  }
  if (/end of central directory|split zip|not recognized|out of bounds/i.test(message)) {
    return exportError('truncated', {
      expected: 'an archive that ends with its directory',
      found: `${what} without one (${message})`,
      advice: 'Its end is missing: copy the file again from the phone, whole.',
      cause: thrown,
    });
  }
  return exportError('damaged', {
    expected: 'an archive with a directory that can be read',
    found: `${what} (${message})`,
    advice: 'Copy the file again from the phone, or export again.',
    cause: thrown,
  });
};

/** Every file has a checksum in the directory; zip.js leaves it out of some that are encrypted, which are not read. */
const toRecord = (entry: Omit<ZipRecord, 'signature'> & { readonly signature?: number }): ZipRecord => ({
  filename: entry.filename,
  offset: entry.offset,
  compressedSize: entry.compressedSize,
  uncompressedSize: entry.uncompressedSize,
  compressionMethod: entry.compressionMethod,
  encrypted: entry.encrypted,
  signature: entry.signature ?? 0,
});

/** Entries are unpacked by `openZipEntry`: what zip.js reads is the directory, which wants ranges. */
const refuseStream = (): never => {
  throw new Error('An archive is read by its ranges, not as a stream.');
};

const rangeReader = (source: ByteSource): ConstructorParameters<typeof ZipReader>[0] => ({
  size: source.size,
  readUint8Array: (from: number, length: number) => source.read(from, from + length),
  createReadable: refuseStream,
  get readable() {
    return refuseStream();
  },
});

const listRecords = async (source: ByteSource): Promise<readonly ZipRecord[]> => {
  const zip = new ZipReader(rangeReader(source), { useWebWorkers: false });
  try {
    const records: ZipRecord[] = [];
    const entries = zip.getEntriesGenerator();
    // One by one: its entries hold fifteen kilobytes each, and an archive has a thousand routes.
    for (let entry = await entries.next(); !entry.done; entry = await entries.next())
      if (!entry.value.directory) records.push(toRecord(entry.value));
    return records;
  } finally {
    await zip.close();
  }
};

/**
 * An archive as the tree of its files. Nothing is unpacked before it is opened, and then piece by piece.
 *
 * **Shape** ZIP64 and data descriptors are understood; entries are stored or deflated.
 *
 * **Errors** {@link ExportError}: `truncated`, `encrypted`, `damaged`, and `unsafe` for an archive that would unpack to far
 * more than it is (more than 250-fold), leads out of its folder, or lists the same bytes twice.
 */
export const openZip = async (source: ByteSource): Promise<FileTree> => {
  const records = await listRecords(source).catch((thrown) => {
    throw classify(source, thrown);
  });
  checkSafe(records, source.size);
  const stretches = inStretches(source);
  const entries = records.map((record) => {
    const checked = {};
    return {
      path: plainPath(record.filename),
      size: record.uncompressedSize,
      open: () => openZipEntry(stretches, record, checked),
    };
  });
  return { name: source.name, list: async () => entries };
};
