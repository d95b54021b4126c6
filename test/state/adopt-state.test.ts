import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import { adoptState } from '../../src/state/index';
import { dyingBehindRemoval } from '../sync/lost-answers';
import { doneSince, FAR, OURS, own, plainWorld, run, tell, trained, WIT, works } from '../sync/plain-world';
import { answerOf, hostOf, rowOf } from './answer-of';

describe('adoptState', () => {
  const many = Array.from({ length: 10 }, (_, index) => run(`w${index}`, index * 100, index * 100 + 60));

  it('takes over the links of another device, reads everything anew and changes nothing on either side', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 600, 660)]);
    await world.open().run();
    world.rows.set('counted/', JSON.stringify({ reads: ['distance'] }));
    world.rows.set('again/w1', JSON.stringify({ key: 'w1' }));
    doneSince(world);
    const restored = world.open({ device: 'new phone' });
    expect(await restored.run()).toMatchObject({ problem: { code: 'state-elsewhere' } });
    const host = { ...hostOf(world), device: 'new phone' };
    expect(answerOf(await adoptState(host))).toEqual({ from: 'phone', links: 2 });
    expect(
      [...world.rows.keys()].filter((key) => /^(workout|gone|coverage|reading|counted|again|lease)\//.test(key)),
    ).toEqual([]);
    expect(rowOf(world, 'summary/')).not.toHaveProperty('lastCompleteAt');
    world.calls.length = 0;
    expect(await restored.run({ ifOlderThanSeconds: 1e9 })).toMatchObject({ end: 'done' });
    expect(world.calls).toContain('store.readWorkouts');
    expect(doneSince(world)).toEqual([]);
    expect((await world.open().run()).problem?.code).toBe('state-elsewhere');
  });

  it('S9 lets the guard hold what the new phone lacks, whatever was confirmed before', async () => {
    const world = plainWorld(many, [], settingsFrom({ onWorkoutGone: 'remove-session' }));
    const sync = world.open();
    await sync.run();
    await sync.decide({ kind: 'confirm', guard: 'whatever' });
    await sync.decide({ kind: 'different', a: 'x', b: 'y' });
    world.rows.set('begun/', JSON.stringify({ steps: ['remove-session apple-health:w1'] }));
    world.rows.set('ending/apple-health:w1', JSON.stringify({ takes: 'session', version: 0 }));
    doneSince(world);
    await adoptState({ ...hostOf(world), device: 'new phone' });
    expect([...world.rows.keys()].filter((key) => /^(answer|begun|ending)\//.test(key))).toEqual([
      'answer/pair:x%0020y',
      'ending/apple-health:w1',
    ]);
    for (const { key } of many.slice(1)) world.workouts.delete(key);
    const report = await world.open({ device: 'new phone' }).run();
    expect(report.end).toBe('held');
    expect(doneSince(world)).toEqual([]);
    expect(world.sessions.size).toBe(10);
  });

  it('S4 keeps tombstones: what the user deleted stays away', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s9', 900, 960)]);
    const sync = world.open();
    await sync.run();
    world.sessions.delete('apple-health:w1');
    await sync.run();
    await adoptState({ ...hostOf(world), device: 'new phone' });
    await world.open({ device: 'new phone' }).run();
    expect(world.sessions.has('apple-health:w1')).toBe(false);
  });

  it('leaves its own state, another account, another platform and a newer format as they are', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    await world.open().run();
    const before = new Map(world.rows);
    const host = { ...hostOf(world), device: 'new phone' };
    expect(answerOf(await adoptState(hostOf(world)))).toEqual({ from: 'phone', links: 1 });
    const elsewhere = { kind: 'error', error: { code: 'state-elsewhere' } };
    expect(await adoptState({ ...host, account: 'bob' })).toMatchObject(elsewhere);
    expect(await adoptState({ ...host, store: { platform: 'health-connect' } })).toMatchObject(elsewhere);
    expect(world.rows).toEqual(before);
    world.rows.set('head/', JSON.stringify({ ...rowOf(world, 'head/'), format: 2 }));
    const newer = new Map(world.rows);
    expect(await adoptState(host)).toMatchObject({ kind: 'error', error: { code: 'state-newer' } });
    expect(world.rows).toEqual(newer);
    expect(answerOf(await adoptState({ ...host, state: plainWorld().state }))).toEqual({ links: 0 });
  });

  it('goes on with what happened meanwhile on the new phone', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360)]);
    await world.open().run();
    await adoptState({ ...hostOf(world), device: 'new phone' });
    const sync = world.open({ device: 'new phone' });
    await sync.run();
    doneSince(world);
    tell(world, [run('w3', 900, 960)], ['w2']);
    await sync.run();
    expect(doneSince(world)).toEqual(['app.create apple-health:w3']);
  });

  it('R1 goes on with a disconnect that was cut short behind its removal: what it took away is written again', async () => {
    const world = plainWorld([FAR], [WIT]);
    await world.open().run();
    await world.open({ store: dyingBehindRemoval(world, -700) }).disconnect(OURS);
    works(world);
    expect(own(world)).toEqual([]);
    await adoptState({ ...hostOf(world), device: 'new phone' });
    const sync = world.open({ device: 'new phone' });
    await sync.connect();
    await sync.run();
    expect(own(world)).toHaveLength(1);
  });
});

describe('a state whose head is damaged', () => {
  const damaged = async (account: string, device: string) => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const sync = world.open();
    await sync.run();
    await sync.decide({ kind: 'confirm', guard: 'g' });
    world.rows.set('head/', '{"half":');
    return { world, host: { state: world.state, account, device, store: world.store } };
  };

  it('is not taken over from another account', async () => {
    const { host } = await damaged('bob', 'phone');
    expect((await adoptState(host)).kind).toBe('error');
  });

  it('is taken over without what was observed and confirmed on the other device', async () => {
    const { world, host } = await damaged('ada', 'new');
    expect(answerOf(await adoptState(host))).toEqual({ links: 3 });
    expect([...world.rows.keys()].filter((key) => /^(workout|coverage|answer)\//.test(key))).toEqual([]);
  });
});
