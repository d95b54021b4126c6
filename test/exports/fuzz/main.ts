// `npm run fuzz-exports -- --cases 100000 --seed 1`. Cases run in a worker; this thread looks whether they end and how
// much memory they take. `--from 4711 --cases 1` runs one case again.
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { appleCase, readCorpus } from './apple-cases';
import { readCase } from './read-case';

/** A sound case takes some milliseconds; on a busy machine, some more. */
const LONGEST_CASE_SECONDS = 30;

/** What Node takes for itself and its garbage, and some windows over a file of a few kilobytes. */
const MOST_MEGABYTES = 500;

const LOOK_EVERY_MILLISECONDS = 250;

interface Task {
  readonly seed: number;
  readonly from: number;
  readonly cases: number;
  readonly progress: Int32Array;
}

interface Finding {
  readonly number: number;
  readonly what: string;
}

interface Outcome {
  readonly ends: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

const runCases = async ({ seed, from, cases, progress }: Task): Promise<Outcome> => {
  const corpus = readCorpus('test/fixtures/apple-export');
  const ends: Record<string, number> = {};
  const findings: Finding[] = [];
  for (let number = from; number < from + cases; number++) {
    Atomics.store(progress, 0, number);
    let name = 'finding';
    try {
      const end = await readCase(appleCase(corpus, seed, number), number % 2 === 0);
      name = end.kind === 'read' ? 'read' : `refused: ${end.code}`;
    } catch (thrown) {
      findings.push({ number, what: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) });
    }
    ends[name] = (ends[name] ?? 0) + 1;
  }
  return { ends, findings };
};

const megabytes = (): number => Math.round(process.memoryUsage().rss / 1e6);

const watch = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      from: { type: 'string', default: '0' },
    },
  });
  const [cases, seed, from] = [Number(values.cases), Number(values.seed), Number(values.from)];
  const progress = new Int32Array(new SharedArrayBuffer(4));
  console.info(`seed ${seed}, cases ${from} to ${from + cases - 1}`);
  const began = performance.now();
  const worker = new Worker(new URL(import.meta.url), { workerData: { seed, from, cases, progress } satisfies Task });
  let [peak, current, since] = [0, -1, performance.now()];
  const outcome = await new Promise<Outcome | string>((resolve) => {
    const looking = setInterval(() => {
      peak = Math.max(peak, megabytes());
      const number = Atomics.load(progress, 0);
      if (number !== current) [current, since] = [number, performance.now()];
      else if (performance.now() - since > LONGEST_CASE_SECONDS * 1000) resolve(`case ${number} does not end`);
    }, LOOK_EVERY_MILLISECONDS);
    worker.once('message', resolve);
    worker.once('error', (error) => resolve(`case ${Atomics.load(progress, 0)} ends the process: ${error}`));
    worker.once('exit', (code) => resolve(`the worker ended with ${code} at case ${Atomics.load(progress, 0)}`));
    worker.once('exit', () => clearInterval(looking));
  });
  await worker.terminate();
  const seconds = Math.round((performance.now() - began) / 1000);
  if (typeof outcome === 'string') {
    console.error(outcome);
    return 1;
  }
  const { ends, findings } = outcome;
  for (const [end, count] of Object.entries(ends).sort()) console.info(`${String(count).padStart(8)}  ${end}`);
  console.info(`${cases} cases, ${findings.length} findings, ${seconds} s, at most ${peak} MB resident`);
  for (const { number, what } of findings.slice(0, 10)) console.error(`case ${number}: ${what}`);
  if (peak > MOST_MEGABYTES) console.error(`more than ${MOST_MEGABYTES} MB`);
  return findings.length > 0 || peak > MOST_MEGABYTES ? 1 : 0;
};

if (isMainThread) process.exitCode = await watch();
else parentPort?.postMessage(await runCases(workerData as Task));
