import { bytesSource } from '../../../src/exports/bytes/memory-sources';
import type { HealthConnectExport } from '../../../src/exports/health-connect/export-store';
import { nodeSqlite } from '../../../src/exports/health-connect/node/node-sqlite';
import {
  type HealthConnectExportOptions,
  type OpenDatabase,
  openHealthConnectExport,
} from '../../../src/exports/health-connect/open-export';
import type { ExportContent } from '../../generators/health-connect-export/content';
import type { SchemaVersion } from '../../generators/health-connect-export/schema';
import { exportBytes } from '../../generators/health-connect-export/write-export';

export const ALL_TIME = { start: 0, end: 4_102_444_800_000 } as const;

interface OpenOptions extends HealthConnectExportOptions {
  readonly version?: SchemaVersion;
  readonly sqlite?: OpenDatabase;
}

/** Opens a file by its bytes. */
export const openBytes = (
  bytes: Uint8Array,
  { sqlite = nodeSqlite(), version: _version, ...options }: OpenOptions = {},
): Promise<HealthConnectExport> =>
  openHealthConnectExport(bytesSource(bytes, 'health_connect_export.db'), sqlite, options);

/** Opens a file that holds this. */
export const openContent = (content: ExportContent, options: OpenOptions = {}): Promise<HealthConnectExport> =>
  openBytes(exportBytes(content, options.version), options);
