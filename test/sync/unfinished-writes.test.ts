import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import type { Detail, DetailPart } from '../../src/ports/detail';
import type { ChangeFeed, HealthStore, WorkoutWriter } from '../../src/ports/health-store';
import { storeError } from '../../src/ports/store-error';
import { besideMatch, removeByUser } from './lost-answers';
import {
  at,
  days,
  dieFrom,
  doneSince,
  FAR,
  failing,
  own,
  type PlainWorld,
  plainWorld,
  run,
  tell,
  trained,
  WIT,
  works,
} from './plain-world';

/** Writing of a world, with another way to save. */
const savingBy = (world: PlainWorld, of: (save: WorkoutWriter['save']) => WorkoutWriter['save']): HealthStore => {
  const writing = world.store.writing as WorkoutWriter;
  return { ...world.store, writing: { ...writing, save: of(writing.save) } };
};

/** A gate that holds a call up from when it is closed until it is opened again. */
const gate = () => {
  let open: (() => void) | undefined;
  let met: (() => void) | undefined;
  let isClosed = false;
  return {
    /** Whether it held the call up. */
    pass: async (): Promise<boolean> => {
      if (!isClosed) return false;
      isClosed = false;
      await new Promise<void>((resolve) => {
        open = resolve;
        met?.();
      });
      return true;
    },
    /** Closes it for one call, and waits until that stands before it. */
    close: (): Promise<void> => {
      isClosed = true;
      return new Promise((resolve) => {
        met = resolve;
      });
    },
    open: (): void => open?.(),
  };
};

const endsOf = (world: PlainWorld) => own(world).map(({ end }) => end);

describe('R7 a run that was given up as dead', () => {
  it.each(['before it reached the store', 'after it reached the store', 'and failed then'])(
    'R5 writes nothing down of a save that was held up %s: the next edit goes out above what the next run wrote',
    async (when) => {
      const world = plainWorld([FAR], [WIT]);
      const { pass, close, open } = gate();
      const sync = world.open({
        store: savingBy(world, (save) => async (draft) => {
          if (when.startsWith('before')) await pass();
          const answer = await save(draft);
          if ((await pass()) && when === 'and failed then') throw storeError('unknown', 'too late');
          return answer;
        }),
      });
      await sync.run();
      world.sessions.set('s1', trained('s1', 0, 60));
      const held = close();
      const first = sync.run();
      await held;
      world.now += 120_000;
      expect(await sync.run()).toMatchObject({ end: 'done', counts: { exported: 1 } });
      const rows = [...world.rows];
      open();
      expect(await first).toMatchObject({ end: 'cancelled', counts: {} });
      expect([...world.rows]).toEqual(rows);
      world.sessions.set('s1', trained('s1', 0, 66, { revision: 'r2' }));
      await days(world, sync, 2);
      expect(endsOf(world).sort()).toEqual([at(66), WIT.end].sort());
    },
  );

  it('R3 takes nothing of a page that came late: what the next run has read on from there stands', async () => {
    const settings = settingsFrom({ onWorkoutGone: 'remove-session' });
    const world = plainWorld([FAR, run('w1', 0, 60)], [WIT], settings);
    const [early, late] = [gate(), gate()];
    const feed = world.store.changes as ChangeFeed;
    const read: ChangeFeed['read'] = async (cursor) => {
      const page = await feed.read(cursor);
      if (cursor === '0') await early.pass();
      if (cursor === '2') await late.pass();
      return page;
    };
    const sync = world.open({ store: { ...world.store, changes: { ...feed, read } } });
    await sync.run();
    tell(world, [run('w1', 0, 66)]);
    const isHeld = early.close();
    const first = sync.run();
    await isHeld;
    world.now += 120_000;
    tell(world, [], ['w1']);
    tell(world, [run('w2', 200, 260)]);
    const isHeldToo = late.close();
    const second = sync.run();
    await isHeldToo;
    early.open();
    await first;
    late.open();
    expect(await second).toMatchObject({ end: 'done', counts: { 'session-removed': 1 } });
  });
});

it('R5 a save that the store ignored, since it holds a higher version than is known, is made again above that', async () => {
  const world = plainWorld([FAR], [WIT, trained('s1', 0, 60)]);
  const sync = world.open();
  await sync.run();
  // Another process wrote it meanwhile, and the feed does not tell of that yet.
  for (const [key, { external, ...record }] of world.workouts) {
    if (external) world.workouts.set(key, { ...record, external: { ...external, version: 7 } });
  }
  world.sessions.set('s1', trained('s1', 0, 66, { revision: 'r2' }));
  doneSince(world);
  expect(await sync.run()).toMatchObject({ end: 'done', counts: { rewritten: 1 } });
  expect(doneSince(world)).toEqual(['store.save 2', 'store.save 8']);
  expect(endsOf(world)).toContain(at(66));
  await days(world, sync, 2);
  expect(doneSince(world)).toEqual([]);
});

/** A session whose record was written but for its route, and a store that takes our calls down. */
const written = async (replaces: WorkoutWriter['replaces']) => {
  const world = plainWorld([FAR], [WIT]);
  const saves: string[] = [];
  const { writing, ...rest } = savingBy(world, (save) => async (draft) => {
    world.interfere('our save');
    saves.push(`${draft.external.version} ${draft.only ?? 'all'}`);
    if (draft.only) return { key: draft.previous?.key ?? '', external: draft.external };
    return { ...(await save(draft)), missing: ['route'] };
  });
  const store = { ...rest, writing: { ...(writing as WorkoutWriter), replaces } };
  const open = () => world.open({ store });
  const sync = open();
  await sync.run();
  edit(world, 60, 'r1');
  await sync.run({ budgetSteps: 1 });
  tell(world, own(world));
  saves.splice(0);
  return { world, saves, open, sync };
};

const edit = (world: PlainWorld, minutes: number, revision: string): void => {
  world.sessions.set('s1', trained('s1', 0, minutes, { revision }));
};

const WRITES = (['never', 'greater'] as const).flatMap((replaces) =>
  (['unknown', 'permission', 'invalid', 'killed'] as const).map((how) => [replaces, how] as const),
);

describe('R1 an edit whose write failed, and which is taken back', () => {
  it.each(WRITES)('leaves a whole record behind in a store that replaces %s: %s', async (replaces, how) => {
    const { world, saves, open } = await written(replaces);
    const sync = open();
    if (how === 'killed') dieFrom(world, 'our save');
    else failing(world, 'our save', how);
    edit(world, 66, 'r2');
    await sync.run();
    expect(endsOf(world)).toHaveLength(replaces === 'never' ? 1 : 2);
    works(world);
    // The revision of an app that makes it from the content is the old one, too.
    edit(world, 60, 'r1');
    const next = how === 'killed' ? open() : sync;
    // All is planned anew then, and not what was edited alone.
    await next.decide({ kind: 'retry' });
    world.now += 600_000;
    await next.run();
    expect(endsOf(world)).toEqual([WIT.end, at(60)]);
    // R5: above the version that failed; and then the route, which the first write lacked.
    expect(saves).toEqual(['3 all', '3 route']);
    doneSince(world);
    await days(world, next, 2);
    expect(doneSince(world)).toEqual([]);
  });

  it('R4 does so after everything was read meanwhile, where the store has neither the old record nor the new one', async () => {
    const { world, sync } = await written('never');
    failing(world, 'our save', 'unknown');
    edit(world, 66, 'r2');
    await days(world, sync, 2);
    expect(endsOf(world)).toEqual([WIT.end]);
    works(world);
    edit(world, 60, 'r1');
    await days(world, sync, 2);
    expect(endsOf(world)).toEqual([WIT.end, at(60)]);
  });

  it('S5 leaves none behind where the user has removed the record since', async () => {
    const { world, saves, sync } = await written('greater');
    failing(world, 'our save', 'unknown');
    edit(world, 66, 'r2');
    await sync.run();
    works(world);
    removeByUser(world, 0);
    edit(world, 60, 'r1');
    await days(world, sync, 3);
    expect(endsOf(world)).toEqual([WIT.end]);
    expect(saves).toEqual([]);
  });

  it.each(['permission', 'locked', 'unavailable', 'invalid'] as const)(
    'S5 leaves none behind where the user has removed the old one, which a store that cannot replace had refused to: %s',
    async (refusal) => {
      const { world, saves, open } = await written('never');
      failing(world, 'store.remove', refusal);
      edit(world, 66, 'r2');
      const sync = open();
      await days(world, sync, 2);
      expect(endsOf(world)).toEqual([WIT.end, at(60)]);
      works(world);
      removeByUser(world, 0);
      await days(world, sync, 3);
      expect(endsOf(world)).toEqual([WIT.end]);
      expect(saves).toEqual([]);
      await sync.decide({ kind: 'export', key: 's1' });
      await days(world, open(), 2);
      expect(endsOf(world)).toEqual([WIT.end, at(66)]);
    },
  );

  it.each(['permission', 'unknown'] as const)(
    'leaves the new one behind where the old one was not removed at first (%s), nor by anybody since',
    async (error) => {
      const { world, saves, open } = await written('never');
      failing(world, 'store.remove', error);
      edit(world, 66, 'r2');
      await open().run();
      works(world);
      await days(world, open(), 3);
      expect(endsOf(world)).toEqual([WIT.end, at(66)]);
      expect(saves).toEqual(['3 all', '3 route']);
    },
  );

  it.each(['the answer to its removal was lost', 'so it was, and it refused later', 'the app was killed behind it'])(
    'R1 leaves the new one behind where a store that cannot replace has removed the old one: %s',
    async (how) => {
      const { world, open } = await written('never');
      const { writing, ...rest } = world.store;
      const remove: WorkoutWriter['remove'] = async (record) => {
        await writing?.remove(record);
        tell(world, [], [record.key]);
        if (!how.endsWith('behind it')) throw storeError('unknown', 'no answer');
        dieFrom(world, 'store.save');
        return 'removed';
      };
      const store = { ...rest, writing: { ...(writing as WorkoutWriter), replaces: 'never', remove } } as const;
      edit(world, 66, 'r2');
      await world.open({ store }).run();
      expect(endsOf(world)).toEqual([WIT.end]);
      works(world);
      if (how.startsWith('so')) failing(world, 'store.remove', 'locked');
      await days(world, open(), 2);
      works(world);
      await days(world, open(), 3);
      expect(endsOf(world)).toEqual([WIT.end, at(66)]);
    },
  );

  it('says nothing of a match that it was to stand beside', async () => {
    const { world } = await besideMatch();
    expect(JSON.parse(world.rows.get('link/s1') ?? '')).toMatchObject({ kind: 'matched', base: { revision: 'r1' } });
  });
});

describe('parts that the user does not allow to be written', () => {
  /** The newest of three records lacks its route, the others their series; only these parts may not be written. */
  const lacking = (denied: readonly DetailPart[]) => {
    const sessions = [0, 1, 2].map((n) => trained(`s${n}`, n * 100, n * 100 + 60));
    const world = plainWorld([FAR], [WIT, ...sessions]);
    const asked: string[] = [];
    const isDenied = { parts: denied };
    const store = savingBy(world, (save) => async (draft) => {
      if (draft.only === undefined) {
        world.interfere('our save');
        const part = draft.start === at(200) ? 'route' : 'series';
        return { ...(await save(draft)), ...(draft.start !== WIT.start && { missing: [part] }) };
      }
      asked.push(`${(draft.start - at(0)) / 6_000_000} ${draft.only}`);
      if (draft.only.some((part) => isDenied.parts.includes(part))) throw storeError('permission', 'not these');
      return { key: draft.previous?.key ?? '', external: draft.external };
    });
    return { world, asked, isDenied, store, sync: world.open({ store }) };
  };

  const askedBy = async ({ world, asked, sync }: ReturnType<typeof lacking>) => {
    world.now += 86_400_000;
    const { end, problem } = await sync.run();
    return [end, problem?.code, problem?.side, ...asked.splice(0)];
  };

  it('R9 are a problem, are asked for once in a run, and are written once they are allowed', async () => {
    const tried = lacking(['route', 'series']);
    for (const asked of ['2 route', '1 series', '0 series', '2 route', '1 series']) {
      expect(await askedBy(tried)).toEqual(['problem', 'permission', 'health-store', asked]);
    }
    expect(tried.sync.getSnapshot().setAside).toBe(0);
    tried.isDenied.parts = [];
    expect(await askedBy(tried)).toEqual(['done', undefined, undefined, '0 series', '2 route', '1 series']);
    expect(await askedBy(tried)).toEqual(['done', undefined, undefined]);
  });

  it('R8 do not keep others from being written', async () => {
    const tried = lacking(['route']);
    expect(await askedBy(tried)).toEqual(['problem', 'permission', 'health-store', '2 route']);
    expect(await askedBy(tried)).toEqual(['problem', 'permission', 'health-store', '1 series', '0 series', '2 route']);
  });

  it('are not asked for where writing was denied before in the run', async () => {
    const tried = lacking(['route']);
    await askedBy(tried);
    failing(tried.world, 'our save', 'permission');
    tried.world.sessions.set('s3', trained('s3', 300, 360));
    expect(await askedBy(tried)).toEqual(['problem', 'permission', 'health-store']);
  });

  it('are written where it is the samples of another session that the app may not show', async () => {
    const { world, asked, store } = lacking([]);
    await world.open({ store }).run({ budgetSteps: 4 });
    const readDetail = async (key: string): Promise<Detail> => {
      if (key === 's0') throw storeError('permission', 'not these');
      return { series: {}, routes: [] };
    };
    const { end, problem } = await world.open({ store, sessions: { ...world.app, readDetail } }).run();
    expect([end, problem?.side, ...asked]).toEqual(['problem', 'session-store', '1 series', '2 route']);
  });
});
