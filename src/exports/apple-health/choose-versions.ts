import type { ExportProblem } from './export-problem';
import type { ExportedWorkout } from './read-workout';

const versionOf = ({ workout }: ExportedWorkout): number => workout.external?.version ?? 0;

/** A newer version counts, then what was stored later, then what stands later in the file. */
const supersedes = (a: ExportedWorkout, b: ExportedWorkout): boolean =>
  versionOf(a) !== versionOf(b) ? versionOf(a) > versionOf(b) : (a.writtenAt ?? 0) >= (b.writtenAt ?? 0);

const withKey = (exported: ExportedWorkout, key: string): ExportedWorkout => ({
  ...exported,
  workout: { ...exported.workout, key },
  legs: exported.legs.map((leg, index) => ({ ...leg, key: `${key}-leg-${index + 1}`, parent: key })),
});

/**
 * Makes keys unique.
 *
 * **Laws** of the versions of one sync identifier the newest is kept, since the others are replaced in the phone's store too
 * and an export that still holds them is a known fault. Everything else that shares a key is kept under keys of its own, in
 * the order of the file: two records that look alike are two records.
 */
export const chooseVersions = (
  all: readonly ExportedWorkout[],
  file: string,
  onProblem: (problem: ExportProblem) => void,
): readonly ExportedWorkout[] => {
  const groups = new Map<string, ExportedWorkout[]>();
  const ordinals = new Map(all.map((one, index) => [one, index + 1]));
  for (const one of all) {
    const group = groups.get(one.workout.key);
    if (group) group.push(one);
    else groups.set(one.workout.key, [one]);
  }
  const workouts: ExportedWorkout[] = [];
  for (const [key, group] of groups) {
    const [first, ...others] = group as [ExportedWorkout, ...ExportedWorkout[]];
    if (first.workout.external === undefined) {
      workouts.push(first, ...others.map((one, index) => withKey(one, `${key}-${index + 2}`)));
      continue;
    }
    const kept = others.reduce((best, one) => (supersedes(one, best) ? one : best), first);
    workouts.push(kept);
    for (const one of group) {
      if (one === kept) continue;
      const { external, source } = one.workout;
      onProblem({
        code: 'workout-superseded',
        message: `Version ${external?.version} of ${external?.id} by ${source?.app} is left out: version ${versionOf(kept)} replaces it.`,
        position: { file, ordinal: ordinals.get(one) ?? 0 },
      });
    }
  }
  return workouts;
};
