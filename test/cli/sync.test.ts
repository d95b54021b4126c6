import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { historyOf } from './history';
import { json, run } from './in-process';
import { exportOf, fileOf, freshPath } from './places';

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

const numberIn = (path: string, sql: string) => Object.values(queried(path, sql)[0] ?? {})[0];

const HISTORY = historyOf(60);

describe('workout-sync sync', () => {
  it('brings in every activity once, and knows the copies', async () => {
    const into = freshPath('db');
    const ran = await run('sync', exportOf(HISTORY), '--into', into, '--json');
    expect(ran.exit).toBe(0);
    expect(json(ran)).toMatchObject({
      kind: 'workout-sync/sync',
      version: 1,
      run: { end: 'done', counts: { imported: 60 } },
      totals: { sessions: 60, copies: 10 },
    });
    expect(queried(into, 'SELECT original_app, copy_app, count(*) AS n FROM copies GROUP BY 1, 2')).toEqual([
      { original_app: "Ada's Watch", copy_app: 'Strider', n: 10 },
    ]);
    expect(numberIn(into, 'SELECT count(*) FROM sessions WHERE heart_rate_samples > 0')).toBe(40);
  });

  it('does nothing the second time', async () => {
    const into = freshPath('db');
    const file = exportOf(HISTORY);
    await run('sync', file, '--into', into);
    const before = queried(into, 'SELECT * FROM sessions');
    const again = await run('sync', file, '--into', into, '--json');
    expect(json(again)).toMatchObject({ run: { end: 'done' }, totals: { sessions: 60, copies: 10 } });
    expect(json(again)).toHaveProperty('run.counts', {});
    expect(queried(into, 'SELECT * FROM sessions')).toEqual(before);
    expect(queried(into, 'SELECT imported FROM sync_history ORDER BY run')).toEqual([
      { imported: 60 },
      { imported: 0 },
    ]);
  });

  it('takes from a newer export what changed, and what is not there any more', async () => {
    const into = freshPath('db');
    await run('sync', exportOf(HISTORY), '--into', into);
    const [first, ...rest] = HISTORY.filter(({ key }) => key !== 'w2');
    const edited = { ...first, distanceMetres: 9999 } as (typeof HISTORY)[number];
    const newer = [edited, ...rest, ...historyOf(63).filter(({ key }) => ['w61', 'w62'].includes(key))];
    const ran = await run('sync', exportOf(newer), '--into', into, '--json');
    expect(json(ran)).toMatchObject({ run: { end: 'done', counts: { imported: 2, enriched: 1 } } });
    expect(queried(into, "SELECT distance_metres FROM sessions WHERE key = 'apple-health:w0'")).toEqual([
      { distance_metres: 9999 },
    ]);
    expect(numberIn(into, "SELECT count(*) FROM sessions WHERE key = 'apple-health:w2'")).toBe(1);
    expect(numberIn(into, "SELECT count(*) FROM workouts WHERE key = 'w2'")).toBe(0);
  });

  it('says what is no longer in the file, and how its session would go, too', async () => {
    const into = freshPath('db');
    await run('sync', exportOf(HISTORY), '--into', into);
    const newer = exportOf(HISTORY.filter(({ key }) => key !== 'w1'));
    const { err } = await run('sync', newer, '--into', into);
    expect(err).toContain('No longer in the file: 1 workout.');
    expect(err).toContain('"onWorkoutGone": "remove-session"');
    expect((await run('sync', newer, '--into', into)).err).toBe('');
  });

  it('asks before many removals, and does nothing until it is told to', async () => {
    const into = freshPath('db');
    const settings = fileOf({ onWorkoutGone: 'remove-session' });
    await run('sync', exportOf(HISTORY), '--into', into, '--settings', settings);
    const fewer = exportOf(HISTORY.slice(0, 20));
    const held = await run('sync', fewer, '--into', into, '--settings', settings, '--json');
    expect(held.exit).toBe(4);
    expect(numberIn(into, 'SELECT count(*) FROM sessions')).toBe(60);
    const { guard } = (json(held) as unknown as { run: { guard: string } }).run;
    const told = await run('sync', fewer, '--into', into, '--settings', settings);
    expect(told.err).toContain(`--confirm ${guard}`);
    const confirmed = await run('sync', fewer, '--into', into, '--settings', settings, '--confirm', guard);
    expect(confirmed.exit).toBe(0);
    expect(numberIn(into, 'SELECT count(*) FROM sessions')).toBe(17);
  });

  it('leaves out what was deleted in the database, and keeps what was edited there', async () => {
    const into = freshPath('db');
    const file = exportOf(HISTORY);
    await run('sync', file, '--into', into);
    queried(into, "DELETE FROM sessions WHERE key = 'apple-health:w1'");
    queried(into, "UPDATE sessions SET title = 'Morning ride' WHERE key = 'apple-health:w7'");
    const ran = await run('sync', file, '--into', into);
    expect(ran.exit).toBe(0);
    expect(numberIn(into, "SELECT count(*) FROM sessions WHERE key = 'apple-health:w1'")).toBe(0);
    expect(numberIn(into, "SELECT title FROM sessions WHERE key = 'apple-health:w7'")).toBe('Morning ride');
  });

  it("links the app's own sessions instead of importing them again", async () => {
    const into = freshPath('db');
    const { start, end, activity } = HISTORY[0] as (typeof HISTORY)[number];
    const own = { kind: 'session', key: 'mine', activity, start, end, revision: '1', state: 'completed' };
    const ran = await run('sync', exportOf(HISTORY), '--into', into, '--sessions', fileOf([own]), '--json');
    expect(json(ran)).toMatchObject({ run: { counts: { imported: 59, linked: 1 } }, totals: { sessions: 60 } });
  });

  it('imports from --since on, and remembers it', async () => {
    const into = freshPath('db');
    const file = exportOf(HISTORY);
    await run('sync', file, '--into', into, '--since', '2022-02-01');
    const count = numberIn(into, 'SELECT count(*) FROM sessions');
    expect(count).toBe(31);
    await run('sync', file, '--into', into);
    expect(numberIn(into, 'SELECT count(*) FROM sessions')).toBe(31);
    await run('sync', file, '--into', into, '--since', 'all');
    expect(numberIn(into, 'SELECT count(*) FROM sessions')).toBe(60);
  });

  it('keeps Apple Health and Health Connect apart in one database, and their twins together', async () => {
    const into = freshPath('db');
    await run('sync', exportOf(HISTORY), '--into', into);
    const twins = HISTORY.slice(0, 7).map((workout) => ({
      ...workout,
      key: `hc-${workout.key}`,
      platform: 'health-connect' as const,
      raw: { platform: 'health-connect' as const, type: 0 },
    }));
    const ran = await run('sync', exportOf(twins), '--into', into, '--json');
    expect(json(ran)).toMatchObject({ run: { end: 'done' }, totals: { sessions: 60 } });
    expect(numberIn(into, "SELECT count(*) FROM workouts WHERE platform = 'health-connect'")).toBe(7);
  });

  it('refuses a database of something else, and changes nothing in it', async () => {
    const into = freshPath('db');
    queried(into, 'CREATE TABLE mine (a)');
    const ran = await run('sync', exportOf(HISTORY), '--into', into);
    expect(ran.exit).toBe(5);
    expect(ran.err).toContain('a database of something else');
    expect(queried(into, 'SELECT name FROM sqlite_master')).toEqual([{ name: 'mine' }]);
  });

  it('refuses a database that a newer version wrote', async () => {
    const into = freshPath('db');
    await run('sync', exportOf(HISTORY), '--into', into);
    queried(into, 'PRAGMA user_version = 99');
    const ran = await run('sync', exportOf(HISTORY), '--into', into, '--json');
    expect(ran.exit).toBe(5);
    expect(json(ran)).toMatchObject({ kind: 'workout-sync/error', error: { code: 'database' } });
  });

  it('refuses a database that it may not write to', async () => {
    const into = freshPath('db');
    await run('sync', exportOf(HISTORY), '--into', into);
    const ran = await run('sync', exportOf(HISTORY), '--into', `file:${into}?mode=ro`);
    expect(ran.exit).toBe(5);
    expect(ran.err).toContain('may not be written to');
  });

  it('refuses a file that is no database', async () => {
    const ran = await run(
      'sync',
      exportOf(HISTORY),
      '--into',
      fileOf('not a database at all, but long enough to be one'),
    );
    expect(ran.exit).toBe(5);
    expect(ran.err).toContain('no SQLite database');
  });

  it('waits for no other program that holds the database', async () => {
    const into = freshPath('db');
    const other = new DatabaseSync(into);
    other.exec('BEGIN EXCLUSIVE');
    const ran = await run('sync', exportOf(HISTORY), '--into', into);
    other.close();
    expect(ran.exit).toBe(5);
    expect(ran.err).toContain('in use by another program');
  });
});
