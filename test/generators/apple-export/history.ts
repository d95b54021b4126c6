import { HOUR, type LabelledRecording } from '../labelled-recording';
import { type SeededRandom, seededRandom } from '../seeded-random';
import { exportedWorkout } from './enrich';
import type { ExportedWorkout } from './exported-workout';
import { HABITS } from './habits';
import { seedOf } from './seed-of';

export interface HistoryOptions {
  readonly seed: number;
  /** The first day. */
  readonly from: number;
  /** Nothing ends later. A later `until` continues the same history. */
  readonly until: number;
  /** Things done a week, whatever number of records each leaves. */
  readonly perWeek: number;
}

const DAY = 24 * HOUR;
const BETWEEN_TWO = 3 * HOUR;

const total = Object.values(HABITS).reduce((sum, [weight]) => sum + weight, 0);

const habit = (random: SeededRandom): string => {
  let left = random.next() * total;
  for (const [name, [weight]] of Object.entries(HABITS)) {
    left -= weight;
    if (left < 0) return name;
  }
  return 'watch alone';
};

/** Nobody trains at night: the hour of the day, in the morning or towards the evening. */
const daytime = (random: SeededRandom): number => (random.chance(0.4) ? random.between(6, 9) : random.between(15, 20));

const endOf = (scene: readonly LabelledRecording[]): number => Math.max(...scene.map(({ recording }) => recording.end));

/**
 * Somebody's workouts of some years, in the order of their starts.
 *
 * All randomness comes from the seed, and each scene draws from its own: a longer history begins like a shorter one.
 */
export const historyOf = ({ seed, from, until, perWeek }: HistoryOptions): readonly ExportedWorkout[] => {
  const workouts: ExportedWorkout[] = [];
  let free = from;
  for (let index = 0; ; index++) {
    const random = seededRandom(seedOf(seed, 'scene', index));
    const day = Math.floor((free + random.between(0, (1.6 * 7 * DAY) / perWeek)) / DAY) * DAY;
    const start = Math.max(free, Math.round(day + daytime(random) * HOUR));
    const kind = habit(random);
    const scene = HABITS[kind]?.[1](random, start, `w${index}`) ?? [];
    // A clock may be wrong backwards, too: the next scene keeps away from both ends.
    free = endOf(scene) + BETWEEN_TWO;
    if (free > until) return workouts.sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1));
    const written = new Map<string, LabelledRecording[]>();
    for (const labelled of scene) {
      const before = written.get(labelled.happening) ?? [];
      const [original = labelled] = before;
      const ordinal = before.push(labelled);
      written.set(labelled.happening, before);
      workouts.push(exportedWorkout(seedOf(seed, labelled.recording.key), kind, labelled, ordinal, original));
    }
  }
};
