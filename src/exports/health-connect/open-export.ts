import type { ByteSource, FileEntry, FileTree } from '../bytes/byte-source';
import { isExportError } from '../export-error';
import { refuse, refuseDamaged } from './check-file';
import type { ExportDatabase } from './database';
import { exportStore, type HealthConnectExport } from './export-store';
import { findDatabase } from './find-database';
import { problemLog } from './problems';
import { probeSchema } from './schema';
import { SESSIONS, TABLES } from './tables';

/**
 * Opens a SQLite database that comes as a stream of bytes. Ready ones: `nodeSqlite` of
 * `workout-sync/health-connect-export/node`, and {@link sqlJs}.
 */
export type OpenDatabase = (file: FileEntry) => Promise<ExportDatabase>;

/** What may be said beside the file. */
export interface HealthConnectExportOptions {
  /** The package names of your own app: its records are then yours. None by default. */
  readonly ownSources?: readonly string[];
}

const MOST_NAMED = 6;

/** What every session must have to be found at all. */
const NEEDED = ['uuid', 'start_time', 'end_time', 'exercise_type'] as const;

const closeQuietly = async (database: ExportDatabase): Promise<void> => {
  try {
    await database.close?.();
  } catch {
    // The error that led here says more.
  }
};

const openOver = async (
  name: string,
  database: ExportDatabase,
  { ownSources = [] }: HealthConnectExportOptions,
): Promise<HealthConnectExport> => {
  const schema = await probeSchema(database, TABLES);
  if (!schema.has(SESSIONS)) {
    const tables = schema.tables.slice(0, MOST_NAMED).map((table) => table.slice(0, 60));
    const there = tables.length === 0 ? 'no table at all' : `the tables ${tables.join(', ')}`;
    throw refuse('wrong-file', `${name}, a SQLite database with ${there} and no ${SESSIONS}`);
  }
  const missing = NEEDED.filter((column) => !schema.has(SESSIONS, column));
  if (missing.length > 0) {
    const found = `${name} (schema ${schema.version}), whose ${SESSIONS} has no ${missing.join(' and no ')}`;
    throw refuse('wrong-file', found, 'Schemas 10 to 23 are known. If the phone wrote this one, please report it.');
  }
  const close = async (): Promise<void> => {
    await database.close?.();
  };
  return exportStore({ database, schema, problems: problemLog() }, { ownSources, close });
};

/**
 * Opens a Health Connect backup as a health store that is only read.
 *
 * **Shape** `source` is the zip file that the phone wrote, the `health_connect_export.db` in it, or a folder that holds it.
 * `openDatabase` brings SQLite along, which this package does not.
 *
 * **Laws** the store gives what the file holds and changes nothing. Rows that cannot be right are left out and listed in
 * `problems`, and a reading that lost a workout so is not complete.
 *
 * **Errors** an `ExportError` for a file that is empty, cut off, encrypted, unsafe or no export: it says what was expected, what
 * was found and what to do. Rejects with whatever the source or the disk rejects with.
 *
 * @example
 * ```ts no-run needs a file of yours
 * import { openHealthConnectExport } from 'workout-sync/health-connect-export';
 * import { nodeSqlite } from 'workout-sync/health-connect-export/node';
 * import { openPath } from 'workout-sync/node-files';
 *
 * const file = await openPath('Health Connect.zip');
 * const { store, problems, close } = await openHealthConnectExport(file, nodeSqlite());
 * const { items } = await store.readWorkouts({ window: { start: 0, end: Date.now() } });
 * console.log(items[0]?.activity, problems);
 * await close();
 * await file.close();
 * ```
 */
export const openHealthConnectExport = async (
  source: ByteSource | FileTree,
  openDatabase: OpenDatabase,
  options: HealthConnectExportOptions = {},
): Promise<HealthConnectExport> => {
  const entry = await findDatabase(source);
  const database = await openDatabase(entry);
  try {
    return await openOver(entry.path, database, options);
  } catch (thrown) {
    await closeQuietly(database);
    throw isExportError(thrown) ? thrown : refuseDamaged(entry.path, thrown);
  }
};
