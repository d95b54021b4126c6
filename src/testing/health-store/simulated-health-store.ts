import type { DetailSummary } from '../../domain/detail-summary';
import type { Instant } from '../../domain/interval';
import type { Platform } from '../../domain/platform';
import type { HealthStore, WorkoutDraft, Written, WrittenChild } from '../../ports/health-store';
import { changeReader } from './change-reader';
import { accessUnder, admit, FAVOURABLE, type HealthConditions } from './conditions';
import { type OtherApps, otherApps } from './other-apps';
import { type HealthProfile, PROFILES } from './profile';
import { type Paging, type ReaderContext, readRange } from './range-reader';
import { recordShelf, type StoredRecord } from './record-shelf';
import { removeWritten, type Saved, saveDraft, type WriterContext } from './record-writer';
import { sampleDetail } from './sample-detail';

/** What this app does to the store through the port. */
export type HealthEffect =
  | { readonly kind: 'saved'; readonly draft: WorkoutDraft; readonly saved: Saved }
  | { readonly kind: 'removed'; readonly written: Written; readonly removed?: StoredRecord };

export interface SimulatedHealthStoreOptions {
  readonly now: () => Instant;
  /** @defaultValue `['com.example.app']` */
  readonly ownSources?: readonly string[];
  /** @defaultValue unlimited */
  readonly pageSize?: number;
  /** @defaultValue 'clean' */
  readonly paging?: Paging;
  /** Behaviour that differs from the platform's profile, where that is not documented. */
  readonly profile?: Partial<HealthProfile>;
  /** @defaultValue 1 */
  readonly mappingVersion?: number;
  /** Told of every write through the port, at the moment of its effect. */
  readonly onEffect?: (effect: HealthEffect) => void;
}

/** A health store in memory, and what users, phones and other apps do to it. */
export interface SimulatedHealthStore extends OtherApps {
  readonly port: HealthStore;
  readonly records: () => readonly StoredRecord[];
  readonly conditions: () => HealthConditions;
  readonly set: (conditions: Partial<HealthConditions>) => void;
  readonly expireCursors: () => void;
  /** Samples that were left behind by removals. */
  readonly orphans: () => readonly WrittenChild[];
  /** How often the port read or tried to write. */
  readonly counts: () => { readonly reads: number; readonly writes: number };
}

const NOTHING: DetailSummary = { series: {}, route: 'none', routePoints: 0 };

/**
 * A health store in memory that is as nasty as the platform's own.
 *
 * **Laws** it keeps HS1 to HS14 under every condition. Nothing in it is random: what it does follows from the calls.
 *
 * @see {@link HealthProfile} for how the platforms differ, {@link HealthConditions} for what can be set.
 */
export const simulatedHealthStore = (
  platform: Platform,
  options: SimulatedHealthStoreOptions,
): SimulatedHealthStore => {
  const { now, ownSources = ['com.example.app'], mappingVersion = 1, onEffect } = options;
  const profile: HealthProfile = { ...PROFILES[platform], ...options.profile };
  const shelf = recordShelf();
  const orphans: WrittenChild[] = [];
  const listeners = new Set<(at?: Instant) => void>();
  let conditions = FAVOURABLE;
  let keys = 0;
  let reads = 0;
  let writes = 0;

  const context: ReaderContext & WriterContext = {
    profile,
    conditions: () => conditions,
    isOwn: ({ source }) => source !== undefined && ownSources.includes(source.app),
    app: ownSources[0] ?? 'com.example.app',
    nextKey: () => {
      keys += 1;
      return `${platform === 'apple-health' ? 'uuid' : 'record'}-${keys}`;
    },
    now,
    pageSize: options.pageSize ?? Number.POSITIVE_INFINITY,
    paging: options.paging ?? 'clean',
  };
  const changes = changeReader({ ...context, name: `${platform}-feed` }, shelf);
  const hint = (): void => {
    for (const listener of listeners) listener(now());
  };
  const summaryOf = (key: string): DetailSummary =>
    (conditions.samples === 'granted' ? shelf.get(key)?.summary : undefined) ?? NOTHING;
  const read = <Answer>(answer: () => Answer): Answer => {
    reads += 1;
    return answer();
  };

  const port: HealthStore = {
    platform,
    ownSources,
    mappingVersion,
    access: async () => accessUnder(conditions, profile),
    request: async () => {
      conditions = { ...conditions, asked: true };
      return accessUnder(conditions, profile);
    },
    readWorkouts: async (request) => read(() => readRange(context, shelf.all(), request)),
    changes: {
      deletions: profile.deletions,
      begin: async () => read(changes.begin),
      read: async (cursor) => read(() => changes.read(cursor)),
    },
    detail: {
      linkedBy: platform === 'apple-health' ? 'workout' : 'time',
      summarise: async (workouts) =>
        read(() => {
          admit(conditions, profile, 'read');
          const there = workouts.filter(({ key }) => shelf.get(key) !== undefined);
          return there.map(({ key }) => ({ key, summary: { ...summaryOf(key), readAt: now() } }));
        }),
      read: async (workout) =>
        read(() => {
          admit(conditions, profile, 'read');
          return sampleDetail(workout, summaryOf(workout.key));
        }),
    },
    writing: {
      replaces: profile.replaces,
      save: async (draft) => {
        writes += 1;
        const saved = saveDraft(context, shelf, draft);
        onEffect?.({ kind: 'saved', draft, saved });
        return saved.written;
      },
      remove: async (written) => {
        writes += 1;
        const { removed, orphans: left } = removeWritten(context, shelf, written);
        orphans.push(...left);
        onEffect?.({ kind: 'removed', written, ...(removed && { removed }) });
        return removed === undefined ? 'absent' : 'removed';
      },
    },
    onHint: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return {
    ...otherApps({ ...context, hint }, shelf),
    port,
    records: shelf.all,
    conditions: () => conditions,
    set: (changed) => {
      conditions = { ...conditions, ...changed };
    },
    expireCursors: changes.expire,
    orphans: () => orphans,
    counts: () => ({ reads, writes }),
  };
};
