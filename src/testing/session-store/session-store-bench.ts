import type { Session } from '../../domain/session';
import type { SessionStore } from '../../ports/session-store';

/**
 * A session store under test, and what a test can do to it from outside. What is absent cannot be checked, and
 * the checks that want it answer `not-tried`.
 */
export interface SessionStoreBench {
  readonly store: SessionStore;
  /** The app's user records a session: for a store that lists sessions and takes none. */
  readonly record?: (session: Session) => Promise<unknown> | unknown;
  /** The user edits a session in the app. */
  readonly edit?: (key: string) => Promise<unknown> | unknown;
  /** The user deletes a session for good. */
  readonly erase?: (key: string) => Promise<unknown> | unknown;
  readonly goOffline?: () => Promise<void> | void;
  readonly signOut?: () => Promise<void> | void;
  /** A page of the list cannot be had. */
  readonly losePage?: () => Promise<void> | void;
  /** Changes of this session are refused. */
  readonly refuse?: (key: string) => Promise<void> | void;
}

/** Makes a fresh, empty store for one check. */
export type MakeSessionStore = () => Promise<SessionStoreBench> | SessionStoreBench;

const START = Date.UTC(2026, 0, 5, 9);

/** A session as an import sends it. */
export const importedRun = (hour: number): Session => ({
  kind: 'session',
  key: `apple-health:workout-${hour}`,
  activity: 'running',
  start: START + hour * 3_600_000,
  end: START + hour * 3_600_000 + 1_800_000,
  revision: '',
  state: 'completed',
  origin: { platform: 'apple-health', workout: `workout-${hour}` },
});
