import { gatherBytes } from '../bytes/byte-streams';
import { refuse } from './check-file';
import type { BoundValue, ExportDatabase } from './database';
import type { OpenDatabase } from './open-export';

/** What is used of a `Database` of sql.js. */
export interface SqlJsDatabase {
  exec(
    sql: string,
    params?: BoundValue[],
  ): { readonly columns: readonly string[]; readonly values: readonly (readonly unknown[])[] }[];
  close(): void;
}

/** What is used of sql.js: what `initSqlJs()` gives. */
export interface SqlJs {
  readonly Database: new (bytes?: Uint8Array) => SqlJsDatabase;
}

/** WebAssembly cannot address more, and the file has to be in its memory as a whole. */
const MOST_BYTES = 2 ** 31 - 2 ** 26;

/** The two bytes of the header that ask for a write-ahead log, which needs shared memory and is not used to read. */
const WRITE_VERSION = 18;
const READ_VERSION = 19;
const WITHOUT_LOG = 1;

const rowsOf = (answer: ReturnType<SqlJsDatabase['exec']>): Awaited<ReturnType<ExportDatabase['all']>> =>
  answer.flatMap(({ columns, values }) =>
    values.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))),
  );

/**
 * SQLite by sql.js, for browsers and their workers: pass it what `initSqlJs()` gives.
 *
 * **Laws** the whole database is held in memory, once as bytes and once by sql.js while it opens: better in a worker, and
 * not for files of more than two gigabytes.
 *
 * @example
 * ```ts no-run needs a page
 * import { blobSource, openHealthConnectExport, sqlJs, type SqlJs } from 'workout-sync/health-connect-export';
 *
 * declare const initSqlJs: () => Promise<SqlJs>; // from 'sql.js'
 * declare const chosen: Blob; // from an <input type="file">
 *
 * const { workoutCount } = await openHealthConnectExport(blobSource(chosen, 'Health Connect.zip'), sqlJs(await initSqlJs()));
 * console.log(workoutCount);
 * ```
 */
export const sqlJs =
  (library: SqlJs): OpenDatabase =>
  async (file) => {
    if (file.size > MOST_BYTES) {
      const found = `${file.path} with ${file.size} bytes, more than fits into WebAssembly's memory`;
      throw refuse('unsafe', found, 'Read it with Node, which does not hold it in memory.');
    }
    const bytes = await gatherBytes(await file.open(), MOST_BYTES);
    if (bytes.length > READ_VERSION) {
      bytes[WRITE_VERSION] = WITHOUT_LOG;
      bytes[READ_VERSION] = WITHOUT_LOG;
    }
    const database = new library.Database(bytes);
    return {
      all: async (sql, params) => rowsOf(database.exec(sql, [...params])),
      close: () => database.close(),
    };
  };
