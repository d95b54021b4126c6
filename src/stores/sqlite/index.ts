export type { SqliteDriver, SqlRow, SqlStatement, SqlValue } from './driver';
export type { SqliteStateOptions } from './sqlite-state';
export { sqliteState } from './sqlite-state';
