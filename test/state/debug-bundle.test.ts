import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/domain/session';
import type { Workout } from '../../src/domain/workout';
import { settingsFrom } from '../../src/policy/settings-from';
import { storeError } from '../../src/ports/store-error';
import { reconcile } from '../../src/reconcile/reconcile';
import { debugBundle, seedLinks } from '../../src/state/index';
import type { SyncHost } from '../../src/sync/surface/host';
import { at, GRANTED, OWN_APP, type PlainWorld, plainWorld, run, tell, trained } from '../sync/plain-world';
import { answerOf, hostOf } from './answer-of';
import { differences } from './up-to-names';

const HIDDEN = settingsFrom({
  import: {
    ignoredSources: ['com.secret.junk'],
    preferredSources: ['com.secret.fine'],
    refusedOrigins: ['secret-service'],
  },
});

/** A host with a secret in every text that it may hand over. */
const secretWorld = (): PlainWorld => {
  const fields = {
    notes: 'secret note',
    route: [{ latitude: 52.520008, longitude: 13.404954 }],
    source: { app: 'com.secret.watch', appName: 'Secret app', device: { type: 'watch', model: 'Secret model' } },
    relayedFrom: ['secret-relay'],
  } as const;
  const workout = (key: string, from: number, to: number): Workout =>
    ({
      ...run(key, from, to),
      ...fields,
      sourceId: `secret source ${key}`,
      crossIds: [`secret ${key}.fit`],
      title: `Secret title ${key}`,
      external: { id: 'secret-external', version: 1 },
    }) as Workout;
  const session = (key: string, from: number, to: number): Session =>
    ({ ...trained(key, from, to), notes: 'secret note', title: 'Secret lunch', revision: 'secret-etag' }) as Session;
  return plainWorld(
    [
      workout('secret-w1', 0, 60),
      workout('secret-w2', 300, 360),
      run('secret-junk', 5, 9, { source: { app: 'com.secret.junk' } }),
    ],
    [session('secret-s1', 600, 660), { ...session('secret-s2', 900, 960), owner: 'secret-tablet' }],
    HIDDEN,
  );
};

const syncHost = (world: PlainWorld, rest: Partial<SyncHost> = {}): SyncHost => ({
  ...hostOf(world),
  sessions: world.app,
  settings: HIDDEN,
  clock: { now: () => world.now, sleep: async () => undefined },
  account: 'secret-account',
  device: 'secret-phone',
  ...rest,
});

const OURS = { account: 'secret-account', device: 'secret-phone' };

describe('debugBundle', () => {
  it('holds no secret of what the host hands over, remembers or reports', async () => {
    const world = secretWorld();
    world.interfere = (call) => {
      if (call === 'store.save') throw storeError('invalid', 'secret message');
    };
    const sync = world.open(OURS);
    await sync.run({ trigger: 'secret trigger' });
    await sync.decide({ kind: 'different', a: 'secret-s1', b: 'secret-w2' });
    await seedLinks({ ...hostOf(world), ...OURS }, [{ session: 'secret-s7', workout: 'secret-w7', kind: 'matched' }]);
    const bundle = answerOf(await debugBundle(syncHost(world)));
    const text = JSON.stringify(bundle);
    expect(text).not.toMatch(/secret|junk|52\.52|13\.40|note/i);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    for (const told of ['health-store', 'invalid', 'imported', 'other', 'watch', 'title000001'])
      expect(text).toContain(told);
    expect(bundle).toMatchObject({ kind: 'workout-sync-debug', format: 1, isOurs: true, hasCursor: true, seeds: 1 });
    expect(bundle.runs).toHaveLength(1);
    expect(bundle.troubles).toHaveLength(1);
  });

  it('is planned to the steps of the next run, up to the names and the shift', async () => {
    const world = secretWorld();
    const sync = world.open(OURS);
    await sync.run();
    world.sessions.set('secret-s1', { ...trained('secret-s1', 600, 640), title: 'Secret lunch', revision: 'secret-2' });
    world.sessions.delete('apple-health:secret-w2');
    tell(world, [run('secret-w8', 1000, 1060)], ['secret-w1']);
    const plan = await sync.preview();
    expect(plan.steps.map(({ effect }) => effect.kind).sort()).toEqual([
      'import',
      'set-link',
      'set-link',
      'update-workout',
    ]);
    const { world: told, at: shifted } = answerOf(await debugBundle(syncHost(world), { shiftSeconds: 3600 }));
    expect(differences(plan.steps, reconcile(JSON.parse(JSON.stringify(told))).steps, 3_600_000)).toEqual([]);
    expect(shifted).toBe(world.now + 3_600_000);
  });

  it('is planned to the same steps where a session is set aside and a workout has its key', async () => {
    const world = plainWorld([run('far', -900, -850)], [trained('x', 600, 640), trained('s1', 100, 140)]);
    world.interfere = (call) => {
      if (call === 'store.save') throw storeError('invalid', 'no');
    };
    const sync = world.open({ pace: { attempts: 1 } });
    await sync.run();
    world.interfere = () => undefined;
    tell(world, [run('x', 1000, 1060)]);
    const plan = await sync.preview();
    expect([plan.blocked.length, plan.steps.length]).toEqual([2, 1]);
    const { world: told } = answerOf(await debugBundle(syncHost(world)));
    expect(differences(plan.steps, reconcile(JSON.parse(JSON.stringify(told))).steps, 0)).toEqual([]);
  });

  it('changes nothing, on neither side nor in the state', async () => {
    const world = secretWorld();
    await world.open(OURS).run();
    const before = new Map(world.rows);
    world.calls.length = 0;
    await debugBundle(syncHost(world));
    expect(world.rows).toEqual(before);
    expect(world.calls).toEqual(['app.read']);
  });

  it('is made where neither side answers, and says that the sessions are not complete', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    await world.open().run();
    const broken = async () => {
      throw storeError('offline', 'no');
    };
    const host = syncHost(world, {
      store: { ...world.store, access: broken },
      sessions: { ...world.app, read: broken },
    });
    const bundle = answerOf(await debugBundle(host));
    expect(bundle.world.sessions).toMatchObject({ items: [], complete: false });
    expect(bundle.world.mirror.items).toHaveLength(1);
    expect(bundle).toMatchObject({ isOurs: false });
    expect(reconcile(bundle.world).steps).toEqual([]);
  });

  it('is made of an empty state too, and refuses a newer one by name', async () => {
    const world = plainWorld([], [trained('s1', 0, 60)]);
    const bundle = answerOf(await debugBundle(syncHost(world)));
    expect(bundle).toMatchObject({ runs: [], troubles: [], hasCursor: false, pendingExports: 0, damaged: 0 });
    expect(bundle).not.toHaveProperty('isOurs');
    world.rows.set('head/', JSON.stringify({ format: 2, account: 'ada', device: 'phone', platform: 'apple-health' }));
    expect(await debugBundle(syncHost(world))).toMatchObject({ kind: 'error', error: { code: 'state-newer' } });
  });

  it('keeps own exports, their sessions and foreign ids apart', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    await world.open().run();
    const others = run('w5', 900, 960, {
      source: { app: OWN_APP },
      external: { id: `ws1-${'a'.repeat(32)}`, version: 1 },
    });
    tell(world, [...world.workouts.values(), others]);
    await world.open().run();
    const bundle = answerOf(await debugBundle(syncHost(world, { account: 'ada', device: 'phone' })));
    const plan = reconcile(bundle.world);
    expect(plan.steps).toEqual([]);
    expect(plan.skipped.map(({ reasons }) => reasons[0].code)).toEqual(['unknown-owner']);
    expect(bundle.world.now).toBe(at(2000));
    expect(bundle.world.scope.readAccess).toBe(GRANTED.read);
  });
});
