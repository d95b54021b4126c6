import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/cli/database/database';
import { openCopy } from '../../src/cli/database/open-database';
import { databaseSessions } from '../../src/cli/database/session-store';
import type { Session } from '../../src/domain/session';
import { sessionStoreContract } from '../../src/testing/session-store/session-store-contract';

const ALL = { start: 0, end: Date.UTC(2100, 0, 1) };

const FULL: Session = {
  kind: 'session',
  key: 's1',
  activity: 'running',
  start: Date.UTC(2026, 2, 1, 8),
  end: Date.UTC(2026, 2, 1, 9),
  revision: '1',
  state: 'completed',
  title: "Ada's run; DROP TABLE sessions",
  offsetSeconds: 3600,
  activeSeconds: 3500.5,
  distanceMetres: 10_020.25,
  energyKilocalories: { active: 612, total: 700 },
  elevationGainMetres: 120,
  source: { app: 'com.apple.health', appName: 'Apple Watch', device: { type: 'watch', model: 'Watch7,11' } },
  sourceId: 'x',
  crossIds: ['a', 'b'],
  parent: 'p',
  relayedFrom: ['garmin'],
  method: 'recorded',
  owner: 'phone',
  origin: { platform: 'apple-health', workout: 'w1' },
  detail: { series: { 'heart-rate': { count: 720, coverage: 1 } }, route: 'present', routePoints: 3600 },
};

const only = async (database: Database) => (await databaseSessions(database).read?.({ window: ALL }))?.items[0];

describe('the sessions of the embedded database', () => {
  const checks = sessionStoreContract(async () => {
    const database = await openCopy(undefined);
    const refused = (key: string) =>
      `CREATE TRIGGER refused BEFORE INSERT ON sessions WHEN NEW.key = '${key}'
       BEGIN SELECT RAISE(ABORT, 'constraint failed: refused'); END`;
    return {
      store: databaseSessions(database),
      edit: (key) => database.query('UPDATE sessions SET title = ? WHERE key = ?', 'edited by hand', key),
      erase: (key) => database.query('DELETE FROM sessions WHERE key = ?', key),
      refuse: (key) => database.exec(refused(key)),
    };
  });
  // A file has no network, no account and no pages that can be lost.
  const cannotHappen = /nobody signed in|nothing could be done|missing page/;
  for (const { name, run } of checks) {
    it(`keeps ${name}`, async () => expect(await run()).toBe(cannotHappen.test(name) ? 'not-tried' : 'held'));
  }

  it('gives back every field as it was', async () => {
    const database = await openCopy(undefined);
    await databaseSessions(database).apply?.([{ kind: 'create', key: FULL.key, session: FULL }]);
    expect(await only(database)).toEqual(FULL);
  });

  it('gives a row that a person inserted as a session with nothing made up', async () => {
    const database = await openCopy(undefined);
    database.exec("INSERT INTO sessions (key, activity, start_ms, end_ms) VALUES ('mine', 'yoga', 1000, 2000)");
    expect(await only(database)).toEqual({
      kind: 'session',
      key: 'mine',
      activity: 'yoga',
      start: 1000,
      end: 2000,
      revision: '1',
      state: 'completed',
    });
  });

  it('refuses an activity that nobody knows, and says so for that item alone', async () => {
    const database = await openCopy(undefined);
    const wrong = { ...FULL, key: 's2', activity: 'napping' as never };
    const results = await databaseSessions(database).apply?.([
      { kind: 'create', key: 's2', session: wrong },
      { kind: 'create', key: 's1', session: FULL },
    ]);
    expect(results?.map(({ kind }) => kind)).toEqual(['failed', 'created']);
    expect(results?.[0]).toMatchObject({ error: { kind: 'invalid' } });
  });

  it('counts an edit by hand as one revision', async () => {
    const database = await openCopy(undefined);
    await databaseSessions(database).apply?.([{ kind: 'create', key: FULL.key, session: FULL }]);
    database.exec("UPDATE sessions SET distance_metres = 9000, title = 'shorter'");
    expect(await only(database)).toMatchObject({ revision: '2', distanceMetres: 9000, title: 'shorter' });
  });

  it('shows times as the clock on the wall showed them, and counts samples', async () => {
    const database = await openCopy(undefined);
    await databaseSessions(database).apply?.([{ kind: 'create', key: FULL.key, session: FULL }]);
    const [row] = database.query('SELECT started_at, duration_seconds, heart_rate_samples, route_points FROM sessions');
    expect({ ...row }).toEqual({
      started_at: '2026-03-01 09:00:00',
      duration_seconds: 3600,
      heart_rate_samples: 720,
      route_points: 3600,
    });
  });
});
