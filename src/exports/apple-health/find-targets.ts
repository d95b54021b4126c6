import type { Activity } from '../../domain/activity';
import type { Instant, Interval } from '../../domain/interval';

/** What samples are looked for: a workout's time, and who recorded it. */
export interface Target extends Interval {
  readonly key: string;
  readonly activity: Activity;
  readonly app: string | undefined;
}

/** Calls back with the place of every target that an instant falls into. */
export type FindTargets = (at: Instant, visit: (target: number) => void) => void;

/**
 * Finds which workouts an instant falls into.
 *
 * **Shape** `targets` are sorted by start.
 *
 * **Cost** the time between two workouts is remembered, since records come nearly in the order of time: most of them fall
 * into none, and cost a comparison. Else O(log n), and one step for each workout that begins before and may reach as far.
 */
export const findTargets = (targets: readonly Target[]): FindTargets => {
  const starts = Float64Array.from(targets, ({ start }) => start);
  const ends = Float64Array.from(targets, ({ end }) => end);
  // How far everything up to here reaches: where that is not beyond an instant, nothing before can hold it.
  const reach = new Float64Array(targets.length);
  for (let index = 0, farthest = Number.NEGATIVE_INFINITY; index < targets.length; index++) {
    farthest = Math.max(farthest, ends[index] as number);
    reach[index] = farthest;
  }
  let emptyFrom = 1;
  let emptyTo = 0;
  return (at, visit) => {
    if (at >= emptyFrom && at < emptyTo) return;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] as number) <= at) low = middle + 1;
      else high = middle;
    }
    if (low === 0 || (reach[low - 1] as number) <= at) {
      emptyFrom = low === 0 ? Number.NEGATIVE_INFINITY : (reach[low - 1] as number);
      emptyTo = low === starts.length ? Number.POSITIVE_INFINITY : (starts[low] as number);
      return;
    }
    for (let index = low - 1; index >= 0 && (reach[index] as number) > at; index--) {
      if ((ends[index] as number) > at) visit(index);
    }
  };
};
