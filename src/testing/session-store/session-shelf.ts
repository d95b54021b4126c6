import type { Session } from '../../domain/session';

/** The sessions of an app, each under a revision that changes with every change. */
export interface SessionShelf {
  readonly get: (key: string) => Session | undefined;
  readonly all: () => readonly Session[];
  /** Stores a session under a new revision and gives it back. */
  readonly put: (session: Session) => Session;
  /** Stores a session under another key, and no more under the one that it had. That one does not count as removed. */
  readonly rekey: (from: string, to: string) => Session | undefined;
  readonly remove: (key: string) => void;
  /** Keys that were removed, in the order of their removal. */
  readonly gone: () => readonly string[];
}

/** An empty shelf. */
export const sessionShelf = (): SessionShelf => {
  const sessions = new Map<string, Session>();
  const gone = new Set<string>();
  let changes = 0;
  const put = (session: Session): Session => {
    changes += 1;
    const stored = { ...session, revision: `r${changes}` };
    sessions.set(session.key, stored);
    gone.delete(session.key);
    return stored;
  };
  return {
    get: (key) => sessions.get(key),
    all: () => [...sessions.values()],
    put,
    rekey: (from, to) => {
      const session = sessions.get(from);
      return session && sessions.delete(from) ? put({ ...session, key: to }) : undefined;
    },
    remove: (key) => {
      if (sessions.delete(key)) gone.add(key);
    },
    gone: () => [...gone],
  };
};
