import type { ByteSource } from './byte-source';

/** What is used of a `Blob` or a `File`: engines without one still compile. */
export interface BlobShape {
  readonly size: number;
  readonly name?: string;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/**
 * A `File` that the user chose in a browser, or any other `Blob`. Nothing is read before it is asked for.
 *
 * @example
 * ```ts
 * import { blobSource } from 'workout-sync/health-connect-export';
 *
 * const source = blobSource(new Blob(['<HealthData/>']), 'export.xml');
 * source.size; // => 13
 * ```
 */
export const blobSource = (blob: BlobShape, name: string = blob.name ?? 'blob'): ByteSource => ({
  name,
  size: blob.size,
  read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
});

/** Bytes that are in memory already. */
export const bytesSource = (bytes: Uint8Array, name = 'bytes'): ByteSource => ({
  name,
  size: bytes.length,
  read: async (from, to) => bytes.slice(from, to),
});
