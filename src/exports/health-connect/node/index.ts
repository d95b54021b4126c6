/**
 * `workout-sync/health-connect-export/node`: SQLite for the reader of Health Connect backups, by Node itself.
 *
 * @packageDocumentation
 */
export { type NodeSqliteOptions, nodeSqlite } from './node-sqlite';
