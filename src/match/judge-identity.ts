import { isExternalId } from '../domain/external-id';
import type { Recording } from '../domain/recording';
import type { Workout } from '../domain/workout';

/** What the ids of two recordings say about them, highest rung first. */
export type Identity =
  | 'same-own-id'
  | 'other-own-id'
  | 'same-source-id'
  | 'parent'
  | 'other-source-id'
  | 'same-cross-id'
  | 'none';

/** The external id of ours that a record carries. Ids of any other form are another app's business. */
export const ownIdOf = (recording: Recording): string | undefined => {
  const id = (recording as Partial<Workout>).external?.id;
  return id !== undefined && isExternalId(id) ? id : undefined;
};

/** Whether one app wrote both. Records that name no app say nothing. */
export const sameApp = (a: Recording, b: Recording): boolean =>
  a.source !== undefined && a.source.app === b.source?.app;

/** Legs of one parent may share its file id, and are still not each other. */
const shareCrossId = (a: Recording, b: Recording): boolean =>
  (a.parent === undefined || a.parent !== b.parent) && (a.crossIds?.some((id) => b.crossIds?.includes(id)) ?? false);

/**
 * The first rung of the identity ladder on which two recordings meet or contradict each other: our own external id, the
 * writing app's id, an explicit link (a parent, a shared id).
 *
 * **Laws** symmetric. An id that only one side has says nothing.
 */
export const judgeIdentity = (a: Recording, b: Recording): Identity => {
  const ownId = ownIdOf(a);
  const otherId = ownId && ownIdOf(b);
  if (otherId !== undefined) return ownId === otherId ? 'same-own-id' : 'other-own-id';
  const bothNumbered = a.sourceId !== undefined && b.sourceId !== undefined && sameApp(a, b);
  if (bothNumbered && a.sourceId === b.sourceId) return 'same-source-id';
  if (a.parent === b.key || b.parent === a.key) return 'parent';
  if (bothNumbered) return 'other-source-id';
  return shareCrossId(a, b) ? 'same-cross-id' : 'none';
};
