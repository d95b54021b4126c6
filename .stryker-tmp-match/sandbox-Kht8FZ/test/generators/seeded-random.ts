/** A random source that a seed determines: no global randomness, the same numbers in every engine. */
// @ts-nocheck

export interface SeededRandom {
  /** From 0 to below 1. */
  readonly next: () => number;
  readonly between: (low: number, high: number) => number;
  readonly whole: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  readonly sign: () => 1 | -1;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Log-normal: half of the values lie below `median`. */
  readonly around: (median: number, spread: number) => number;
  /** By the percentiles of a measurement: pairs of share and value, straight lines between them. */
  readonly byPercentiles: (points: readonly (readonly [share: number, value: number])[]) => number;
}

/** Source: mulberry32 (Tommy Ettinger, public domain). */
export const seededRandom = (seed: number): SeededRandom => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + next() * (high - low);
  return {
    next,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    chance: (share) => next() < share,
    sign: () => (next() < 0.5 ? 1 : -1),
    pick: (items) => items[Math.floor(next() * items.length)] as (typeof items)[number],
    around: (median, spread) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(spread * normal);
    },
    byPercentiles: (points) => {
      const share = next();
      let [before, low] = [0, 0];
      for (const [at, value] of points) {
        if (share < at) return low + ((share - before) / (at - before)) * (value - low);
        [before, low] = [at, value];
      }
      return low;
    },
  };
};
