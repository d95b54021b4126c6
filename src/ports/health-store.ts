import type { DetailSummary } from '../domain/detail-summary';
import type { Instant } from '../domain/interval';
import type { Platform } from '../domain/platform';
import type { Recording } from '../domain/recording';
import type { External, Workout } from '../domain/workout';
import type { Access, AccessNeeds } from './access';
import type { Detail, DetailPart } from './detail';
import type { Page, PageRequest } from './page';
import type { Signal } from './signal';

/** A workout that was deleted. Health Connect gives the id alone; HealthKit gives our external id with it. */
export interface Deletion {
  readonly key: string;
  readonly external?: Pick<External, 'id'>;
}

/**
 * What changed since a cursor was handed out.
 *
 * **Shape** `expired` means that this cursor can never be used again. Otherwise `next` is the cursor after this page, and
 * `more` says whether asking again at once will give more.
 */
export type ChangePage =
  | { readonly kind: 'expired' }
  | {
      readonly kind: 'changes';
      readonly upserts: readonly Workout[];
      readonly deletions: readonly Deletion[];
      readonly next: string;
      readonly more: boolean;
    };

/** Reading what changed, instead of everything. */
export interface ChangeFeed {
  /** What a deletion carries. `none`: deletions are not told, and are found by reading everything now and then. */
  readonly deletions: 'none' | 'id' | 'id-and-external-id';
  readonly begin: (options?: CallOptions) => Promise<string>;
  readonly read: (cursor: string, options?: CallOptions) => Promise<ChangePage>;
}

/** What most calls take beside their arguments. */
export interface CallOptions {
  readonly signal?: Signal;
}

/** The detail summary of one workout, under its key. */
export interface Summarised {
  readonly key: string;
  readonly summary: DetailSummary;
}

/** Reading the samples behind a workout. */
export interface DetailReader {
  /** How samples belong to a workout: linked to it (HealthKit), or merely in its time (Health Connect). */
  readonly linkedBy?: 'workout' | 'time';
  readonly summarise: (workouts: readonly Workout[], options?: CallOptions) => Promise<readonly Summarised[]>;
  readonly read: (workout: Workout, options?: CallOptions) => Promise<Detail>;
  /**
   * Asks the user for one route, in the foreground (Health Connect). Absent where routes need no consent of their own. Sync
   * learns of the answer by `decide({ kind: 'retry', key })`: the next run counts again.
   */
  readonly askForRoute?: (workout: Workout, options?: CallOptions) => Promise<'given' | 'refused'>;
}

/**
 * A workout to write.
 *
 * **Shape** everything that the record should hold afterwards: a replacement carries the whole of it, since Health Connect
 * drops a route that is left out. `previous` is what the last write of this external id left. `only` limits the work to
 * the parts that an earlier write could not finish: the record itself is not written, and where it is gone by now the
 * answer is the error `precondition`, since it was the user who removed it.
 */
export interface WorkoutDraft
  extends Omit<Recording, 'key' | 'source' | 'parent' | 'relayedFrom' | 'crossIds' | 'sourceId' | 'detail'> {
  readonly external: External;
  readonly title?: string;
  readonly detail?: Detail;
  readonly previous?: Written;
  readonly only?: readonly DetailPart[];
}

/** One record that was written beside the workout: a route, a series. */
export interface WrittenChild {
  readonly type: string;
  readonly key: string;
}

/**
 * What a write left in the store.
 *
 * **Shape** `key` is the record's id now; a replacement may have given it a new one. `external` is what the record carries
 * now: the stored one, where the save was ignored. `children` are the records written with it, which a removal must take
 * along. `missing` names the parts that could not be written.
 */
export interface Written {
  readonly key: string;
  readonly external: External;
  readonly children?: readonly WrittenChild[];
  readonly missing?: readonly DetailPart[];
}

/** Writing workouts of our own. */
export interface WorkoutWriter {
  /** When a save of an external id that is there replaces it. `never`: the store keeps both, so it is removed first. */
  readonly replaces: 'greater' | 'greater-or-equal' | 'never';
  readonly save: (draft: WorkoutDraft, options?: CallOptions) => Promise<Written>;
  readonly remove: (written: Written, options?: CallOptions) => Promise<'removed' | 'absent'>;
}

/**
 * The phone's store of health data, as a host supplies it. Only `access`, `request` and `readWorkouts` are required: a
 * missing group is a missing capability.
 *
 * **Words** a *cursor* is the platform's change token (a HealthKit anchor, a Health Connect changes token). A *key* is the
 * platform's record id. The *external id* is the id that we gave a record: `HKMetadataKeySyncIdentifier`,
 * `clientRecordId`; it is not the key, which HealthKit changes on every replacement.
 *
 * An implementation
 *
 * - **HS1** MUST give each record one key, the same in every read, as long as the record lives. (HealthKit: a replaced
 *   record is a new record with a new key and a deletion of the old one.)
 * - **HS2** MUST give a record that this app wrote with an external id that id and its version, in every read.
 * - **HS3** MUST keep absent numbers absent, never zero, and convert to metres, seconds and kilocalories.
 * - **HS4** MUST say `complete: true` only where the whole of `window` was seen, and give the readable part as `window`:
 *   a locked phone is the error `locked`, a background read that shows own records only is not complete.
 * - **HS5** MUST end a reading with an absent (or empty) `next`; MAY give a record on two pages; MUST NOT skip a record that
 *   stays while others come and go, also when the reading is taken up again later (page by start, not by position).
 * - **HS6** MUST let `changes.begin` hand out a cursor from which every later change can be read. It is taken *before* the
 *   first range read. (Health Connect: a new token knows nothing of the past.)
 * - **HS7** MUST answer `expired`, not throw, for a cursor that is expired, foreign or unreadable.
 * - **HS8** MUST, where one page both puts and deletes one key, mean that it lives. (Health Connect loses their order.)
 * - **HS9** MUST make `writing.save` harmless to repeat: one external id is at most one record, and a version that is not
 *   above the stored one may be ignored. The answer's key is the record's key now.
 * - **HS10** MUST remove what `Written.children` names together with the workout, children first. (HealthKit leaves the
 *   samples of a deleted workout behind.)
 * - **HS11** MUST answer `absent` for a record that is not there, and MUST NOT touch a record that another app wrote.
 * - **HS12** MUST report a write that reached the store in part as `missing`, not as an error.
 * - **HS13** MUST reject with a {@link StoreError} of the closed list (see `storeError`); anything else counts as `unknown`.
 * - **HS14** SHOULD stop soon after its signal is aborted.
 *
 * and **may rely on** these: calls never overlap, except `access` and `request`, and a call that has not answered for as long as a
 * lease lasts; a page token and a cursor come back untouched; `save` gets versions that rise, but for one with `only`, which
 * completes a write of the same version; the summary is asked only for workouts that this store gave.
 */
export interface HealthStore {
  readonly platform: Platform;
  /** The identifiers of this app's own writers: the phone app, its watch companion. */
  readonly ownSources: readonly string[];
  /** Changes when the adapter maps records differently: everything is then read again. One by default. */
  readonly mappingVersion?: number;
  readonly access: (options?: CallOptions) => Promise<Access>;
  readonly request: (needs: AccessNeeds) => Promise<Access>;
  readonly readWorkouts: (request: PageRequest) => Promise<Page<Workout>>;
  readonly changes?: ChangeFeed;
  readonly detail?: DetailReader;
  readonly writing?: WorkoutWriter;
  /** Tells that something may have changed, and nothing more. Returns how to stop listening. */
  readonly onHint?: (listener: (at?: Instant) => void) => () => void;
}
