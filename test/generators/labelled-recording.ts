import type { Recording } from '../../src/domain/recording';
import type { Happening } from '../../src/testing/arbitraries/record-happening';
import type { SeededRandom } from './seeded-random';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/**
 * A recording with its truth.
 *
 * **Shape** recordings of one `happening` are copies of each other, unless one is a `part`: a part is the same as no
 * whole, but two copies of one part are (they have the same `happening` of their own).
 */
export interface LabelledRecording {
  readonly recording: Recording;
  readonly happening: string;
}

/** Percentiles of real histories (matching-facts): how far ends of copies are apart, in seconds. */
const COPY_START = [
  [0.5, 1],
  [0.9, 2],
  [0.99, 35],
  [1, 72],
] as const;
const COPY_END = [
  [0.5, 1],
  [0.9, 6],
  [0.99, 72],
  [1, 100],
] as const;
const DEVICE_END = [
  [0.5, 27],
  [0.75, 163],
  [0.9, 264],
  [0.95, 420],
  [0.99, 938],
  [1, 1200],
] as const;
const COPY_DISTANCE = [
  [0.9, 0.0006],
  [1, 0.026],
] as const;

/** The sample of two devices was taken from pairs that share at least half of their union; so are these. */
const SAMPLED_OVERLAP = 0.5;

const DISTANCE_SPEED: Readonly<Record<string, number>> = {
  running: 2.9,
  'treadmill-running': 2.8,
  cycling: 6.5,
  'indoor-cycling': 8,
  walking: 1.4,
  hiking: 1.1,
  rowing: 2.4,
  'pool-swimming': 0.8,
  'open-water-swimming': 0.9,
};

/** How far one gets in so many milliseconds, as most do. */
export const usualMetres = (activity: Recording['activity'], length: number): number =>
  Math.round((length / SECOND) * (DISTANCE_SPEED[activity] ?? 0));

const KINDS = [
  'running',
  'running',
  'running',
  'cycling',
  'cycling',
  'walking',
  'walking',
  'hiking',
  'strength-training',
  'strength-training',
  'yoga',
  'pool-swimming',
  'treadmill-running',
  'indoor-cycling',
  'rowing',
  'hiit',
  'tennis',
] as const;

/** An activity that starts at or after `from`: half of them shorter than 45 minutes, all between 6 minutes and 5 hours. */
export const happen = (
  random: SeededRandom,
  from: number,
  activity: Recording['activity'] = random.pick(KINDS),
): Happening => {
  const start = from + Math.floor(random.between(0, 40 * MINUTE));
  const length = Math.min(5 * HOUR, Math.max(6 * MINUTE, random.around(45 * MINUTE, 0.6)));
  return happeningOf(random, activity, start, start + Math.floor(length));
};

export const happeningOf = (
  random: SeededRandom,
  activity: Recording['activity'],
  start: number,
  end: number,
): Happening => {
  const speed = DISTANCE_SPEED[activity];
  if (speed === undefined) return { activity, start, end };
  return {
    activity,
    start,
    end,
    distanceMetres: Math.round(((end - start) / SECOND) * speed * random.between(0.8, 1.2)),
  };
};

const scale = (recording: Recording, factor: number): Recording =>
  recording.distanceMetres === undefined
    ? recording
    : { ...recording, distanceMetres: recording.distanceMetres * factor };

/** An app passes a file on: the same but for seconds. */
export const copyTo = (random: SeededRandom, original: Recording, key: string, app: string): Recording =>
  scale(
    {
      ...original,
      key,
      source: { app },
      start: Math.round(original.start + random.sign() * random.byPercentiles(COPY_START) * SECOND),
      end: Math.round(original.end + random.sign() * random.byPercentiles(COPY_END) * SECOND),
    },
    1 + random.sign() * random.byPercentiles(COPY_DISTANCE),
  );

const overlapOfUnion = (a: Recording, b: Recording): number => {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / (a.end - a.start + (b.end - b.start) - shared);
};

/**
 * A second device beside the first, started and stopped by hand. Most of the activity lies between, so its distance goes
 * with the time it saw, give or take what two sensors differ by.
 */
export const deviceBeside = (random: SeededRandom, first: Recording, key: string, app: string): Recording => {
  for (;;) {
    const start = Math.round(first.start + random.sign() * random.byPercentiles(DEVICE_END) * SECOND);
    const end = Math.round(first.end + random.sign() * random.byPercentiles(DEVICE_END) * SECOND);
    const second = { ...first, key, source: { app }, start, end };
    if (end <= start || overlapOfUnion(first, second) < SAMPLED_OVERLAP) continue;
    const seen = Math.min(1, (end - Math.max(start, first.start)) / (first.end - first.start));
    return scale(second, seen * random.around(1, 0.03));
  }
};

/** A phone that notices by itself: a median of 86 s from the watch at either end, late more often than early. */
export const detect = (random: SeededRandom, first: Recording, key: string, app: string): Recording => {
  const late = (): number => Math.round(random.around(86, 0.7) * SECOND) * (random.chance(0.8) ? 1 : -1);
  const start = first.start + late();
  const end = Math.max(start + 2 * MINUTE, first.end - late());
  const share = (end - start) / (first.end - first.start);
  return scale({ ...first, key, source: { app }, start, end, method: 'detected' }, share * random.around(1, 0.05));
};

/** What is left of a recording in a window of its time. */
export const cut = (recording: Recording, key: string, from: number, to: number): Recording =>
  scale(
    { ...recording, key, start: Math.round(from), end: Math.round(to) },
    (to - from) / (recording.end - recording.start),
  );
