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

const engine = globalThis as { readonly DecompressionStream?: new (format: 'deflate-raw') => StreamPair };

const open = (): StreamPair => {
  try {
    if (engine.DecompressionStream) return new engine.DecompressionStream('deflate-raw');
  } catch {}
  throw exportError('wrong-file', {
    expected: 'an engine that can unpack archives (DecompressionStream with deflate-raw)',
    found: 'none',
    advice: 'In Node, open the file with openFile of workout-sync/node-files; elsewhere, unpack the archive first.',
  });
};

/** Unpacks raw deflate with what the engine brings along: browsers of 2023 and later, Node from 20.12 on. */
export const inflateStream = (packed: ByteStream): ByteStream => {
  const { readable, writable } = open();
  const reader = readable.getReader();
  const writer = writable.getWriter();
  const feed = async (): Promise<void> => {
    try {
      for (let piece = await packed.next(); piece !== undefined; piece = await packed.next()) await writer.write(piece);
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
