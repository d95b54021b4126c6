/**
 * A point in time: integer milliseconds since the Unix epoch.
 *
 * **Units** milliseconds. A zone offset is never part of it; it is a field of its own, for presentation only.
 */
export type Instant = number;

/**
 * A span of time, half-open: it holds `start` and everything before `end`, not `end` itself.
 *
 * Two intervals that touch end to start share nothing.
 */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** What a request for everything asks for: from the epoch to the year 2100. */
export const WHOLE_HISTORY: Interval = { start: 0, end: 4_102_444_800_000 };

/** How long an interval lasts, in seconds. */
export const durationSeconds = (interval: Interval): number => (interval.end - interval.start) / 1000;

/** How many milliseconds two intervals share; zero where they only touch. */
export const overlapMilliseconds = (a: Interval, b: Interval): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Whether two intervals share any time at all. */
export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end;

/** Whether `outer` holds the whole of `inner`. */
export const covers = (outer: Interval, inner: Interval): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
