import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { FileTree } from '../../../src/exports/bytes/byte-source';
import { entryOf } from '../../../src/exports/bytes/byte-streams';
import { bytesSource } from '../../../src/exports/bytes/memory-sources';
import { type ExportError, isExportError } from '../../../src/exports/export-error';
import { nodeSqlite } from '../../../src/exports/health-connect/node/node-sqlite';
import { openHealthConnectExport } from '../../../src/exports/health-connect/open-export';
import { A_WEEK } from '../../generators/health-connect-export/a-week';
import { exportBytes } from '../../generators/health-connect-export/write-export';
import { ALL_TIME, openBytes } from './open-week';

const WEEK = exportBytes(A_WEEK);

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const databaseOf = (sql: string): Uint8Array => {
  const database = new DatabaseSync(':memory:');
  database.exec(sql);
  return database.serialize();
};

const refusalOf = async (opening: Promise<unknown>): Promise<ExportError> => {
  const error = await opening.then(
    () => 'it was opened',
    (thrown: unknown) => thrown,
  );
  if (!isExportError(error)) throw error;
  return error;
};

const noiseOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 167 + 13) % 251);
const noise = noiseOf(4096);

describe('a file that is no export', () => {
  it.each([
    ['empty', new Uint8Array(0), 'empty', 'with 0 bytes'],
    ['half a download', WEEK.subarray(0, 90_000), 'truncated', `with 90000 bytes of ${WEEK.length}`],
    ['a few bytes of one', WEEK.subarray(0, 60), 'truncated', 'with 60 bytes of 100'],
    ['noise, as an encrypted file is', noise, 'wrong-file', 'encrypted'],
    ['zeros', new Uint8Array(5000), 'damaged', 'nothing but zeros'],
    ['Apple’s XML', text('\u{FEFF}  <?xml version="1.0"?><HealthData>'), 'wrong-file', 'openAppleHealthExport'],
    ['JSON', text('{"sessions": []}'), 'wrong-file', 'which is JSON'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'wrong-file', 'gzip'],
    ['7-Zip', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'wrong-file', '7-Zip'],
    ['RAR', text('Rar!\u001a'), 'wrong-file', 'RAR'],
    ['an empty database', databaseOf('PRAGMA user_version = 3; VACUUM'), 'wrong-file', 'no table at all'],
    [
      'another database',
      databaseOf('CREATE TABLE songs (name)'),
      'wrong-file',
      'the tables songs and no exercise_session_record_table',
    ],
    [
      'a schema of another age',
      databaseOf('CREATE TABLE exercise_session_record_table (start_time, uuid); PRAGMA user_version = 3'),
      'wrong-file',
      '(schema 3), whose exercise_session_record_table has no end_time and no exercise_type',
    ],
    [
      'a view in place of the table',
      databaseOf('CREATE VIEW exercise_session_record_table AS SELECT 1 AS uuid, 2 AS start_time'),
      'wrong-file',
      'no exercise_session_record_table',
    ],
    [
      'a computed column in place of one that is stored',
      databaseOf(
        'CREATE TABLE exercise_session_record_table (uuid, start_time, exercise_type, end_time AS (start_time + 1))',
      ),
      'wrong-file',
      'has no end_time',
    ],
    ['a database whose first page is noise', new Uint8Array([...WEEK.subarray(0, 100), ...noise]), 'truncated', ''],
    [
      'a database whose pages are noise',
      new Uint8Array([...WEEK.subarray(0, 100), ...noiseOf(WEEK.length - 100)]),
      'damaged',
      'SQLite',
    ],
  ])('says so: %s', async (_, bytes, code, words) => {
    const error = await refusalOf(openBytes(bytes));
    expect(error.code).toBe(code);
    expect(error.message).toContain('Expected a Health Connect export');
    expect(error.found).toContain('health_connect_export.db');
    expect(error.message).toContain(words);
    expect(error.advice).not.toBe('');
  });
});

const treeOf = (files: Readonly<Record<string, Uint8Array>>): FileTree => ({
  name: 'backup',
  list: async () => Object.entries(files).map(([path, bytes]) => entryOf(bytesSource(bytes, path))),
});

describe('a folder', () => {
  it.each([
    ['the database by its name', { 'a.db': noise, 'b/health_connect_export.db': WEEK }],
    ['the only database there is', { 'readme.txt': noise, 'copy.sqlite3': WEEK, '__MACOSX/copy.db': noise }],
  ])('is opened by %s', async (_, files) => {
    const opened = await openHealthConnectExport(treeOf(files), nodeSqlite());
    expect(opened.workoutCount).toBe(4);
    await opened.close();
  });

  it.each([
    ['an Apple Health export', { 'apple_health_export/export.xml': noise }, 'This looks like an Apple Health export'],
    ['nothing', {}, 'without any files'],
    ['two databases', { 'a.db': WEEK, 'b.db': WEEK }, 'backup with a.db, b.db.'],
    [
      'a photo album',
      { '1.jpg': noise, '2.jpg': noise, '3.jpg': noise, '4.jpg': noise, '5.jpg': noise, '6.jpg': noise },
      'and 1 more',
    ],
  ])('that holds %s is refused', async (_, files, words) => {
    expect((await refusalOf(openHealthConnectExport(treeOf(files), nodeSqlite()))).message).toContain(words);
  });
});

describe('a file of another kind on the way in', () => {
  it('is opened though it has a write-ahead log', async () => {
    const bytes = WEEK.slice();
    bytes.fill(2, 18, 20);
    const opened = await openBytes(bytes);
    expect((await opened.store.readWorkouts({ window: ALL_TIME })).items).toHaveLength(4);
    await opened.close();
  });

  it('answers nothing after it was closed', async () => {
    const opened = await openBytes(WEEK);
    await opened.close();
    await opened.close();
    await expect(opened.store.readWorkouts({ window: ALL_TIME })).rejects.toThrow('was closed');
  });
});
