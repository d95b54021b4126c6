/** What is bound to a `?`. */
export type SqlValue = string | number | null;

/** One row of an answer, by column name. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** One statement of a transaction. */
export interface SqlStatement {
  readonly sql: string;
  readonly params: readonly SqlValue[];
  /** If it changes no row, the whole transaction is rolled back. */
  readonly mustChange?: boolean;
}

/**
 * A SQLite library, as small as it can be. Ready ones: `workout-sync/sqlite/node`, `/expo` and `/op`.
 *
 * - **SQ1** `transact` MUST do all statements in order in one transaction, or none. `BEGIN IMMEDIATE` is best; a deferred one
 *   will do, since the first statement always writes.
 * - **SQ2** `transact` MUST roll back and answer `stopped` where a statement with `mustChange` changes no row; else `done`.
 * - **SQ3** where a statement or the commit fails, `transact` MUST roll back and reject.
 * - **SQ4** nothing else of the app MUST get into the transaction between its statements.
 */
export interface SqliteDriver {
  readonly all: (sql: string, params: readonly SqlValue[]) => Promise<readonly SqlRow[]>;
  readonly transact: (statements: readonly SqlStatement[]) => Promise<'done' | 'stopped'>;
}
