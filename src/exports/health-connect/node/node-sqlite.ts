import { pathToFileURL, URL } from 'node:url';
import { storeError } from '../../../ports/store-error';
import type { ExportDatabase } from '../database';
import type { OpenDatabase } from '../open-export';
import { writeTemporaryFile } from './temporary-file';

/** Where the copy of the database goes while it is read: the system's folder for such files, unless told. */
export interface NodeSqliteOptions {
  readonly temporaryFolder?: string;
}

type Sqlite = typeof import('node:sqlite');

/** Imported when it is used: an older Node then still loads the rest, and bundlers leave it alone. */
const loadSqlite = async (): Promise<Sqlite> => {
  try {
    return await import('node:sqlite');
  } catch (cause) {
    const message = 'This Node has no node:sqlite. Use Node 22.13 or later, or pass another SQLite library.';
    throw storeError('update-required', message, { cause });
  }
};

/** A file from somewhere may hold more than data: SQLite runs no function for it, and looks twice at each cell. */
const CAUTION = 'PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;';

/**
 * SQLite by `node:sqlite`, which Node has from 22.13 on.
 *
 * **Laws** the database is written to a temporary file that nobody else can read, and that is gone after `close`; where the
 * system lets an open file be removed, it is gone at once, so that a killed process leaves nothing behind.
 *
 * @example
 * ```ts
 * import { nodeSqlite } from 'workout-sync/health-connect-export/node';
 *
 * typeof nodeSqlite(); // => 'function'
 * ```
 */
export const nodeSqlite =
  ({ temporaryFolder }: NodeSqliteOptions = {}): OpenDatabase =>
  async (file): Promise<ExportDatabase> => {
    const { DatabaseSync } = await loadSqlite();
    const copy = await writeTemporaryFile(file, temporaryFolder);
    try {
      // Immutable: nobody else writes to the copy, and a database with a write-ahead log opens without one.
      const url = new URL('?immutable=1', pathToFileURL(copy.path));
      const database = new DatabaseSync(url, { readOnly: true, allowExtension: false });
      database.exec(CAUTION);
      await copy.remove().catch(() => {});
      const statements = new Map<string, ReturnType<typeof database.prepare>>();
      return {
        all: async (sql, params) => {
          const statement = statements.get(sql) ?? database.prepare(sql);
          statements.set(sql, statement);
          return statement.all(...params);
        },
        close: async () => {
          statements.clear();
          database.close();
          await copy.remove();
        },
      };
    } catch (thrown) {
      await copy.remove();
      throw thrown;
    }
  };
