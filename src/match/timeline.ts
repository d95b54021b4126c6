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
const packStarts = (starts: Float64Array): Float64Array => {
  const count = starts.length;
  let earliest = Infinity;
  let latest = -Infinity;
  for (let index = 0; index < count; index++) {
    const start = starts[index] as number;
    if (start < earliest) earliest = start;
    if (start > latest) latest = start;
  }
  const step = Math.max(1, ((latest - earliest) * count) / LARGEST_PACKED);
  const packed = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    packed[index] = Math.floor(((starts[index] as number) - earliest) / step) * count + index;
  }
  return packed.sort();
};

/** The indices in canonical order. */
const orderOf = (input: readonly Recording[], starts: Float64Array): Uint32Array => {
  const count = input.length;
  const packed = packStarts(starts);
  const order = new Uint32Array(count);
  const compare = (x: number, y: number): number => compareCanonically(input[x] as Recording, input[y] as Recording);
  const sortBucket = (from: number, to: number): void => {
    const first = order[from] as number;
    // A session and its workout often start together: two are swapped without the cost of a sort.
    if (to - from > 2) {
      order.subarray(from, to).sort(compare);
    } else if (to - from === 2 && compare(first, order[from + 1] as number) > 0) {
      order[from] = order[from + 1] as number;
      order[from + 1] = first;
    }
  };
  let from = 0;
  let bucket = 0;
  for (let place = 0; place < count; place++) {
    const value = packed[place] as number;
    const quotient = Math.floor(value / count);
    if (quotient !== bucket) {
      sortBucket(from, place);
      from = place;
      bucket = quotient;
    }
    order[place] = value - quotient * count;
  }
  sortBucket(from, count);
  return order;
};

/**
 * Puts recordings in canonical order.
 *
 * **Cost** O(n log n). Each recording is looked at once: in a long history that is what costs most.
 */
export const timelineOf = (input: readonly Recording[]): Timeline => {
  const count = input.length;
  const startAt = new Float64Array(count);
  const endAt = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const { start, end } = input[index] as Recording;
    startAt[index] = start;
    endAt[index] = end;
  }
  const order = orderOf(input, startAt);
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const recordings = new Array<Recording>(count);
  for (let place = 0; place < count; place++) {
    const index = order[place] as number;
    recordings[place] = input[index] as Recording;
    starts[place] = startAt[index] as number;
    ends[place] = endAt[index] as number;
  }
  return { recordings, order, starts, ends };
};
