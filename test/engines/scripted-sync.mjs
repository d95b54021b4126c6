// A short history of a phone, synced by the runner over stores in memory: an import, an export, edits on both sides, a
// deletion, a copy. What it leaves behind is a vector like any other.
import { createSync, DEFAULT_SETTINGS } from '../../dist/index.js';
import { memoryState } from '../../dist/memory.js';
import { simulatedClock, simulatedHealthStore, simulatedSessionStore } from '../../dist/testing.js';

const MORNING = Date.UTC(2026, 10, 9, 7);
const MINUTE = 60_000;

const run = (from, minutes, app, rest = {}) => ({
  activity: 'running',
  start: MORNING + from * MINUTE,
  end: MORNING + (from + minutes) * MINUTE,
  distanceMetres: minutes * 180.5,
  offsetSeconds: 3600,
  source: { app },
  ...rest,
});

/** What happens between two runs of sync, by name: the scripts of the vectors are lists of these names. */
const happenings = {
  'a watch records a run': ({ health }) => health.write(run(0, 45, 'com.example.watch')),
  'a phone app has a copy': ({ health }) => health.write(run(1, 43, 'com.example.strider')),
  'the user trains in the app': ({ app }) => {
    const { source: _none, ...facts } = run(240, 30, '');
    app.record({ ...facts, key: 'trained', state: 'completed', title: 'Läufchen 🏃' });
  },
  'the user edits the session': ({ app }) => app.edit('trained', { end: MORNING + 275 * MINUTE }),
  'the user deletes the import': ({ app, health }) => {
    const [first] = health.records().filter(({ workout }) => workout.source?.app === 'com.example.watch');
    const imported = app.sessions().find(({ origin }) => origin?.workout === first?.workout.key);
    if (imported !== undefined) app.bin(imported.key);
  },
  'the watch trims its run': ({ health }) => {
    const [first] = health.records().filter(({ workout }) => workout.source?.app === 'com.example.watch');
    if (first !== undefined) health.edit(first.workout.key, { end: first.workout.end - 5 * MINUTE });
  },
  'all samples arrive': ({ health }) => {
    for (const { workout } of health.records()) {
      health.deliver(workout.key, {
        series: { 'heart-rate': { count: 540, coverage: 1 / 3 } },
        route: 'none',
        routePoints: 0,
      });
    }
  },
};

/**
 * @param {{ platform: 'apple-health' | 'health-connect', script: readonly (readonly (keyof typeof happenings)[])[] }} input
 *   what happens before each run
 */
export const scriptedSync = async ({ platform, script }) => {
  const clock = simulatedClock(Date.UTC(2026, 10, 10, 12));
  const health = simulatedHealthStore(platform, { now: clock.now });
  const app = simulatedSessionStore();
  const sync = createSync({
    store: health.port,
    sessions: app.port,
    state: memoryState(),
    settings: DEFAULT_SETTINGS,
    account: 'ada',
    device: 'adas-phone',
    clock,
    random: () => 0.5,
  });
  await sync.connect();
  const runs = [];
  for (const happening of script) {
    for (const name of happening) happenings[name]({ health, app });
    clock.move(60 * MINUTE);
    const { end, counts } = await sync.run();
    runs.push({ end, counts });
  }
  const { runs: history } = await sync.history();
  return {
    runs,
    sessions: app.sessions(),
    workouts: health.records().map(({ workout }) => workout),
    history: history.map(({ id: _random, ...rest }) => rest),
    findings: (await sync.diagnose()).map(({ code }) => code),
  };
};
