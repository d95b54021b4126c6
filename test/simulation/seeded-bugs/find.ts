import fc from 'fast-check';
import { createSync } from '../../../src/sync/create-sync';
import { arbitraryTrace } from '../arbitrary-trace';
import { runTrace } from '../run-trace';
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

/** How a bug was found: by which trace of the seed's, and which promise it broke. */
export interface Found {
  readonly traces: number;
  readonly fault: string;
}

/** Runs random traces until one breaks a promise. A run that throws is a fault, too. */
export const find = async (seed: number, budget: number): Promise<Found | undefined> => {
  let traces = 0;
  for (const trace of fc.sample(arbitraryTrace(), { numRuns: budget, seed })) {
    traces += 1;
    try {
      const { faults } = await runTrace(trace, impatient(trace));
      if (faults[0] !== undefined) return { traces, fault: faults[0] };
    } catch (thrown) {
      return { traces, fault: `threw ${String(thrown)}` };
    }
  }
  return undefined;
};
