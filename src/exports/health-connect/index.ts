/**
 * `workout-sync/health-connect-export`: a Health Connect backup as a health store that is only read.
 *
 * @packageDocumentation
 */
export type { ByteSource, ByteStream, Closable, FileEntry, FileTree, NativeCodec } from '../bytes/byte-source';
export { type BlobShape, blobSource, bytesSource } from '../bytes/memory-sources';
export { type ExportError, type ExportErrorCode, type ExportErrorFacts, isExportError } from '../export-error';
export type { BoundValue, DatabaseRow, ExportDatabase } from './database';
export type { HealthConnectExport } from './export-store';
export { type HealthConnectExportOptions, type OpenDatabase, openHealthConnectExport } from './open-export';
export type { ExportPosition, ExportProblem } from './problems';
export { type SqlJs, type SqlJsDatabase, sqlJs } from './sql-js';
