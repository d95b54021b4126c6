import type { ByteStream } from '../bytes/byte-source';

/** The stretch of a file that a {@link ScanBytes} looks at. */
export interface ScanWindow {
  readonly bytes: Uint8Array;
  /** Where the first byte stands in the file. */
  readonly offset: number;
  /** Nothing more comes, or nothing more fits: what is not whole by now never will be. */
  readonly isLast: boolean;
}

/**
 * Looks for elements in a stretch of bytes and hands them on.
 *
 * **Shape** gives the place up to which everything was dealt with: what is left is shown again, with more behind it.
 */
export type ScanBytes = (window: ScanWindow) => number;

const FIRST_WINDOW_BYTES = 1 << 20;

/** The largest element that is waited for: a workout with all its events takes a few hundred kilobytes. */
const LARGEST_ELEMENT_BYTES = 1 << 25;

/**
 * Runs a scan over a stream. The bytes that a piece leaves over are moved to the front and the next piece is put behind
 * them, so that no element is cut. Memory grows only with an element that is larger than the window, and not for ever.
 *
 * **Shape** gives the number of bytes that came.
 *
 * **Errors** rejects with what the stream or the scan throws; the stream is closed then.
 */
export const scanStream = async (
  stream: ByteStream,
  scan: ScanBytes,
  onBytes: (count: number) => void,
): Promise<number> => {
  let window = new Uint8Array(FIRST_WINDOW_BYTES);
  let filled = 0;
  let offset = 0;
  let worthwhile = 0;
  const look = (isLast: boolean): void => {
    const done = scan({ bytes: window.subarray(0, filled), offset, isLast });
    window.copyWithin(0, done, filled);
    filled -= done;
    offset += done;
    // What is not whole yet is looked at again when there is twice as much of it: else an element that never ends would
    // be searched for its end with every piece.
    worthwhile = 2 * filled;
  };
  try {
    for (let piece = await stream.next(); piece !== undefined; piece = await stream.next()) {
      if (filled + piece.length > window.length) {
        const larger = new Uint8Array(2 * (filled + piece.length));
        larger.set(window.subarray(0, filled));
        window = larger;
      }
      window.set(piece, filled);
      filled += piece.length;
      onBytes(piece.length);
      if (filled >= worthwhile) look(false);
      if (filled > LARGEST_ELEMENT_BYTES) look(true);
    }
    const total = offset + filled;
    look(true);
    return total;
  } catch (thrown) {
    await stream.close();
    throw thrown;
  }
};
