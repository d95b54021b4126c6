/**
 * `workout-sync/testing/capacitor`: the phones behind the JavaScript API of @capgo/capacitor-health, in memory.
 *
 * @packageDocumentation
 */
export { type FakeCapacitorOptions, type FakeCapacitorWorkout, fakeCapacitor } from './fake-capacitor';
