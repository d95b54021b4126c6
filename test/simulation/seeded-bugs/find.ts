import fc from 'fast-check';
import { createSync } from '../../../src/sync/create-sync';
import { arbitraryTrace, isTold } from '../arbitrary-trace';
import { runTrace } from '../run-trace';
import { circumstances, scenes } from '../scenes';
import type { Trace } from '../trace';

/**
 * The full read, once a day, mends much of what a bug breaks. It is left out where nothing in the trace makes it necessary, so that
 * what it would mend is seen.
 */
const impatient = (trace: Trace): Trace => (isTold(trace.steps) ? { ...trace, fullReads: 'needed' } : trace);

/** How a bug was found: by which scene or trace of the seed's, and which promise it broke. */
export interface Found {
  readonly scene?: string;
  readonly traces: number;
  readonly fault: string;
}

/** The first fault of a trace. A run that throws is one, too. */
const faultOf = async (trace: Trace): Promise<string | undefined> => {
  try {
    return (await runTrace(trace, createSync)).faults[0];
  } catch (thrown) {
    return `threw ${String(thrown)}`;
  }
};

/** Plays the scenes, then random traces, until something breaks a promise. */
export const find = async (seed: number, budget: number): Promise<Found | undefined> => {
  for (const [scene, trace] of Object.entries({ ...scenes, ...circumstances })) {
    const fault = await faultOf(trace);
    if (fault !== undefined) return { scene, traces: 0, fault };
  }
  let traces = 0;
  for (const trace of fc.sample(arbitraryTrace(), { numRuns: budget, seed })) {
    traces += 1;
    const fault = await faultOf(impatient(trace));
    if (fault !== undefined) return { traces, fault };
  }
  return undefined;
};
