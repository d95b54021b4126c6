/**
 * The global build, `dist/workout-sync.global.js`: the pure core as one script that defines `workoutSync`, for hosts
 * without a bundler. Every function takes JSON text and gives JSON text of a `Result`.
 *
 * @packageDocumentation
 */
export { applyPlan, explain, judgeExport, judgeImport, reconcile } from './deciding';
export { clusterRecordings, compareRecordings } from './matching';
export { parseSettings, readActivity, toMirrorEntries, writeActivity } from './reading';
