import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import { reconcile } from '../../src/reconcile/reconcile';
import { debugBundle } from '../../src/state/debug-bundle';
import { FAR, failing, plainWorld, trained, WIT, works } from '../sync/plain-world';
import { heartRate } from '../sync/with-samples';

describe('debugBundle', () => {
  const broken = async () => {
    const settings = settingsFrom({ export: { summaryOnly: 'refuse' } });
    const world = plainWorld([FAR], [WIT, trained('s', 0, 60)], settings);
    const sessions = { ...world.app, readDetail: async () => heartRate(0, 60) };
    const host = { store: world.store, sessions, state: world.state, settings, account: 'ada', device: 'phone' };
    const clock = { now: () => world.now, sleep: async () => undefined };
    failing(world, 'store.save', 'invalid');
    await world.open({ sessions }).run();
    works(world);
    return { world, sessions, host: { ...host, clock } };
  };

  it('gives the steps of the real world, also where samples of sessions were counted', async () => {
    const { world, sessions, host } = await broken();
    const bundle = await debugBundle(host);
    if (bundle.kind !== 'ok') throw new Error(bundle.error.message);
    const real = await world.open({ sessions }).preview();
    const kinds = ({ steps }: { readonly steps: typeof real.steps }) => steps.map(({ effect }) => effect.kind);
    expect(kinds(reconcile(bundle.value.world))).toEqual(kinds(real));
  });

  it('says whose a state is whose head is damaged', async () => {
    const { world, host } = await broken();
    world.rows.set('head/', '{"half":');
    const bundle = await debugBundle(host);
    expect(bundle.kind === 'ok' && bundle.value.isOurs).toBe(true);
  });
});
