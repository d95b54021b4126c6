import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { settingsFrom } from '../../src/policy/settings-from';
import { seedLinks } from '../../src/state/seed-links';
import {
  at,
  doneSince,
  FAR,
  failing,
  OURS,
  own,
  type PlainWorld,
  plainWorld,
  run,
  tell,
  trained,
  unlisted,
  WIT,
  works,
} from './plain-world';

/** Of the rows whose keys begin so, the first half is left. */
const damage = ({ rows }: PlainWorld, prefix: string): void => {
  for (const key of [...rows.keys()]) if (key.startsWith(prefix)) rows.set(key, '{"half":');
};

const IMPORTS_ONLY = settingsFrom({ export: { enabled: false } });
const EXPORTS_ONLY = settingsFrom({ import: { enabled: false } });

describe('settings that are damaged', () => {
  it('E3 let nothing go out that is older than exports are', async () => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    const sync = world.open({ settings: IMPORTS_ONLY });
    await sync.run();
    await sync.configure(DEFAULT_SETTINGS);
    await sync.run();
    damage(world, 'settings/');
    const next = world.open();
    await next.run();
    expect(own(world)).toEqual([]);
    world.sessions.set('s2', trained('s2', 2100, 2160));
    world.now = at(2200);
    await next.run();
    expect(own(world)).toMatchObject([{ start: at(2100) }]);
  });

  it('E3 let nothing come in that is older than imports are', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const sync = world.open({ settings: EXPORTS_ONLY });
    await sync.run();
    await sync.configure(DEFAULT_SETTINGS);
    damage(world, 'settings/');
    await world.open().run();
    expect([...world.sessions.keys()]).toEqual(['wit']);
  });

  it('leave what came in before in step with its workout', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    await world.open().run();
    damage(world, 'settings/');
    tell(world, [run('w1', 0, 75)]);
    await world.open().run();
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(75));
  });

  it('count from when the host says, if it does', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    await world.open({ settings: EXPORTS_ONLY }).run();
    damage(world, 'settings/');
    await world.open({ settings: settingsFrom({ import: { importFrom: 0 } }) }).run();
    expect(world.sessions.size).toBe(3);
  });
});

describe('a head that is damaged', () => {
  it('connects nobody who had disconnected, until the host connects again', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const sync = world.open();
    await sync.run();
    await sync.disconnect(OURS);
    damage(world, 'head/');
    tell(world, [run('w2', 100, 160)]);
    const next = world.open();
    for (const _run of [1, 2]) expect((await next.run()).problem?.code).toBe('not-connected');
    expect(next.getSnapshot().connection.state).toBe('never-asked');
    expect(world.sessions.size).toBe(3);
    await next.connect();
    expect((await next.run()).counts).toMatchObject({ imported: 1 });
    expect(next.getSnapshot().connection.state).toBe('connected');
  });

  it('is mended as disconnected by another disconnect, also where that is cut short', async () => {
    const world = plainWorld([FAR], [WIT]);
    const sync = world.open();
    await sync.run();
    await sync.disconnect(OURS);
    damage(world, 'head/');
    failing(world, 'app.read', 'offline');
    expect((await world.open().disconnect(OURS)).problem?.code).toBe('offline');
    works(world);
    damage(world, 'summary/');
    expect((await world.open().run()).problem?.code).toBe('not-connected');
  });

  it('leaves a sync connected whose last run was no disconnect', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    await world.open().run();
    damage(world, 'head/');
    expect(await world.open().run()).toMatchObject({ end: 'done', counts: {} });
    damage(world, 'head/');
    damage(world, 'summary/');
    expect((await world.open().run()).problem?.code).toBe('not-connected');
  });

  it('does not hand the exports of one account to another', async () => {
    const world = plainWorld([FAR], [WIT]);
    await world.open().run();
    damage(world, 'head/');
    const bob = world.open({ account: 'bob' });
    expect((await bob.run()).problem?.code).toBe('state-elsewhere');
    await expect(bob.connect()).rejects.toMatchObject({ problem: { code: 'state-elsewhere' } });
    expect(await world.open().run()).toMatchObject({ end: 'done', counts: {} });
  });

  it('E3 does not hand the imports of one account to another', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)]);
    await world.open().run();
    damage(world, 'head/');
    const { store, state } = world;
    const bob = { account: 'bob', device: 'phone' };
    expect((await world.open(bob).run()).problem?.code).toBe('state-elsewhere');
    const seeded = await seedLinks({ ...bob, store, state }, [{ session: 's1', workout: 'w1', kind: 'imported' }]);
    expect(seeded).toMatchObject({ error: { code: 'state-elsewhere' } });
    world.calls.splice(0);
    expect(await world.open().run()).toMatchObject({ end: 'done', counts: {} });
    expect(world.calls).not.toContain('store.readWorkouts');
    expect((await world.open(bob).run()).problem?.code).toBe('state-elsewhere');
  });

  it('E3 does not hand the exports over either where the account stands nowhere else', async () => {
    const world = plainWorld([FAR], [WIT]);
    await world.open().run();
    damage(world, 'head/');
    world.rows.delete('account/');
    expect((await world.open({ account: 'bob' }).run()).problem?.code).toBe('state-elsewhere');
    damage(world, 'account/');
    expect((await world.open({ account: 'bob' }).run()).problem?.code).toBe('state-elsewhere');
    world.calls.splice(0);
    expect(await world.open().run()).toMatchObject({ end: 'done', counts: {} });
    expect(world.calls).not.toContain('store.readWorkouts');
    damage(world, 'head/');
    world.rows.delete('export/wit');
    expect((await world.open({ account: 'bob' }).run()).problem?.code).toBe('state-elsewhere');
  });

  it('goes with the account that says it is its own where nothing says otherwise, and stays with it', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)]);
    await world.open().run();
    damage(world, 'head/');
    world.rows.delete('account/');
    expect((await world.open({ account: 'bob' }).run()).end).toBe('done');
    damage(world, 'head/');
    expect((await world.open().run()).problem?.code).toBe('state-elsewhere');
    expect((await world.open({ account: 'bob' }).run()).end).toBe('done');
  });
});

describe('a session of a sink that is damaged', () => {
  const imported = async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)]);
    const sessions = unlisted(world.app);
    await world.open({ sessions }).run();
    damage(world, 'session/apple-health:w1');
    doneSince(world);
    return { world, sessions };
  };

  it('E3 is asked for once, and follows its workout again', async () => {
    const { world, sessions } = await imported();
    const next = world.open({ sessions });
    await next.run();
    expect(doneSince(world)).toEqual(['app.create apple-health:w1']);
    tell(world, [run('w1', 0, 75)]);
    await next.run();
    await world.open({ sessions }).run();
    expect(doneSince(world)).toEqual(['app.update apple-health:w1']);
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(75));
  });

  it('E3 is asked for by the run after somebody has merely looked', async () => {
    const { world, sessions } = await imported();
    const next = world.open({ sessions });
    await next.preview();
    await next.run();
    expect(doneSince(world)).toEqual(['app.create apple-health:w1']);
  });

  it('is not asked for where something else that was known of it is damaged', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)]);
    const sessions = unlisted(world.app);
    await world.open({ sessions }).run();
    doneSince(world);
    world.rows.set('trouble/apple-health:w1', '{"half":');
    await world.open({ sessions }).run();
    expect(doneSince(world)).toEqual([]);
  });

  it('E3 follows a workout that had changed meanwhile', async () => {
    const { world, sessions } = await imported();
    tell(world, [run('w1', 0, 75)]);
    await world.open({ sessions }).run();
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(75));
    expect(world.sessions.size).toBe(2);
  });

  it('S7 keeps an edit of its user', async () => {
    const { world, sessions } = await imported();
    world.sessions.set('apple-health:w1', trained('apple-health:w1', 0, 50, { revision: 'r99' }));
    const next = world.open({ sessions });
    await next.run();
    tell(world, [run('w1', 0, 75)]);
    await next.run();
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(50));
  });

  it('stays linked while the settings let nothing in', async () => {
    const { world, sessions } = await imported();
    await world.open({ sessions, settings: EXPORTS_ONLY }).run();
    const late = settingsFrom({ import: { importFrom: at(100) } });
    await world.open({ sessions, settings: late }).run();
    expect(doneSince(world)).toEqual([]);
    expect([...world.rows.keys()]).toContain('link/apple-health:w1');
  });

  it('S4 does not come back where its deletion had been heard of', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)]);
    const sessions = unlisted(world.app);
    const sync = world.open({ sessions });
    await sync.run();
    world.sessions.delete('apple-health:w1');
    tell(world, [run('w1', 0, 75)]);
    await sync.run();
    world.rows.set('session/apple-health:w1', '{"half":');
    await world.open({ sessions }).run();
    expect(world.sessions.size).toBe(1);
  });
});
