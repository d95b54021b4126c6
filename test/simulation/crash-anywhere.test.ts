import { describe, expect, it } from 'vitest';
import { createSync } from '../../src/sync/create-sync';
import { endOf } from './end-of';
import { runTrace } from './run-trace';
import { scenes } from './scenes';
import { step } from './steps';
import type { Accident, Trace } from './trace';

/** No sync of a scene makes more calls than this. */
const MOST_CALLS = 400;

/** The scene with an accident in one of its syncs, which is taken up again where it was killed. */
const withAccident = (trace: Trace, at: number, accident: Accident): Trace => ({
  ...trace,
  steps: trace.steps.map((step, index) => (index === at ? { ...step, accident, again: 'until-done' } : step)),
});

/** Tries an accident at every call of one sync, until the sync makes no such call any more. */
const everywhere = async (scene: Trace, sync: number, kind: Accident['kind']): Promise<readonly string[]> => {
  const clean = endOf(await runTrace(scene, createSync));
  const found: string[] = [];
  for (let at = 0; at < MOST_CALLS; at++) {
    const spoilt = await runTrace(withAccident(scene, sync, { kind, call: 'any', at }), createSync);
    if (!spoilt.history.events.has('accident')) break;
    const end = endOf(spoilt);
    const others = end.filter((line, index) => line !== clean[index]);
    if (spoilt.faults.length > 0 || end.length !== clean.length || others.length > 0) {
      found.push(`${kind} at call ${at} of sync ${sync}: ${JSON.stringify([...spoilt.faults, ...others])}`);
    }
  }
  return found;
};

describe.each(Object.entries(scenes))('%s', (_, scene) => {
  it('R1 crash anywhere: the end is the same, wherever a sync is killed', async () => {
    const found: string[] = [];
    for (const [index, { sync }] of scene.steps.entries()) {
      if (sync === 'no') continue;
      for (const kind of ['crash-before', 'crash-after'] as const)
        found.push(...(await everywhere(scene, index, kind)));
    }
    expect(found).toEqual([]);
  });

  it('R2 lost acknowledgement: the end is the same, whichever call of the last sync fails', async () => {
    const last = scene.steps.length - 1;
    // What failed is tried again after a while, before anything else changes.
    const patient = { ...scene, steps: [...scene.steps, step('pause'), step('pause')] };
    const found: string[] = [];
    for (const kind of ['throw-before', 'throw-after'] as const) found.push(...(await everywhere(patient, last, kind)));
    expect(found).toEqual([]);
  });
});
