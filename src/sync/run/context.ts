import type { Instant } from '../../domain/interval';
import type { Result } from '../../domain/result';
import type { Scope } from '../../domain/scope';
import type { Settings } from '../../domain/settings';
import type { CallOptions } from '../../ports/health-store';
import type { StoreError } from '../../ports/store-error';
import type { Keys } from '../observe/keys';
import type { Journal } from '../report/journal';
import type { State } from '../state/state';
import type { RowChange } from '../state/table';
import type { Pace, SyncHost } from '../surface/host';
import type { Problem } from '../surface/report';
import type { Progress } from '../surface/request';

/** What every piece of a run is handed. */
export interface RunContext {
  readonly host: SyncHost;
  readonly pace: Pace;
  readonly state: State;
  readonly scope: Scope;
  /** The settings as far as the platform and the host allow them now. */
  readonly settings: Settings;
  readonly keys: Keys;
  readonly journal: Journal;
  readonly now: () => Instant;
  /** Lets other work run, and stops the run if it was cancelled or has used up its time. */
  readonly breathe: () => Promise<void>;
  /** Waits, unless the run is cancelled meanwhile. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Counts carried-out steps; stops the run when its steps are used up. */
  readonly spend: (steps: number) => void;
  /** How many more steps may be carried out. */
  readonly stepsLeft: () => number;
  /**
   * Calls the host's code. What says nothing about an item (offline, locked, signed out, asked too often) ends the run;
   * every other error is the answer. A read takes the caller's signal along; a write that has begun is let come to its end, so that
   * its answer is known.
   */
  readonly ask: <Answer>(
    side: Problem['side'],
    call: (options: CallOptions) => Promise<Answer>,
  ) => Promise<Result<Answer, StoreError>>;
  /**
   * As {@link RunContext.ask}, also when the time is up: for a write that what was read is for. A run that threw it away would read
   * the same once more, and so would every one after it.
   */
  readonly finish: RunContext['ask'];
  /** Says what kept the run from seeing or doing all of it, without ending it. The first one is reported. */
  readonly blame: (side: Problem['side'], error: StoreError) => void;
  /** Writes rows, and what was put off until {@link later}, in one transaction. Without rows nothing is written. */
  readonly commit: (changes: readonly RowChange[]) => Promise<void>;
  /** Rows to write with whatever is written next, at the latest when the run ends. */
  readonly later: (changes: readonly RowChange[]) => void;
  readonly progress: (progress: Progress) => void;
}
