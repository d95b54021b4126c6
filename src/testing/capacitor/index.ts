/**
 * `workout-sync/testing/capacitor`: the phones behind the JavaScript API of @capgo/capacitor-health, in memory.
 *
 * @packageDocumentation
 */
export { type FakeCapacitorOptions, fakeCapacitor } from './fake-capacitor';
export type { CapacitorPhone } from './phone';
export { CAPACITOR_DEFAULTS, CAPACITOR_SETTINGS, type CapacitorSwitches } from './switches';
export type { FakeCapacitorWorkout } from './workout';
