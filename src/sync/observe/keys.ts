import type { Session } from '../../domain/session';
import { ALIASES } from '../state/collections';
import type { State } from '../state/state';

/**
 * The two names of a session that the app gave another key: sync keeps the first one, from which its external id was made;
 * the app only ever sees the new one.
 */
export interface Keys {
  readonly inside: (hostKey: string) => string;
  readonly outside: (key: string) => string;
  readonly sessionInside: (session: Session) => Session;
  readonly sessionOutside: (session: Session) => Session;
}

const same = (key: string): string => key;

/** The names as the state knows them now. */
export const keysOf = (state: State): Keys => {
  const aliases = state.all(ALIASES);
  if (aliases.size === 0) return { inside: same, outside: same, sessionInside: (s) => s, sessionOutside: (s) => s };
  const back = new Map([...aliases].map(([hostKey, { key }]) => [key, hostKey]));
  const inside = (hostKey: string): string => aliases.get(hostKey)?.key ?? hostKey;
  const outside = (key: string): string => back.get(key) ?? key;
  const renamed = (session: Session, name: (key: string) => string): Session => ({
    ...session,
    key: name(session.key),
    ...(session.parent !== undefined && { parent: name(session.parent) }),
  });
  return {
    inside,
    outside,
    sessionInside: (session) => renamed(session, inside),
    sessionOutside: (session) => renamed(session, outside),
  };
};
