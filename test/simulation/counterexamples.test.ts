import { describe, expect, it } from 'vitest';
import { createSync } from '../../src/sync/create-sync';
import { runTrace } from './run-trace';
import type { Setting, Trace, TraceStep } from './trace';

const step = (action: TraceStep['action'], rest: Partial<TraceStep> = {}): TraceStep => ({
  action,
  index: 0,
  variant: 0,
  sync: 'no',
  ...rest,
});

const trace = (setting: Partial<Setting>, ...steps: readonly TraceStep[]): Trace => ({
  profile: 'apple-health',
  devices: 1,
  ...setting,
  steps,
});

/** Traces that a simulation once found something in, each with what had been wrong. */
const FOUND: Readonly<Record<string, Trace>> = {
  'E4 the checkpoint of a read in pages outlived the read, and the next read began in its middle': trace(
    { pageSize: 1, feed: 'full' },
    step('watchWrites', { sync: 'first' }),
  ),
  'R8 an item whose trouble the user had cleared was not planned again before a restart': trace(
    {},
    step('watchWrites'),
    step('nothing', { sync: 'first', accident: { kind: 'throw-before', at: 24 } }),
    step('clockBack'),
  ),
};

describe('what simulations found', () => {
  it.each(Object.entries(FOUND))('%s', async (_, found) => {
    expect((await runTrace(found, createSync)).faults).toEqual([]);
  });
});
