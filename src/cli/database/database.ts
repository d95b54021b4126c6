import type { SqlValue } from '../../stores/sqlite/driver';
import type { NodeDatabase } from '../../stores/sqlite/node/node-driver';

/** The embedded database, as much of it as the command uses. */
export interface Database extends NodeDatabase {
  readonly query: (sql: string, ...params: readonly SqlValue[]) => readonly Readonly<Record<string, unknown>>[];
  /** All that `work` does, or nothing of it. */
  readonly inTransaction: <Answer>(work: () => Answer) => Answer;
  readonly close: () => void;
}
