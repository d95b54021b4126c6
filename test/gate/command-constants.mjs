import { manifest } from './entries.mjs';

/** What the build puts into the command, and the tests into its source: names that stand for texts. */
export const commandConstants = () => ({
  WORKOUT_SYNC_VERSION: JSON.stringify(manifest.version),
});
