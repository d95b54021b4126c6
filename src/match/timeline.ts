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
 * Starts and indices in one number each, sorted: engines sort numbers many times faster than they call a comparison.
 *
 * @returns the index is the remainder by the count; starts with the same quotient are almost equal, in no order yet.
 */
const packStarts = (input: readonly Recording[]): Float64Array => {
  const count = input.length;
  const packed = new Float64Array(count);
  let earliest = Infinity;
  let latest = -Infinity;
  for (let index = 0; index < count; index++) {
    const { start } = input[index] as Recording;
    packed[index] = start;
    if (start < earliest) earliest = start;
    if (start > latest) latest = start;
  }
  const step = Math.max(1, ((latest - earliest) * count) / LARGEST_PACKED);
  for (let index = 0; index < count; index++) {
    packed[index] = Math.floor(((packed[index] as number) - earliest) / step) * count + index;
  }
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
  const order = new Uint32Array(count);
  const compare = (x: number, y: number): number => compareCanonically(input[x] as Recording, input[y] as Recording);
  let from = 0;
  let bucket = 0;
  const sortBucket = (to: number): void => {
    const [x, y] = [order[from] as number, order[from + 1] as number];
    // A session and its workout often start together: two are swapped without the cost of a sort.
    if (to - from > 2) order.subarray(from, to).sort(compare);
    else if (to - from === 2 && compare(x, y) > 0) order.set([y, x], from);
  };
  for (let place = 0; place < count; place++) {
    const value = packed[place] as number;
    const quotient = Math.floor(value / count);
    if (quotient !== bucket) {
      sortBucket(place);
      from = place;
      bucket = quotient;
    }
    order[place] = value - quotient * count;
  }
  sortBucket(count);
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
