import { type Interval, overlapMilliseconds } from '../../domain/interval';

/** A record of an amount over an interval: so many metres between nine and ten. */
export interface AmountRecord extends Interval {
  readonly row: number;
  readonly value: number;
  /** When it was last written. */
  readonly modified: number;
}

/** A part of an amount that lies within a workout. */
export interface AmountShare extends Interval {
  readonly value: number;
}

/**
 * Whether a record speaks of this workout: mostly in it, or at least not longer than it. The calories of a whole day say
 * nothing of the hour of a run, though they overlap it.
 */
const speaksOf = (workout: Interval, record: Interval): boolean => {
  const shared = overlapMilliseconds(workout, record);
  const length = record.end - record.start;
  return shared > 0 && (shared * 2 >= length || length <= workout.end - workout.start);
};

/** The parts of an interval that no earlier one covered. `covered` is kept in order and free of overlaps. */
const uncovered = (interval: Interval, covered: Interval[]): readonly Interval[] => {
  const free: Interval[] = [];
  let at = interval.start;
  for (const taken of covered) {
    if (taken.end <= at || taken.start >= interval.end) continue;
    if (taken.start > at) free.push({ start: at, end: taken.start });
    at = Math.max(at, taken.end);
  }
  if (at < interval.end) free.push({ start: at, end: interval.end });
  return free;
};

const byStart = (a: Interval, b: Interval): number => a.start - b.start;

/** Records that overlap each other: an app wrote the whole and the minutes of it. The one written last counts. */
const settleOverlaps = (records: readonly AmountRecord[], workout: Interval): readonly AmountShare[] => {
  const shares: AmountShare[] = [];
  const covered: Interval[] = [];
  const lastFirst = [...records].sort((a, b) => b.modified - a.modified || b.row - a.row);
  for (const { start, end, value } of lastFirst) {
    const within = { start: Math.max(start, workout.start), end: Math.min(end, workout.end) };
    for (const part of uncovered(within, covered)) {
      shares.push({ ...part, value: (value * (part.end - part.start)) / (end - start) });
      covered.push(part);
    }
    covered.sort(byStart);
  }
  return shares.sort(byStart);
};

/** More records than this that overlap are no writing of an app; they are taken as they come. */
const MOST_TO_SETTLE = 5000;

/**
 * What of these records belongs to a workout, in order of time.
 *
 * **Laws** a record counts in proportion to the time it shares with the workout, as Health Connect's own sums do; no moment
 * counts twice, and where records overlap the one that was written last holds.
 */
export const shareAmounts = (records: readonly AmountRecord[], workout: Interval): readonly AmountShare[] => {
  const own = records.filter((record) => speaksOf(workout, record)).sort((a, b) => byStart(a, b) || a.row - b.row);
  const isPlain = own.every((record, index) => index === 0 || (own[index - 1]?.end ?? 0) <= record.start);
  if (!isPlain && own.length <= MOST_TO_SETTLE) return settleOverlaps(own, workout);
  return own.map(({ start, end, value }) => {
    const within = { start: Math.max(start, workout.start), end: Math.min(end, workout.end) };
    return { ...within, value: (value * (within.end - within.start)) / (end - start) };
  });
};
