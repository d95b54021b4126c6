import * as Application from 'expo-application';
import { openDatabaseSync } from 'expo-sqlite';
import { Platform } from 'react-native';
import { createSync, type Sync } from 'workout-sync';
import { sqliteState } from 'workout-sync/sqlite';
import { expoDriver } from 'workout-sync/sqlite/expo';
import { healthStore } from './health-store';
import { sessionsIn } from './sessions';
import { settingsWith } from './settings';
import { loadSwitches } from './switches';

/** An id that no backup takes to another phone. iOS has none until the phone was unlocked once after a restart. */
const deviceId = async (): Promise<string> => {
  const id = Platform.OS === 'ios' ? await Application.getIosIdForVendorAsync() : Application.getAndroidId();
  if (!id) throw new Error('The phone does not tell its id yet');
  return id;
};

const database = openDatabaseSync('app.db');

/** The one table of sessions, for sync and for the app. */
export const sessions = sessionsIn(database);

const open = async (): Promise<Sync> => {
  const device = await deviceId();
  return createSync({
    store: healthStore(Application.applicationId ?? '', device),
    sessions: sessions.store,
    state: sqliteState(expoDriver(database)),
    settings: settingsWith(loadSwitches()),
    // Where users sign in: the user, and a database for each.
    account: 'only-user',
    device,
  });
};

let opened: Promise<Sync> | undefined;

/** The one `Sync` of the app, for its screens and its background task. */
export const openSync = (): Promise<Sync> => {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
};
