import { isExternalId } from '../domain/external-id';
import type { Recording } from '../domain/recording';
import type { Workout } from '../domain/workout';
import type { Rung } from './comparison';

/** What the ids of two recordings say, and on which rung of the ladder. */
export interface Identity {
  readonly rung: Exclude<Rung, 'evidence'>;
  readonly code: 'shared-id' | 'conflicting-id' | 'parent';
}

/** The external id of ours that a record carries. Ids of any other form are another app's business. */
export const ownIdOf = (recording: Recording): string | undefined => {
  const id = (recording as Partial<Workout>).external?.id;
  return id !== undefined && isExternalId(id) ? id : undefined;
};

/** The id that the writing app gave a record, unique among all apps. */
export const sourceIdOf = ({ source, sourceId }: Recording): string | undefined =>
  source && sourceId && `${source.app} ${sourceId}`;

/** Whether one app wrote both. Records that name no app say nothing. */
export const sameApp = ({ source }: Recording, other: Recording): boolean =>
  source !== undefined && source.app === other.source?.app;

/** Legs of one parent may share its file id, and are still not each other. */
const shareCrossId = (a: Recording, b: Recording): boolean =>
  (a.parent === undefined || a.parent !== b.parent) && a.crossIds?.some((id) => b.crossIds?.includes(id)) === true;

/**
 * The first rung of the identity ladder on which two recordings meet or contradict each other: our own external id, the
 * writing app's id, an explicit link (a parent, a shared id).
 *
 * **Laws** symmetric. An id that only one side has says nothing.
 */
export const identify = (a: Recording, b: Recording): Identity | undefined => {
  const ownId = ownIdOf(a);
  const otherOwnId = ownId && ownIdOf(b);
  if (otherOwnId) return { rung: 'own-id', code: ownId === otherOwnId ? 'shared-id' : 'conflicting-id' };
  const numbered = a.sourceId && b.sourceId && sameApp(a, b);
  if (numbered && a.sourceId === b.sourceId) return { rung: 'source-id', code: 'shared-id' };
  if (a.parent === b.key || b.parent === a.key) return { rung: 'cross-id', code: 'parent' };
  if (numbered) return { rung: 'source-id', code: 'conflicting-id' };
  return shareCrossId(a, b) ? { rung: 'cross-id', code: 'shared-id' } : undefined;
};
