// Precision and recall of clusterRecordings for each kind of noise, on generated histories with their truth.
// `node test/bench/matching-accuracy.mjs` prints the tables; `--write` puts them into docs/matching.md.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const SEEDS = [1, 2, 3, 4, 5];
const SCENES = 11_500;
const MOST_EXAMPLES = 20;

const load = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'workout-sync-accuracy-'));
  const outfile = join(folder, 'accuracy.mjs');
  await build({
    stdin: {
      contents: `export { clusterRecordings } from './src/match/cluster-recordings';
        export { compareRecordings } from './src/match/compare-recordings';
        export { labelledHistory, measureAccuracy } from './test/generators/labelled-history';`,
      resolveDir: new URL('../..', import.meta.url).pathname,
      loader: 'ts',
    },
    bundle: true,
    outfile,
    format: 'esm',
  });
  const accuracy = await import(pathToFileURL(outfile).href);
  await rm(folder, { recursive: true });
  return accuracy;
};

/** Wilson's score interval at 95 % for a share that was counted. */
const wilson = (hits, all) => {
  if (all === 0) return [0, 1];
  const z = 1.96;
  const share = hits / all;
  const middle = share + z ** 2 / (2 * all);
  const reach = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2));
  return [(middle - reach) / (1 + z ** 2 / all), (middle + reach) / (1 + z ** 2 / all)];
};

const shareCell = (hits, all) => {
  if (all === 0) return '–';
  const [low, high] = wilson(hits, all);
  return `${(hits / all).toFixed(4)} (${Math.max(0, low).toFixed(4)}–${Math.min(1, high).toFixed(4)})`;
};

const row = (kind, pairs, found, merged, wrong) =>
  `| ${kind} | ${pairs} | ${shareCell(found, pairs)} | ${merged} | ${wrong} | ${shareCell(merged - wrong, merged)} |`;

const describe = ([a, b], { verdict, evidence }) => {
  const measured = (code) => Number(evidence.find((one) => one.code === code)?.value ?? NaN);
  return (
    `${a.activity} ${Math.round((a.end - a.start) / 1000)} s and ${b.activity} ${Math.round((b.end - b.start) / 1000)} s: ` +
    `${verdict} alone, overlap of the union ${measured('overlap-of-union').toFixed(3)}, ` +
    `starts ${measured('start-distance').toFixed(0)} s and ends ${measured('end-distance').toFixed(0)} s apart, ` +
    `distance ratio ${measured('distance-ratio').toFixed(3)}`
  );
};

const { clusterRecordings, compareRecordings, labelledHistory, measureAccuracy } = await load();
const sums = new Map();
for (const seed of SEEDS) {
  const items = labelledHistory(seed, SCENES);
  const clusters = clusterRecordings(items.map((item) => item.recording));
  const keys = clusters.map(({ winner, copies }) => [winner, ...copies.map((copy) => copy.key)]);
  for (const one of measureAccuracy(items, keys)) {
    const sum = sums.get(one.kind) ?? { kind: one.kind, pairs: 0, found: 0, merged: 0, falseMerges: [], missed: [] };
    sum.pairs += one.pairs;
    sum.found += one.found;
    sum.merged += one.merged;
    sum.falseMerges.push(...one.falseMerges);
    sum.missed.push(...one.missed);
    sums.set(one.kind, sum);
  }
}
const all = [...sums.values()];
const total = (field) => all.reduce((sum, one) => sum + field(one), 0);
const lines = [
  '| noise | true pairs | recall (95 %) | merged pairs | false merges | precision (95 %) |',
  '|---|---|---|---|---|---|',
  ...all.map((one) => row(one.kind, one.pairs, one.found, one.merged, one.falseMerges.length)),
  row(
    '**all**',
    total((one) => one.pairs),
    total((one) => one.found),
    total((one) => one.merged),
    total((one) => one.falseMerges.length),
  ),
];
const list = (title, pairsOf) => {
  const found = all.flatMap((one) =>
    pairsOf(one).map((pair) => `${one.kind}: ${describe(pair, compareRecordings(...pair))}`),
  );
  const shown = found.slice(0, MOST_EXAMPLES).map((line) => `- ${line}`);
  return [
    `${title}: ${found.length}${found.length > MOST_EXAMPLES ? `, the first ${MOST_EXAMPLES} of them` : ''}.`,
    '',
    ...shown,
    '',
  ];
};
const falseMerges = all.flatMap((one) =>
  one.falseMerges.map((pair) => `- ${one.kind}: ${describe(pair, compareRecordings(...pair))}`),
);
const report = [
  `Seeds ${SEEDS.join(', ')}; ${SCENES} scenes each. Wilson intervals at 95 %.`,
  '',
  ...lines,
  '',
  `False merges, every one: ${falseMerges.length}.`,
  '',
  ...falseMerges,
]
  .join('\n')
  .trimEnd();
console.log(report);
console.log(['', ...list('Missed pairs', (one) => one.missed)].join('\n'));
if (process.argv.includes('--write')) {
  const page = new URL('../../docs/matching.md', import.meta.url);
  const text = await readFile(page, 'utf8');
  await writeFile(page, text.replace(/(<!-- accuracy -->)[\s\S]*(<!-- \/accuracy -->)/, `$1\n\n${report}\n\n$2`));
}
