import { pathToFileURL, URL } from 'node:url';
import { storeError } from '../../../ports/store-error';
import type { BoundValue, DatabaseRow, ExportDatabase } from '../database';
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

type Statement = ReturnType<InstanceType<Sqlite['DatabaseSync']>['prepare']>;
type RowReader = (params: readonly BoundValue[]) => readonly DatabaseRow[];

/** Node's own row objects have no shape, and weigh ten times as much as these. */
const rowReader = (statement: Statement): RowReader => {
  if (statement.setReturnArrays === undefined) return (params) => statement.all(...params) as readonly DatabaseRow[];
  statement.setReturnArrays(true);
  const names = statement.columns().map(({ name }) => name);
  return (params) =>
    (statement.all(...params) as readonly unknown[] as readonly (readonly unknown[])[]).map((values) => {
      const row: Record<string, unknown> = {};
      for (let column = 0; column < names.length; column += 1) row[names[column] as string] = values[column];
      return row;
    });
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
      const statements = new Map<string, RowReader>();
      return {
        all: async (sql, params) => {
          const read = statements.get(sql) ?? rowReader(database.prepare(sql));
          statements.set(sql, read);
          return read(params);
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
