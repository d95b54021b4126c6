import { App } from '@capacitor/app';
import { Capacitor } from '@capacitor/core';
import { Device } from '@capacitor/device';
import { Health } from '@capgo/capacitor-health';
import { createSync, type Sync } from 'workout-sync';
import { capacitorStore } from 'workout-sync/capacitor';
import { keyValueState } from 'workout-sync/key-value';
import { type Sessions, sessionsIn } from './sessions';
import { settingsWith } from './settings';
import { storage } from './storage';

const APP_ID = 'com.example.runlog';
const IMPORTS = 'sync-imports';

export const isIphone = Capacitor.getPlatform() === 'ios';

/** The one table of sessions, for sync and for the app. */
const sessions = sessionsIn(storage);

/** Sync, the app's sessions, the one switch of its screen, and what keeps the switch. */
export interface OpenSync {
  readonly sync: Sync;
  readonly sessions: Sessions;
  readonly imports: boolean;
  readonly setImports: (imports: boolean) => Promise<void>;
}

/** Makes the one `Sync` of the app. It runs when the app comes to the front: behind, there is nothing to read. */
export const openSync = async (): Promise<OpenSync> => {
  let isActive = (await App.getState()).isActive;
  const imports = (await storage.getItem(IMPORTS)) !== 'off';
  const sync = createSync({
    store: capacitorStore(Health, {
      platform: isIphone ? 'apple-health' : 'health-connect',
      ownSources: [APP_ID],
      isInForeground: () => isActive,
    }),
    sessions: sessions.store,
    state: keyValueState(storage),
    settings: settingsWith(imports),
    account: 'only-user',
    // An id that no backup takes to another phone.
    device: (await Device.getId()).identifier,
  });
  await App.addListener('appStateChange', (state) => {
    isActive = state.isActive;
    if (isActive) void sync.run({ trigger: 'app-opened', ifOlderThanSeconds: 300 });
  });
  const setImports = async (wanted: boolean): Promise<void> => {
    await sync.configure(settingsWith(wanted));
    await storage.setItem(IMPORTS, wanted ? 'on' : 'off');
  };
  return { sync, sessions, imports, setImports };
};
