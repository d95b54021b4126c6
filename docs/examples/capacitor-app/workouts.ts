import type { RunRequest, Session } from 'workout-sync';
import type { OpenSync } from './open-sync';
import type { Recorded } from './sessions';

/** What the screens show. */
export const listWorkouts = ({ sessions }: OpenSync): Promise<readonly Session[]> => sessions.list();

/** Nobody waits for it: what it cannot do now, a later run does. */
const runSync = ({ sync }: OpenSync, request: RunRequest): void => {
  sync.run(request).catch(() => undefined);
};

/** The user's recording has ended. A watch's copy of it is known as one from now on, and does not come in beside it. */
export const recordWorkout = async (opened: OpenSync, recorded: Recorded): Promise<string> => {
  const key = await opened.sessions.record(recorded);
  runSync(opened, { kind: 'completed', session: key });
  return key;
};

export const editWorkout = async (opened: OpenSync, key: string, changes: Partial<Recorded>): Promise<void> => {
  await opened.sessions.edit(key, changes);
  runSync(opened, { kind: 'completed', session: key });
};

export const deleteWorkout = async (opened: OpenSync, key: string): Promise<void> => {
  await opened.sessions.remove(key);
  runSync(opened, {});
};
