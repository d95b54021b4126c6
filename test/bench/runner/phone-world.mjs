// Both sides as a phone has them: on disk. The health store makes each workout and its samples when asked, out of a number;
// the app's sessions and the state are rows in files. So what lives in the heap is the library's, and what it was handed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { GRANTED, workoutAt } from './counting-world.mjs';

const SECONDS = 5;

/** One point every five seconds, of a pulse and of a route. */
const samplesOf = (workout, points) => ({
  series: {
    'heart-rate': Array.from({ length: points }, (_, at) => ({
      at: workout.start + at * SECONDS * 1000,
      value: 120 + (at % 40),
    })),
  },
  routes: [
    Array.from({ length: points }, (_, at) => ({
      at: workout.start + at * SECONDS * 1000,
      latitude: 50 + at / 1e5,
      longitude: 8,
    })),
  ],
});

const storeOf = (count, points) => ({
  platform: 'apple-health',
  ownSources: ['com.example.app'],
  access: async () => GRANTED,
  request: async () => GRANTED,
  readWorkouts: async ({ window, page, limit }) => {
    const from = Number(page ?? 0);
    const to = Math.min(count, from + limit);
    const items = Array.from({ length: to - from }, (_, at) => workoutAt(from + at));
    return { items, complete: true, window, ...(to < count && { next: String(to) }) };
  },
  changes: {
    deletions: 'id',
    begin: async () => '0',
    read: async () => ({ kind: 'changes', upserts: [], deletions: [], next: '0', more: false }),
  },
  detail: { summarise: async () => [], read: async (workout) => samplesOf(workout, points) },
});

/** Sessions as rows. `onApply` is called while the samples of a batch are in memory. */
const appOf = (file, onApply) => {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('CREATE TABLE session (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
  const page = database.prepare('SELECT key, value FROM session WHERE key > ? ORDER BY key LIMIT ?');
  const put = database.prepare('INSERT OR REPLACE INTO session (key, value) VALUES (?, ?)');
  return {
    absenceMeansDeleted: true,
    read: async ({ window, page: after = '', limit }) => {
      const rows = page.all(after, limit);
      const next = rows.length < limit ? {} : { next: rows[rows.length - 1].key };
      return { items: rows.map(({ value }) => JSON.parse(value)), complete: true, window, ...next };
    },
    apply: async (changes) => {
      onApply();
      return changes.map(({ key, session }) => {
        const value = JSON.stringify({ ...session, revision: '1' });
        put.run(key, value);
        return { kind: 'created', key, session: JSON.parse(value) };
      });
    },
  };
};

/** A phone with so many workouts, each with so many points of both kinds of samples; `close` removes its files. */
export const phoneWorld = (count, points, onApply) => {
  const directory = mkdtempSync(join(tmpdir(), 'workout-sync-bench-'));
  return {
    store: storeOf(count, points),
    app: appOf(join(directory, 'app.db'), onApply),
    stateFile: join(directory, 'state.db'),
    close: () => rmSync(directory, { recursive: true, force: true }),
  };
};
