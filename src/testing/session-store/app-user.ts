import type { Session } from '../../domain/session';
import type { SessionShelf } from './session-shelf';

/** What the app's user does. Each gives the session as it is then, if there is one. */
export interface AppUser {
  readonly record: (session: Omit<Session, 'kind' | 'revision'>) => Session;
  readonly edit: (key: string, change: Partial<Omit<Session, 'kind' | 'key' | 'revision'>>) => Session | undefined;
  readonly bin: (key: string) => Session | undefined;
  readonly unbin: (key: string) => Session | undefined;
  /** Gives it another key. It is not deleted under the one that it had. */
  readonly rekey: (from: string, to: string) => Session | undefined;
  /** Deletes it for good. */
  readonly erase: (key: string) => void;
}

/** The user of an app. */
export const appUser = (shelf: SessionShelf): AppUser => {
  const edit: AppUser['edit'] = (key, change) => {
    const session = shelf.get(key);
    return session && shelf.put({ ...session, ...change });
  };
  return {
    record: (session) => shelf.put({ ...session, kind: 'session', revision: '' }),
    edit,
    bin: (key) => edit(key, { state: 'deleted' }),
    unbin: (key) => edit(key, { state: 'completed' }),
    rekey: shelf.rekey,
    erase: shelf.remove,
  };
};
