import type { DetailSummary } from '../../domain/detail-summary';
import type { Workout } from '../../domain/workout';
import type { Deletion, WrittenChild } from '../../ports/health-store';

/** One record as the store holds it: the workout, the samples behind it, the records that were written beside it. */
export interface StoredRecord {
  readonly workout: Workout;
  readonly summary: DetailSummary;
  readonly children: readonly WrittenChild[];
}

/** One line of the feed: a record was put, or is gone. */
export type FeedEvent =
  | { readonly kind: 'upsert'; readonly key: string }
  | { readonly kind: 'deletion'; readonly deletion: Deletion; readonly workout: Workout };

/** The records of a health store, and the feed of what happened to them. */
export interface RecordShelf {
  readonly get: (key: string) => StoredRecord | undefined;
  readonly all: () => readonly StoredRecord[];
  readonly put: (record: StoredRecord) => void;
  /** Puts a record without a word in the feed. */
  readonly putSilently: (record: StoredRecord) => void;
  readonly take: (key: string) => StoredRecord | undefined;
  readonly feed: () => readonly FeedEvent[];
  /** Forgets what was deleted, as HealthKit may. */
  readonly purgeDeletions: () => void;
}

/** An empty shelf. */
export const recordShelf = (): RecordShelf => {
  const records = new Map<string, StoredRecord>();
  const feed: FeedEvent[] = [];
  const putSilently = (record: StoredRecord): void => {
    records.set(record.workout.key, record);
  };
  return {
    get: (key) => records.get(key),
    all: () => [...records.values()],
    put: (record) => {
      putSilently(record);
      feed.push({ kind: 'upsert', key: record.workout.key });
    },
    putSilently,
    take: (key) => {
      const record = records.get(key);
      if (record === undefined) return undefined;
      const { external } = record.workout;
      records.delete(key);
      feed.push({
        kind: 'deletion',
        deletion: { key, ...(external && { external: { id: external.id } }) },
        workout: record.workout,
      });
      return record;
    },
    feed: () => feed,
    purgeDeletions: () => {
      for (const [index, event] of feed.entries()) {
        // The place in the feed stays, so that cursors keep pointing where they did.
        if (event.kind === 'deletion') feed[index] = { kind: 'upsert', key: event.deletion.key };
      }
    },
  };
};
