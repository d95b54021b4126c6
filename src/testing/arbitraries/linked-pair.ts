import fc from 'fast-check';
import type { Link, LinkKind, LinkState } from '../../domain/link';
import { toMirrorEntry } from '../../domain/mirror';
import { printOf } from '../../domain/prints';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import { MINUTE } from './happening';
import { exportOf, sessionAt, WATCH, workoutAt } from './records';
import { span } from './spans';

/** A link in a legal shape, with what became of both records since: kept, edited, opened, deleted, or not listed. */
export interface LinkedPair {
  readonly sessions: readonly Session[];
  readonly workouts: readonly MirrorEntry[];
  readonly link: Link;
  readonly goneSessions: readonly string[];
  readonly goneWorkouts: readonly string[];
}

const LEGAL: readonly (readonly [LinkKind, LinkState])[] = [
  ['imported', 'active'],
  ['imported', 'active'],
  ['exported', 'active'],
  ['exported', 'active'],
  ['matched', 'active'],
  ['imported', 'detached'],
  ['imported', 'session-deleted'],
  ['exported', 'session-deleted'],
  ['matched', 'session-deleted'],
  ['exported', 'workout-removed'],
  ['matched', 'workout-removed'],
];

const linkOf = (kind: LinkKind, state: LinkState, session: Session, workout: MirrorEntry): Link => ({
  kind,
  state,
  session: session.key,
  workout: workout.key,
  copies: [],
  ...(workout.source && { app: workout.source.app }),
  base: {
    session: printOf(session),
    workout: workout.prints,
    revision: session.revision,
    version: workout.external?.version ?? 0,
  },
  shadow: { start: session.start, end: session.end, activity: session.activity },
});

/** The same workout, two minutes shorter. An own record is changed by writing it again. */
const changed = ({ prints: _old, ...workout }: MirrorEntry): MirrorEntry =>
  toMirrorEntry({
    ...workout,
    end: workout.end - 2 * MINUTE,
    ...(workout.external && { external: { ...workout.external, version: 4 } }),
  });

/** A session and a workout that belong together, and what became of each since they last agreed. */
export const linkedPair = (sessionKey: string, workoutKey: string): fc.Arbitrary<LinkedPair> =>
  fc
    .record({
      span,
      legal: fc.constantFrom(...LEGAL),
      session: fc.constantFrom('kept', 'kept', 'edited', 'open', 'deleted', 'gone', 'absent'),
      workout: fc.constantFrom('kept', 'kept', 'changed', 'gone', 'absent'),
    })
    .map(({ span: where, legal: [kind, state], session: fate, workout: end }) => {
      const base = sessionAt(sessionKey, where);
      const record = kind === 'exported' ? exportOf(base, workoutKey) : workoutAt(workoutKey, where, WATCH);
      const now: Readonly<Record<string, Session>> = {
        kept: base,
        edited: { ...base, revision: `${base.revision}+`, title: 'Edited' },
        open: { ...base, state: 'open', revision: 'r8' },
        deleted: { ...base, state: 'deleted', revision: 'r9' },
      };
      const listed = now[fate];
      return {
        sessions: listed === undefined ? [] : [listed],
        workouts: end === 'kept' ? [record] : end === 'changed' ? [changed(record)] : [],
        link: linkOf(kind, state, base, record),
        goneSessions: fate === 'gone' ? [sessionKey] : [],
        goneWorkouts: end === 'gone' ? [workoutKey] : [],
      };
    });
