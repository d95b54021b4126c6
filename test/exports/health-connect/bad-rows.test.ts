import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { A_WEEK } from '../../generators/health-connect-export/a-week';
import { writeExport } from '../../generators/health-connect-export/write-export';
import { ALL_TIME, openBytes } from './open-week';

const SESSIONS = 'exercise_session_record_table';

/** Everything that can be read from the week after a change to its database. */
const readSpoilt = async (spoil: (database: DatabaseSync) => void) => {
  const database = writeExport(A_WEEK);
  spoil(database);
  const opened = await openBytes(database.serialize());
  database.close();
  const { items, complete } = await opened.store.readWorkouts({ window: ALL_TIME });
  const details = new Map<string, Awaited<ReturnType<typeof opened.store.detail.read>>>();
  for (const workout of items) details.set(workout.key, await opened.store.detail.read(workout));
  await opened.close();
  const run = items.find(({ activity }) => activity === 'running');
  return {
    items,
    complete,
    run,
    detail: run && details.get(run.key),
    codes: opened.problems.map(({ code }) => code),
    messages: opened.problems.map(({ message }) => message),
  };
};

describe('a session that cannot be read', () => {
  it.each([
    ["uuid = x'0102'", 'its uuid is not sixteen bytes'],
    ["uuid = 'not an id'", 'its uuid is not sixteen bytes'],
    ['start_time = NULL', 'its start_time is no moment'],
    ["start_time = 'noon'", 'its start_time is no moment'],
    ['end_time = 9e18', 'its end_time is no moment'],
    ['end_time = 9223372036854775807', 'its end_time is no moment'],
    ["exercise_type = x'21'", 'its exercise_type is no number'],
  ])('is reported, the rest is read, and the reading is not complete: %s', async (change, words) => {
    const { items, complete, codes, messages } = await readSpoilt((database) =>
      database.exec(`UPDATE ${SESSIONS} SET ${change} WHERE row_id = 2`),
    );
    expect(items).toHaveLength(3);
    expect(complete).toBe(false);
    expect(codes).toEqual(['workout-unreadable']);
    expect(messages[0]).toBe(`${SESSIONS}, row 2: ${words}; the workout was left out.`);
  });

  it('may be one that is there twice', async () => {
    const { items, messages } = await readSpoilt((database) => {
      database.exec('PRAGMA writable_schema = ON');
      database.exec(`CREATE TABLE spare AS SELECT * FROM ${SESSIONS}`);
      database.exec(`DROP TABLE ${SESSIONS}; ALTER TABLE spare RENAME TO ${SESSIONS}`);
      database.exec(`INSERT INTO ${SESSIONS} SELECT * FROM ${SESSIONS} WHERE row_id = 2`);
    });
    expect(items).toHaveLength(4);
    expect(messages).toEqual([`${SESSIONS}, row 5: its uuid is that of row 2; the workout was left out.`]);
  });
});

describe('a field that cannot be right', () => {
  it('is left out: a zone offset in milliseconds', async () => {
    const { run, messages } = await readSpoilt((database) =>
      database.exec(`UPDATE ${SESSIONS} SET start_zone_offset = 3600000 WHERE row_id = 2`),
    );
    expect(run).toBeDefined();
    expect(run?.offsetSeconds).toBeUndefined();
    expect(messages).toEqual([`${SESSIONS}, row 2: its start_zone_offset is no zone on earth, and was left out.`]);
  });

  it.each([
    [
      'a distance',
      "distance_record_table SET distance = 'far' WHERE row_id = 3",
      'distance_record_table, row 3: its distance',
    ],
    [
      'a distance below zero',
      'distance_record_table SET distance = -1 WHERE row_id = 3',
      'distance_record_table, row 3: its distance',
    ],
    ['a time that ends before it starts', 'distance_record_table SET end_time = start_time - 1 WHERE row_id = 3', ''],
    [
      'a heart rate',
      'heart_rate_record_series_table SET beats_per_minute = NULL WHERE rowid = 3',
      'row 3: its beats_per_minute',
    ],
    [
      'a moment',
      "heart_rate_record_series_table SET epoch_millis = 'x' WHERE rowid = 3",
      'row 3: its epoch_millis is no number',
    ],
    [
      'a lap',
      'exercise_laps_table SET lap_end_time = lap_start_time WHERE rowid = 1',
      'exercise_laps_table, row 1: its numbers',
    ],
    [
      'a parent',
      "exercise_laps_table SET parent_key = 'x' WHERE rowid = 1",
      'exercise_laps_table, row 1: its parent_key',
    ],
    ['a point', 'exercise_route_table SET latitude = 91 WHERE rowid = 1', 'exercise_route_table, row 1: its numbers'],
  ])('is left out with its row: %s', async (_, change, words) => {
    const whole = await readSpoilt(() => {});
    const spoilt = await readSpoilt((database) => database.exec(`UPDATE ${change}`));
    expect(spoilt.items).toHaveLength(4);
    expect(spoilt.complete).toBe(true);
    expect([spoilt.run, spoilt.detail]).not.toEqual([whole.run, whole.detail]);
    expect(spoilt.codes.every((code) => code === 'row-unreadable')).toBe(true);
    expect(spoilt.messages.join()).toContain(words);
  });
});

describe('a damaged page', () => {
  /** Overwrites the page on which a table's rows stand. */
  const readDamaged = async (table: string) => {
    const database = writeExport(A_WEEK);
    const [root] = database.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').all(table);
    const bytes = database.serialize();
    const pageBytes =
      bytes.length / Number(database.prepare('SELECT page_count FROM pragma_page_count').get()?.page_count);
    const start = (Number(root?.rootpage) - 1) * pageBytes;
    bytes.fill(0xff, start, start + 200);
    const opened = await openBytes(bytes);
    const page = await opened.store.readWorkouts({ window: ALL_TIME });
    const summaries = await opened.store.detail.summarise(page.items);
    await opened.close();
    return { ...page, summaries, problems: opened.problems };
  };

  it('of samples loses these and nothing else', async () => {
    const { items, complete, summaries, problems } = await readDamaged('heart_rate_record_series_table');
    expect([items.length, complete]).toEqual([4, true]);
    expect(summaries[0]?.summary.series['heart-rate']).toBeUndefined();
    expect(summaries[0]?.summary.series.speed?.count).toBe(1);
    expect(problems[0]?.code).toBe('rows-damaged');
    expect(problems[0]?.position.table).toBe('heart_rate_record_series_table');
  });

  it('of sessions makes the reading incomplete', async () => {
    const { items, complete, problems } = await readDamaged(SESSIONS);
    expect([items.length, complete]).toEqual([0, false]);
    expect(problems.some(({ code, position }) => code === 'rows-damaged' && position.table === SESSIONS)).toBe(true);
  });
});
