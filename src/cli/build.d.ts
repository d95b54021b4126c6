/** The version in package.json, put in by the build. */
declare const WORKOUT_SYNC_VERSION: string;
