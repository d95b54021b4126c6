import type { Instant } from '../../domain/interval';
import type { Platform } from '../../domain/platform';
import type { Database } from './database';

/** Of when the export was that a platform was last synced with. */
const SCHEMA = `CREATE TABLE IF NOT EXISTS synced_files (
  platform TEXT NOT NULL PRIMARY KEY,
  made_at_ms INTEGER NOT NULL
) STRICT`;

/** When the export was made that this database was last synced with, if that is known. */
export const syncedFileOf = (database: Database, platform: Platform): Instant | undefined => {
  const isThere =
    database.query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'synced_files'").length > 0;
  const [row] = isThere ? database.query('SELECT made_at_ms FROM synced_files WHERE platform = ?', platform) : [];
  return row === undefined ? undefined : Number(row.made_at_ms);
};

/** Remembers which export the database is synced with. */
export const noteSyncedFile = (database: Database, platform: Platform, madeAt: Instant): void => {
  if (syncedFileOf(database, platform) === madeAt) return;
  database.inTransaction(() => {
    database.exec(SCHEMA);
    database.query('INSERT OR REPLACE INTO synced_files (platform, made_at_ms) VALUES (?, ?)', platform, madeAt);
  });
};
