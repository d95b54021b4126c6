import type { RunRequest, Session } from 'workout-sync';
import { openSync, sessions } from './open-sync';
import type { Recorded } from './sessions';

/** Nobody waits for it: what it cannot do now, a later run does. */
const runSync = (request: RunRequest): void => {
  openSync()
    .then((sync) => sync.run(request))
    .catch(() => undefined);
};

/** What the screens show. */
export const listWorkouts = (): Promise<readonly Session[]> => sessions.list();

/** The user's recording has ended: it is the app's from now on, and then the health store's. */
export const recordWorkout = async (recorded: Recorded): Promise<string> => {
  const key = await sessions.record(recorded);
  runSync({ kind: 'completed', session: key });
  return key;
};

export const editWorkout = async (key: string, changes: Partial<Recorded>): Promise<void> => {
  await sessions.edit(key, changes);
  runSync({ kind: 'completed', session: key });
};

export const deleteWorkout = async (key: string): Promise<void> => {
  await sessions.remove(key);
  runSync({});
};
