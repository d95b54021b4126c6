// Times of the built library beside the least and the most that anybody could do. `npm run bench`, or
// `npm run bench -- --json`; `--only <part of a scenario's name>` and `--sizes 1000,10000` measure less. `--only reading
// --megabytes 1000` reads a larger export.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureReading, readingTable } from './exports/measure-reading.mjs';
import { mappingTable, measureMapping } from './mapping/measure-mapping.mjs';
import { measure } from './measure.mjs';
import { backfillTable, measureBackfill, measureRunner, runnerTable } from './runner/measure-runner.mjs';
import { scenarios } from './scenarios.mjs';
import { tableOf } from './table.mjs';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    sizes: { type: 'string', default: '1000,10000,100000' },
    megabytes: { type: 'string', default: '320' },
  },
});

/** All pairs of 10,000 records a side take over a minute. */
const LARGEST_NAIVE = 1000;

/** More of them must not need more memory, but for what is kept of each; nor may samples pile up. */
const BACKFILLS = [
  { count: 1000, points: 720 },
  { count: 10_000, points: 720 },
  { count: 30_000, points: 720 },
  { count: 10_000, points: 0 },
  { count: 10_000, points: 3600 },
];

const roundsFor = (count) => (count > 10_000 ? 9 : count > 1000 ? 21 : 51);

const core = await import(new URL('../../reports/bench/index.js', import.meta.url));
const sizes = options.sizes.split(',').map(Number);
const rows = [];
for (const [scenario, prepare] of Object.entries(scenarios)) {
  if (!scenario.includes(options.only)) continue;
  let before;
  for (const count of sizes) {
    const { floor, ours, naive, opening } = prepare(core, count, scenario);
    const row = { scenario, count, ...measure({ floor, ours }, roundsFor(count)) };
    row.ratio = row.ours / row.floor;
    if (before?.count === count / 10) {
      row.floorGrowth = row.floor / before.floor;
      row.growth = row.ours / before.ours;
    }
    if (opening) Object.assign(row, measure({ opening }, 3));
    if (count <= LARGEST_NAIVE) Object.assign(row, measure({ naive }, 3));
    rows.push(row);
    before = row;
  }
}
const built = fileURLToPath(new URL('../../reports/bench', import.meta.url));
const stores = {
  ...(await import(`${built}/memory.js`)),
  ...(await import(`${built}/sqlite.js`)),
  ...(await import(`${built}/sqlite/node.js`)),
};
const runner = await measureRunner(core, stores, options.only);
const backfill = 'backfill'.includes(options.only) ? measureBackfill(built, BACKFILLS) : [];
const readsExports = 'reading an export'.includes(options.only);
const reading = readsExports
  ? await measureReading(
      built,
      fileURLToPath(new URL('../../reports/bench-exports', import.meta.url)),
      Number(options.megabytes),
    )
  : [];
const mapping = 'mapping headers'.includes(options.only) ? await measureMapping(built) : [];
if (options.json) {
  console.log(JSON.stringify({ node: process.version, rows, runner, backfill, reading, mapping }, null, 2));
} else {
  if (rows.length > 0) console.log(tableOf(rows));
  if (runner.length > 0) console.log(`\n${runnerTable(runner)}`);
  if (backfill.length > 0) console.log(`\n${backfillTable(backfill)}`);
  if (reading.length > 0) console.log(`\n${readingTable(reading)}`);
  if (mapping.length > 0) console.log(`\n${mappingTable(mapping)}`);
}
