import type { ByteSource } from '../bytes/byte-source';

/** A dozen routes; more than that gains nothing. */
const STRETCH_BYTES = 1 << 18;

/**
 * A source that reads little in larger stretches and keeps the last one: the routes of an archive stand one behind the
 * other and are mostly asked for in this order, and asking for each takes longer than unpacking it.
 */
export const inStretches = (source: ByteSource): ByteSource => {
  let start = 0;
  let stretch: Uint8Array = new Uint8Array(0);
  return {
    ...source,
    read: async (from, to) => {
      const end = Math.min(to, source.size);
      if (end - from > STRETCH_BYTES / 2) return source.read(from, to);
      if (from < start || end > start + stretch.length) {
        const read = await source.read(from, from + STRETCH_BYTES);
        stretch = read;
        start = from;
        return read.subarray(0, Math.max(0, end - from));
      }
      return stretch.subarray(from - start, Math.max(from, end) - start);
    },
  };
};
