/**
 * `workout-sync/testing`: contracts for a host's own ports, and simulated stores that are as nasty as the platforms. Free of
 * any test runner.
 *
 * @packageDocumentation
 */
export type { ContractCheck } from './contract';
export type { HealthConditions } from './health-store/conditions';
export type { HealthStoreBench, MakeHealthStore } from './health-store/health-store-bench';
export { healthStoreContract } from './health-store/health-store-contract';
export type { ForeignWorkout, OtherApps } from './health-store/other-apps';
export type { HealthProfile } from './health-store/profile';
export type { Paging } from './health-store/range-reader';
export {
  type HealthEffect,
  type SimulatedHealthStore,
  type SimulatedHealthStoreOptions,
  simulatedHealthStore,
} from './health-store/simulated-health-store';
export type { AppUser } from './session-store/app-user';
export type { MakeSessionStore, SessionStoreBench } from './session-store/session-store-bench';
export { sessionStoreContract } from './session-store/session-store-contract';
export {
  type SessionEffect,
  type SimulatedSessionStore,
  type SimulatedSessionStoreOptions,
  simulatedSessionStore,
} from './session-store/simulated-session-store';
export { type SimulatedClock, simulatedClock } from './simulated-clock';
export { type SimulatedStateStore, type StateCopy, simulatedStateStore } from './simulated-state-store';
export { stateStoreContract } from './state-store/state-store-contract';
export type { MakeStateStorePlace, StateStorePlace } from './state-store/state-store-place';
