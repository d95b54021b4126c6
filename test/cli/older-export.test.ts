import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { somebodysExport, somebodysNewerExport } from '../generators/apple-export/somebody';
import { writeZip } from '../generators/apple-export/write-export';
import { A_WEEK } from '../generators/health-connect-export/a-week';
import { exportBytes } from '../generators/health-connect-export/write-export';
import { historyOf } from './history';
import { json, run } from './in-process';
import { exportOf, fileOf, freshPath } from './places';

const SOMEBODY = { seed: 7, years: 0.2, dailyRecords: 5, sampleSeconds: 60, routeSeconds: 60 };
const OLDER = 'This export is of Thu 29 Feb 2024, 19:04 UTC, older than the one of Sat 30 Mar 2024, 19:04 UTC';

const countsOf = (answer: Record<string, unknown>) =>
  (answer.run as { readonly counts: Readonly<Record<string, number>> }).counts;

describe('an export that is older than the one before', () => {
  const [older, newer] = [freshPath('zip'), freshPath('zip')];
  const settings = fileOf({ onWorkoutGone: 'remove-session' });
  beforeAll(async () => {
    await writeZip(older, somebodysExport(SOMEBODY).options);
    await writeZip(newer, somebodysNewerExport(SOMEBODY).options);
  });
  const syncedWithNewer = async () => {
    const into = freshPath('db');
    await run('sync', older, '--into', into, '--settings', settings);
    const { totals } = json(await run('sync', newer, '--into', into, '--settings', settings, '--json'));
    return { into, totals };
  };

  it('is refused with both dates, and nothing is changed', async () => {
    const { into, totals } = await syncedWithNewer();
    const refused = await run('sync', older, '--into', into, '--settings', settings);
    expect(refused.exit).toBe(4);
    expect(refused.err).toContain(OLDER);
    expect(refused.err).toContain(`workout-sync sync ${older} --into ${into} --settings ${settings} --older`);
    const settled = json(await run('sync', newer, '--into', into, '--settings', settings, '--json'));
    expect([countsOf(settled), settled.totals]).toEqual([{}, totals]);
  });

  it('adds nothing of --sessions either', async () => {
    const { into } = await syncedWithNewer();
    const [{ start, end, activity } = expect.fail()] = historyOf(1);
    const own = { kind: 'session', key: 'mine', activity, start, end, revision: '1', state: 'completed' };
    expect((await run('sync', older, '--into', into, '--sessions', fileOf([own]))).exit).toBe(4);
    const database = new DatabaseSync(into);
    expect(database.prepare("SELECT count(*) AS count FROM sessions WHERE key = 'mine'").get()).toEqual({ count: 0 });
    database.close();
  });

  it('is taken with --older, is then the last one, and a newer one goes on from it', async () => {
    const { into } = await syncedWithNewer();
    const sync = async (...argv: readonly string[]) =>
      countsOf(json(await run('sync', ...argv, '--into', into, '--settings', settings, '--json')));
    const back = await sync(older, '--older');
    expect(back.updated).toBeGreaterThan(0);
    expect(await sync(older)).toEqual({});
    expect((await sync(newer)).updated).toBe(back.updated);
  });

  it('is planned with a warning', async () => {
    const { into } = await syncedWithNewer();
    expect((await run('plan', older, '--into', into)).err).toContain(`${OLDER} that the database was synced with.`);
    expect((await run('plan', newer, '--into', into)).err).toBe('');
  });
});

describe('the date of a file', () => {
  it('is that of the last record of a Health Connect backup', async () => {
    const [older, newer] = [freshPath('db'), freshPath('db')];
    const into = freshPath('db');
    writeFileSync(newer, exportBytes(A_WEEK));
    writeFileSync(older, exportBytes({ ...A_WEEK, sessions: A_WEEK.sessions.slice(0, 1), amounts: {}, series: {} }));
    expect((await run('sync', newer, '--into', into)).exit).toBe(0);
    expect((await run('sync', newer, '--into', into)).exit).toBe(0);
    expect((await run('sync', older, '--into', into)).exit).toBe(4);
  });

  it('is not known of a list, which is taken as it is', async () => {
    const into = freshPath('db');
    await run('sync', exportOf(historyOf(6)), '--into', into);
    expect((await run('sync', exportOf(historyOf(5)), '--into', into)).exit).toBe(0);
  });
});
