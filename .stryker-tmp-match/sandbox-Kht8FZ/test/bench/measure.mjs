/**
 * Medians of several rounds, the contestants in turn within each round, so that a drift of the machine's speed meets all
 * of them alike.
 *
 * @param {Record<string, () => unknown>} contestants
 */
// @ts-nocheck

export const measure = (contestants, rounds) => {
  const names = Object.keys(contestants);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) contestants[name]();
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      globalThis.gc?.();
      const start = performance.now();
      contestants[name]();
      times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
};

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
