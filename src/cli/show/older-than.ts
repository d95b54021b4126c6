import { timeText } from '../../messages/time-text';
import type { Database } from '../database/database';
import { syncedFileOf } from '../database/synced-file';
import type { HealthExport } from '../input/health-export';

/** Says that an export is older than the one that the database was last synced with, if it is. */
export const olderThan = (database: Database, { store, madeAt }: HealthExport): string | undefined => {
  const synced = syncedFileOf(database, store.platform);
  return synced === undefined || madeAt === undefined || madeAt >= synced
    ? undefined
    : `This export is of ${timeText(madeAt)}, older than the one of ${timeText(synced)} that the database was synced with.`;
};
