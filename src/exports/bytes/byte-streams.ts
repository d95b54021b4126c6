import type { ByteSource, ByteStream, FileEntry } from './byte-source';

/** Large enough that asking costs nothing beside reading, small enough that a few pieces are no burden. */
const PIECE_BYTES = 1 << 19;

/** A part of a source, piece by piece; all of it, unless told. */
export const streamOf = (source: ByteSource, from = 0, to: number = source.size): ByteStream => {
  let at = from;
  const { readInto } = source;
  return {
    ...(readInto && {
      nextInto: async (target: Uint8Array) => {
        const count = at < to ? await readInto(target.subarray(0, to - at), at) : 0;
        at = count === 0 ? to : at + count;
        return count;
      },
    }),
    next: async () => {
      if (at >= to) return undefined;
      const piece = await source.read(at, Math.min(to, at + PIECE_BYTES));
      at = piece.length === 0 ? to : at + piece.length;
      return piece.length === 0 ? undefined : piece;
    },
    close: async () => {
      at = to;
    },
  };
};

/** A source as the only file of a tree. */
export const entryOf = (source: ByteSource): FileEntry => ({
  path: source.name,
  size: source.size,
  open: async () => streamOf(source),
});

/**
 * All bytes of a stream as one piece, for what is known to be small.
 *
 * **Errors** a `RangeError` when more than `atMost` bytes come; the stream is closed then.
 */
export const gatherBytes = async (stream: ByteStream, atMost: number): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let piece = await stream.next(); piece !== undefined; piece = await stream.next()) {
    length += piece.length;
    if (length > atMost) {
      await stream.close();
      throw new RangeError(`More than ${atMost} bytes came.`);
    }
    pieces.push(piece);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};
