import type { DetailSummary } from './detail-summary';
import { printOf } from './prints';
import type { MirrorEntry, Workout } from './workout';

/**
 * What the mirror keeps of a workout that was just observed.
 *
 * **Laws** the title is dropped but its print stays, so a rename is noticed and the mirror holds no text of the user.
 */
export const toMirrorEntry = (workout: Workout): MirrorEntry => {
  const { title: _dropped, ...header } = workout;
  return { ...header, prints: printOf(workout) };
};

/** A mirror entry whose samples nobody has counted. */
export const uncounted = ({ detail: _forgotten, ...entry }: MirrorEntry): MirrorEntry => ({
  ...entry,
  prints: { ...entry.prints, detail: printOf(entry).detail },
});

/** A mirror entry once its samples have been counted. */
export const withSummary = (entry: MirrorEntry, detail: DetailSummary): MirrorEntry => {
  const counted = { ...entry, detail };
  return { ...counted, prints: { ...entry.prints, detail: printOf(counted).detail } };
};
