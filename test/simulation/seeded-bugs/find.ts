import fc from 'fast-check';
import { createSync } from '../../../src/sync/create-sync';
import { arbitraryTrace } from '../arbitrary-trace';
import { runTrace } from '../run-trace';
import { circumstances, scenes } from '../scenes';
import type { MakeSync } from '../simulation';
import type { Trace } from '../trace';

const TEN_YEARS_SECONDS = 315_360_000;

/** What no feed ever tells: deletions that the store forgot, and what was there while reading was denied unseen. */
const UNTOLD: ReadonlySet<string> = new Set(['purge', 'denyRead']);

/**
 * The full read, once a day, mends much of what a bug breaks. It is left out where nothing in the trace makes it necessary, so that
 * what it would mend is seen.
 */
const impatient = ({ steps }: Trace): MakeSync =>
  steps.some(({ action, accident }) => UNTOLD.has(action) || UNTOLD.has(accident?.action ?? ''))
    ? createSync
    : (host) => createSync({ ...host, pace: { ...host.pace, fullReadSeconds: TEN_YEARS_SECONDS } });

/** How a bug was found: by which scene or trace of the seed's, and which promise it broke. */
export interface Found {
  readonly scene?: string;
  readonly traces: number;
  readonly fault: string;
}

/** The first fault of a trace. A run that throws is one, too. */
const faultOf = async (trace: Trace, makeSync: MakeSync): Promise<string | undefined> => {
  try {
    return (await runTrace(trace, makeSync)).faults[0];
  } catch (thrown) {
    return `threw ${String(thrown)}`;
  }
};

/** Plays the scenes, then random traces, until something breaks a promise. */
export const find = async (seed: number, budget: number): Promise<Found | undefined> => {
  for (const [scene, trace] of Object.entries({ ...scenes, ...circumstances })) {
    const fault = await faultOf(trace, createSync);
    if (fault !== undefined) return { scene, traces: 0, fault };
  }
  let traces = 0;
  for (const trace of fc.sample(arbitraryTrace(), { numRuns: budget, seed })) {
    traces += 1;
    const fault = await faultOf(trace, impatient(trace));
    if (fault !== undefined) return { traces, fault };
  }
  return undefined;
};
