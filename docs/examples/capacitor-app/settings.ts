import { type Settings, settingsFrom } from 'workout-sync';

/** The plugin reads headers and writes no workouts: rules that need samples would wait for ever. */
export const settingsWith = (imports: boolean): Settings =>
  settingsFrom({ import: { enabled: imports, routes: 'leave-out' }, export: { enabled: false } });
