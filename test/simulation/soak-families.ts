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
  /** The first seed; every chunk of traces has the next one. */
  readonly seed: number;
  /** How many steps are drawn for a trace, at most. */
  readonly length: number;
  /** How many of each kind all workers together run: at least so many. */
  readonly exhaustive: number;
  readonly random: number;
  readonly crash: number;
  /** What every random trace is set to, to look at one kind of world. */
  readonly where: Partial<Setting>;
  /** Nothing more is begun after this, in milliseconds since 1970. */
  readonly until: number;
  /** What the workers share. */
  readonly board: Int32Array;
}

/** The places of the board: the chunks of each kind that are taken, the traces with a crash that are done, and whether to stop. */
export const BOARD = { random: 0, crash: 1, crashTraces: 2, stop: 3 } as const;

export const openBoard = (): Int32Array =>
  new Int32Array(new SharedArrayBuffer(Object.keys(BOARD).length * Int32Array.BYTES_PER_ELEMENT));

/** A trace that broke a promise, as short as it could be made. */
interface Broken {
  readonly promise: string;
  readonly faults: readonly string[];
  readonly trace: Trace;
}

/** What a worker tells: how far it is, and what it found. */
export type News =
  | { readonly kind: 'short'; readonly traces: number }
  | { readonly kind: 'chunk'; readonly family: 'random' | 'crash'; readonly seed: number; readonly traces: number }
  | { readonly kind: 'broken'; readonly broken: Broken };

type Tell = (news: News) => void;

const CHUNK = 500;

/** Runs a trace, and tells each promise's first break. */
const runner = (tell: Tell) => {
  const known = new Set<string>();
  return async (trace: Trace): Promise<void> => {
    const { faults } = await runTrace(trace, createSync);
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

const isOver = ({ until, board }: Share): boolean => Date.now() >= until || Atomics.load(board, BOARD.stop) > 0;

const exhaust = async (share: Share, tell: Tell): Promise<void> => {
  if (share.exhaustive === 0) return;
  const run = runner(tell);
  let traces = 0;
  for (const [index, trace] of allShort().slice(0, share.exhaustive).entries()) {
    if (index % share.workers !== share.worker) continue;
    if (isOver(share)) break;
    await run(trace);
    traces += 1;
    if (traces % CHUNK === 0) tell({ kind: 'short', traces: CHUNK });
  }
  tell({ kind: 'short', traces: traces % CHUNK });
};

const PLACES = { random: BOARD.random, crash: BOARD.crash };

/** Takes one chunk after another, until all are taken or the time is over. What was taken is run to its end: no seed is skipped. */
const inChunks = async (
  share: Share,
  family: 'random' | 'crash',
  isEnough: (taken: number) => boolean,
  tell: Tell,
  chunk: (seed: number) => Promise<number>,
): Promise<void> => {
  const { board, seed: first } = share;
  while (!isOver(share) && !isEnough(Atomics.load(board, PLACES[family]))) {
    const seed = first + Atomics.add(board, PLACES[family], 1);
    tell({ kind: 'chunk', family, seed, traces: await chunk(seed) });
  }
};

const wander = (share: Share, tell: Tell): Promise<void> => {
  const run = runner(tell);
  const isEnough = (taken: number): boolean => taken * CHUNK >= share.random;
  return inChunks(share, 'random', isEnough, tell, async (seed) => {
    for (const sample of fc.sample(arbitraryTrace(share.length), { numRuns: CHUNK, seed }))
      await run({ ...sample, ...share.where });
    return CHUNK;
  });
};

/** A scene is played once for every call that it makes: what is long is played too often. */
const sceneLength = ({ length }: Share): number => Math.max(1, length - 2);

/** Where the end differs, the end itself is what is wrong: that is no promise's name. */
const crash = (share: Share, tell: Tell): Promise<void> => {
  const isEnough = (): boolean => Atomics.load(share.board, BOARD.crashTraces) >= share.crash;
  return inChunks(share, 'crash', isEnough, tell, async (seed) => {
    let traces = 0;
    for (const scene of fc.sample(peacefulTrace(sceneLength(share)), { numRuns: 5, seed })) {
      const { variants, found } = await crashAnywhere(scene);
      traces += variants;
      for (const { trace, wrong } of found.slice(0, 1)) {
        tell({ kind: 'broken', broken: { promise: 'R1', faults: wrong, trace } });
      }
    }
    Atomics.add(share.board, BOARD.crashTraces, traces);
    return traces;
  });
};

/** One worker's part of all three families. */
export const doShare = async (share: Share, tell: Tell): Promise<void> => {
  await exhaust(share, tell);
  await crash(share, tell);
  await wander(share, tell);
};
