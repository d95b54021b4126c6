import type { RunReport } from '../sync/surface/report';
import type { Sync } from '../sync/surface/sync';

/** The sync history as a screen shows it. */
export interface SyncHistory {
  /** Newest first, with their items; every page that was asked for. */
  readonly runs: readonly RunReport[];
  /** Until the first page is there, and while `loadMore` fetches another. A renewed list replaces the old one silently. */
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  /** Adds a page. Always the same function. */
  readonly loadMore: () => void;
}

/** What `useSyncExternalStore` takes. */
export interface HistoryStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => SyncHistory;
}

/** The history of a sync as an external store. Nothing is read before the first listener, nor after the last one left. */
export const openHistory = (sync: Pick<Sync, 'subscribe' | 'history'>): HistoryStore => {
  const listeners = new Set<() => void>();
  let pages = 1;
  let latest = 0;
  let unsubscribe: (() => void) | undefined;

  const show = (change: Partial<SyncHistory>): void => {
    shown = { ...shown, ...change };
    for (const listener of [...listeners]) listener();
  };

  /** Reads all pages anew: runs that came in between have moved what a page holds. Only the latest reading counts. */
  const load = async (): Promise<void> => {
    latest += 1;
    const mine = latest;
    const runs: RunReport[] = [];
    let next: string | undefined;
    try {
      for (let page = 0; page < pages && (page === 0 || next !== undefined); page++) {
        const answer = await sync.history(next);
        if (mine !== latest) return;
        runs.push(...answer.runs);
        next = answer.next;
      }
      show({ runs, hasMore: next !== undefined, isLoading: false });
    } catch (thrown) {
      if (mine === latest) show({ isLoading: false });
      throw thrown;
    }
  };

  let shown: SyncHistory = {
    runs: [],
    isLoading: true,
    hasMore: false,
    loadMore: () => {
      if (shown.isLoading || !shown.hasMore || unsubscribe === undefined) return;
      pages += 1;
      show({ isLoading: true });
      void load();
    },
  };

  return {
    getSnapshot: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      if (unsubscribe === undefined) {
        unsubscribe = sync.subscribe(({ kind }) => {
          if (kind === 'run-ended') void load();
        });
        void load();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        latest += 1;
        unsubscribe?.();
        unsubscribe = undefined;
      };
    },
  };
};
