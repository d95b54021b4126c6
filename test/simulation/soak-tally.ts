/** Which chunks of a stretch are done. */
export interface Tally {
  readonly done: (seed: number, traces: number) => void;
  /** The first seed that is not done. */
  readonly next: () => number;
  /** How many traces the seeds before it gave. */
  readonly traces: () => number;
}

/**
 * Counts the chunks that are done one after another from the first seed on: workers end in any order, and a stretch that is
 * stopped must say exactly what was run.
 */
export const openTally = (first: number): Tally => {
  const ahead = new Map<number, number>();
  let next = first;
  let traces = 0;
  return {
    done: (seed, count) => {
      ahead.set(seed, count);
      for (let met = ahead.get(next); met !== undefined; met = ahead.get(next)) {
        ahead.delete(next);
        traces += met;
        next += 1;
      }
    },
    next: () => next,
    traces: () => traces,
  };
};

/** The seeds from the first on, in words. */
export const seedsOf = (first: number, { next }: Tally): string =>
  next() === first ? 'no seed' : `seeds ${first} to ${next() - 1}`;
