import { externalIdOf, importedSessionKey } from '../../domain/external-id';
import type { Link } from '../../domain/link';
import type { Recording } from '../../domain/recording';
import type { Scope } from '../../domain/scope';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';

/** The id that all legs of one multi-sport recording share, by the key of the whole. */
export const legOf = (whole: string): string => `leg ${whole}`;

const sharedIds = ({ crossIds, source, sourceId, parent }: Recording): string[] => [
  ...(parent === undefined ? [] : [legOf(parent)]),
  ...(source && sourceId !== undefined ? [`source ${source.app} ${sourceId}`] : []),
  ...(crossIds ?? []).map((id) => `cross ${id}`),
];

/** All ids by which a session may belong with something that is not near it in time. */
export const sessionIds = (scope: Scope, session: Session): string[] => [
  `session ${session.key}`,
  `external ${externalIdOf(scope, session.key)}`,
  ...(session.origin ? [`workout ${session.origin.workout}`] : []),
  ...sharedIds(session),
];

/** All ids by which a workout may belong with something that is not near it in time. */
export const workoutIds = (scope: Scope, workout: MirrorEntry): string[] => [
  `workout ${workout.key}`,
  `session ${importedSessionKey(scope, workout.key)}`,
  ...(workout.external ? [`external ${workout.external.id}`] : []),
  ...sharedIds(workout),
];

/** All records that a ledger row names. */
export const linkIds = (scope: Scope, link: Link): string[] => [
  `session ${link.session}`,
  `external ${externalIdOf(scope, link.session)}`,
  ...[link.workout, ...link.copies].filter((key) => key !== '').map((key) => `workout ${key}`),
];

/** Which records share an id. */
export interface IdentityIndex {
  readonly add: (record: string, ids: readonly string[]) => void;
  readonly remove: (record: string, ids: readonly string[]) => void;
  readonly sharing: (ids: readonly string[]) => string[];
}

/** Makes an index that knows nothing yet. **Cost** a look-up costs what it finds. */
export const identityIndex = (): IdentityIndex => {
  const records = new Map<string, string | Set<string>>();
  return {
    add: (record, ids) => {
      for (const id of ids) {
        const known = records.get(id);
        if (known === undefined) records.set(id, record);
        else if (known instanceof Set) known.add(record);
        else if (known !== record) records.set(id, new Set([known, record]));
      }
    },
    remove: (record, ids) => {
      for (const id of ids) {
        const known = records.get(id);
        if (known === record) records.delete(id);
        else if (known instanceof Set) known.delete(record);
      }
    },
    sharing: (ids) =>
      ids.flatMap((id) => {
        const known = records.get(id);
        if (known === undefined) return [];
        return known instanceof Set ? [...known] : [known];
      }),
  };
};
