import fc from 'fast-check';
import { createSync } from '../../src/sync/create-sync';
import { crashAnywhere } from './accident-anywhere';
import { arbitraryTrace, peacefulTrace } from './arbitrary-trace';
import { promiseOf, shrink } from './hunt';
import { runTrace } from './run-trace';
import { ALPHABET, shortTraces } from './short-traces';
import type { Setting, Trace } from './trace';

/** How much one worker does, and which part of it. */
export interface Share {
  readonly worker: number;
  readonly workers: number;
  /** The first seed; every chunk of random traces has the next one. */
  readonly seed: number;
  /** How many of each kind all workers together run: at least so many. */
  readonly exhaustive: number;
  readonly random: number;
  readonly crash: number;
  /** What every random trace is set to, to look at one kind of world. */
  readonly where: Partial<Setting>;
  /** Nothing more is begun after this, in milliseconds since 1970. */
  readonly until: number;
}

/** A trace that broke a promise, as short as it could be made. */
interface Broken {
  readonly promise: string;
  readonly faults: readonly string[];
  readonly trace: Trace;
}

/** What a worker tells: how far it is, and what it found. */
export type News =
  | { readonly kind: 'count'; readonly family: 'exhaustive' | 'random' | 'crash'; readonly traces: number }
  | { readonly kind: 'broken'; readonly broken: Broken }
  | { readonly kind: 'seeds'; readonly next: number };

type Tell = (news: News) => void;

const CHUNK = 500;

/** Tells each promise's first break. */
const teller = (tell: Tell) => {
  const known = new Set<string>();
  return async (trace: Trace, faults: readonly string[]): Promise<void> => {
    for (const promise of new Set(faults.map(promiseOf))) {
      if (known.has(promise)) continue;
      known.add(promise);
      const shortest = await shrink(promise, trace, createSync);
      const { faults: wrong } = await runTrace(shortest, createSync);
      tell({ kind: 'broken', broken: { promise, faults: wrong, trace: shortest } });
    }
  };
};

const PLATFORMS = ['apple-health', 'health-connect'] as const;

/** Every trace of up to three steps of the whole alphabet, then of four steps of its first twelve letters. */
const allShort = (): readonly Trace[] => [
  ...[1, 2, 3].flatMap((length) => PLATFORMS.flatMap((one) => shortTraces(one, length, ALPHABET.length))),
  ...PLATFORMS.flatMap((one) => shortTraces(one, 4, 12)),
];

const exhaust = async (share: Share, tell: Tell): Promise<void> => {
  if (share.exhaustive === 0) return;
  const broke = teller(tell);
  let traces = 0;
  for (const [index, trace] of allShort().slice(0, share.exhaustive).entries()) {
    if (index % share.workers !== share.worker) continue;
    if (Date.now() >= share.until) break;
    await broke(trace, (await runTrace(trace, createSync)).faults);
    traces += 1;
    if (traces % CHUNK === 0) tell({ kind: 'count', family: 'exhaustive', traces: CHUNK });
  }
  tell({ kind: 'count', family: 'exhaustive', traces: traces % CHUNK });
};

/** Chunks of seeds, until this worker's part of the count is reached or the time is over. */
const inChunks = async (
  { worker, workers, seed, until }: Share,
  count: number,
  family: 'random' | 'crash',
  tell: Tell,
  chunk: (seed: number) => Promise<number>,
): Promise<void> => {
  let traces = 0;
  for (let at = seed + worker; traces < count / workers && Date.now() < until; at += workers) {
    const done = await chunk(at);
    traces += done;
    tell({ kind: 'count', family, traces: done });
    tell({ kind: 'seeds', next: at + 1 });
  }
};

const wander = (share: Share, tell: Tell): Promise<void> => {
  const broke = teller(tell);
  return inChunks(share, share.random, 'random', tell, async (seed) => {
    for (const sample of fc.sample(arbitraryTrace(), { numRuns: CHUNK, seed })) {
      const trace = { ...sample, ...share.where };
      await broke(trace, (await runTrace(trace, createSync)).faults);
    }
    return CHUNK;
  });
};

/** Where the end differs, the end itself is what is wrong: that is no promise's name. */
const crash = (share: Share, tell: Tell): Promise<void> =>
  inChunks(share, share.crash, 'crash', tell, async (seed) => {
    let traces = 0;
    for (const scene of fc.sample(peacefulTrace(), { numRuns: 5, seed })) {
      const { variants, found } = await crashAnywhere(scene);
      traces += variants;
      for (const { trace, wrong } of found.slice(0, 1)) {
        tell({ kind: 'broken', broken: { promise: 'R1', faults: wrong, trace } });
      }
    }
    return traces;
  });

/** One worker's part of all three families. */
export const doShare = async (share: Share, tell: Tell): Promise<void> => {
  await exhaust(share, tell);
  await crash(share, tell);
  await wander(share, tell);
};
