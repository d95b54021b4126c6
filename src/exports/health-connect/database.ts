/** What is bound to a `?`: numbers and text are enough to read. */
export type BoundValue = string | number | null;

/** One row of an answer, by column name. */
export type DatabaseRow = Readonly<Record<string, unknown>>;

/**
 * A SQLite database that is only read, as small as it can be. A `SqliteDriver` of `workout-sync/sqlite` is one as well.
 *
 * - **XD1** `all` MUST give the rows of one `SELECT`, in the order of the statement.
 * - **XD2** `all` MUST reject where SQLite fails, with its message; a part of the file that cannot be read is then left out
 *   and reported.
 * - **XD3** `close` MUST let go of what was opened for the reading: files, memory.
 */
export interface ExportDatabase {
  readonly all: (sql: string, params: readonly BoundValue[]) => Promise<readonly DatabaseRow[]>;
  readonly close?: () => Promise<void> | void;
}
