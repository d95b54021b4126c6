import { exportError } from '../export-error';

/** What is known of an entry from the archive's directory. */
export interface ZipRecord {
  readonly filename: string;
  readonly offset: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly compressionMethod: number;
  readonly encrypted: boolean;
  /** The CRC-32 of the unpacked bytes. */
  readonly signature: number;
}

/**
 * How many times larger than its packed form an entry may be. Deflate reaches 1032 on a single repeated byte; the text of
 * an export, measured, 10 to 40.
 */
const LARGEST_RATIO = 250;

/** An entry of a few megabytes harms nobody, whatever its ratio. */
const HARMLESS_BYTES = 64 * 1024 * 1024;

/** Beyond any export heard of (a few gigabytes), and within what is read in minutes. */
const MOST_BYTES = 64 * 1024 ** 3;

/** An export has one file a route; a hundred thousand routes are a hundred years of three a day. */
const MOST_ENTRIES = 200_000;

const refuse = (found: string): never => {
  throw exportError('unsafe', {
    expected: 'an archive as a phone writes it',
    found,
    advice: 'This looks made to harm whoever unpacks it. Export again on the phone and use that file as it is.',
  });
};

const isOutside = (path: string): boolean =>
  path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.includes('\0') || path.split('/').includes('..');

/** A path with forward slashes: some Windows tools write the other ones. */
export const plainPath = (name: string): string => name.replace(/\\/g, '/');

/**
 * Refuses an archive that would unpack to far more than it is, or outside of its folder.
 *
 * **Errors** `unsafe`.
 */
export const checkSafe = (records: readonly ZipRecord[], archiveBytes: number): void => {
  if (records.length > MOST_ENTRIES) refuse(`${records.length} files`);
  let packed = 0;
  let unpacked = 0;
  for (const { filename, compressedSize, uncompressedSize } of records) {
    if (isOutside(plainPath(filename))) refuse(`a file that leads out of the archive (${JSON.stringify(filename)})`);
    if (uncompressedSize > HARMLESS_BYTES && uncompressedSize > compressedSize * LARGEST_RATIO)
      refuse(`${filename}, which unpacks ${compressedSize} bytes to ${uncompressedSize}`);
    packed += compressedSize;
    unpacked += uncompressedSize;
  }
  if (unpacked > MOST_BYTES) refuse(`files of ${unpacked} bytes in all`);
  if (packed > archiveBytes) refuse('files that share their bytes');
};
