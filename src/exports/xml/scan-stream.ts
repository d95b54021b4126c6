import type { ByteStream } from '../bytes/byte-source';

/** The stretch of a file that a {@link ScanBytes} looks at. */
interface ScanWindow {
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

const widen = (window: Uint8Array, filled: number, length: number): Uint8Array => {
  const larger = new Uint8Array(length);
  larger.set(window.subarray(0, filled));
  return larger;
};

/** What is put behind a cut element to see its end: records are shorter, and longer ones take the longer way. */
const SEAM_BYTES = 1 << 12;

/**
 * Runs a scan over a stream, so that no element is cut where a piece ends: what a piece leaves over is shown again with the
 * next one behind it. Memory grows only with an element that is larger than the window, and not for ever.
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
  const { nextInto, release } = stream;
  let window: Uint8Array = new Uint8Array(nextInto ? FIRST_WINDOW_BYTES : SEAM_BYTES);
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
  const put = (bytes: Uint8Array): void => {
    if (filled + bytes.length > window.length) window = widen(window, filled, 2 * (filled + bytes.length));
    window.set(bytes, filled);
    filled += bytes.length;
  };
  /** Looks at a piece where it lies; only the cut element in front of it and the one at its end are copied. */
  const lookAt = (piece: Uint8Array): void => {
    const before = filled;
    let from = 0;
    if (before >= SEAM_BYTES) {
      put(piece);
      if (filled >= worthwhile) look(false);
      return;
    }
    if (before > 0) {
      const seam = Math.min(piece.length, SEAM_BYTES);
      put(piece.subarray(0, seam));
      const start = offset;
      look(false);
      const done = offset - start;
      if (done < before) {
        put(piece.subarray(seam));
        look(false);
        return;
      }
      from = done - before;
      filled = 0;
    }
    const rest = piece.subarray(from);
    const done = scan({ bytes: rest, offset, isLast: false });
    offset += done;
    put(rest.subarray(done));
    worthwhile = 2 * filled;
  };
  /** Looks at the next piece, and gives its length. */
  const step = async (): Promise<number> => {
    if (nextInto) {
      if (2 * filled > window.length) window = widen(window, filled, 2 * window.length);
      const count = await nextInto(window.subarray(filled));
      onBytes(count);
      filled += count;
      if (count > 0 && filled >= worthwhile) look(false);
      return count;
    }
    const piece = await stream.next();
    if (piece === undefined) return 0;
    onBytes(piece.length);
    const { length } = piece;
    lookAt(piece);
    release?.(piece);
    return length;
  };
  try {
    while ((await step()) > 0) if (filled > LARGEST_ELEMENT_BYTES) look(true);
    const total = offset + filled;
    look(true);
    return total;
  } catch (thrown) {
    await stream.close();
    throw thrown;
  }
};
