import zlib, { createInflateRaw, inflateRawSync } from 'node:zlib';
import type { ByteStream, NativeCodec } from '../bytes/byte-source';
import { giveBack } from '../bytes/give-back';

/** Measured: pieces of 64 KB take twice as long, larger ones gain little. */
const PIECE_BYTES = 1 << 18;

/**
 * Gives the memory of a piece back at once: left to the garbage collector, some 60 MB of them gather, and collecting takes
 * longer than inflating. Only what ends where its buffer ends: zlib goes on writing behind any other.
 */
const releasePiece = ({ buffer, byteOffset, byteLength }: Uint8Array): void => {
  if (byteOffset + byteLength === buffer.byteLength) giveBack(buffer);
};

/** Buffers that are smaller than half of it may lie in a pool of Node's, which others use as well. */
const POOL_BYTES = 1 << 17;

/** The same bytes, as no Buffer: that one looks for bytes through a slower function of its own. */
const plainView = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

type Inflate = ReturnType<typeof createInflateRaw>;

const canTakeMore = (inflate: Inflate): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      inflate.off('drain', go);
      inflate.off('close', go);
      resolve();
    };
    inflate.on('drain', go);
    inflate.on('close', go);
  });

const feed = async (inflate: Inflate, packed: ByteStream, isClosed: () => boolean): Promise<void> => {
  try {
    for (let piece = await packed.next(); piece !== undefined && !isClosed(); piece = await packed.next()) {
      if (!inflate.write(piece)) await canTakeMore(inflate);
    }
    if (!isClosed()) inflate.end();
  } catch (thrown) {
    inflate.destroy(thrown instanceof Error ? thrown : new Error(String(thrown)));
  }
};

const inflateWithZlib = (packed: ByteStream): ByteStream => {
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
  const pieces = inflate[Symbol.asyncIterator]();
  let closed = false;
  let feeding: Promise<void> | undefined;
  return {
    next: async () => {
      feeding ??= feed(inflate, packed, () => closed);
      const { done, value } = await pieces.next();
      return done ? undefined : plainView(value);
    },
    release: releasePiece,
    close: async () => {
      closed = true;
      inflate.destroy();
      await feeding;
      await packed.close();
    },
  };
};

/** Node's own zlib. The checksum is there from Node 20.15 and 22.2 on. */
export const ZLIB: NativeCodec = {
  inflate: inflateWithZlib,
  inflateWhole: (packed, size) => {
    // Room for one byte more than there should be: one buffer is enough then, and zlib sees that nothing follows.
    const chunkSize = Math.max(POOL_BYTES / 2, size + 1);
    return plainView(inflateRawSync(packed, { maxOutputLength: Math.max(1, size), chunkSize }));
  },
  ...(zlib.crc32 && { crc32: zlib.crc32 }),
};
