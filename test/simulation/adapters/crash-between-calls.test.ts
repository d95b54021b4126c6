import { describe, expect, it } from 'vitest';
import type { Platform } from '../../../src/domain/platform';
import { crashAnywhere } from '../accident-anywhere';
import { scenes } from '../scenes';
import type { MakeHealth } from '../simulation';
import { healthConnectWorld } from './health-connect-world';
import { healthKitWorld } from './healthkit-world';

const ADAPTERS: Readonly<Record<Platform, MakeHealth>> = {
  'apple-health': healthKitWorld(),
  'health-connect': (_platform, options) => healthConnectWorld(options),
};

describe.each(Object.entries(scenes))('%s', (_, scene) => {
  it('R1 crash anywhere: every part is there and none is left over, between whichever two calls of the client library a sync is killed', async () => {
    const { variants, found } = await crashAnywhere(scene, ADAPTERS[scene.profile]);
    expect(found).toEqual([]);
    expect(variants).toBeGreaterThan(30);
  });
});
