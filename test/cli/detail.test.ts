import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { somebodysExport, somebodysNewerExport } from '../generators/apple-export/somebody';
import { writeZip } from '../generators/apple-export/write-export';
import { json, run } from './in-process';
import { fileOf, freshPath } from './places';

const SOMEBODY = { seed: 3, years: 0.3, dailyRecords: 5, sampleSeconds: 60, routeSeconds: 60 };

const queried = (path: string, sql: string) => {
  const database = new DatabaseSync(path);
  try {
    return database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  } finally {
    database.close();
  }
};

/** What was counted when a workout was read, beside what is in the database of it. */
const COUNTS = `SELECT key, coalesce(heart_rate_samples, 0) AS hearts, coalesce(route_points, 0) AS points,
  (SELECT count(*) FROM samples WHERE session = key AND series = 'heart-rate') AS stored_hearts,
  (SELECT count(*) FROM route_points WHERE session = key) AS stored_points FROM sessions`;

interface Counts {
  readonly hearts: number;
  readonly points: number;
  readonly stored_hearts: number;
  readonly stored_points: number;
}

const expectStored = (into: string): void => {
  const counts = queried(into, COUNTS) as unknown as readonly Counts[];
  expect(counts.filter(({ hearts, stored_hearts }) => hearts !== stored_hearts)).toEqual([]);
  expect(counts.filter(({ points, stored_points }) => points !== stored_points)).toEqual([]);
  expect(counts.some(({ hearts }) => hearts > 0) && counts.some(({ points }) => points > 0)).toBe(true);
};

describe('workout-sync sync --with-detail', () => {
  const zip = freshPath('zip');
  const newer = freshPath('zip');
  beforeAll(async () => {
    await writeZip(zip, somebodysExport(SOMEBODY).options);
    await writeZip(newer, somebodysNewerExport(SOMEBODY).options);
  });

  it('stores every sample and every point that was counted, each within its session', async () => {
    const into = freshPath('db');
    const ran = await run('sync', zip, '--into', into, '--with-detail', '--json');
    const { totals } = json(ran) as unknown as { totals: { sessions: number; detailed: number } };
    expect(totals.detailed).toBe(totals.sessions);
    expectStored(into);
    const outside = 'SELECT * FROM samples JOIN sessions ON key = session WHERE at_ms NOT BETWEEN start_ms AND end_ms';
    expect(queried(into, outside)).toEqual([]);
  });

  it('reads nothing again that is there', async () => {
    const into = freshPath('db');
    await run('sync', zip, '--into', into, '--with-detail');
    const before = queried(into, 'SELECT rowid, * FROM session_details');
    await run('sync', zip, '--into', into, '--with-detail');
    expect(queried(into, 'SELECT rowid, * FROM session_details')).toEqual(before);
  });

  it('keeps samples from then on, and of a newer export reads only what changed', async () => {
    const into = freshPath('db');
    await run('sync', zip, '--into', into, '--with-detail');
    const rows = 'SELECT rowid, session, stands_for FROM session_details';
    const before = queried(into, rows);
    const { out } = await run('sync', newer, '--into', into, '--settings', fileOf({ onWorkoutGone: 'remove-session' }));
    expect(out).toMatch(/, samples of \d+ sessions\.$/m);
    expectStored(into);
    const after = queried(into, rows);
    const same = after.filter((row) => before.some((old) => JSON.stringify(old) === JSON.stringify(row)));
    const changed = after.filter(({ session, rowid }) =>
      before.some((old) => old.session === session && old.rowid !== rowid),
    );
    expect(same.length).toBeGreaterThan(before.length * 0.8);
    expect(after.length).toBeGreaterThan(same.length + changed.length);
    expect(
      queried(into, 'SELECT session FROM session_details WHERE session NOT IN (SELECT key FROM sessions)'),
    ).toEqual([]);
  });

  it('adds them to a database that had none, and forgets them with their session', async () => {
    const into = freshPath('db');
    await run('sync', zip, '--into', into);
    expect(queried(into, "SELECT name FROM sqlite_master WHERE name = 'session_details'")).toEqual([]);
    await run('sync', zip, '--into', into, '--with-detail');
    expectStored(into);
    queried(into, 'DELETE FROM sessions WHERE route_points > 0');
    expect(queried(into, 'SELECT * FROM route_points')).toEqual([]);
  });

  it('stores no route where the settings leave routes out', async () => {
    const into = freshPath('db');
    const settings = fileOf({ import: { routes: 'leave-out' } });
    await run('sync', zip, '--into', into, '--with-detail', '--settings', settings);
    expect(queried(into, 'SELECT * FROM route_points LIMIT 1')).toEqual([]);
    expect(queried(into, 'SELECT * FROM samples LIMIT 1')).toHaveLength(1);
  });

  it('is looked at like any other database', async () => {
    const into = freshPath('db');
    await run('sync', zip, '--into', into, '--with-detail');
    expect(json(await run('plan', zip, '--into', into, '--json'))).toMatchObject({ plan: { steps: [] } });
  });
});
