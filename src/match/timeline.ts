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

const compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Puts recordings in canonical order.
 *
 * **Cost** O(n log n); near O(n) where the input is sorted or is a few sorted lists one after the other.
 */
export const timelineOf = (input: readonly Recording[]): Timeline => {
  const count = input.length;
  const startOf = new Float64Array(count);
  const indices: number[] = [];
  for (let index = 0; index < count; index++) {
    indices.push(index);
    startOf[index] = (input[index] as Recording).start;
  }
  indices.sort((x, y) => {
    const apart = (startOf[x] as number) - (startOf[y] as number);
    if (apart !== 0) return apart;
    const a = input[x] as Recording;
    const b = input[y] as Recording;
    return compareKeys(a.key, b.key) || a.end - b.end;
  });
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const recordings: Recording[] = [];
  indices.forEach((index, place) => {
    const recording = input[index] as Recording;
    recordings.push(recording);
    starts[place] = recording.start;
    ends[place] = recording.end;
  });
  return { recordings, order: Uint32Array.from(indices), starts, ends };
};
