import type { MirrorEntry } from '../../domain/workout';
import { type Choice, chooseWinner } from '../../match/choose-winner';
import { judgeImport } from '../../policy/judge-import';
import type { Verdict } from '../../policy/verdict';
import { isOwnExport } from '../gather/own-export';
import { byKey } from '../gather/row';
import type { View } from './view';

/** Whether a workout may come in now. */
export const judgeWorkout = (view: View, workout: MirrorEntry): Verdict =>
  judgeImport(workout, view.world.settings, view.importContext);

/** The records of other apps that could stand for the workout. */
export const foreign = (view: View, workouts: readonly MirrorEntry[]): MirrorEntry[] =>
  workouts.filter((workout) => !isOwnExport(view.world.scope, workout));

/** The recording that the user prefers, if there is such a one. */
export const preferredOf = (view: View, workouts: readonly MirrorEntry[]): MirrorEntry | undefined =>
  workouts.filter(({ key }) => view.answers.preferred.has(key)).sort(byKey)[0];

const chooseFrom = ({ world: { settings, scope } }: View, workouts: readonly MirrorEntry[]): Choice =>
  chooseWinner(workouts as readonly [MirrorEntry, ...MirrorEntry[]], {
    preferredSources: settings.import.preferredSources,
    ownSources: scope.ownSources,
  });

/** The recording that should stand for an activity: the one that the user chose, or the best by the settings. */
export const best = (view: View, workouts: readonly MirrorEntry[]): MirrorEntry | undefined => {
  if (workouts.length < 2) return workouts[0];
  const preferred = preferredOf(view, workouts);
  if (preferred) return preferred;
  const { winner } = chooseFrom(view, workouts);
  return workouts.find((workout) => workout === winner);
};

/** Whether a recording is better than another: of two that are as good, one comes first all the same. */
export const isBetter = (view: View, workout: MirrorEntry, other: MirrorEntry): boolean => {
  const { winner, decidedBy } = chooseFrom(view, [workout, other]);
  return winner === workout && decidedBy !== 'earliest-written' && decidedBy !== 'key';
};
