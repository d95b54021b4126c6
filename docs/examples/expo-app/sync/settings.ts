import { type Settings, settingsFrom } from 'workout-sync';

/** The two switches of the connection screen. */
export interface Switches {
  readonly imports: boolean;
  readonly exports: boolean;
}

/** What the app wants of the health store, with both directions or without. `app.config.ts` asks for the most of it. */
export const settingsWith = ({ imports, exports }: Switches): Settings =>
  settingsFrom({
    import: { enabled: imports, manualEntries: 'refuse', routes: 'leave-out' },
    export: { enabled: exports },
  });

/** Why the app asks, for the dialogs of the phone and for the app's own screen. */
export const REASONS = {
  read: 'Brings your workouts into the app.',
  write: 'Saves the workouts that you record in the app.',
};
