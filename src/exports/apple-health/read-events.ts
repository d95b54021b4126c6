import type { Instant, Interval } from '../../domain/interval';
import type { Lap } from '../../ports/detail';
import type { XmlElement } from '../xml/parse-element';
import { parseAppleDate } from './apple-date';
import { amountOf } from './quantity';

const EVENT = 'HKWorkoutEventType';

interface Event {
  readonly type: string;
  readonly at: Instant;
  readonly durationMilliseconds: number;
}

/** What is read of them. Segments are most of all events, and are not. */
const TYPES: ReadonlySet<string> = new Set(['Pause', 'Resume', 'MotionPaused', 'MotionResumed', 'Lap']);

const readEvent = ({ attributes }: XmlElement): readonly Event[] => {
  const type = (attributes.type ?? '').replace(EVENT, '');
  const date = TYPES.has(type) ? parseAppleDate(attributes.date) : undefined;
  if (date === undefined) return [];
  const seconds = amountOf('time', attributes.duration, attributes.durationUnit) ?? 0;
  return [{ type, at: date.at, durationMilliseconds: Math.round(seconds * 1000) }];
};

const eventsOf = (element: XmlElement): readonly Event[] =>
  element.children
    .filter(({ name }) => name === 'WorkoutEvent')
    .flatMap(readEvent)
    .sort((a, b) => a.at - b.at);

/**
 * The events of a workout. Since iOS 16 they may stand in its activities instead; where they stand in both they are the same.
 */
export const readEvents = (workout: XmlElement): readonly Event[] => {
  const own = eventsOf(workout);
  if (own.length > 0) return own;
  return workout.children.filter(({ name }) => name === 'WorkoutActivity').flatMap(eventsOf);
};

const clip = ({ start, end }: Interval, within: Interval): Interval => ({
  start: Math.max(start, within.start),
  end: Math.min(end, within.end),
});

/**
 * Pauses, by hand and by the watch itself, as one list without overlaps. An event without its counterpart is ignored, as
 * HealthKit does; a pause that is still on at the end lasts to the end.
 */
export const pausesOf = (events: readonly Event[], workout: Interval): readonly Interval[] => {
  const pauses: Interval[] = [];
  const running = new Set<string>();
  let since: Instant | undefined;
  const close = (at: Instant): void => {
    if (since === undefined) return;
    const pause = clip({ start: since, end: at }, workout);
    if (pause.end > pause.start) pauses.push(pause);
    since = undefined;
  };
  for (const { type, at } of events) {
    if (type === 'Pause' || type === 'MotionPaused') {
      running.add(type);
      since ??= at;
    }
    if (type === 'Resume') running.delete('Pause');
    if (type === 'MotionResumed') running.delete('MotionPaused');
    if (running.size === 0) close(at);
  }
  close(workout.end);
  return pauses;
};

/**
 * Laps that the user, or the pool's length, has cut. A lap event has a duration, or marks the end of the lap before it.
 * Segment events are left out: a watch writes two overlapping rows of them, kilometres and miles.
 */
export const lapsOf = (events: readonly Event[], workout: Interval): readonly Lap[] => {
  const marks = events.filter(({ type }) => type === 'Lap');
  if (marks.length === 0) return [];
  const timed = marks.some(({ durationMilliseconds }) => durationMilliseconds > 0);
  const starts = [workout.start, ...marks.map(({ at }) => at)];
  const laps = timed
    ? marks.map(({ at, durationMilliseconds }) => ({ start: at, end: at + durationMilliseconds }))
    : starts.map((start, index) => ({ start, end: starts[index + 1] ?? workout.end }));
  return laps.map((lap) => clip(lap, workout)).filter(({ start, end }) => end > start);
};
