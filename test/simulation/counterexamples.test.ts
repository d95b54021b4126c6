import { expect, it } from 'vitest';
import { createSync } from '../../src/sync/create-sync';
import { COUNTEREXAMPLES } from './counterexamples';
import { runTrace } from './run-trace';

it.each(Object.entries(COUNTEREXAMPLES))('%s', async (_, found) => {
  expect((await runTrace(found, createSync)).faults).toEqual([]);
});
