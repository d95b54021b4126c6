import { readdirSync } from 'node:fs';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/exports/bytes/memory-sources';
import { nodeSqlite } from '../../../src/exports/health-connect/node/node-sqlite';
import { openHealthConnectExport } from '../../../src/exports/health-connect/open-export';
import { sqlJs } from '../../../src/exports/health-connect/sql-js';
import { A_WEEK } from '../../generators/health-connect-export/a-week';
import { exportBytes } from '../../generators/health-connect-export/write-export';
import { temporaryFolder } from '../../temporary-folder';
import { ALL_TIME } from './open-week';

const WEEK = exportBytes(A_WEEK);

const zipOf = async (files: Readonly<Record<string, Uint8Array>>, password?: string): Promise<Uint8Array> => {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { dataDescriptor: true, ...(password && { password }) });
  for (const [name, bytes] of Object.entries(files)) await zip.add(name, new Uint8ArrayReader(bytes));
  return zip.close();
};

const folder = temporaryFolder('zip');

const openZip = (bytes: Uint8Array, sqlite = nodeSqlite({ temporaryFolder: folder })) =>
  openHealthConnectExport(bytesSource(bytes, 'Connessione Salute.zip'), sqlite);

describe('the zip file that a phone writes', () => {
  it('is opened, and nothing of it is left on the disk', async () => {
    const opened = await openZip(await zipOf({ 'health_connect_export.db': WEEK }));
    const { items } = await opened.store.readWorkouts({ window: ALL_TIME });
    await opened.close();

    expect(items.map(({ activity }) => activity)).toEqual(['running', 'weightlifting', 'cycling', 'other']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is opened with sql.js as well', async () => {
    const opened = await openZip(await zipOf({ 'health_connect_export.db': WEEK }), sqlJs(await initSqlJs()));
    expect(opened.workoutCount).toBe(4);
    await opened.close();
  });

  it.each([
    ['encrypted', async () => zipOf({ 'health_connect_export.db': WEEK }, 'secret')],
    ['truncated', async () => (await zipOf({ 'health_connect_export.db': WEEK })).slice(0, 5000)],
    ['truncated', async () => zipOf({ 'health_connect_export.db': WEEK.slice(0, 100_000) })],
    ['empty', async () => zipOf({})],
    ['empty', async () => zipOf({ 'health_connect_export.db': new Uint8Array(0) })],
    ['wrong-file', async () => zipOf({ 'apple_health_export/export.xml': WEEK })],
    [
      'wrong-file',
      async () => zipOf({ 'health_connect_export.db': await zipOf({ 'health_connect_export.db': WEEK }) }),
    ],
    ['unsafe', async () => zipOf({ '../health_connect_export.db': WEEK })],
  ])('is refused when it is %s, and nothing is left on the disk', async (code, bytes) => {
    await expect(openZip(await bytes())).rejects.toMatchObject({ code });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('whose content was changed on the way is refused, and nothing is left on the disk', async () => {
    const bytes = await zipOf({ 'health_connect_export.db': WEEK });
    bytes.fill(0xff, 3000, 3100);
    await expect(openZip(bytes)).rejects.toMatchObject({ code: 'damaged' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
