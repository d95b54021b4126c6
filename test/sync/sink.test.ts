import { describe, expect, it } from 'vitest';
import { printOf } from '../../src/domain/prints';
import type { Session } from '../../src/domain/session';
import { settingsFrom } from '../../src/policy/settings-from';
import type { ItemResult, SessionChange, SessionStore } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import { at, type PlainWorld, plainWorld, run, tell } from './plain-world';

/** A server that takes sessions, answers one by one, and cannot list them. */
const sinkOf = (options: { readonly saysWhatStands: boolean } = { saysWhatStands: true }) => {
  const held = new Map<string, Session>();
  const asked: string[] = [];
  let revisions = 0;
  const put = (session: Session): Session => {
    revisions += 1;
    const stored = { ...session, revision: String(revisions) };
    held.set(session.key, stored);
    return stored;
  };
  const apply = (change: SessionChange): ItemResult => {
    const { key } = change;
    asked.push(`${change.kind} ${key}`);
    const stands = held.get(key);
    if (change.kind === 'create') {
      return stands
        ? { kind: 'already-exists', key, session: stands }
        : { kind: 'created', key, session: put(change.session) };
    }
    if (stands === undefined) return { kind: 'absent', key };
    if (stands.revision !== change.revision) {
      return { kind: 'conflict', key, ...(options.saysWhatStands && { session: stands }) };
    }
    if (change.kind === 'update') return { kind: 'updated', key, session: put(change.session) };
    held.delete(key);
    return { kind: 'removed', key };
  };
  const port: SessionStore = { absenceMeansDeleted: false, apply: async (changes) => changes.map(apply) };
  return { port, held, put, asked };
};

/** A world whose one workout was imported into a sink. */
const importedInto = async (options?: Parameters<typeof sinkOf>[0]) => {
  const world = plainWorld([run('w1', 0, 60)]);
  const sink = sinkOf(options);
  await world.open({ sessions: sink.port }).run();
  return { world, sink };
};

/** Sessions that the state remembers: those of an app that cannot list them. */
const remembered = ({ rows }: PlainWorld): readonly string[] =>
  [...rows.keys()].filter((key) => key.startsWith('session/'));

const KEY = 'apple-health:w1';
const WEEK = 7 * 86_400_000;

describe('a sink, which cannot list its sessions', () => {
  it('S4 does not get back what its user had deleted before a disconnect took the rest away', async () => {
    const { world, sink } = await importedInto();
    sink.held.delete(KEY);
    const sync = world.open({ sessions: sink.port });
    expect((await sync.disconnect({ imported: 'remove', exported: 'keep' })).counts).toEqual({});
    await sync.connect();
    await sync.run();
    expect([...sink.held.keys()]).toEqual([]);
    expect(remembered(world)).toEqual([]);
  });

  it('is fed, and never twice', async () => {
    const { world, sink } = await importedInto();
    const sync = world.open({ sessions: sink.port });
    await sync.run();
    expect(sink.asked).toEqual([`create ${KEY}`]);
    tell(world, [run('w1', 0, 70)]);
    await sync.run();
    expect(sink.asked).toEqual([`create ${KEY}`, `update ${KEY}`]);
    expect(sink.held.get(KEY)?.end).toBe(at(70));
  });

  it('E4 S7 tells of an edit by a conflict, once: the edit stays and nothing is tried again', async () => {
    const { world, sink } = await importedInto();
    sink.put({ ...(sink.held.get(KEY) as Session), end: at(50) });
    tell(world, [run('w1', 0, 75)]);
    await world.open({ sessions: sink.port }).run();
    expect(sink.asked).toEqual([`create ${KEY}`, `update ${KEY}`]);
    tell(world, [run('w1', 0, 80)]);
    world.now += WEEK;
    await world.open({ sessions: sink.port }).run();
    expect(sink.asked).toEqual([`create ${KEY}`, `update ${KEY}`]);
    expect(sink.held.get(KEY)?.end).toBe(at(50));
  });

  it('has nothing to write: the user is not asked for that', async () => {
    const { world, sink } = await importedInto();
    const asked: unknown[] = [];
    const request = async (needs: unknown) => {
      asked.push(needs);
      return world.access;
    };
    const sync = world.open({ sessions: sink.port, store: { ...world.store, request } });
    await sync.connect();
    expect(asked).toMatchObject([{ read: true, write: false }]);
    expect(sync.getSnapshot().exportAccess).toBe('off');
  });

  it('lets go of what was removed, and remembers nothing of it', async () => {
    const { world, sink } = await importedInto();
    tell(world, [], ['w1']);
    const settings = settingsFrom({ onWorkoutGone: 'remove-session' });
    await world.open({ sessions: sink.port, settings }).run();
    expect(sink.asked).toEqual([`create ${KEY}`, `remove ${KEY}`]);
    expect(remembered(world)).toEqual([]);
  });

  it('E4 tells by a conflict that another device has written what was to be written', async () => {
    const { world, sink } = await importedInto();
    const imported = sink.held.get(KEY) as Session;
    const now = run('w1', 0, 75);
    sink.put({ ...imported, end: at(75), origin: { platform: 'apple-health', workout: 'w1', prints: printOf(now) } });
    tell(world, [now]);
    await world.open({ sessions: sink.port }).run();
    world.now += WEEK;
    await world.open({ sessions: sink.port }).run();
    expect(sink.asked).toEqual([`create ${KEY}`, `update ${KEY}`]);
    tell(world, [run('w1', 0, 80)]);
    await world.open({ sessions: sink.port }).run();
    expect(sink.held.get(KEY)?.end).toBe(at(80));
  });

  it('E4 tells of a deletion where an update finds nothing, once: it is not made again', async () => {
    const { world, sink } = await importedInto();
    sink.held.clear();
    tell(world, [run('w1', 0, 75)]);
    await world.open({ sessions: sink.port }).run();
    world.now += WEEK;
    await world.open({ sessions: sink.port }).run();
    expect(sink.asked).toEqual([`create ${KEY}`, `update ${KEY}`]);
    expect((await world.open({ sessions: sink.port }).explain('w1')).link?.state).toBe('session-deleted');
    expect(remembered(world)).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'R1 tells of a deletion for good, wherever the process is killed: write %i',
    async (fatal) => {
      const { world, sink } = await importedInto();
      sink.held.clear();
      tell(world, [run('w1', 0, 75)]);
      let writes = 0;
      world.interfere = (call) => {
        if (call === 'state.transact') writes += 1;
        if (writes >= fatal) throw storeError('unknown', 'the process is gone');
      };
      await world.open({ sessions: sink.port }).run();
      world.interfere = () => undefined;
      world.now += WEEK;
      const sync = world.open({ sessions: sink.port });
      await sync.run();
      expect((await sync.explain('w1')).link?.state).toBe('session-deleted');
      expect(remembered(world)).toEqual([]);
    },
  );

  it('L3 is told by the user that a session is back from a bin of which it spoke once, and feeds it again', async () => {
    const { world, sink } = await importedInto();
    const imported = sink.held.get(KEY) as Session;
    sink.put({ ...imported, state: 'deleted' });
    tell(world, [run('w1', 0, 75)]);
    const sync = world.open({ sessions: sink.port });
    await sync.run();
    expect((await sync.explain('w1')).link?.state).toBe('session-deleted');
    sink.put(imported);
    await sync.decide({ kind: 'restore', key: KEY });
    await sync.run();
    expect((await sync.explain('w1')).link?.state).toBe('active');
    tell(world, [run('w1', 0, 80)]);
    await sync.run();
    expect(sink.held.get(KEY)?.end).toBe(at(80));
  });

  it('E4 is asked once for a session that is still in its bin', async () => {
    const { world, sink } = await importedInto();
    sink.put({ ...(sink.held.get(KEY) as Session), state: 'deleted' });
    tell(world, [run('w1', 0, 75)]);
    const sync = world.open({ sessions: sink.port });
    await sync.run();
    await sync.decide({ kind: 'restore', key: KEY });
    for (let turn = 0; turn < 3; turn++) await sync.run();
    expect(sink.asked).toEqual([`create ${KEY}`, `update ${KEY}`, `create ${KEY}`]);
  });

  it('SS6 is at fault where a conflict says nothing of what stands: that item is set aside, with the reason', async () => {
    const { world, sink } = await importedInto({ saysWhatStands: false });
    sink.put({ ...(sink.held.get(KEY) as Session), end: at(50) });
    tell(world, [run('w1', 0, 75)]);
    for (let turn = 0; turn < 12; turn++) {
      await world.open({ sessions: sink.port }).run();
      world.now += WEEK;
    }
    const tried = sink.asked.length;
    const sync = world.open({ sessions: sink.port });
    await sync.run();
    expect(sink.asked).toHaveLength(tried);
    expect(await sync.diagnose()).toContainEqual(expect.objectContaining({ code: 'set-aside' }));
    expect(sink.held.get(KEY)?.end).toBe(at(50));
  });
});

describe('an app that lists its sessions', () => {
  it('is read again instead of remembered', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    await world.open().run();
    expect(world.sessions.size).toBe(1);
    expect(remembered(world)).toEqual([]);
  });

  it('says by its list what is deleted, not by an update that finds nothing', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    await world.open().run();
    tell(world, [run('w1', 0, 75)]);
    const forgetful: SessionStore = {
      ...world.app,
      apply: async (changes) => changes.map(({ key }) => ({ kind: 'absent', key })),
    };
    await world.open({ sessions: forgetful }).run();
    expect((await world.open().explain('w1')).link?.state).toBe('active');
    await world.open().run();
    expect(world.sessions.get(KEY)?.end).toBe(at(75));
  });
});
