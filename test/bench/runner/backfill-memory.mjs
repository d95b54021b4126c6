// Peak memory of a backfill with detail: a process of its own, so that nothing else's memory is counted.
import { countingWorld, hostOf, watchedClock } from './counting-world.mjs';

const [built, count] = process.argv.slice(2);
const core = await import(`${built}/index.js`);
const { memoryState } = await import(`${built}/memory.js`);

const world = countingWorld(Number(count), memoryState(), { detail: true });
const now = Date.now();
const sync = core.createSync({
  ...hostOf(core, world, watchedClock()),
  settings: core.settingsFrom({ import: { importFrom: now } }),
});
await sync.run();
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
let peak = before;
const report = await sync.run({
  kind: 'backfill',
  window: { start: 0, end: now },
  onProgress: () => {
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  },
});
globalThis.gc?.();
const after = process.memoryUsage().heapUsed;
console.log(JSON.stringify({ count: Number(count), imported: report.counts.imported, before, peak, after }));
