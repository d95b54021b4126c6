/** One thing that sync remembers. `key` holds ASCII only; `value` is text. */
export interface StateRow {
  readonly key: string;
  readonly value: string;
}

/** Keys from `from` on, up to but not including `to`, in the order of their character codes; at most `limit` of them. */
export interface StateRange {
  readonly from: string;
  readonly to: string;
  readonly limit?: number;
}

/** What stands in a range. `damaged` names keys that are there and cannot be read any more. */
export interface StateRead {
  readonly revision: number;
  readonly rows: readonly StateRow[];
  readonly damaged?: readonly string[];
}

/** A change that happens whole, if the state is still at `expectRevision`, or not at all. */
export interface StateChange {
  readonly expectRevision: number;
  readonly put: readonly StateRow[];
  readonly remove: readonly string[];
}

/**
 * Where sync keeps what it must remember between runs: what it saw, what belongs together, what the user said.
 *
 * **Words** the *revision* is a number that rises by one with every change; an empty store is at revision 0.
 *
 * An implementation
 *
 * - **ST1** MUST do the whole of a change or nothing of it, whenever the process dies.
 * - **ST2** MUST answer `conflict` and change nothing unless the store is at `expectRevision`; after `done` it is at
 *   `expectRevision + 1`. Where two processes share the store (`processes: 'many'`), this holds between them.
 * - **ST3** MUST give the rows of a range in the order of their keys' character codes, and the revision they belong to.
 * - **ST4** MUST give back each value as it was put, whatever characters it holds.
 * - **ST5** MUST keep what it answered `done` to.
 * - **ST6** MUST name what it cannot read any more in `damaged`, and never drop it silently; rows that can be read are given.
 * - **ST7** MUST take a put of a key that is there as its new value, and a removal of one that is not there as done.
 *
 * and **may rely on** these: calls never overlap within one process; keys are ASCII and shorter than 500 characters.
 */
export interface StateStore {
  /** Whether two processes may use it at once. With `one`, a second process must not run sync. */
  readonly processes: 'one' | 'many';
  readonly read: (range: StateRange) => Promise<StateRead>;
  readonly transact: (change: StateChange) => Promise<'done' | 'conflict'>;
}
