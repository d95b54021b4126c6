import { runCase } from './run-case';

const [cases = 20_000, first = 1] = process.argv.slice(2).map(Number);
const SLOW_MILLISECONDS = 20_000;
const MOST_MEGABYTES = 500;

const tally = new Map<string, number>();
const wrong: string[] = [];
let slowest = { seed: 0, milliseconds: 0 };
let megabytes = 0;
for (let seed = first; seed < first + cases; seed += 1) {
  const start = performance.now();
  const outcome = await runCase(seed);
  const milliseconds = performance.now() - start;
  const key = `${outcome.kind}: ${outcome.end}`;
  tally.set(key, (tally.get(key) ?? 0) + 1);
  if (milliseconds > slowest.milliseconds) slowest = { seed, milliseconds: Math.round(milliseconds) };
  megabytes = Math.max(megabytes, Math.round(process.memoryUsage().rss / 1e6));
  if (outcome.wrong) wrong.push(`seed ${seed} (${outcome.kind}): ${outcome.wrong}`);
  if (milliseconds > SLOW_MILLISECONDS)
    wrong.push(`seed ${seed} (${outcome.kind}): took ${Math.round(milliseconds)} ms`);
  // A crash of SQLite itself would leave no word: the last line then tells where to look.
  if (seed % 500 === 0) console.log(`seeds up to ${seed}: ${wrong.length} wrong, ${megabytes} MB at most`);
}
if (megabytes > MOST_MEGABYTES) wrong.push(`${megabytes} MB of memory were used`);
for (const [key, count] of [...tally].sort()) console.log(`${String(count).padStart(7)}  ${key}`);
console.log(
  `${cases} cases from seed ${first}; slowest: seed ${slowest.seed}, ${slowest.milliseconds} ms; ${megabytes} MB at most`,
);
for (const line of wrong) console.error(line);
process.exitCode = wrong.length > 0 ? 1 : 0;
