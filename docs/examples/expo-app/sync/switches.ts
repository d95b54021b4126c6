import Storage from 'expo-sqlite/kv-store';
import type { Switches } from './settings';

const KEY = 'sync-switches';
const FIRST: Switches = { imports: true, exports: true };

/** What the user chose. Sync is given the same settings at every start: others would count as a change of them. */
export const loadSwitches = (): Switches => {
  const stored = Storage.getItemSync(KEY);
  return stored === null ? FIRST : { ...FIRST, ...(JSON.parse(stored) as Partial<Switches>) };
};

export const saveSwitches = (switches: Switches): void => Storage.setItemSync(KEY, JSON.stringify(switches));
