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

/**
 * What stands in a range.
 *
 * **Shape** fewer rows than `limit` mean that the range holds no more. `damaged` names what stood in the part that was read
 * and cannot be read any more: a key, or where the keys are lost too, the stretch or the file that they stood in.
 */
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
 * - **ST3** MUST give the rows of a range in the order of their keys' character codes, as many as there are up to `limit`, and
 *   the revision they belong to.
 * - **ST4** MUST give back each value as it was put, whatever characters it holds.
 * - **ST5** MUST keep what it answered `done` to.
 * - **ST6** MUST name what it cannot read any more in `damaged`, and never drop it silently; rows that can be read are given.
 *   A name that is put or removed is named no more.
 * - **ST7** MUST take a put of a key that is there as its new value, and a removal of one that is not there as done.
 * - **ST8** MUST reject with a {@link StoreError} of the closed list (see `storeError`): `too-large` for what does not fit,
 *   `update-required` for a state that a newer version has written, with nothing changed. After any rejection the change has
 *   happened whole or not at all, and the next read tells which.
 *
 * and **may rely on** these: calls of one `Sync` never overlap; keys are ASCII, and shorter than 500 characters where the
 * app's own are short (a character outside `A-Za-z0-9:._@+-` takes five, and an answer holds two keys), but `from` may be a key with a NUL after it, "the key after this one"; a key stands once in a change.
 */
export interface StateStore {
  /** Whether two processes may use it at once. With `one`, a second process must not run sync. */
  readonly processes: 'one' | 'many';
  readonly read: (range: StateRange) => Promise<StateRead>;
  readonly transact: (change: StateChange) => Promise<'done' | 'conflict'>;
}
