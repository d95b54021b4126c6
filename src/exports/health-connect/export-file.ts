import type { ExportDatabase } from './database';
import type { ProblemLog } from './problems';
import type { Schema } from './schema';

/** A database that was found to be an export, and what is known of it. */
export interface ExportFile {
  readonly database: ExportDatabase;
  readonly schema: Schema;
  readonly problems: ProblemLog;
}
