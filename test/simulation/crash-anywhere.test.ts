import { describe, expect, it } from 'vitest';
import { accidentAnywhere, crashAnywhere } from './accident-anywhere';
import { scenes } from './scenes';
import { step } from './steps';

describe.each(Object.entries(scenes))('%s', (_, scene) => {
  it('R1 crash anywhere: the end is the same, wherever a sync is killed', async () => {
    const { variants, found } = await crashAnywhere(scene);
    expect(found).toEqual([]);
    expect(variants).toBeGreaterThan(10);
  });

  it('R2 lost acknowledgement: the end is the same, whichever call of the last sync fails', async () => {
    const last = scene.steps.length - 1;
    // What failed is tried again after a while, before anything else changes.
    const patient = { ...scene, steps: [...scene.steps, step('pause'), step('pause')] };
    for (const kind of ['throw-before', 'throw-after'] as const) {
      expect((await accidentAnywhere(patient, last, kind)).found).toEqual([]);
    }
  });
});
