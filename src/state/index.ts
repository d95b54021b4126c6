/**
 * `workout-sync/state`: adopt a home-made sync, take a state over, hand it out, forget it.
 *
 * @packageDocumentation
 */
export { type AdoptedState, adoptState } from './adopt-state';
export { type DebugBundle, type DebugBundleOptions, debugBundle } from './debug-bundle';
export { type DroppedSeeds, dropSeeds } from './drop-seeds';
export { erase } from './erase';
export { type ExportedState, exportState } from './export-state';
export type { SeedRefusal, SeedRefusalCode, SeedReport, SeedRow } from './judge-seeds';
export type { BundledItem, BundledProblem, BundledRun, BundledTrouble } from './redact/redact-runs';
export { type SeedLinksOptions, seedLinks } from './seed-links';
export type { StateHost } from './state-host';
