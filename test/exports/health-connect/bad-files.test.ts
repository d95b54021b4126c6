import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { FileTree } from '../../../src/exports/bytes/byte-source';
import { entryOf } from '../../../src/exports/bytes/byte-streams';
import { bytesSource } from '../../../src/exports/bytes/memory-sources';
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

const whyNot = async (opening: Promise<unknown>): Promise<string> =>
  opening.then(
    () => 'it was opened',
    (error: Error) => error.message,
  );

const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 167 + 13) % 251);

describe('a file that is no export', () => {
  it.each([
    ['empty', new Uint8Array(0), 'is empty'],
    ['half a download', WEEK.subarray(0, 90_000), `has ${WEEK.length} bytes, and 90000 of them are there`],
    ['a few bytes of one', WEEK.subarray(0, 60), 'has 100 bytes, and 60 of them are there'],
    ['noise, as an encrypted file is', noise, 'encrypted'],
    ['zeros', new Uint8Array(5000), 'nothing but zeros'],
    ['Apple’s XML', text('\u{FEFF}  <?xml version="1.0"?><HealthData>'), 'workout-sync/apple-health-export'],
    ['JSON', text('{"sessions": []}'), 'it is JSON'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'gzip'],
    ['7-Zip', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), '7-Zip'],
    ['RAR', text('Rar!\u001a'), 'RAR'],
    ['an empty database', databaseOf('PRAGMA user_version = 3; VACUUM'), 'no table at all'],
    [
      'another database',
      databaseOf('CREATE TABLE songs (name)'),
      'the tables "songs", and no exercise_session_record_table',
    ],
    [
      'a schema of another age',
      databaseOf('CREATE TABLE exercise_session_record_table (start_time, uuid); PRAGMA user_version = 3'),
      'has no end_time and no exercise_type. Its schema has version 3; 10 to 23 are known.',
    ],
    [
      'a view in place of the table',
      databaseOf('CREATE VIEW exercise_session_record_table AS SELECT 1 AS uuid, 2 AS start_time'),
      'no exercise_session_record_table',
    ],
    ['a database whose first page is noise', new Uint8Array([...WEEK.subarray(0, 100), ...noise]), ''],
  ])('says so: %s', async (_, bytes, words) => {
    const message = await whyNot(openBytes(bytes));
    expect(message).toContain('Expected a Health Connect export');
    expect(message).toContain('health_connect_export.db');
    expect(message).toContain(words);
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
    ['an Apple Health export', { 'apple_health_export/export.xml': noise }, 'holds an Apple Health export'],
    ['nothing', {}, 'holds no file at all'],
    ['two databases', { 'a.db': WEEK, 'b.db': WEEK }, 'holds "a.db", "b.db", and no health_connect_export.db'],
    [
      'a photo album',
      { '1.jpg': noise, '2.jpg': noise, '3.jpg': noise, '4.jpg': noise, '5.jpg': noise, '6.jpg': noise },
      'and 1 more',
    ],
  ])('that holds %s is refused', async (_, files, words) => {
    expect(await whyNot(openHealthConnectExport(treeOf(files), nodeSqlite()))).toContain(words);
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
    expect(await whyNot(opened.store.readWorkouts({ window: ALL_TIME }))).toContain('was closed');
  });
});
