import type { Settings } from '../../domain/settings';
import type { Clock } from '../../ports/clock';
import type { HealthStore } from '../../ports/health-store';
import type { SessionStore } from '../../ports/session-store';
import type { StateStore } from '../../ports/state-store';
import type { PlanOptions } from '../../reconcile/options';

/** How patiently the runner works. The three sizes are whole numbers from 1 on; `createSync` refuses any other, and NaN everywhere. */
export interface Pace {
  /**
   * How many items are carried out before the ledger is written and the caller's signal is looked at.
   * @defaultValue 20
   */
  readonly batchSize: number;
  /**
   * How many records are planned, parsed or fed in one go before other work may run.
   * @defaultValue 150
   */
  readonly sliceSize: number;
  /**
   * How many records a page asks for.
   * @defaultValue 500
   */
  readonly pageSize: number;
  /**
   * How often an item may fail before it is set aside.
   * @defaultValue 5
   */
  readonly attempts: number;
  /**
   * The first wait after a failure; it doubles with each one, up to a day, and is jittered by half.
   * @defaultValue 30
   */
  readonly backoffSeconds: number;
  /**
   * How long a run may be silent before another process may take over: an hour at most.
   * @defaultValue 60
   */
  readonly leaseSeconds: number;
  /**
   * After how long everything is read again although there is a cursor. No feed tells deletions that HealthKit has
   * purged, nor what was there while reading was denied.
   * @defaultValue 86400
   */
  readonly fullReadSeconds: number;
  /**
   * How many runs, and how many items of them, the history keeps.
   * @defaultValue 50
   */
  readonly keptRuns: number;
  /** @defaultValue 500 */
  readonly keptItems: number;
}

/** What a host hands to `createSync`. */
export interface SyncHost extends PlanOptions {
  readonly store: HealthStore;
  readonly sessions: SessionStore;
  readonly state: StateStore;
  /** They count from the first run or `connect` of this sync on; after that, the last `configure` does, in whichever process. */
  readonly settings: Settings;
  /** Whose sessions these are. Another account has another state. */
  readonly account: string;
  /** This installation. Keep it where backups do not reach, so that a restored phone is seen to be another one. */
  readonly device: string;
  /** @defaultValue the engine's clock and timers */
  readonly clock?: Clock;
  /**
   * Numbers from 0 to 1 for jitter and for telling runs apart.
   * @defaultValue Math.random
   */
  readonly random?: () => number;
  readonly pace?: Partial<Pace>;
}
