import type { ByteStream } from '../bytes/byte-source';
import { exportError } from '../export-error';

/** What is used of the engine's `DecompressionStream`. */
interface StreamPair {
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
      cancel(): Promise<void>;
    };
  };
  readonly writable: {
    getWriter(): {
      write(bytes: Uint8Array): Promise<void>;
      close(): Promise<void>;
      abort(why: unknown): Promise<void>;
    };
  };
}

const engine = globalThis as { readonly DecompressionStream?: new (format: 'gzip') => StreamPair };

const open = (): StreamPair => {
  try {
    if (engine.DecompressionStream) return new engine.DecompressionStream('gzip');
  } catch {}
  throw exportError('wrong-file', {
    expected: 'an engine that can unpack archives (DecompressionStream with gzip)',
    found: 'none',
    advice: 'In Node, open the file with openFile of workout-sync/node-files; elsewhere, unpack the archive first.',
  });
};

/** What the bytes will be once they are unpacked: their number, and their checksum. */
export interface UnpackedFacts {
  readonly size: number;
  readonly crc32: number;
}

/**
 * Without a name and a time, made by whatever system.
 *
 * **Source** RFC 1952, 2.3.
 */
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);

const gzipTrailer = ({ crc32, size }: UnpackedFacts): Uint8Array => {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, crc32, true);
  view.setUint32(4, size % 2 ** 32, true);
  return new Uint8Array(view.buffer);
};

/**
 * Unpacks raw deflate with what the engine brings along: browsers of 2023 and later, Node from 18 on.
 *
 * **Laws** given as a gzip file, whose trailer holds what the archive says of the bytes: so the engine itself compares the
 * checksum, which would take a script longer than unpacking.
 */
export const inflateStream = (packed: ByteStream, facts: UnpackedFacts): ByteStream => {
  const { readable, writable } = open();
  const reader = readable.getReader();
  const writer = writable.getWriter();
  const feed = async (): Promise<void> => {
    try {
      await writer.write(GZIP_HEADER.slice());
      for (let piece = await packed.next(); piece !== undefined; piece = await packed.next()) await writer.write(piece);
      await writer.write(gzipTrailer(facts));
      await writer.close();
    } catch (thrown) {
      await writer.abort(thrown).catch(() => undefined);
    }
  };
  let feeding: Promise<void> | undefined;
  return {
    next: async () => {
      feeding ??= feed();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return undefined;
        if (value !== undefined && value.length > 0) return value;
      }
    },
    close: async () => {
      await reader.cancel().catch(() => undefined);
      await packed.close();
      await feeding;
    },
  };
};
