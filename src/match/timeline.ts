import type { Recording } from '../domain/recording';
import { orderByStart } from './order-by-start';

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

const compareCanonically = (a: Recording, b: Recording): number => {
  if (a.start !== b.start) return a.start - b.start;
  return a.key === b.key ? a.end - b.end : a.key < b.key ? -1 : 1;
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
  const order = orderByStart(startAt, (x, y) => compareCanonically(input[x] as Recording, input[y] as Recording));
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
