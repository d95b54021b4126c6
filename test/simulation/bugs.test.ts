import { describe, expect, test } from 'vitest';
import { createSync } from '../../src/sync/create-sync';
import { runs, seedOf } from '../reconcile/runs';
import { BUGS, HOST_BUGS } from './bugs';
import { findBug } from './find-bug';
import { runTrace } from './run-trace';
import { circumstances, scenes } from './scenes';
import type { Bug, MakeSync } from './simulation';

const DIRECTED = [...Object.values(scenes), ...Object.values(circumstances)];

/** Whether a scene, or else a random trace, shows that something is wrong. */
const isFound = async (makeSync: MakeSync, seed: number, bug?: Bug): Promise<boolean> => {
  for (const scene of DIRECTED) if ((await runTrace(scene, makeSync, bug)).faults.length > 0) return true;
  const discovery = await findBug(makeSync, { seed, most: runs(1000), ...(bug && { bug }) });
  return discovery !== undefined;
};

describe('scenes', () => {
  test.each(Object.entries({ ...scenes, ...circumstances }))('%s', async (_, scene) => {
    expect((await runTrace(scene, createSync)).faults).toEqual([]);
  });
});

describe('the harness finds what it is there for', () => {
  test.each(Object.entries(BUGS))('%s', async (name, bug) => {
    expect(await isFound(createSync, seedOf(name), bug)).toBe(true);
  });

  test.each(Object.entries(HOST_BUGS))('%s', async (name, spoil) => {
    expect(await isFound(spoil(createSync), seedOf(name))).toBe(true);
  });
});
