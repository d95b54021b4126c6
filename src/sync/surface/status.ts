import type { Instant } from '../../domain/interval';
import type { Access, Permission } from '../../ports/access';
import type { ItemReport, Problem, RunReport } from './report';
import type { Progress } from './request';

/**
 * Whether the app and the health store are connected, and the one thing that the user can do about it.
 *
 * - `unavailable`: this phone has no health store (`none`).
 * - `update-required`: the health store must be updated (`update-store`).
 * - `never-asked`: the user was never asked (`connect`).
 * - `connected`: reading workouts is granted, and writing them where exports are on (`none`). `diagnose` tells of the history and the
 *   background.
 * - `unknowable`: everything that can be known is granted, and reading cannot be known (`check-if-empty`: where nothing
 *   comes in, look into the system's settings).
 * - `needs-attention`: reading workouts is denied, or writing them where exports are on (`open-settings`).
 *
 * While `sync.kind` is `loading`, nothing is known and it says `never-asked` whatever the truth: show nothing yet.
 */
export interface Connection {
  readonly state: 'unavailable' | 'update-required' | 'never-asked' | 'connected' | 'unknowable' | 'needs-attention';
  readonly action: 'none' | 'update-store' | 'connect' | 'check-if-empty' | 'open-settings';
}

/**
 * What sync is doing; `loading` until what is known was read for the first time. What is `held` stays so until a run of everything passes
 * its guard or the user disconnects, also where a backfill pauses meanwhile: `lastRun` has its `resumeAt`.
 */
export type Activeness =
  | { readonly kind: 'loading' | 'idle' }
  | { readonly kind: 'running'; readonly trigger: string; readonly progress: Progress }
  | { readonly kind: 'paused'; readonly resumeAt: Instant }
  | { readonly kind: 'held'; readonly guard: string };

/** The last time that something happened in a direction. */
export interface LastTime {
  /** When a run last imported (exported), or a run of everything ended `done` with the direction on. */
  readonly at: Instant;
  /** The last item that truly came in (went out). */
  readonly item?: ItemReport;
}

/**
 * All that a connection screen shows.
 *
 * **Laws** the same object until something changes, so that it serves as an external store for a UI.
 */
export interface Status {
  readonly connection: Connection;
  /** What the store last said; absent before it was first asked. */
  readonly access?: Access;
  /**
   * Reading workouts, and each direction: `off` where the settings switch it off, or the methods for it are missing. What cannot
   * list its sessions exports nothing.
   */
  readonly workoutAccess: Permission;
  readonly importAccess: Permission | 'off';
  readonly exportAccess: Permission | 'off';
  readonly sync: Activeness;
  readonly lastRun?: Omit<RunReport, 'items'>;
  readonly lastImport?: LastTime;
  readonly lastExport?: LastTime;
  /**
   * The problem of the last run that got as far as its lease; gone once one ends `done` or `held` without one. What ended before
   * that (`not-connected`, `busy`, `state-elsewhere` and the like) stands in its report alone.
   */
  readonly problem?: Problem;
  /**
   * How many items wait for the user, how many pass by themselves, and how many were set aside. The first two are known from the
   * first run of this process on.
   */
  readonly reviews: number;
  readonly waiting: number;
  readonly setAside: number;
  /**
   * Workouts whose route needs the user's consent, one by one, in the foreground: `detail.askForRoute`, then
   * `decide({ kind: 'retry', key })`.
   */
  readonly routesToAskFor: readonly string[];
}

/**
 * What happens, for telemetry and for a UI. Holds no health data. `preview` and `explain` send `run-started` and `run-ended` too; the
 * history has no such run.
 */
export type SyncEvent =
  | { readonly kind: 'status' }
  | { readonly kind: 'hint' }
  | { readonly kind: 'run-started'; readonly run: string; readonly trigger: string }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'run-ended'; readonly report: Omit<RunReport, 'items'> };
