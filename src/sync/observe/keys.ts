import type { Session } from '../../domain/session';
import { ALIASES, type Alias, WORKOUTS } from '../state/collections';
import type { State } from '../state/state';
import { renameSessions } from './rename-sessions';

/**
 * The two names of a session that the app gave another key: sync keeps the first one, from which its external id was made;
 * the app only ever sees the new one.
 */
export interface Keys {
  readonly inside: (hostKey: string) => string;
  readonly outside: (key: string) => string;
  readonly sessionInside: (session: Session) => Session;
  readonly sessionOutside: (session: Session) => Session;
  /** What the app is told, with the keys that it knows. Once only: what is one session's name may be the key of another. */
  readonly told: <Answer>(answer: Answer) => Answer;
}

/** The names as the state knows them, now and later: a session may be given another key in the middle of a run. */
export const keysOf = (state: Pick<State, 'all' | 'edition'>): Keys => {
  let hostKeys: ReadonlyMap<string, string> = new Map();
  let indexedAt = -1;
  const aliases = (): ReadonlyMap<string, Alias> => state.all(ALIASES);
  const inside = (hostKey: string): string => aliases().get(hostKey)?.key ?? hostKey;
  const outside = (key: string): string => {
    if (indexedAt !== state.edition()) {
      const inOrder = [...aliases()].sort(([, a], [, b]) => (a.said ?? 0) - (b.said ?? 0));
      hostKeys = new Map(inOrder.map(([hostKey, { key: known }]) => [known, hostKey]));
      indexedAt = state.edition();
    }
    return hostKeys.get(key) ?? key;
  };
  const isWorkout = (key: string): boolean => state.all(WORKOUTS).has(key);
  const renamed = (session: Session, name: (key: string) => string): Session =>
    aliases().size === 0
      ? session
      : {
          ...session,
          key: name(session.key),
          ...(session.parent !== undefined && { parent: name(session.parent) }),
        };
  return {
    inside,
    outside,
    sessionInside: (session) => renamed(session, inside),
    sessionOutside: (session) => renamed(session, outside),
    told: (answer) => (aliases().size === 0 ? answer : renameSessions(answer, { nameOf: outside, isWorkout })),
  };
};
