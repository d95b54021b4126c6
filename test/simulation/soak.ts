import fc from 'fast-check';
import { createSync } from '../../src/sync/create-sync';
import { arbitraryTrace } from './arbitrary-trace';
import { promiseOf, shrink } from './hunt';
import { runTrace } from './run-trace';

const CHUNK = 1000;

const argument = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

/** Random traces for some minutes. Prints each seed, and the first trace that breaks a promise, as short as it can be. */
const soak = async (): Promise<number> => {
  const until = Date.now() + argument('--minutes', 1) * 60_000;
  let seed = argument('--seed', Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000));
  const found = new Set<string>();
  let traces = 0;
  while (Date.now() < until) {
    console.info(`seed ${seed}`);
    for (const trace of fc.sample(arbitraryTrace(), { numRuns: CHUNK, seed })) {
      if (Date.now() >= until) break;
      traces += 1;
      const { faults } = await runTrace(trace, createSync);
      for (const promise of new Set(faults.map(promiseOf))) {
        if (found.has(promise)) continue;
        found.add(promise);
        const shortest = await shrink(promise, trace, createSync);
        console.info(JSON.stringify({ faults: (await runTrace(shortest, createSync)).faults, trace: shortest }));
      }
    }
    seed += 1;
  }
  console.info(`${traces} traces, ${found.size} promises broken${found.size > 0 ? `: ${[...found].join(', ')}` : ''}`);
  return found.size > 0 ? 1 : 0;
};

process.exitCode = await soak();
