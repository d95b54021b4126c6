import fc from 'fast-check';
import { createSync } from '../../../src/sync/create-sync';
import { arbitraryTrace } from '../arbitrary-trace';
import { runTrace } from '../run-trace';

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
      const { faults } = await runTrace(trace, createSync);
      if (faults[0] !== undefined) return { traces, fault: faults[0] };
    } catch (thrown) {
      return { traces, fault: `threw ${String(thrown)}` };
    }
  }
  return undefined;
};
