// @ts-nocheck
// clusterRecordings beside a floor (sort by start, sweep once) and a naive comparison of all with all.
// Run `node test/bench/cluster.mjs`; the lead's bench imports benchCluster.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The matching room, bundled, so that what is measured is what ships. */
export const loadMatching = async () => {
  const outfile = join(await mkdtemp(join(tmpdir(), 'matching-')), 'matching.mjs');
  await build({
    stdin: {
      contents: `export { clusterRecordings } from './src/match/cluster-recordings';
        export { compareRecordings } from './src/match/compare-recordings';
        export { groupRecordings } from './src/match/group-recordings';
        export { matchSettingsOf } from './src/match/default-match-settings';`,
      resolveDir: new URL('../..', import.meta.url).pathname,
      loader: 'ts',
    },
    bundle: true,
    outfile,
    format: 'esm',
    target: 'es2020',
    mainFields: ['module', 'main'],
  });
  return import(pathToFileURL(outfile).href);
};

const HOUR = 3_600_000;

/** A history of `count` recordings: two a day, every other one with a copy by a second app, in shuffled order. */
export const historyOf = (count) => {
  let state = 20_261_121;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const all = [];
  let start = 1_262_304_000_000;
  while (all.length < count) {
    start += 8 * HOUR + Math.floor(random() * 6 * HOUR);
    const end = start + Math.floor((0.3 + random()) * HOUR);
    const activity = ['running', 'cycling', 'strength-training', 'walking'][Math.floor(random() * 4)];
    const distanceMetres = Math.round((end - start) / 400);
    all.push({
      key: `a${all.length}`,
      activity,
      start,
      end,
      distanceMetres,
      source: { app: 'com.watch' },
      sourceId: `w${all.length}`,
    });
    if (random() < 0.5 && all.length < count) {
      const late = Math.floor(random() * 120_000);
      all.push({
        key: `b${all.length}`,
        activity,
        start: start + late,
        end: end - late,
        distanceMetres,
        source: { app: 'com.phone' },
        sourceId: `p${all.length}`,
      });
    }
  }
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other], all[at]];
  }
  return all;
};

/** Sort by start, sweep once: what any answer costs at least. */
const floor = (all) => {
  const sorted = [...all].sort((a, b) => a.start - b.start);
  let pairs = 0;
  let end = -Infinity;
  for (const recording of sorted) {
    if (recording.start < end) pairs++;
    end = Math.max(end, recording.end);
  }
  return pairs;
};

const naive = (compareRecordings) => (all) => {
  let pairs = 0;
  for (let a = 0; a < all.length; a++) {
    for (let b = a + 1; b < all.length; b++) if (compareRecordings(all[a], all[b]).verdict === 'same') pairs++;
  }
  return pairs;
};

const medianMilliseconds = (run, times) => {
  const taken = [];
  for (let time = 0; time < times; time++) {
    const before = performance.now();
    run();
    taken.push(performance.now() - before);
  }
  return taken.sort((a, b) => a - b)[times >> 1];
};

/** One row for each size: medians in milliseconds, in one process. */
export const benchCluster = async (sizes = [1_000, 10_000, 100_000], times = 7) => {
  const { clusterRecordings, compareRecordings } = await loadMatching();
  for (let time = 0; time < 5; time++) clusterRecordings(historyOf(2_000));
  return sizes.map((count) => {
    const all = historyOf(count);
    const floorMs = medianMilliseconds(() => floor(all), times);
    const clusterMs = medianMilliseconds(() => clusterRecordings(all), times);
    const naiveMs = count <= 2_000 ? medianMilliseconds(() => naive(compareRecordings)(all), 1) : undefined;
    return { count, clusterMs, floorMs, ratio: clusterMs / floorMs, naiveMs };
  });
};

if (process.argv[1] === new URL(import.meta.url).pathname) console.table(await benchCluster());
