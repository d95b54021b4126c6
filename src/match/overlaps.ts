import { COMPARABLE_LENGTH, LONGEST_SECONDS } from './judge-evidence';
import type { Timeline } from './timeline';

const LONGEST = LONGEST_SECONDS * 1000;

/**
 * Visits every pair of recordings that share time, each pair once, the earlier first.
 *
 * A recording longer than a day meets only those that are longer than half a day: the rest would be all that happened in
 * that time. `isLeftOut` leaves a place out altogether.
 *
 * **Laws** misses no pair that evidence could call more than `different`.
 *
 * **Cost** O(n + pairs).
 */
export const forEachOverlap = (
  { starts, ends }: Timeline,
  isLeftOut: (place: number) => boolean,
  visit: (a: number, b: number) => void,
): void => {
  const lengthOf = (place: number): number => (ends[place] as number) - (starts[place] as number);
  const short = new Uint32Array(starts.length);
  const long: number[] = [];
  let shorts = 0;
  for (let place = 0; place < starts.length; place++) {
    if (isLeftOut(place)) continue;
    const length = lengthOf(place);
    if (length <= LONGEST) short[shorts++] = place;
    if (length > LONGEST * COMPARABLE_LENGTH) long.push(place);
  }
  const sweep = (lane: ArrayLike<number>, count: number, isWanted: (a: number, b: number) => boolean): void => {
    for (let at = 0; at < count; at++) {
      const a = lane[at] as number;
      const end = ends[a] as number;
      for (let next = at + 1; next < count; next++) {
        const b = lane[next] as number;
        if ((starts[b] as number) >= end) break;
        if (isWanted(a, b)) visit(a, b);
      }
    }
  };
  sweep(short, shorts, () => true);
  sweep(long, long.length, (a, b) => Math.max(lengthOf(a), lengthOf(b)) > LONGEST);
};
