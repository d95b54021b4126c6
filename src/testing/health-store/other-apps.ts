import type { DetailSummary } from '../../domain/detail-summary';
import type { External, Workout } from '../../domain/workout';
import type { RecordShelf } from './record-shelf';
import type { WriterContext } from './record-writer';

/** What another app says of a workout that it writes. */
export type ForeignWorkout = Omit<Workout, 'kind' | 'platform' | 'key' | 'raw' | 'external'> & {
  readonly source: NonNullable<Workout['source']>;
  readonly external?: External;
};

/** What users and other apps do to the records, without this app. */
export interface OtherApps {
  /** Writes a workout and gives its key. */
  readonly write: (workout: ForeignWorkout, summary?: DetailSummary) => string;
  /** The writing app edits its record. Gives its key, which HealthKit changes. */
  readonly edit: (key: string, change: Partial<ForeignWorkout>) => string;
  readonly erase: (key: string) => void;
  /** The writing app deletes its record and writes the same again under a new key. */
  readonly replace: (key: string) => string;
  /** Deletes a record and puts it back under its own key, which only Health Connect can. */
  readonly reinsert: (key: string) => string;
  /** Samples arrive late. */
  readonly deliver: (key: string, summary: DetailSummary) => void;
  /** The feed forgets its deletions. */
  readonly purgeDeletions: () => void;
}

const HEART_RATE: DetailSummary = {
  series: { 'heart-rate': { count: 12, coverage: 1 } },
  route: 'none',
  routePoints: 0,
};

/** The other apps of a phone. */
export const otherApps = (context: WriterContext & { readonly hint: () => void }, shelf: RecordShelf): OtherApps => {
  const { profile, nextKey, hint } = context;

  const rewrite = (key: string, newKey: string, change: Partial<ForeignWorkout>): string => {
    const record = shelf.get(key);
    if (record === undefined) return key;
    if (newKey !== key) shelf.take(key);
    shelf.put({ ...record, workout: { ...record.workout, ...change, key: newKey } });
    hint();
    return newKey;
  };

  return {
    write: (workout, summary = HEART_RATE) => {
      const key = nextKey();
      const { platform } = profile;
      shelf.put({
        workout: { ...workout, kind: 'workout', platform, key, raw: { platform, type: 0 } },
        summary,
        children: [],
      });
      hint();
      return key;
    },
    edit: (key, change) => rewrite(key, profile.replacedKey === 'new' ? nextKey() : key, change),
    erase: (key) => {
      shelf.take(key);
      hint();
    },
    replace: (key) => rewrite(key, nextKey(), {}),
    reinsert: (key) => {
      if (profile.replacedKey === 'new') return rewrite(key, nextKey(), {});
      const record = shelf.take(key);
      if (record !== undefined) shelf.put(record);
      return key;
    },
    deliver: (key, summary) => {
      const record = shelf.get(key);
      if (record === undefined) return;
      if (profile.lateSamples === 'told') shelf.put({ ...record, summary });
      else shelf.putSilently({ ...record, summary });
      hint();
    },
    purgeDeletions: shelf.purgeDeletions,
  };
};
