import { describe, expect, it } from 'vitest';
import { createSync } from '../../src/sync/create-sync';
import { runTrace } from './run-trace';
import { mishap, step, trace } from './steps';
import type { Trace } from './trace';

/** Traces that a simulation once found something in, each with what had been wrong. */
const FOUND: Readonly<Record<string, Trace>> = {
  'E4 the checkpoint of a read in pages outlived the read, and the next read began in its middle': trace(
    { pageSize: 1, feed: 'full' },
    step('watchWrites'),
  ),
  'S5 a record of ours that a read without proof lacked was written again': trace(
    { feed: 'full', witness: 'none' },
    step('busyWeek', { sync: 'background' }),
    step('clearStore'),
    step('editDetail'),
  ),
  'R8 an item whose trouble the user had cleared was not planned again before a restart': trace(
    {},
    mishap('watchWrites', 'throw-before', 'sessions.apply'),
    step('clockBack', { sync: 'no' }),
  ),
};

describe('what simulations found', () => {
  it.each(Object.entries(FOUND))('%s', async (_, found) => {
    expect((await runTrace(found, createSync)).faults).toEqual([]);
  });
});
