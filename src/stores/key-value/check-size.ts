import { storeError } from '../../ports/store-error';
import type { NextState } from './change-chunks';
import { type Manifest, manifestText } from './manifest';

/** How much a storage takes. */
export interface Ceilings {
  readonly maxValueBytes: number;
  readonly maxTotalBytes: number;
}

const sum = (sizes: readonly { readonly length: number }[]): number =>
  sizes.reduce((total, { length }) => total + length, 0);

const inMegabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;

const ADVICE = 'Keep the state in SQLite (workout-sync/sqlite)';

/**
 * Refuses a change before the storage would.
 *
 * **Laws** what counts is the most that lies in the storage at once: the state, the one before it, the new chunks, and
 * both manifests. A change that makes the state smaller is never refused for the total.
 * **Errors** `too-large`
 */
export const checkSize = (before: Manifest, next: NextState, { maxValueBytes, maxTotalBytes }: Ceilings): void => {
  const manifest = manifestText(next.manifest);
  const longest = Math.max(manifest.length, ...next.write.map(({ text }) => text.length));
  if (longest > maxValueBytes) {
    throw storeError(
      'too-large',
      `One value would take ${inMegabytes(longest)} of the key-value storage; at most ${inMegabytes(maxValueBytes)} are ` +
        `safe. ${ADVICE}, or raise maxValueBytes if the storage takes more. Nothing was changed.`,
    );
  }
  const atOnce =
    sum(before.chunks) + sum(before.replaced) + sum(next.write.map(({ text }) => text)) + 2 * manifest.length;
  const isGrowing = sum(next.manifest.chunks) >= sum(before.chunks);
  if (isGrowing && atOnce > maxTotalBytes) {
    throw storeError(
      'too-large',
      `The state would take ${inMegabytes(atOnce)} of the key-value storage; at most ${inMegabytes(maxTotalBytes)} are ` +
        `safe. ${ADVICE}, or raise maxTotalBytes if the storage takes more. Nothing was changed.`,
    );
  }
};
