import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { settingsFrom } from '../../src/policy/settings-from';
import type { WorkoutWriter } from '../../src/ports/health-store';
import type { SessionStore } from '../../src/ports/session-store';
import { dyingBehindRemoval, removeByUser, telling } from './lost-answers';
import {
  at,
  days,
  dieFrom,
  FAR,
  failing,
  GRANTED,
  OURS,
  own,
  type PlainWorld,
  plainWorld,
  THEIRS,
  tell,
  unlisted,
  WIT,
  works,
} from './plain-world';

const FAR_KEY = 'apple-health:far';
const LATER = { ...DEFAULT_SETTINGS, import: { ...DEFAULT_SETTINGS.import, importFrom: at(1900) } };
const MINUTE = 60_000;

/** A disconnect dies ahead of its call; later the user connects again, unless told otherwise. */
const killed = async (call: 'app.apply' | 'store.remove', connects = true) => {
  const world = plainWorld([FAR], [WIT]);
  await world.open().run();
  dieFrom(world, call);
  await world.open().disconnect(call === 'app.apply' ? THEIRS : OURS);
  works(world);
  world.now += 10 * MINUTE;
  if (connects) await world.open().connect();
  return world;
};

describe('what a disconnect had begun to take away, and is seen to be there, is not begun any more', () => {
  it('S5 killed, seen, and then removed by the user', async () => {
    const world = await killed('store.remove');
    expect((await world.open().run()).end).toBe('done');
    removeByUser(world, -700);
    await days(world, world.open(), 2, MINUTE);
    expect(own(world)).toEqual([]);
  });

  it('S4 edited meanwhile, seen, and then deleted by the user', async () => {
    const world = plainWorld([FAR], [WIT]);
    const sync = world.open();
    await sync.run();
    world.interfere = (call) => {
      const known = world.sessions.get(FAR_KEY);
      if (call === 'app.apply' && known) world.sessions.set(FAR_KEY, { ...known, title: 'Mine', revision: 'mine' });
    };
    await sync.disconnect(THEIRS);
    works(world);
    expect(world.sessions.has(FAR_KEY)).toBe(true);
    await sync.connect();
    await days(world, sync, 1, MINUTE);
    world.sessions.delete(FAR_KEY);
    await days(world, sync, 2, MINUTE);
    expect(world.sessions.has(FAR_KEY)).toBe(false);
  });

  it('S4 S11 put into the bin, seen there, and then purged by the app', async () => {
    const world = await killed('app.apply');
    const session = world.sessions.get(FAR_KEY);
    if (!session) throw new Error('It came in.');
    world.sessions.set(FAR_KEY, { ...session, state: 'deleted', revision: 'bin' });
    await world.open().run();
    expect(JSON.parse(world.rows.get(`link/${FAR_KEY}`) ?? '{}').state).toBe('session-deleted');
    world.sessions.delete(FAR_KEY);
    await days(world, world.open(), 2, MINUTE);
    expect(world.sessions.has(FAR_KEY)).toBe(false);
  });
});

describe('a list that is whole and proves nothing', () => {
  const LISTS: readonly [string, (world: PlainWorld) => SessionStore][] = [
    [
      'reaches less far back',
      ({ app }) => ({
        ...app,
        read: async ({ window }) => ({ items: [], complete: true, window: { ...window, start: at(1000) } }),
      }),
    ],
    [
      'does not mean deleted',
      ({ app, sessions }) => ({
        ...app,
        absenceMeansDeleted: false,
        read: async ({ window }) => ({
          items: [...sessions.values()].filter(({ key }) => key === 'wit'),
          complete: true,
          window,
        }),
      }),
    ],
    ['is signed out', ({ app }) => ({ ...app, read: async ({ window }) => ({ items: [], complete: true, window }) })],
  ];

  it.each(LISTS)('S8 a list that %s: what is still there is not taken away any more', async (_, of) => {
    const world = await killed('app.apply', false);
    await world.open({ sessions: of(world) }).disconnect(THEIRS);
    world.now += 10 * MINUTE;
    await world.open().disconnect(THEIRS);
    expect([...world.sessions.keys()]).toEqual(['wit']);
  });
});

describe('a disconnect from a sink that was cut short', () => {
  it('keeps linked what the settings do not let a run ask for: the next one takes it away', async () => {
    const world = plainWorld([FAR], [], LATER);
    const sync = world.open({ sessions: unlisted(world.app) });
    await sync.run({ kind: 'backfill', window: { start: at(-1000), end: at(1900) } });
    failing(world, 'app.apply', 'locked');
    await sync.disconnect(THEIRS);
    works(world);
    await sync.connect();
    await days(world, sync, 1, MINUTE);
    await sync.disconnect(THEIRS);
    expect([...world.sessions.keys()]).toEqual([]);
  });

  it('keeps them linked where imports are off, too', async () => {
    const world = plainWorld([FAR]);
    const sync = world.open({ sessions: unlisted(world.app) });
    await sync.run();
    failing(world, 'app.apply', 'locked');
    await sync.disconnect(THEIRS);
    works(world);
    await sync.connect();
    await sync.configure(settingsFrom({ import: { enabled: false } }));
    await days(world, sync, 1, MINUTE);
    await sync.disconnect(THEIRS);
    expect([...world.sessions.keys()]).toEqual([]);
  });

  it('R7 by a process that took over in the middle of a removal', async () => {
    const world = plainWorld([FAR]);
    const sessions = unlisted(world.app);
    await world.open({ sessions }).run();
    const apply: SessionStore['apply'] = async (changes) => {
      world.now += 2 * MINUTE;
      expect(await world.open({ sessions }).run()).toMatchObject({ end: 'done' });
      return (await world.app.apply?.(changes)) as never;
    };
    await world.open({ sessions: { ...sessions, apply } }).disconnect(THEIRS);
    expect([...world.sessions.keys()]).toEqual([]);
    await days(world, world.open({ sessions }), 3);
    expect([...world.sessions.keys()]).toEqual([FAR_KEY]);
  });
});

describe('a second attempt', () => {
  it('R7 R1 that is overtaken is told from what the user removes', async () => {
    const world = plainWorld([FAR], [WIT]);
    await world.open().run();
    failing(world, 'store.remove', 'unknown');
    await world.open().disconnect(OURS);
    works(world);
    world.now += 59 * MINUTE;
    const writing = world.store.writing as WorkoutWriter;
    const remove: WorkoutWriter['remove'] = async (written) => {
      world.now += 2 * MINUTE;
      await world.open().connect();
      expect(await world.open().run()).toMatchObject({ end: 'done' });
      return writing.remove(written);
    };
    await world.open({ store: { ...world.store, writing: { ...writing, remove } } }).disconnect(OURS);
    expect(own(world)).toEqual([]);
    await days(world, world.open(), 3);
    expect(own(world)).toHaveLength(1);
  });
});

describe('the version of what was taken away', () => {
  it('R5 is known, also where only the disconnect has seen it, which died', async () => {
    const world = plainWorld([FAR], [WIT]);
    await world.open().run();
    const [record] = own(world);
    if (!record?.external) throw new Error('It was written.');
    tell(world, [{ ...record, external: { ...record.external, version: 5 } }]);
    await world.open({ store: dyingBehindRemoval(world, -700) }).disconnect(OURS);
    works(world);
    world.now += 120 * MINUTE;
    await world.open().connect();
    await world.open().run();
    expect(own(world).map(({ external }) => external?.version)).toEqual([6]);
  });
});

describe('a process that took over in the middle of a removal, and looked before it and after it', () => {
  const looks = async (world: PlainWorld, sessions = world.app): Promise<void> => {
    world.now += 2 * MINUTE;
    expect(await world.open({ sessions }).run()).toMatchObject({ end: 'done' });
  };

  it.each([
    ['closed', true],
    ['open, as no list proves anything', false],
  ])('R7 hears that the import is not gone by its user, also where its link is %s', async (_, absenceMeansDeleted) => {
    const world = plainWorld([FAR], [WIT]);
    const sessions = { ...world.app, absenceMeansDeleted };
    await world.open({ sessions }).run();
    const apply: SessionStore['apply'] = async (changes) => {
      await looks(world, sessions);
      const answer = await world.app.apply?.(changes);
      await looks(world, sessions);
      return answer as never;
    };
    const overtaken = world.open({ sessions: { ...sessions, apply } });
    expect(await overtaken.disconnect(THEIRS)).toMatchObject({ problem: { code: 'busy' } });
    const { state } = JSON.parse(world.rows.get(`link/${FAR_KEY}`) ?? '{}');
    expect(state).toBe(absenceMeansDeleted ? 'session-deleted' : 'active');
    await days(world, world.open({ sessions }), 2, MINUTE);
    expect(world.sessions.has(FAR_KEY)).toBe(true);
  });

  const overRecord = async (removedBy: 'the disconnect' | 'its user') => {
    const world = plainWorld([FAR], [WIT]);
    await world.open().run();
    const { writing, ...store } = telling(world);
    const remove: WorkoutWriter['remove'] = async (written) => {
      await looks(world);
      if (removedBy === 'its user') removeByUser(world, -700);
      const answer = await writing.remove(written);
      await looks(world);
      return answer;
    };
    const overtaken = world.open({ store: { ...store, writing: { ...writing, remove } } });
    expect(await overtaken.disconnect(OURS)).toMatchObject({ problem: { code: 'busy' } });
    expect(JSON.parse(world.rows.get('link/wit') ?? '{}').state).toBe('workout-removed');
    await days(world, world.open(), 2, MINUTE);
    return own(world);
  };

  it('R7 hears that our record is not gone by its user', async () => {
    expect(await overRecord('the disconnect')).toHaveLength(1);
  });

  it('S5 hears nothing where the user was quicker', async () => {
    expect(await overRecord('its user')).toEqual([]);
  });
});

describe('a disconnect that died behind a removal', () => {
  it('R1 waits where nothing may be read', async () => {
    const world = plainWorld([FAR], [WIT]);
    await world.open().run();
    await world.open({ store: dyingBehindRemoval(world, -700) }).disconnect(OURS);
    works(world);
    world.now += 10 * MINUTE;
    world.access = { ...GRANTED, read: 'denied' };
    await world.open().connect();
    await world.open().run();
    world.access = GRANTED;
    await days(world, world.open(), 2, MINUTE);
    expect(own(world)).toHaveLength(1);
  });

  it('leaves it to the app, where that says what is gone: the import stays away', async () => {
    const world = plainWorld([FAR], [WIT]);
    let isKnown = false;
    const sessions: SessionStore = {
      ...world.app,
      absenceMeansDeleted: false,
      read: async ({ window }) => ({
        items: [...world.sessions.values()],
        gone: isKnown && !world.sessions.has(FAR_KEY) ? [FAR_KEY] : [],
        complete: true,
        window,
      }),
    };
    await world.open({ sessions }).run();
    isKnown = world.sessions.has(FAR_KEY);
    dieFrom(world, 'app.apply answered');
    await world.open({ sessions }).disconnect(THEIRS);
    works(world);
    world.now += 10 * MINUTE;
    await world.open({ sessions }).connect();
    await days(world, world.open({ sessions }), 2, MINUTE);
    expect(world.sessions.has(FAR_KEY)).toBe(false);
    expect([...world.rows.keys()].filter((key) => key.startsWith('ending/'))).toEqual([]);
  });
});
