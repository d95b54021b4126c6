/**
 * `workout-sync/react`: what sync does and did, as hooks. React (18 or later) is the host's own.
 *
 * @packageDocumentation
 */
export type { SyncHistory } from './history-store';
export { useSyncHistory } from './use-sync-history';
export { useSyncStatus } from './use-sync-status';
