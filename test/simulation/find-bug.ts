import fc from 'fast-check';
import { arbitraryTrace } from './arbitrary-trace';
import { runTrace } from './run-trace';
import type { Bug, MakeSync } from './simulation';

/** What shows that something is wrong, and after how many traces; nothing where no trace shows it. */
export interface Discovery {
  readonly traces: number;
  readonly faults: readonly string[];
}

/** Runs random traces until one finds a fault. */
export const findBug = async (
  makeSync: MakeSync,
  { bug, seed, most }: { readonly bug?: Bug; readonly seed: number; readonly most: number },
): Promise<Discovery | undefined> => {
  const CHUNK = 50;
  for (let from = 0; from < most; from += CHUNK) {
    const traces = fc.sample(arbitraryTrace(), { numRuns: CHUNK, seed: seed + from });
    for (const [index, trace] of traces.entries()) {
      const { faults } = await runTrace(trace, makeSync, bug);
      if (faults.length > 0) return { traces: from + index + 1, faults };
    }
  }
  return undefined;
};
