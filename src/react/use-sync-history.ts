import { useMemo, useSyncExternalStore } from 'react';
import type { Sync } from '../sync/surface/sync';
import { openHistory, type SyncHistory } from './history-store';

/**
 * The runs of sync, newest first, read again whenever one ends.
 *
 * **Laws** the same object until something changes. An answer that comes after the component is gone, or after a later one,
 * is dropped.
 *
 * @example
 * ```ts no-run A component needs an app around it.
 * import type { Sync } from 'workout-sync';
 * import { messageForRun } from 'workout-sync/messages';
 * import { useSyncHistory } from 'workout-sync/react';
 *
 * export const useHistoryLines = (sync: Sync): readonly string[] =>
 *   useSyncHistory(sync).runs.map((run) => messageForRun(run).text);
 * ```
 */
export const useSyncHistory = (sync: Pick<Sync, 'subscribe' | 'history'>): SyncHistory => {
  const history = useMemo(() => openHistory(sync), [sync]);
  return useSyncExternalStore(history.subscribe, history.getSnapshot, history.getSnapshot);
};
