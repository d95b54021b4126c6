import type { MirrorEntry } from '../../domain/workout';
import { sessionMoved } from '../gather/moves';
import { type Row, standIns, type WithSession, withWorkout } from '../gather/row';
import { best, foreign, isBetter, judgeWorkout, preferredOf } from './choose';
import { switchPrimary, takeWorkout } from './parts';
import type { View } from './view';

/** Whether the user has given up what was edited in the app. */
export const keepsWorkout = ({ answers }: View, { link }: Row): boolean =>
  link.kind === 'imported' && answers.workoutKept.has(link.session);

/** The copy that the user, or by setting its richness, puts in the place of the primary. */
export const chosenCopy = (
  view: View,
  row: Row,
): { copy: MirrorEntry; code: 'user-preferred' | 'better-copy' } | undefined => {
  const { workout, link } = row;
  if (workout === undefined || link.kind === 'exported') return undefined;
  if (row.copies.length === 0 && row.joined.length === 0) return undefined;
  const copies = foreign(view, standIns(row));
  const { preferred } = view.answers;
  if (preferred.has(workout.key)) return undefined;
  const asked = preferredOf(view, copies);
  if (asked) return { copy: asked, code: 'user-preferred' };
  if (view.world.settings.onBetterCopy === 'keep' || link.kind === 'matched') return undefined;
  const moved = sessionMoved(row);
  const isEdited = (moved.facts || moved.detail) && !keepsWorkout(view, row);
  if (isEdited) return undefined;
  const eligible = copies.filter((copy) => judgeWorkout(view, copy).kind === 'eligible');
  const winner = best(view, [workout, ...eligible]) ?? workout;
  return isBetter(view, winner, workout) ? { copy: winner, code: 'better-copy' } : undefined;
};

/**
 * Does what the user or the settings want with an imported or matched link whose session is live: take the health store's
 * side of a conflict, put a better copy in the place of the primary, or both.
 *
 * @returns whether there was anything of the kind.
 */
export const takePreferred = (view: View, row: WithSession): boolean => {
  const { workout } = row;
  const chosen = chosenCopy(view, row);
  if (workout && keepsWorkout(view, row)) {
    takeWorkout(view, withWorkout(row, chosen ? chosen.copy : workout));
    return true;
  }
  if (chosen) switchPrimary(view, row, chosen.copy, chosen.code);
  return chosen !== undefined;
};
