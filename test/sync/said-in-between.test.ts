import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import type { Decision } from '../../src/sync/surface/decision';
import type { Sync } from '../../src/sync/surface/sync';
import {
  at,
  days,
  FAR,
  failing,
  isThere,
  type PlainWorld,
  plainWorld,
  run,
  tell,
  trained,
  WIT,
  works,
} from './plain-world';

/** A sync whose user does something once, right behind such a call. */
const behind = (
  world: PlainWorld,
  isMoment: (keys: readonly string[]) => boolean,
  act: (sync: Sync) => Promise<unknown>,
  state = world.state,
): Sync => {
  let isDone = false;
  const sync: Sync = world.open({
    state,
    pace: { batchSize: 1 },
    sessions: {
      ...world.app,
      apply: async (changes) => {
        const answer = world.app.apply?.(changes);
        const isNow = !isDone && isMoment(changes.map(({ key }) => key));
        isDone ||= isNow;
        if (isNow) await act(sync);
        return answer as never;
      },
    },
  });
  return sync;
};

/** Behind the import of a workout that lies after all others: what was planned for those is carried out later. */
const behindLatest = (world: PlainWorld, ...decisions: readonly Decision[]): Sync =>
  behind(
    world,
    (keys) => keys.includes('apple-health:latest'),
    (sync) => sync.decide(...decisions),
  );

const LATEST = run('latest', 1000, 1060);

/** The user edits an imported session, whose workout changes as well. */
const conflict = (world: PlainWorld, revision: string, end: number): void => {
  const session = world.sessions.get('apple-health:w1');
  if (session) world.sessions.set(session.key, { ...session, end: at(50), revision });
  tell(world, [run('w1', 0, end)]);
};

describe('a wish that is said in the middle of a run is not used up by what was planned before', () => {
  const EXPORT = { kind: 'export', key: 's1' } as const;

  it.each([
    ['while its match is carried out', true],
    ['after that run', false],
  ])('`export`, %s', async (_, isDuring) => {
    const world = plainWorld([FAR], [WIT]);
    const sync = isDuring ? behindLatest(world, EXPORT) : world.open();
    await sync.run();
    world.sessions.set('s1', trained('s1', 0, 60));
    tell(world, [run('w1', 0, 60), LATEST]);
    await sync.run();
    if (!isDuring) await sync.decide(EXPORT);
    await days(world, sync, 3);
    expect(isThere(world, 0)).toBe(true);
  });

  it.each([
    ['is granted', false],
    ['is over, since what it names lies in the bin', true],
  ])('nor if another wish %s in between', async (_, isBinned) => {
    const world = plainWorld([FAR, LATEST], [WIT]);
    const sync = behindLatest(world);
    await sync.run();
    const latest = world.sessions.get('apple-health:latest');
    world.sessions.delete('apple-health:latest');
    await sync.run();
    const other = behindLatest(world, EXPORT);
    await other.run();
    await other.decide({ kind: 'restore', key: 'apple-health:latest' });
    world.sessions.set('s1', trained('s1', 0, 60));
    tell(world, [run('w1', 0, 60)]);
    if (isBinned && latest) {
      world.interfere = (call) => {
        if (call === 'app.apply') world.sessions.set(latest.key, { ...latest, state: 'deleted', revision: 'bin' });
      };
    }
    await days(world, other, 3);
    expect(isThere(world, 0)).toBe(true);
  });

  it('S4 `restore`, while the deletion of the import is taken in', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const sync = behindLatest(world, { kind: 'restore', key: 'apple-health:w1' });
    await sync.run();
    world.sessions.delete('apple-health:w1');
    tell(world, [LATEST]);
    await days(world, sync, 3);
    expect([...world.sessions.keys()]).toContain('apple-health:w1');
  });

  const KEEP = { kind: 'keep-workout', key: 'apple-health:w1' } as const;

  it('S7 `keep-workout`, while another change of the workout is taken in', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const sync = behindLatest(world, KEEP);
    await sync.run();
    conflict(world, 'edited', 70);
    await sync.run();
    tell(world, [run('w1', 0, 75), LATEST]);
    await days(world, sync, 3);
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(75));
  });

  it('though it had been said in the same words before', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    await world.open().run();
    const sync = behind(
      world,
      (keys) => keys.includes('apple-health:w1'),
      async (own) => {
        conflict(world, 'edited again', 80);
        await own.decide(KEEP);
      },
    );
    await sync.decide(KEEP);
    conflict(world, 'edited', 70);
    await days(world, sync, 3);
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(80));
  });

  const OTHER = { kind: 'prefer', key: 'far' } as const;

  it.each([
    ['another process says something', async (_: Sync, other: Sync) => other.decide(OTHER)],
    [
      'both processes say something',
      async (own: Sync, other: Sync) => {
        await other.decide(OTHER);
        await own.decide(OTHER);
      },
    ],
  ])('S7 but one that was said before it is, also where %s meanwhile', async (_, say) => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    await world.open().run();
    const other = world.open();
    const sync = behind(
      world,
      (keys) => keys.includes('apple-health:latest'),
      async (own) => {
        await say(own, other);
        saysWhileRead = true;
      },
      {
        ...world.state,
        read: async (range) => {
          const isNow = saysWhileRead && range.from.startsWith('answer');
          if (isNow) saysWhileRead = false;
          if (isNow) await other.decide(OTHER);
          return world.state.read(range);
        },
      },
    );
    let saysWhileRead = false;
    await sync.decide(KEEP);
    conflict(world, 'edited', 70);
    tell(world, [LATEST]);
    await days(world, sync, 1);
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(70));
    conflict(world, 'edited later', 90);
    await days(world, sync, 2);
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(50));
  });

  it('and one that was granted is not planned with again in that run', async () => {
    const world = plainWorld([FAR, LATEST, run('w1', 0, 60)], [WIT]);
    const sync = world.open({ pace: { batchSize: 1 } });
    await sync.run();
    for (const key of ['w1', 'latest']) world.sessions.delete(`apple-health:${key}`);
    await sync.run();
    for (const key of ['w1', 'latest']) await sync.decide({ kind: 'restore', key: `apple-health:${key}` });
    expect((await sync.run()).counts).toEqual({ imported: 2 });
  });
});

describe('what another process answers', () => {
  it('takes the place of what was answered before', async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const settings = settingsFrom({ import: { enabled: false } });
    const sync = world.open({ settings });
    await sync.run();
    world.sessions.set('s1', trained('s1', 0, 60));
    await sync.decide({ kind: 'same', a: 's1', b: 'w1' });
    await world.open({ settings }).decide({ kind: 'different', a: 's1', b: 'w1' });
    await days(world, sync, 2);
    expect(isThere(world, 0)).toBe(true);
  });
});

describe('what another process says in the middle of a run', () => {
  it.each([
    ['while the sessions are read', 'app.read'],
    ['while another session goes out', 'store.save answered'],
  ])('R8 `retry` is heard without a restart, %s', async (_, moment) => {
    const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
    const pace = { attempts: 1 };
    let waits = false;
    const hears = async (call: string) => {
      if (!waits || call !== moment) return;
      waits = false;
      await world.open().decide({ kind: 'retry' });
    };
    const { writing } = world.store;
    if (writing === undefined) throw new Error('The plain world writes.');
    const sync = world.open({
      pace,
      sessions: {
        ...world.app,
        read: async (request) => {
          await hears('app.read');
          return world.app.read?.(request) as never;
        },
      },
      store: {
        ...world.store,
        writing: {
          ...writing,
          save: async (draft) => {
            const written = await writing.save(draft);
            await hears('store.save answered');
            return written;
          },
        },
      },
    });
    failing(world, 'store.save', 'invalid');
    await sync.run();
    works(world);
    expect(sync.getSnapshot().setAside).toBe(2);
    world.sessions.set('s2', trained('s2', 200, 260));
    waits = true;
    await days(world, sync, 2);
    expect([sync.getSnapshot().setAside, isThere(world, 0)]).toEqual([0, true]);
  });

  it('what it has synced while the user was asked for access stays known', async () => {
    const world = plainWorld([FAR], [WIT]);
    const other = world.open();
    const sync = world.open({
      store: {
        ...world.store,
        request: async () => {
          await other.run();
          return { ...world.access, history: 'denied' };
        },
      },
    });
    await sync.connect();
    expect(sync.getSnapshot().lastRun?.end).toBe('done');
    await other.diagnose();
    expect(other.getSnapshot().lastRun?.end).toBe('done');
  });
});

describe('`keep-workout`, said of a session whose workout is gone', () => {
  const KEEP = { kind: 'keep-workout', key: 'apple-health:w1' } as const;

  /** An import that its user has edited, and that has lost its workout. */
  const detached = async () => {
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT]);
    const sync = world.open();
    await sync.run();
    conflict(world, 'edited', 60);
    tell(world, [], ['w1']);
    await days(world, sync, 1);
    return { world, sync };
  };

  it.each([
    ['its workout', [run('w1', 0, 75)], 75],
    ['another one of its app', [run('w2', 0, 62)], 62],
    ['one of another app', [run('w3', 0, 63, { source: { app: 'com.phone' } })], 63],
  ])('takes the side of what comes back: %s', async (_, back, end) => {
    const { world, sync } = await detached();
    await sync.decide(KEEP);
    tell(world, back);
    await days(world, sync, 2);
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(end));
  });

  it('takes that of the copy that the user prefers, at once', async () => {
    const { world, sync } = await detached();
    await sync.decide(KEEP, { kind: 'prefer', key: 'w3' });
    tell(world, [run('w1', 0, 61), run('w3', 0, 63, { source: { app: 'com.phone' } })]);
    expect((await sync.run()).counts).toMatchObject({ updated: 1 });
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(63));
  });

  it('S7 keeps what was edited where nobody said so', async () => {
    const { world, sync } = await detached();
    tell(world, [run('w1', 0, 75)]);
    await days(world, sync, 2);
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(50));
  });
});
