import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSync } from '../../src/sync/create-sync';
import { runs, seedOf } from '../reconcile/runs';
import { peacefulTrace } from './arbitrary-trace';
import { endOf } from './end-of';
import { runTrace } from './run-trace';
import type { Trace } from './trace';

/** Two ways to live through the same things, which must end alike. */
const PAIRS: Readonly<Record<string, readonly [usual: number, other: (trace: Trace) => Trace]>> = {
  'E1 expiry: changes, or everything read each time': [150, (trace) => ({ ...trace, feed: 'full' })],
  'E1 expiry: a cursor that is good, or expired at every sync': [
    100,
    (trace) => ({ ...trace, steps: trace.steps.flatMap((step) => [step, EXPIRE]) }),
  ],
  'R4 pages: all at once, or one by one': [100, (trace) => ({ ...trace, pageSize: 1 })],
  'R4 pages: once, or with repetitions': [100, (trace) => ({ ...trace, pageSize: 2, paging: 'repeated' })],
  'R4 pages: in order, or shuffled': [100, (trace) => ({ ...trace, pageSize: 2, paging: 'shuffled' })],
  'R10 budget: a whole run, or one step at a time': [
    100,
    (trace) => ({ ...trace, steps: trace.steps.map((step) => ({ ...step, budget: 1, again: 'until-done' })) }),
  ],
  'R11 two devices: one phone, or two that take turns': [
    100,
    (trace) => ({
      ...trace,
      devices: 2,
      steps: trace.steps.flatMap((step) => (step.sync === 'no' ? [step] : [step, SECOND])),
    }),
  ],
};

const EXPIRE = { action: 'expire', index: 0, variant: 0, sync: 'no' } as const;
const SECOND = { action: 'pause', index: 0, variant: 0, sync: 'second' } as const;

describe('the same things end alike', () => {
  it.each(Object.entries(PAIRS))('%s', async (title, [usual, other]) => {
    const seed = seedOf(title);
    const property = fc.asyncProperty(peacefulTrace(), async (trace) => {
      const one = await runTrace(trace, createSync);
      const two = await runTrace(other(trace), createSync);
      expect([...one.faults, ...two.faults]).toEqual([]);
      expect(endOf(two)).toEqual(endOf(one));
    });
    await fc.assert(property, { numRuns: runs(usual), seed });
  });
});
