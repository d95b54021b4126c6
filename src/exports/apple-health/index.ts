export type { ByteSource, ByteStream, FileEntry, FileTree, NativeCodec } from '../bytes/byte-source';
export { type BlobShape, blobSource, bytesSource } from '../bytes/memory-sources';
export { type ExportError, type ExportErrorCode, type ExportErrorFacts, isExportError } from '../export-error';
export type { ExportPosition, ExportProblem, ProblemCounts } from './export-problem';
export {
  type AppleHealthExport,
  type AppleHealthExportOptions,
  type ExportProgress,
  openAppleHealthExport,
} from './open-apple-health-export';
