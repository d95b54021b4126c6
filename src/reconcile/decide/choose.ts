import type { MirrorEntry } from '../../domain/workout';
import { chooseWinner } from '../../match/choose-winner';
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

/** The recording that should stand for an activity: the one that the user chose, or the best by the settings. */
export const best = (view: View, workouts: readonly MirrorEntry[]): MirrorEntry | undefined => {
  if (workouts.length < 2) return workouts[0];
  const preferred = preferredOf(view, workouts);
  if (preferred) return preferred;
  const { winner } = chooseWinner(workouts as readonly [MirrorEntry, ...MirrorEntry[]], {
    preferredSources: view.world.settings.import.preferredSources,
    ownSources: view.world.scope.ownSources,
  });
  return workouts.find((workout) => workout === winner);
};
