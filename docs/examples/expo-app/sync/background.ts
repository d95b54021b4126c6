import * as BackgroundTask from 'expo-background-task';
import * as TaskManager from 'expo-task-manager';
import { AppState } from 'react-native';
import { openSync } from './open-sync';

const TASK = 'workout-sync';

/** A background run has 15 seconds, and goes on where the one before stopped. */
const runInBackground = async (): Promise<BackgroundTask.BackgroundTaskResult> => {
  const { Success, Failed } = BackgroundTask.BackgroundTaskResult;
  try {
    const sync = await openSync();
    const { end } = await sync.run({ trigger: 'background' });
    return end === 'problem' ? Failed : Success;
  } catch {
    return Failed;
  }
};

// Outside of components: the system may start the app for the task alone.
TaskManager.defineTask(TASK, runInBackground);

const runWhenOpened = async (): Promise<void> => {
  const sync = await openSync();
  await sync.run({ trigger: 'app-opened', ifOlderThanSeconds: 300 });
};

/**
 * Runs sync whenever there may be something to do. Call it once, where the app starts.
 *
 * Apple Health wakes the app when a workout is saved; Health Connect tells nobody, so there it is the task, every quarter of an
 * hour at best, and the app's coming to the front.
 */
export const keepInSync = async (): Promise<void> => {
  AppState.addEventListener('change', (state) => {
    if (state === 'active') runWhenOpened().catch(() => undefined);
  });
  const sync = await openSync();
  sync.subscribe(({ kind }) => {
    if (kind === 'hint') void runInBackground();
  });
  await BackgroundTask.registerTaskAsync(TASK, { minimumInterval: 15 });
  await runWhenOpened();
};
