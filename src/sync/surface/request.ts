import type { Interval } from '../../domain/interval';
import type { Signal } from '../../ports/signal';

/** Where a run is, in a form that a progress bar can use as it is. `total` is absent while it is not known. */
export interface Progress {
  readonly phase: 'observing' | 'planning' | 'reading-detail' | 'applying';
  readonly done: number;
  readonly total?: number;
  /** The key of the item at hand. */
  readonly item?: string;
}

interface RunOptions {
  /**
   * What caused the run, for the history: `user`, `background`, `app-opened`, or a word of the host's own. A run in the
   * `background` has 15 seconds unless `budgetSeconds` says otherwise.
   * @defaultValue 'user'
   */
  readonly trigger?: string;
  /** After how long the run ends by itself, in a state from which the next one goes on. */
  readonly budgetSeconds?: number;
  /** After how many carried-out steps the run ends by itself. */
  readonly budgetSteps?: number;
  /** Does nothing if a run of everything (`changes` or `completed`) ended `done` less than this ago. */
  readonly ifOlderThanSeconds?: number;
  readonly signal?: Signal;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * What to run.
 *
 * - `changes` (the default): everything that changed; the first one is the initial sync.
 * - `backfill`: imports older workouts of a window, newest first, whatever `importFrom` says. Its settings are frozen when
 *   it starts; a later call with the same window goes on where it stopped.
 * - `completed`: a session was just completed. `workout` names the record that a watch companion already wrote for it: until
 *   it has reached the phone the session waits, though not longer than a day after its end.
 */
export type RunRequest = RunOptions &
  (
    | { readonly kind?: 'changes' }
    | {
        readonly kind: 'backfill';
        readonly window: Interval;
        /**
         * A whole number from 1 on.
         * @defaultValue `pace.batchSize`, 20
         */
        readonly batchSize?: number;
        /**
         * How long to wait behind each batch in which there was something to do.
         * @defaultValue 0
         */
        readonly pauseSeconds?: number;
      }
    | { readonly kind: 'completed'; readonly session: string; readonly workout?: string }
  );
