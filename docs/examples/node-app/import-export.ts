// Reads an Apple Health export into a database: node import-export.ts export.zip app.db
import { DatabaseSync } from 'node:sqlite';
import {
  createSync,
  EMPTY_LEDGER,
  type HealthStore,
  settingsFrom,
  toMirrorEntry,
  type Workout,
  type World,
} from 'workout-sync';
import { openAppleHealthExport } from 'workout-sync/apple-health-export';
import { explain, messageForRun } from 'workout-sync/messages';
import { openPath } from 'workout-sync/node-files';
import { sqliteState } from 'workout-sync/sqlite';
import { nodeDriver } from 'workout-sync/sqlite/node';
import { sessionsIn } from './sessions.ts';

const [file, database = ':memory:'] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: node import-export.ts export.zip app.db');

const settings = settingsFrom({ import: { manualEntries: 'refuse', categories: { 'walks-and-hikes': false } } });
const window = { start: 0, end: Date.now() };

const readAll = async (store: HealthStore): Promise<readonly Workout[]> => {
  const workouts: Workout[] = [];
  let page: string | undefined;
  do {
    const read = await store.readWorkouts({ window, ...(page && { page }) });
    workouts.push(...read.items);
    page = read.next;
  } while (page);
  return workouts;
};

/** What `explain` takes the names, the times and the numbers of a plan from. */
const worldOf = (workouts: readonly Workout[]): World => {
  const seen = { window, complete: true, absence: 'unknown', gone: [] } as const;
  return {
    scope: {
      kind: 'scope',
      account: 'ada',
      device: 'this-computer',
      platform: 'apple-health',
      ownSources: [],
      readAccess: 'granted',
      mappingVersion: 1,
    },
    settings,
    sessions: { ...seen, items: [] },
    mirror: { ...seen, items: workouts.map(toMirrorEntry) },
    ledger: EMPTY_LEDGER,
    now: window.end,
  };
};

const source = await openPath(file);
const { store, problems } = await openAppleHealthExport(source);
const connection = new DatabaseSync(database);
const sync = createSync({
  store,
  sessions: sessionsIn(connection),
  state: sqliteState(nodeDriver(connection)),
  settings,
  account: 'ada',
  device: 'this-computer',
});

const plan = await sync.preview();
console.log(explain(plan, worldOf(await readAll(store))));
console.log(messageForRun(await sync.run()).text);
for (const row of connection.prepare('SELECT start, activity, minutes, metres FROM sessions ORDER BY start').all())
  console.log(Object.values(row).join(' | '));
for (const problem of problems) console.warn(problem);

connection.close();
await source.close();
