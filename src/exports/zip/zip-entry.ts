import type { ByteSource, ByteStream } from '../bytes/byte-source';
import { streamOf } from '../bytes/byte-streams';
import { exportError, isExportError } from '../export-error';
import { inflateStream } from './inflate-stream';
import type { ZipRecord } from './zip-limits';

const LOCAL_HEADER_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

const damaged = (record: ZipRecord, found: string, cause?: unknown): Error =>
  exportError('damaged', {
    expected: `${record.filename} as the archive's directory describes it`,
    found,
    advice: 'The archive was damaged on its way. Copy it again from the phone, or export again.',
    cause,
  });

/** Where the bytes of an entry begin: its own header repeats the name, and may have other extra fields. */
const findStart = async (source: ByteSource, record: ZipRecord): Promise<number> => {
  const header = await source.read(record.offset, record.offset + LOCAL_HEADER_BYTES);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== LOCAL_SIGNATURE)
    throw damaged(record, 'no header where its bytes should begin');
  return record.offset + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
};

const unpack = (source: ByteSource, record: ZipRecord, packed: ByteStream): ByteStream => {
  if (record.compressionMethod === STORED) return packed;
  if (record.compressionMethod === DEFLATED) return (source.native?.inflate ?? inflateStream)(packed);
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
 * **Errors** `encrypted`; `damaged` where the bytes are not those that the directory describes (its size, and its
 * checksum where the engine can compute one).
 */
export const openZipEntry = async (source: ByteSource, record: ZipRecord): Promise<ByteStream> => {
  if (record.encrypted) {
    throw exportError('encrypted', {
      expected: 'an archive without a password',
      found: `${record.filename}, which is encrypted`,
      advice: 'Unpack it with its password and give the folder.',
    });
  }
  const start = await findStart(source, record);
  const stream = unpack(source, record, streamOf(source, start, start + record.compressedSize));
  const crc32 = record.signature === undefined ? undefined : source.native?.crc32;
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
    if (crc32 && checksum !== record.signature) throw damaged(record, 'another checksum');
  };
  return {
    close: stream.close,
    next: async () => {
      try {
        const piece = await stream.next();
        check(piece);
        return piece;
      } catch (thrown) {
        await stream.close();
        throw isExportError(thrown) ? thrown : damaged(record, 'bytes that cannot be unpacked', thrown);
      }
    },
  };
};
