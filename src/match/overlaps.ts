import { COMPARABLE_LENGTH, LONGEST_SECONDS } from './judge-evidence';
import type { Timeline } from './timeline';

const LONGEST = LONGEST_SECONDS * 1000;

/**
 * Visits every pair of recordings that share time, each pair once, the earlier first.
 *
 * A recording longer than a day meets only recordings of at least half its length: the rest would be all that happened
 * in that time. `skip` leaves a place out altogether.
 *
 * **Laws** the same pairs as a comparison of all with all would find; pairs come in canonical order within each lane.
 *
 * **Cost** O(n + pairs).
 */
export const forEachOverlap = (
  { starts, ends }: Timeline,
  skip: (place: number) => boolean,
  visit: (a: number, b: number) => void,
): void => {
  const lengthOf = (place: number): number => (ends[place] as number) - (starts[place] as number);
  const short: number[] = [];
  const long: number[] = [];
  let anyLong = false;
  for (let place = 0; place < starts.length; place++) {
    if (skip(place)) continue;
    const length = lengthOf(place);
    if (length <= LONGEST) short.push(place);
    else anyLong = true;
    if (length > LONGEST * COMPARABLE_LENGTH) long.push(place);
  }
  const sweep = (lane: readonly number[], wanted: (a: number, b: number) => boolean): void => {
    for (let at = 0; at < lane.length; at++) {
      const a = lane[at] as number;
      const end = ends[a] as number;
      for (let next = at + 1; next < lane.length; next++) {
        const b = lane[next] as number;
        if ((starts[b] as number) >= end) break;
        if (wanted(a, b)) visit(a, b);
      }
    }
  };
  sweep(short, () => true);
  if (!anyLong) return;
  sweep(long, (a, b) => {
    const longer = Math.max(lengthOf(a), lengthOf(b));
    return longer > LONGEST && Math.min(lengthOf(a), lengthOf(b)) >= longer * COMPARABLE_LENGTH;
  });
};
