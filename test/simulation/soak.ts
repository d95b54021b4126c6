import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createSync } from '../../src/sync/create-sync';
import { runTrace } from './run-trace';
import { BOARD, doShare, type News, openBoard, type Share } from './soak-families';
import { fingerprintOf } from './soak-fingerprint';
import { readOptions, type Wanted } from './soak-options';
import { openTally, seedsOf } from './soak-tally';

const MINUTE = 60_000;

/** How often a long stretch says how far it is. */
const REPORT_EVERY = 10 * MINUTE;

const ME = fileURLToPath(import.meta.url);

/** Every core's share, and what all of them have to say. */
const runStretch = async (wanted: Extract<Wanted, { readonly kind: 'stretch' }>): Promise<number> => {
  const { minutes, workers, seed, length, where } = wanted;
  const started = Date.now();
  const board = openBoard();
  const share: Omit<Share, 'worker'> = { ...wanted, board, until: started + minutes * MINUTE };
  const print = fingerprintOf(readFileSync(ME, 'utf8'));
  const tallies = { random: openTally(seed), crash: openTally(seed) };
  const known = new Set<string>();
  let short = 0;

  const hear = (news: News): void => {
    if (news.kind === 'short') short += news.traces;
    else if (news.kind === 'chunk') tallies[news.family].done(news.seed, news.traces);
    else if (!known.has(news.broken.promise)) {
      known.add(news.broken.promise);
      console.info(JSON.stringify(news.broken));
    }
  };
  const report = (): void => {
    const { random, crash } = tallies;
    const common = Object.keys(where).length > 0 ? ` where ${JSON.stringify(where)}` : '';
    console.info(
      `${print}: ${short} short traces, ${crash.traces()} with a crash (${seedsOf(seed, crash)}), ` +
        `${random.traces()} random (length ${length}, ${seedsOf(seed, random)}${common}) in ${((Date.now() - started) / MINUTE).toFixed(1)} minutes; ` +
        `${known.size} promises broken${known.size > 0 ? `: ${[...known].join(', ')}` : ''}`,
    );
  };
  const stop = (): void => {
    // Who asks twice does not want to wait for the chunks that are under way.
    if (Atomics.exchange(board, BOARD.stop, 1) === 0) return;
    report();
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  const reporting = setInterval(report, REPORT_EVERY);
  const ended = Array.from({ length: workers }, async (_, worker) => {
    const thread = new Worker(ME, { workerData: { ...share, worker } satisfies Share });
    thread.on('message', hear);
    await new Promise<void>((resolve, reject) => {
      thread.on('error', reject);
      thread.on('exit', () => resolve());
    });
  });
  await Promise.all(ended);
  clearInterval(reporting);
  report();
  return known.size > 0 ? 1 : 0;
};

/**
 * The simulation at length, on every core: the budget of a commit, or with `--minutes` as many random traces and crashes as
 * fit. Prints the shortest trace that breaks each promise, and what was run, exactly; `--help` has the rest.
 */
const main = async (): Promise<number> => {
  const wanted = readOptions(process.argv.slice(2));
  if (wanted.kind === 'say') {
    console.info(wanted.text);
    return wanted.exitCode;
  }
  if (wanted.kind === 'stretch') return runStretch(wanted);
  const { faults } = await runTrace(wanted.trace, createSync);
  console.info(faults.length > 0 ? faults.join('\n') : 'no promise broken');
  return faults.length > 0 ? 1 : 0;
};

if (isMainThread) process.exitCode = await main();
else await doShare(workerData as Share, (news) => parentPort?.postMessage(news));
