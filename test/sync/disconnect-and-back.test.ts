import { describe, expect, it } from 'vitest';
import type { HealthStore } from '../../src/ports/health-store';
import { storeError } from '../../src/ports/store-error';
import { simulatedStateStore } from '../../src/testing/simulated-state-store';
import { at, doneSince, OWN_APP, plainWorld, run, trained } from './plain-world';

const ten = Array.from({ length: 10 }, (_, index) => run(`w${index}`, index * 100, index * 100 + 60));

const KEEP = { imported: 'keep', exported: 'keep' } as const;

describe('disconnect', () => {
  it('keeps both sides, and connecting again makes no duplicate', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)]);
    world.now = at(3000);
    const sync = world.open();
    await sync.run();
    doneSince(world);
    await sync.disconnect({ imported: 'keep', exported: 'keep' });
    expect((await sync.run()).problem?.code).toBe('not-connected');
    await sync.connect();
    expect((await sync.run()).end).toBe('done');
    expect(doneSince(world)).toEqual([]);
  });

  it('connecting before it has ended is the last word', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)]);
    const sync = world.open();
    await sync.run();
    const ended = sync.disconnect(KEEP);
    await sync.connect();
    expect(await ended).toMatchObject({ end: 'done' });
    expect((await sync.run()).end).toBe('done');
  });

  it('connecting is the last word, also where it waits for a run', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)]);
    const sync = world.open();
    const asked: Promise<unknown>[] = [];
    world.interfere = (call) => {
      if (call === 'app.read' && asked.length === 0) asked.push(sync.disconnect(KEEP), sync.connect());
    };
    expect((await sync.run()).end).toBe('done');
    expect(await Promise.all(asked)).toMatchObject([{ end: 'done' }, { asked: true }]);
    expect((await sync.run()).end).toBe('done');
  });

  it('is the last word while the user is still being asked', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)]);
    let answer = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let asks = 0;
    const request: HealthStore['request'] = async (needs) => {
      asks += 1;
      if (asks > 1) await isAsked;
      return world.store.request(needs);
    };
    const sync = world.open({ store: { ...world.store, request } });
    await sync.connect();
    const connecting = sync.connect();
    await sync.disconnect(KEEP);
    answer();
    expect(await connecting).toMatchObject({ asked: true });
    expect((await sync.run()).problem?.code).toBe('not-connected');
    await sync.connect();
    expect((await sync.run()).end).toBe('done');
  });

  it('does not keep the user from connecting when it hangs', async () => {
    const world = plainWorld(ten, []);
    let hangs = false;
    const never = new Promise<never>(() => undefined);
    const store = { ...world.store, access: () => (hangs ? never : world.store.access()) };
    const sync = world.open({ store });
    await sync.run();
    hangs = true;
    void sync.disconnect(KEEP);
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    world.now += 3_600_000;
    expect(await sync.connect()).toMatchObject({ asked: true });
  });

  it('removes what it brought, except what the user edited', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)]);
    world.now = at(3000);
    const sync = world.open();
    await sync.run();
    const edited = world.sessions.get('apple-health:w3');
    if (edited) world.sessions.set(edited.key, { ...edited, title: 'Mine', revision: 'edited' });
    const report = await sync.disconnect({ imported: 'remove', exported: 'remove' });
    expect(report.counts).toEqual({ 'session-removed': 9, 'workout-removed': 1 });
    expect([...world.sessions.keys()].sort()).toEqual(['apple-health:w3', 's1']);
    expect([...world.workouts.values()].every(({ source }) => source?.app !== OWN_APP)).toBe(true);
  });

  it('says what it could not remove, and may be asked again', async () => {
    const world = plainWorld([], [trained('s1', 2000, 2060)]);
    world.now = at(3000);
    const sync = world.open();
    await sync.run();
    world.interfere = (call) => {
      if (call === 'store.remove') throw storeError('permission', 'writing is off');
    };
    const report = await sync.disconnect({ imported: 'remove', exported: 'remove' });
    expect(report).toMatchObject({ end: 'problem', problem: { code: 'permission', side: 'health-store' } });
    expect(sync.getSnapshot().connection.state).toBe('never-asked');
    world.interfere = () => undefined;
    expect((await sync.disconnect({ imported: 'remove', exported: 'remove' })).end).toBe('done');
    expect(world.workouts.size).toBe(0);
  });

  it('R11 leaves alone what another phone keeps, until the user has moved it here', async () => {
    const world = plainWorld([run('far', -900, -850)], [{ ...trained('s1', 2000, 2060), owner: 'phone' }]);
    world.now = at(3000);
    await world.open().run();
    const tablet = world.open({ device: 'tablet', state: simulatedStateStore().port });
    await tablet.run();
    const remove = { imported: 'keep', exported: 'remove' } as const;
    expect(await tablet.disconnect(remove)).toMatchObject({ end: 'done', counts: {} });
    await tablet.connect();
    await tablet.decide({ kind: 'claim', key: 's1' });
    expect(await tablet.disconnect(remove)).toMatchObject({ end: 'done', counts: { 'workout-removed': 1 } });
  });

  it('forgets what it removed: connecting again brings it back, without a restart', async () => {
    const world = plainWorld(ten, [trained('s1', 2000, 2060)]);
    world.now = at(3000);
    const sync = world.open();
    await sync.run();
    await sync.disconnect({ imported: 'keep', exported: 'remove' });
    await sync.connect();
    expect((await sync.run()).counts).toMatchObject({ exported: 1 });
  });
});
