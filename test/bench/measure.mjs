import { median } from './median.mjs';

const WARM_UP_MILLISECONDS = 300;

const timeOf = (run) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

/** Runs a contestant until the engine has had time to compile it. */
const warmUp = (run) => {
  let spent = 0;
  while (spent < WARM_UP_MILLISECONDS) spent += timeOf(run);
};

/**
 * Median milliseconds of several rounds, the contestants in turn within each round, so that a drift of the machine's speed
 * meets all of them alike. Garbage is collected when the engine likes: forcing it between rounds throws away what the
 * engine has learned about the code, and distorts all of them.
 *
 * @param {Record<string, () => unknown>} contestants
 */
export const measure = (contestants, rounds) => {
  const runs = Object.entries(contestants);
  for (const [, run] of runs) warmUp(run);
  const times = new Map(runs.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of runs) times.get(name).push(timeOf(run));
  }
  return Object.fromEntries([...times].map(([name, taken]) => [name, median(taken)]));
};
