// The calls that vectors name, over the built library as a host imports it. Input and answer are plain JSON.

import { fromHealthConnectActivity, toHealthConnectActivity } from '../../dist/health-connect.js';
import { fromHealthKitActivity, toHealthKitActivity } from '../../dist/healthkit.js';
import * as core from '../../dist/index.js';
import { explain } from '../../dist/messages.js';
import { parsePlan, parseSettings, parseWorkout, parseWorld } from '../../dist/schema.js';
import { firstSync, inStep, recordings } from '../bench/history.mjs';
import { scriptedSync } from './scripted-sync.mjs';

const ok = (value) => ({ kind: 'ok', value });
const then = (result, answer) => (result.kind === 'ok' ? ok(answer(result.value)) : result);

/** Too long for a list of vectors: what is compared is its fingerprint, over two ids that hold all of it. */
const digest = (value) => {
  const text = JSON.stringify(value);
  return {
    characters: text.length,
    prints: [core.externalIdOf({ account: text }, 'all'), core.externalIdOf({ account: 'all' }, text)],
  };
};

/** What the global build offers too, under the same names. */
export const shared = {
  parseSettings,
  reconcile: (input) => then(parseWorld(input), core.reconcile),
  toMirrorEntries: (workouts) => ok(workouts.map((workout) => core.toMirrorEntry(parseWorkout(workout).value))),
  applyPlan: ({ world, plan }) => core.applyPlan(parseWorld(world).value, parsePlan(plan).value),
  explain: ({ world, plan }) => ok(explain(plan, world)),
  judgeImport: ({ workout, settings, context }) => ok(core.judgeImport(workout, settings, context)),
  judgeExport: ({ session, to, settings, context }) => ok(core.judgeExport(session, to, settings, context)),
  compareRecordings: ({ a, b, match }) => ok(core.compareRecordings(a, b, match)),
  clusterRecordings: ({ recordings, ...options }) => ok(core.clusterRecordings(recordings, options)),
  readActivity: (raw) =>
    ok(raw.platform === 'apple-health' ? fromHealthKitActivity(raw) : fromHealthConnectActivity(raw)),
  writeActivity: ({ activity, platform }) =>
    ok(platform === 'apple-health' ? toHealthKitActivity(activity) : toHealthConnectActivity(activity)),
};

/** What only the modules can do. */
const modulesOnly = {
  externalIdOf: ({ owner, session }) => ok(core.externalIdOf(owner, session)),
  printOf: (record) => ok(core.printOf(record)),
  firstSync: (count) => ok(digest(core.reconcile(firstSync(core, count)))),
  inStep: (count) => ok(digest(core.reconcile(inStep(core, count)))),
  clusters: (count) => ok(digest(core.clusterRecordings(recordings(count, 2)))),
  scriptedSync: async (input) => ok(await scriptedSync(input)),
};

export const calls = { ...shared, ...modulesOnly };
