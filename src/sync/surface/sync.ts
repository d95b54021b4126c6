import type { Settings } from '../../domain/settings';
import type { Access, AccessNeeds } from '../../ports/access';
import type { Plan } from '../../reconcile/plan';
import type { Decision } from './decision';
import type { Finding } from './finding';
import type { Provenance } from './provenance';
import type { Problem, RunReport } from './report';
import type { RunRequest } from './request';
import type { Status, SyncEvent } from './status';

/** A part of the history, newest first. */
export interface HistoryPage {
  readonly runs: readonly RunReport[];
  readonly next?: string;
}

/** What becomes of what sync brought, once the user disconnects. */
export interface DisconnectOptions {
  /** `remove` takes away imported sessions that the user has not edited. */
  readonly imported: 'keep' | 'remove';
  /** `remove` takes our records out of the health store. What cannot be taken out stays linked, and the report has the problem. */
  readonly exported: 'keep' | 'remove';
}

/**
 * Sync between one app and one health store.
 *
 * **Errors** `run`, `preview`, `explain`, `history`, `diagnose` and `disconnect` do not reject for expected trouble; what went
 * wrong stands in the report, and `preview` and `explain`, which have none, give what they have: why not stands in the event
 * `run-ended`. `connect`, `configure` and `decide` reject with an `Error` that carries the {@link Problem} as `problem`: what the
 * user said would be lost otherwise. What the health store's own `request` throws comes out of `connect` as it is. A number in a request
 * that would keep a run from ending (a batch of none, NaN) is a mistake of the host: `run` and `preview` reject with a `TypeError`.
 */
export interface Sync {
  /**
   * Asks the user for what the settings need, and gives what is allowed afterwards. It waits for a `disconnect` that is under way: the last
   * word counts, also where a `disconnect` is called while the user is being asked.
   */
  readonly connect: (needs?: Partial<AccessNeeds>) => Promise<Access>;
  /**
   * Takes other settings from now on: a run under way ends `cancelled` behind the item at hand, and calls after this begin another; only a
   * backfill keeps its own. Turning a direction on stamps from when it counts.
   */
  readonly configure: (settings: Settings) => Promise<void>;
  /** Syncs. Calls while a run is under way join it. */
  readonly run: (request?: RunRequest) => Promise<RunReport>;
  /**
   * What a run of `changes` would do, whatever kind is asked for. Both sides are read and neither is changed. With
   * `ifOlderThanSeconds` the plan may be empty.
   */
  readonly preview: (request?: RunRequest) => Promise<Plan>;
  readonly decide: (...decisions: readonly Decision[]) => Promise<void>;
  readonly getSnapshot: () => Status;
  /** Returns how to stop listening. The first listener of a `Sync` that has done nothing yet has it read what is known. */
  readonly subscribe: (listener: (event: SyncEvent) => void) => () => void;
  /** The runs, newest first. */
  readonly history: (page?: string) => Promise<HistoryPage>;
  /** Where a session or a workout comes from, and why it is where it is. */
  readonly explain: (key: string) => Promise<Provenance>;
  readonly diagnose: () => Promise<readonly Finding[]>;
  readonly disconnect: (options: DisconnectOptions) => Promise<RunReport>;
}
