import { SECOND } from '../labelled-recording';
import { seededRandom } from '../seeded-random';
import type { ExportedWorkout } from './exported-workout';
import { type HistoryOptions, historyOf } from './history';
import { SOURCES } from './person';
import { seedOf } from './seed-of';

/** What happened to the workouts of an older export, by their keys. */
export interface HistoryChanges {
  readonly added: readonly string[];
  readonly edited: readonly string[];
  readonly deleted: readonly string[];
}

export interface NewerHistory {
  readonly workouts: readonly ExportedWorkout[];
  readonly changes: HistoryChanges;
}

export interface NewerOptions {
  /** When the newer export ends. */
  readonly until: number;
  /** How many workouts of the older export were edited, and how many deleted. */
  readonly edits: number;
  readonly deletions: number;
}

/** An app corrects the distance and the end of a workout it wrote, under the same identifier and a higher version. */
const corrected = (workout: ExportedWorkout): ExportedWorkout => ({
  ...workout,
  end: workout.end - 90 * SECOND,
  activeSeconds: workout.activeSeconds - 90,
  ...(workout.distanceMetres !== undefined && { distanceMetres: Math.round(workout.distanceMetres * 0.9) }),
  ...(workout.sync && { sync: { ...workout.sync, version: workout.sync.version + 1 } }),
  superseded: true,
});

/**
 * The same person's history some time later: it goes on, some workouts were corrected by the app that wrote them, and some
 * are gone, with all copies of them.
 */
export const newerHistory = (older: HistoryOptions, { until, edits, deletions }: NewerOptions): NewerHistory => {
  const before = historyOf(older);
  const known = new Set(before.map(({ key }) => key));
  const random = seededRandom(seedOf(older.seed, 'newer', until));
  const copies = new Map<string, number>();
  for (const { happening } of before) copies.set(happening, (copies.get(happening) ?? 0) + 1);
  const draw = (from: readonly ExportedWorkout[], count: number): ReadonlySet<string> => {
    const left = [...from];
    const drawn = new Set<string>();
    while (drawn.size < count && left.length > 0) {
      drawn.add((left.splice(random.whole(0, left.length - 1), 1)[0] as ExportedWorkout).happening);
    }
    return drawn;
  };
  // A corrected copy would be no change of what was imported: whoever stands alone is corrected.
  const alone = before.filter(({ happening, sync }) => copies.get(happening) === 1 && sync !== undefined);
  const editedOnes = draw(alone, edits);
  const gone = draw(
    before.filter(({ happening, source }) => !editedOnes.has(happening) && source === SOURCES.watch),
    deletions,
  );
  const after = historyOf({ ...older, until });
  const deleted = after.filter(({ key, happening }) => known.has(key) && gone.has(happening));
  const edited = after.filter(({ key, happening }) => known.has(key) && editedOnes.has(happening));
  return {
    workouts: after
      .filter(({ key, happening }) => !(known.has(key) && gone.has(happening)))
      .map((workout) => (known.has(workout.key) && editedOnes.has(workout.happening) ? corrected(workout) : workout)),
    changes: {
      added: after.filter(({ key }) => !known.has(key)).map(({ key }) => key),
      edited: edited.map(({ key }) => key),
      deleted: deleted.map(({ key }) => key),
    },
  };
};
