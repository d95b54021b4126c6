// What lives in the heap during a backfill with detail: a process of its own, so that nothing else's memory is counted.
import { DatabaseSync } from 'node:sqlite';
import { hostOf, watchedClock } from './counting-world.mjs';
import { phoneWorld } from './phone-world.mjs';

const [built, count, points] = process.argv.slice(2);
const core = await import(`${built}/index.js`);
const { sqliteState } = await import(`${built}/sqlite.js`);
const { nodeDriver } = await import(`${built}/sqlite/node.js`);

/** What is still in use: all garbage is collected first, where the process may. */
const liveHeap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

let highest = 0;
let batches = 0;
const world = phoneWorld(Number(count), Number(points), () => {
  batches += 1;
  // A full collection of a large heap takes a while: every batch at first, then one in ten.
  if (globalThis.gc && (batches < 20 || batches % 10 === 0)) highest = Math.max(highest, liveHeap());
});
const state = sqliteState(nodeDriver(new DatabaseSync(world.stateFile)));
const empty = liveHeap();
const now = Date.now();
const sync = core.createSync({
  ...hostOf(core, { ...world, sessions: undefined, state }, watchedClock()),
  settings: core.settingsFrom({ import: { importFrom: now } }),
});
await sync.run();
const before = liveHeap();
const report = await sync.run({ kind: 'backfill', window: { start: 0, end: now } });
const after = liveHeap();
world.close();
console.log(
  JSON.stringify({
    count: Number(count),
    points: Number(points),
    imported: report.counts.imported,
    batches,
    empty,
    before,
    highest,
    after,
  }),
);
