import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createSync } from '../../src/sync/create-sync';
import { runTrace } from './run-trace';
import { doShare, type News, type Share } from './soak-families';

/** What a commit must stand. */
const BUDGET = { exhaustive: 80_000, random: 100_000, crash: 100_000 };

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

const numberOf = (name: string, otherwise: number): number => Number(argument(name) ?? otherwise);

/** Every core's share, and what all of them have to say. */
const runShares = async (share: Omit<Share, 'worker'>): Promise<number> => {
  const started = Date.now();
  const counts = { exhaustive: 0, random: 0, crash: 0 };
  const known = new Set<string>();
  let nextSeed = share.seed;
  const hear = (news: News): void => {
    if (news.kind === 'count') counts[news.family] += news.traces;
    else if (news.kind === 'seeds') nextSeed = Math.max(nextSeed, news.next);
    else if (!known.has(news.broken.promise)) {
      known.add(news.broken.promise);
      console.info(JSON.stringify(news.broken));
    }
  };
  const ended = Array.from({ length: share.workers }, async (_, worker) => {
    const thread = new Worker(fileURLToPath(import.meta.url), { workerData: { ...share, worker } });
    thread.on('message', hear);
    await new Promise<void>((resolve, reject) => {
      thread.on('error', reject);
      thread.on('exit', () => resolve());
    });
  });
  await Promise.all(ended);
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  console.info(
    `${counts.exhaustive} short traces, ${counts.crash} traces with a crash, ${counts.random} random traces ` +
      `(seeds ${share.seed} to ${nextSeed - 1}) in ${minutes} minutes: ` +
      `${known.size} promises broken${known.size > 0 ? `: ${[...known].join(', ')}` : ''}`,
  );
  return known.size > 0 ? 1 : 0;
};

/**
 * The simulation at length, on every core: the budget of a commit, or with `--minutes` as many random traces and crashes as
 * fit. Prints the shortest trace that breaks each promise; `--trace '{…}'` runs one again, and
 * `--where '{…}'` sets what all random traces have in common.
 */
const main = async (): Promise<number> => {
  const again = argument('trace');
  if (again !== undefined) {
    const { faults } = await runTrace(JSON.parse(again), createSync);
    console.info(faults.length > 0 ? faults.join('\n') : 'no promise broken');
    return faults.length > 0 ? 1 : 0;
  }
  const workers = numberOf('workers', availableParallelism());
  const seed = numberOf('seed', Number(process.env.PROPERTY_SEED ?? 20_261_121));
  const where = JSON.parse(argument('where') ?? '{}');
  const minutes = argument('minutes');
  if (minutes === undefined) {
    const budget = Object.entries(BUDGET).map(([name, count]) => [name, numberOf(name, count)]);
    return runShares({
      workers,
      seed,
      where,
      ...(Object.fromEntries(budget) as typeof BUDGET),
      until: Number.MAX_SAFE_INTEGER,
    });
  }
  const until = Date.now() + Number(minutes) * 60_000;
  return runShares({
    workers,
    seed,
    where,
    exhaustive: 0,
    random: Number.MAX_SAFE_INTEGER,
    crash: numberOf('crash', 0),
    until,
  });
};

if (isMainThread) process.exitCode = await main();
else await doShare(workerData as Share, (news) => parentPort?.postMessage(news));
