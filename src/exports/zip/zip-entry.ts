import type { ByteSource, ByteStream } from '../bytes/byte-source';
import { streamOf } from '../bytes/byte-streams';
import { giveBack } from '../bytes/give-back';
import { exportError, isExportError } from '../export-error';
import { inflateStream } from './inflate-stream';
import type { ZipRecord } from './zip-limits';

const LOCAL_HEADER_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** They cannot be unpacked, or have another checksum: an engine's own stream does not say which. */
const OTHER_BYTES = 'bytes that are not those that were packed';

const damaged = (record: ZipRecord, found: string, cause?: unknown): Error =>
  exportError('damaged', {
    expected: `${record.filename} as the archive's directory describes it`,
    found,
    advice: 'The archive was damaged on its way. Copy it again from the phone, or export again.',
    cause,
  });

/** How long the header of an entry is, its name and extra fields included: they may differ from the directory's. */
const headerBytes = (header: Uint8Array, record: ZipRecord): number => {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== LOCAL_SIGNATURE)
    throw damaged(record, 'no header where its bytes should begin');
  return LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
};

const findStart = async (source: ByteSource, record: ZipRecord): Promise<number> =>
  record.offset + headerBytes(await source.read(record.offset, record.offset + LOCAL_HEADER_BYTES), record);

/** Up to here an entry is read and unpacked in one go: an archive has a thousand routes, and a stream is dear to make. */
const SMALL_BYTES = 1 << 20;

/** Room for a name and extra fields behind a header, so that one read is enough. */
const USUAL_HEADER_BYTES = 512;

const readSmall = async (source: ByteSource, record: ZipRecord): Promise<Uint8Array> => {
  const { offset, compressedSize } = record;
  const read = await source.read(offset, offset + USUAL_HEADER_BYTES + compressedSize);
  const start = headerBytes(read, record);
  const isAll = start + compressedSize <= read.length;
  return isAll
    ? read.subarray(start, start + compressedSize)
    : source.read(offset + start, offset + start + compressedSize);
};

/** One piece, in a buffer of its own, as a stream. */
const streamOfOne = (make: () => Promise<Uint8Array>): ByteStream => {
  let given = false;
  return {
    next: async () => {
      if (given) return undefined;
      given = true;
      const bytes = await make();
      return bytes.length > 0 ? bytes : undefined;
    },
    release: ({ buffer }) => giveBack(buffer),
    close: async () => {
      given = true;
    },
  };
};

const unpack = async (source: ByteSource, record: ZipRecord): Promise<ByteStream> => {
  const { compressionMethod, compressedSize, uncompressedSize } = record;
  const inflateWhole = source.native?.inflateWhole;
  if (compressionMethod === DEFLATED && inflateWhole && Math.max(compressedSize, uncompressedSize) <= SMALL_BYTES)
    return streamOfOne(async () => inflateWhole(await readSmall(source, record), uncompressedSize));
  const start = await findStart(source, record);
  const packed = streamOf(source, start, start + compressedSize);
  if (compressionMethod === STORED) return packed;
  if (compressionMethod === DEFLATED) {
    const { native } = source;
    return native ? native.inflate(packed) : inflateStream(packed, { size: uncompressedSize, crc32: record.signature });
  }
  throw exportError('wrong-file', {
    expected: `${record.filename} stored or deflated, as phones write it`,
    found: `compression method ${record.compressionMethod}`,
    advice: 'Unpack the archive with the tool that made it, and give the folder.',
  });
};

/**
 * The bytes of one file of an archive, as a stream.
 *
 * **Laws** never more bytes than the directory says: what unpacks to more is refused while it unpacks.
 *
 * **Errors** `encrypted`; `damaged` where the bytes are not those that the directory describes: its size, and its checksum,
 * but for what is stored in an engine that computes none.
 */
export const openZipEntry = async (
  source: ByteSource,
  record: ZipRecord,
  checked: { isChecked?: boolean } = {},
): Promise<ByteStream> => {
  if (record.encrypted) {
    throw exportError('encrypted', {
      expected: 'an archive without a password',
      found: `${record.filename}, which is encrypted`,
      advice: 'Unpack it with its password and give the folder.',
    });
  }
  const stream = await unpack(source, record);
  // Once is enough: what is read again was right the first time.
  const crc32 = checked.isChecked ? undefined : source.native?.crc32;
  let length = 0;
  let checksum = 0;
  const check = (piece: Uint8Array | undefined): void => {
    if (piece !== undefined) {
      length += piece.length;
      if (length > record.uncompressedSize) throw damaged(record, `more than ${record.uncompressedSize} bytes`);
      if (crc32) checksum = crc32(piece, checksum);
      return;
    }
    if (length < record.uncompressedSize) throw damaged(record, `${length} of ${record.uncompressedSize} bytes`);
    if (crc32 && checksum !== record.signature) throw damaged(record, OTHER_BYTES);
    checked.isChecked = true;
  };
  return {
    close: stream.close,
    ...(stream.release && { release: stream.release }),
    next: async () => {
      try {
        const piece = await stream.next();
        check(piece);
        return piece;
      } catch (thrown) {
        await stream.close();
        throw isExportError(thrown) ? thrown : damaged(record, OTHER_BYTES, thrown);
      }
    },
  };
};
