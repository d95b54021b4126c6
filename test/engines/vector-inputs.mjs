// The inputs of the vectors, by name. `node test/engines/run.mjs --write` has the reference engine answer them and keeps
// both in vectors.json, so that a change of an answer is a line that somebody reads.
import { readFileSync } from 'node:fs';

const at = (hour, minute = 0) => Date.UTC(2026, 10, 8, hour, minute);
const read = (items) => ({
  items,
  window: { start: at(0), end: at(24) },
  complete: true,
  absence: 'unknown',
  gone: [],
});
const recorded = (key, app, start, end, rest = {}) => ({
  key,
  activity: 'running',
  start,
  end,
  source: { app },
  ...rest,
});
const workout = (key, app, start, end, rest = {}) => ({
  kind: 'workout',
  platform: 'apple-health',
  raw: { platform: 'apple-health', type: 37 },
  ...recorded(key, app, start, end, rest),
});
const session = (key, start, end, rest = {}) => ({
  kind: 'session',
  key,
  revision: 'r1',
  state: 'completed',
  activity: 'running',
  start,
  end,
  ...rest,
});

const watch = recorded('watch', 'com.apple.health', at(9), at(10, 30), { distanceMetres: 17_020.25 });
const phone = recorded('phone', 'com.example.strider', at(9, 1), at(10, 31), { distanceMetres: 16_890.1 });
const cyrillic = recorded('Пробежка 🏃‍♀️ \u0000\u2028', 'com.example.é', at(9, 2), at(10), { offsetSeconds: 20_700 });
const half = recorded('half', 'com.apple.health', at(9), at(9, 40), { method: 'detected' });
const typed = recorded('typed', 'com.example.gym', at(14), at(15), { method: 'manual', activity: 'strength-training' });

const scope = {
  kind: 'scope',
  account: 'ada',
  device: 'phone',
  platform: 'apple-health',
  ownSources: ['com.example.runlog'],
  readAccess: 'unknown',
  mappingVersion: 1,
};
const ledger = { revision: 0, links: [], answers: [], quarantined: [] };
const twoWeeks = JSON.parse(
  readFileSync(new URL('../../docs/examples/two-week-history/world.json', import.meta.url), 'utf8'),
);

/** A world needs complete settings and mirror entries with prints; `calls` are those of the library. */
const dayWith = (calls, { workouts, sessions, settings = {}, ...rest }) => ({
  sessions: read(sessions),
  mirror: read(calls.toMirrorEntries(workouts).value),
  ledger,
  scope,
  settings: calls.parseSettings(settings).value,
  now: at(20),
  ...rest,
});

const script = [
  ['a watch records a run', 'all samples arrive'],
  ['a phone app has a copy', 'the user trains in the app'],
  ['the watch trims its run', 'the user edits the session'],
  ['the user deletes the import'],
  [],
];

/** @param {typeof import('./library.mjs').calls} calls */
export const vectorInputs = (calls) => {
  const settings = calls.parseSettings({}).value;
  const strict = calls.parseSettings({ import: { requiredDetail: ['heart-rate'], minimumCoverage: 0.8 } }).value;
  const sunday = dayWith(calls, {
    workouts: [
      workout('w1', 'Watch', at(9), at(10, 30), { distanceMetres: 17_020 }),
      workout('w2', 'Strider', at(9, 1), at(10, 31), { distanceMetres: 16_890 }),
      workout('w3', 'Watch', at(14), at(15), { activity: 'walking' }),
      workout('w4', 'Watch', at(16), at(15)),
    ],
    sessions: [session('s1', at(18), at(19), { title: 'Çalışma 🚴' })],
    settings: { import: { categories: { 'walks-and-hikes': false } }, export: { enabled: true } },
  });
  const sundayPlan = calls.reconcile(sunday).value;
  const context = { now: at(20), ownSources: ['com.example.runlog'] };
  return [
    { name: 'an empty day', call: 'reconcile', input: dayWith(calls, { workouts: [], sessions: [] }) },
    { name: 'a Sunday', call: 'reconcile', input: sunday },
    { name: 'two weeks of Ada', call: 'reconcile', input: twoWeeks },
    { name: 'a world that is none', call: 'reconcile', input: { ...sunday, now: 'today', mirror: { items: {} } } },
    { name: 'no JSON', call: 'reconcile', text: '{ "now": ' },
    { name: 'what the Sunday leaves behind', call: 'applyPlan', input: { world: sunday, plan: sundayPlan } },
    {
      name: 'a plan for another ledger',
      call: 'applyPlan',
      input: { world: { ...sunday, ledger: { ...ledger, revision: 3 } }, plan: sundayPlan },
    },
    { name: 'the Sunday in words', call: 'explain', input: { world: sunday, plan: sundayPlan } },
    {
      name: 'two weeks in words',
      call: 'explain',
      input: { world: twoWeeks, plan: calls.reconcile(twoWeeks).value },
    },
    { name: 'the defaults', call: 'parseSettings', input: {} },
    {
      name: 'settings that are wrong in four places',
      call: 'parseSettings',
      input: { import: { minimumCoverage: 50, routes: 'sometimes', enabled: null }, exprot: {} },
    },
    { name: 'settings that are a list', call: 'parseSettings', input: [] },
    { name: 'watch and phone', call: 'compareRecordings', input: { a: watch, b: phone } },
    { name: 'phone and watch', call: 'compareRecordings', input: { a: phone, b: watch } },
    { name: 'a run and its first half', call: 'compareRecordings', input: { a: watch, b: half } },
    { name: 'a run and strength training', call: 'compareRecordings', input: { a: watch, b: typed } },
    {
      name: 'a stricter tolerance',
      call: 'compareRecordings',
      input: { a: watch, b: phone, match: { distanceTolerance: 0.001, sameOverlap: 0.999 } },
    },
    {
      name: 'one activity of four apps',
      call: 'clusterRecordings',
      input: { recordings: [typed, cyrillic, phone, half, watch], preferredSources: ['com.example.strider'] },
    },
    {
      name: 'a broken record among them',
      call: 'clusterRecordings',
      input: { recordings: [watch, { ...phone, end: at(8) }] },
    },
    {
      name: 'a workout',
      call: 'judgeImport',
      input: { workout: workout('w1', 'Watch', at(9), at(10)), settings, context },
    },
    {
      name: 'a workout whose samples are unread',
      call: 'judgeImport',
      input: { workout: workout('w1', 'Watch', at(9), at(10)), settings: strict, context },
    },
    {
      name: 'a typed-in summary of seven seconds',
      call: 'judgeImport',
      input: {
        workout: workout('w1', 'com.example.runlog', at(9), at(9) + 7000, { method: 'manual' }),
        settings: calls.parseSettings({ import: { manualEntries: 'refuse', enabled: false } }).value,
        context,
      },
    },
    {
      name: 'a session that came from there',
      call: 'judgeExport',
      input: {
        session: session('s1', at(9), at(10), { origin: { platform: 'apple-health', workout: 'w1' } }),
        to: 'apple-health',
        settings,
        context: { now: at(20), device: 'phone' },
      },
    },
    {
      name: 'a session that goes elsewhere',
      call: 'judgeExport',
      input: {
        session: session('s1', at(9), at(10)),
        to: 'health-connect',
        settings,
        context: { now: at(20), device: 'phone' },
      },
    },
    {
      name: 'prints of numbers that are hard to write',
      call: 'toMirrorEntries',
      input: [
        workout('w1', 'Watch', at(9), at(10), { distanceMetres: 0.1 + 0.2, elevationGainMetres: 1e21, title: 'Lauf' }),
        workout('ẞ💃', 'Watch', 1.5, 2e15, { distanceMetres: 5e-324, energyKilocalories: { active: 123_456.789_012 } }),
      ],
    },
    { name: 'an indoor run', call: 'readActivity', input: { platform: 'apple-health', type: 37, indoor: true } },
    { name: 'a number from the future', call: 'readActivity', input: { platform: 'health-connect', type: 9999 } },
    { name: 'a pool', call: 'writeActivity', input: { activity: 'pool-swimming', platform: 'apple-health' } },
    {
      name: 'a treadmill',
      call: 'writeActivity',
      input: { activity: 'treadmill-running', platform: 'health-connect' },
    },
    { name: 'an external id', call: 'externalIdOf', input: { owner: { account: 'ada' }, session: 'session-1' } },
    { name: 'an id of any text', call: 'externalIdOf', input: { owner: { account: 'å\ud800💃' }, session: '' } },
    {
      name: 'a print',
      call: 'printOf',
      input: session('s1', at(9), at(10), { title: 'Läufchen', distanceMetres: 10_000.04 }),
    },
    { name: '1,000 a side, nothing linked', call: 'firstSync', input: 1000 },
    { name: '1,000 a side, in step', call: 'inStep', input: 1000 },
    { name: '2,000 recordings', call: 'clusters', input: 2000 },
    { name: 'five runs on Apple Health', call: 'scriptedSync', input: { platform: 'apple-health', script } },
    { name: 'five runs on Health Connect', call: 'scriptedSync', input: { platform: 'health-connect', script } },
  ];
};
