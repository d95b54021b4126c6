import type { Recording } from '../domain/recording';

/**
 * Recordings in canonical order: by start, then by key, then by end.
 *
 * **Shape** everything in this room counts places in this order, so that no result depends on the order of the input.
 * `order[place]` is the index in the input. Columns are typed arrays: a sweep over a long history reads nothing else.
 */
export interface Timeline {
  readonly recordings: readonly Recording[];
  readonly order: Uint32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/** The largest whole number that a packed start and index may reach. */
const LARGEST_PACKED = 2 ** 52;

const compareCanonically = (a: Recording, b: Recording): number => {
  if (a.start !== b.start) return a.start - b.start;
  return a.key === b.key ? a.end - b.end : a.key < b.key ? -1 : 1;
};

/**
 * Indices by start, and in no particular order where starts are almost equal: start and index are packed into one number
 * each, because engines sort numbers many times faster than they call a comparison.
 *
 * @returns the sorted numbers; the index is the remainder by the count, what is almost equal has one quotient.
 */
const packStarts = (input: readonly Recording[]): Float64Array => {
  let earliest = Infinity;
  let latest = -Infinity;
  for (const { start } of input) {
    if (start < earliest) earliest = start;
    if (start > latest) latest = start;
  }
  const count = input.length;
  const step = Math.max(1, Math.ceil(((latest - earliest) * count) / LARGEST_PACKED));
  const packed = new Float64Array(count);
  input.forEach(({ start }, index) => {
    packed[index] = Math.floor((start - earliest) / step) * count + index;
  });
  return packed.sort();
};

/**
 * Puts recordings in canonical order.
 *
 * **Cost** O(n log n).
 */
export const timelineOf = (input: readonly Recording[]): Timeline => {
  const count = input.length;
  const packed = packStarts(input);
  const order = Uint32Array.from(packed, (value) => value % count);
  const compare = (x: number, y: number): number => compareCanonically(input[x] as Recording, input[y] as Recording);
  let from = 0;
  for (let place = 1; place <= count; place++) {
    const quotient = Math.floor((packed[from] as number) / count);
    if (place < count && Math.floor((packed[place] as number) / count) === quotient) continue;
    if (place - from > 1) order.subarray(from, place).sort(compare);
    from = place;
  }
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const recordings: Recording[] = [];
  for (let place = 0; place < count; place++) {
    const recording = input[order[place] as number] as Recording;
    recordings.push(recording);
    starts[place] = recording.start;
    ends[place] = recording.end;
  }
  return { recordings, order, starts, ends };
};
