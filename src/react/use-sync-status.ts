import { useSyncExternalStore } from 'react';
import type { Status } from '../sync/surface/status';
import type { Sync } from '../sync/surface/sync';

/**
 * What a connection screen shows, kept up to date.
 *
 * **Laws** renders again only when the status changes; the same object until then, however many components ask.
 *
 * @example
 * ```ts no-run A component needs an app around it.
 * import type { Sync } from 'workout-sync';
 * import { useSyncStatus } from 'workout-sync/react';
 *
 * export const useConnectLabel = (sync: Sync): string | undefined =>
 *   useSyncStatus(sync).connection.action === 'connect' ? 'Connect' : undefined;
 * ```
 */
export const useSyncStatus = (sync: Pick<Sync, 'getSnapshot' | 'subscribe'>): Status =>
  useSyncExternalStore(sync.subscribe, sync.getSnapshot, sync.getSnapshot);
