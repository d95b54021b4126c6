/**
 * What an engine does faster than a script can.
 *
 * **Shape** `inflate` unpacks a raw deflate stream (RFC 1951), and its `next` rejects where that is damaged.
 * `inflateWhole` does it in one go for what is small, into a buffer that nobody else uses, and throws where it is damaged or
 * has more than `size` bytes. `crc32` goes on from the checksum of the bytes before, 0 for none.
 */
export interface NativeCodec {
  readonly inflate: (packed: ByteStream) => ByteStream;
  readonly inflateWhole?: (packed: Uint8Array, size: number) => Uint8Array;
  readonly crc32?: (bytes: Uint8Array, before: number) => number;
}

/**
 * Bytes that can be read from anywhere: a file, a `Blob`, a buffer.
 *
 * **Shape** `size` is the number of bytes. `read` gives those from `from` up to, and without, `to`; fewer where the source
 * ends before, none where `from` is at or after the end. What it gives is the reader's own and stays as it is.
 * `readInto` fills a buffer of the reader's instead, and gives how many bytes it put there: a gigabyte in buffers of half
 * a megabyte each is mostly work for the garbage collector. `native` is how to unpack an archive quickly, where the source comes from an engine that can (`openFile` in Node);
 * without it the engine's `DecompressionStream` is used.
 *
 * **Errors** `read` rejects with whatever the source of the bytes rejects with.
 */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  readonly read: (from: number, to: number) => Promise<Uint8Array>;
  readonly readInto?: (target: Uint8Array, from: number) => Promise<number>;
  readonly native?: NativeCodec;
}

/**
 * Bytes that come one piece after the other, when they are asked for.
 *
 * **Shape** `next` gives the next piece, never an empty one, and nothing at the end. `nextInto`, where it is there, puts it
 * into a buffer that is not empty, and gives its length, 0 at the end. Calls do not overlap. `release`, where it is there,
 * may be called with a piece that `next` gave and that is not looked at again, so that its memory can be used at once;
 * nobody has to. `close` may be
 * called at any time, also twice, and lets go of what the stream holds; a stream that was read to its end needs none.
 */
export interface ByteStream {
  readonly next: () => Promise<Uint8Array | undefined>;
  readonly nextInto?: (target: Uint8Array) => Promise<number>;
  readonly release?: (piece: Uint8Array) => void;
  readonly close: () => Promise<void>;
}

/**
 * One file of a {@link FileTree}.
 *
 * **Shape** `path` has forward slashes and no leading one. `size` is the number of bytes that `open` will give, as far as
 * the tree says. `open` starts at the first byte, every time anew.
 */
export interface FileEntry {
  readonly path: string;
  readonly size: number;
  readonly open: () => Promise<ByteStream>;
}

/** Files under their paths: an unpacked folder, or an archive. Folders themselves are not listed. */
export interface FileTree {
  readonly name: string;
  readonly list: () => Promise<readonly FileEntry[]>;
}

/** Something that holds a handle until it is told to let go. */
export interface Closable {
  readonly close: () => Promise<void>;
}

/** Whether an export was given as files, not as one file. */
export const isFileTree = (source: ByteSource | FileTree): source is FileTree => 'list' in source;
