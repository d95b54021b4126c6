import { Preferences } from '@capacitor/preferences';
import type { KeyValueStorage } from 'workout-sync/key-value';

/** The phone's own preferences: iOS may empty a WebView's localStorage when space is short. */
export const storage: KeyValueStorage = {
  getItem: async (key) => (await Preferences.get({ key })).value,
  setItem: (key, value) => Preferences.set({ key, value }),
  removeItem: (key) => Preferences.remove({ key }),
};
