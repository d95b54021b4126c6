import { describe, expect, it } from 'vitest';
import type { Workout } from '../../src/domain/workout';
import type { StateStore } from '../../src/ports/state-store';
import { storeError } from '../../src/ports/store-error';
import type { PlainWorld } from './plain-world';
import { at, doneSince, GRANTED, OWN_APP, plainWorld, run, tell, trained } from './plain-world';

/** Two imports, an export, a match, an edit and a removal: something for every kind of step. */
const eventful = (): PlainWorld => {
  const world = plainWorld(
    [run('w1', 0, 60), run('w2', 300, 360), run('w3', 600, 660)],
    [trained('s1', 900, 960), trained('s2', 601, 661)],
  );
  return world;
};

const happenings = (world: PlainWorld): void => {
  tell(world, [run('w1', 0, 75), run('w4', 1200, 1260), run('w5', 1500, 1560)], ['w2']);
  world.sessions.set('s1', trained('s1', 900, 975, { revision: 'r2' }));
  world.sessions.set('s3', trained('s3', 1800, 1860));
};

/** Both sides, without keys and versions that may differ. */
const endOf = ({ workouts, sessions }: PlainWorld) => ({
  workouts: [...workouts.values()]
    .map(({ start, end, source, external }) => `${start} ${end} ${source?.app} ${external?.id ?? ''}`)
    .sort(),
  sessions: [...sessions.values()].map(({ key, start, end, state }) => `${key} ${start} ${end} ${state}`).sort(),
});

/** The process is dead from the n-th call of a port on. */
const dieAt = (world: PlainWorld, n: number): (() => boolean) => {
  let calls = 0;
  world.interfere = () => {
    calls += 1;
    if (calls >= n) throw storeError('unavailable', 'the process is gone');
  };
  return () => calls >= n;
};

const feedEnds = (world: PlainWorld): void => {
  // What sync itself wrote is told by the feed as well.
  for (const workout of [...world.workouts.values()])
    if (workout.external) world.changes.push({ upserts: [workout], deletions: [] });
};

const calm = async (world: PlainWorld): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) {
    world.now += 3_600_000;
    await world.open().run();
  }
};

describe('crashes', () => {
  it('R1 crash anywhere: dying at any call of a port, then going on, ends where not dying ends', async () => {
    const clean = eventful();
    await clean.open().run();
    happenings(clean);
    await calm(clean);
    const wanted = endOf(clean);
    let tried = 0;
    for (let n = 1; ; n++) {
      const world = eventful();
      await world.open().run();
      happenings(world);
      const isDead = dieAt(world, n);
      await world.open({ pace: { batchSize: 1 } }).run();
      world.interfere = () => undefined;
      if (!isDead()) break;
      tried += 1;
      feedEnds(world);
      world.now += 120_000;
      await calm(world);
      expect(endOf(world), `after a crash at call ${n}`).toEqual(wanted);
    }
    expect(tried).toBeGreaterThan(20);
  });

  it('R3 cursor atomic: at any crash the mirror holds all that the cursor claims', async () => {
    for (let n = 1; n < 60; n++) {
      const world = plainWorld([run('w0', -600, -540)]);
      await world.open().run();
      for (let index = 0; index < 4; index++) tell(world, [run(`n${index}`, index * 100, index * 100 + 60)]);
      const isDead = dieAt(world, n);
      await world.open().run();
      if (!isDead()) break;
      const { cursor } = JSON.parse(world.rows.get('coverage/') ?? '{}');
      for (let index = 0; index < Number(cursor); index++) expect(world.rows.has(`workout/n${index}`)).toBe(true);
    }
  });
});

describe('the state', () => {
  it('R2 a change of the state whose answer is lost is looked up, by the same process, not written over', async () => {
    const clean = eventful();
    const sync = clean.open();
    await sync.run();
    happenings(clean);
    await sync.run();
    const wanted = endOf(clean);
    for (let lost = 1; lost <= 12; lost++) {
      const world = eventful();
      let calls = 0;
      const transact: typeof world.state.transact = async (change) => {
        const answer = await world.state.transact(change);
        calls += 1;
        if (calls === lost) throw storeError('unknown', 'no answer');
        return answer;
      };
      const again = world.open({ state: { ...world.state, transact } });
      const runs = async (count: number): Promise<void> => {
        for (let turn = 0; turn < count; turn++) {
          await again.run();
          world.now += 3_600_000;
        }
      };
      await runs(3);
      happenings(world);
      await runs(3);
      expect(endOf(world), `after the answer to change ${lost}`).toEqual(wanted);
    }
  });
});

describe('pages', () => {
  it('R4 given twice, out of order, or holding a key both put and deleted, end alike', async () => {
    const end = async (told: (world: PlainWorld) => void) => {
      const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360)]);
      await world.open().run();
      told(world);
      await world.open().run();
      await world.open().run();
      const links = [...world.rows].filter(([key]) => key.startsWith('link/'));
      return { ...endOf(world), links: links.map(([, row]) => JSON.parse(row).state) };
    };
    const once = await end((world) => tell(world, [run('w1', 0, 75), run('w3', 600, 660)]));
    const oddly = await end((world) => {
      tell(world, [run('w3', 600, 660), run('w1', 0, 75)]);
      tell(world, [run('w1', 0, 75)]);
      world.changes.push({ upserts: [run('w3', 600, 660)], deletions: [{ key: 'w3' }] });
    });
    expect(oddly).toEqual(once);
  });

  it('R4 that hold a key twice say what they say last, also where it was known', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    tell(world, [run('w1', 0, 90), run('w1', 0, 60)]);
    await sync.run();
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(60));
    tell(world, [run('w1', 0, 60), run('w1', 0, 75)]);
    await sync.run();
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(75));
  });
});

describe('writes', () => {
  it('R5 versions rise, also over answers that were lost', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    for (let turn = 1; turn <= 4; turn++) {
      world.interfere = (call) => {
        if (call === 'store.save answered' && turn % 2 === 1) throw storeError('locked', 'no answer');
      };
      await world.open().run();
      world.interfere = () => undefined;
      world.sessions.set('s1', trained('s1', 0, 60 + turn, { revision: `e${turn}` }));
      world.now += 86_400_000;
    }
    const versions = world.calls.flatMap((call) => (call.startsWith('store.save') ? [Number(call.split(' ')[1])] : []));
    expect(versions.length).toBeGreaterThan(2);
    expect([...new Set(versions)].sort((a, b) => a - b)).toEqual(versions);
  });

  it('R6 base is what was sent: an edit that lands while a record is written is written next', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    world.interfere = (call) => {
      if (call === 'store.save') world.sessions.set('s1', trained('s1', 0, 70, { revision: 'mid' }));
    };
    await world.open().run();
    world.interfere = () => undefined;
    await world.open().run();
    const own = [...world.workouts.values()].filter(({ source }) => source?.app === OWN_APP);
    expect(own.map(({ end }) => end)).toEqual([at(70)]);
  });

  it('E5 bounded writes: one for each change that matters, and none for one that does not', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 300, 360)]);
    const sync = world.open();
    await sync.run();
    doneSince(world);
    tell(world, [run('w1', 0, 60), run('w1', 0, 75)]);
    world.sessions.set('s1', trained('s1', 300, 370, { revision: 'r2' }));
    await sync.run();
    await sync.run();
    expect(doneSince(world)).toHaveLength(2);
  });
});

describe('scope', () => {
  it('E2 narrowing changes nothing, and widening reads everything anew', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360)]);
    world.access = { ...GRANTED, readableSince: at(200) };
    const sync = world.open();
    await sync.run();
    doneSince(world);
    world.access = { ...GRANTED, read: 'denied' };
    await sync.run();
    expect(doneSince(world)).toEqual([]);
    world.calls.length = 0;
    world.access = GRANTED;
    await sync.run();
    expect(world.calls).toContain('store.readWorkouts');
    expect(doneSince(world)).toEqual([]);
  });
});

describe('what may be read reaches less far, and further again', () => {
  it('E2 reads everything anew, also where no feed told anything in between', async () => {
    const world = plainWorld([run('w0', -900, -850), run('w1', 0, 60)]);
    const sync = world.open();
    const mayReadSince = async (minutes: number) => {
      world.access = { ...GRANTED, readableSince: at(minutes) };
      return (await sync.run()).counts;
    };
    await mayReadSince(-1000);
    expect(await mayReadSince(-10)).toEqual({});
    // Of what is written where nothing may be read, no feed tells.
    world.workouts.set('old', run('old', -300, -250));
    world.sessions.set('s1', trained('s1', -300, -250));
    doneSince(world);
    expect(await mayReadSince(-10)).toEqual({ waiting: 1 });
    await mayReadSince(-1000);
    expect(doneSince(world)).toEqual([]);
  });

  it('E4 writes that down once', async () => {
    const world = plainWorld([run('w0', -900, -850), run('w1', 0, 60)]);
    const written: string[] = [];
    const transact: StateStore['transact'] = (changes) => {
      for (const { key } of changes.put) written.push(key);
      return world.state.transact(changes);
    };
    const sync = world.open({ state: { ...world.state, transact } });
    await sync.run();
    world.access = { ...GRANTED, readableSince: at(-10) };
    written.length = 0;
    await sync.run();
    await sync.run();
    expect(written.filter((key) => key === 'coverage/')).toHaveLength(1);
  });
});

describe('a state that is lost', () => {
  it('E3 leaves an import in step with its workout, also where that was replaced under new keys before and after', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    await world.open().run();
    tell(world, [run('w1b', 0, 65)], ['w1']);
    await world.open().run();
    expect(world.sessions.get('apple-health:w1')?.origin?.workout).toBe('w1b');
    world.rows.clear();
    await world.open().run();
    tell(world, [run('w1c', 0, 70)], ['w1b']);
    await world.open().run();
    expect([...world.sessions.values()].map(({ key, end }) => [key, end])).toEqual([['apple-health:w1', at(70)]]);
  });
});

describe('a history that could not be read for a while', () => {
  it('E2 is read anew once it can: what was written into it meanwhile was told by no feed', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360)]);
    await world.open().run();
    world.access = { ...GRANTED, readableSince: at(200) };
    world.workouts.set('w0', run('w0', 100, 160));
    tell(world, []);
    await world.open().run();
    world.access = GRANTED;
    await world.open().run();
    expect([...world.sessions.keys()].sort()).toEqual(['apple-health:w0', 'apple-health:w1', 'apple-health:w2']);
    world.calls.length = 0;
    await world.open().run();
    expect(world.calls).not.toContain('store.readWorkouts');
  });
});

describe('a history that is limited after the run has asked what may be read', () => {
  it('E2 is read anew once it can be read whole', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360)]);
    let since: number | undefined;
    const readWorkouts: typeof world.store.readWorkouts = async (request) => {
      const page = await world.store.readWorkouts(request);
      if (since === undefined) return page;
      const from = since;
      return {
        ...page,
        items: page.items.filter(({ start }) => start >= from),
        window: { ...request.window, start: from },
      };
    };
    const sync = world.open({ store: { ...world.store, readWorkouts } });
    world.interfere = (call) => {
      if (call === 'app.read') since = at(200);
    };
    await sync.run();
    expect([...world.sessions.keys()]).toEqual(['apple-health:w2']);
    world.interfere = () => undefined;
    since = undefined;
    await sync.run();
    expect(world.sessions.size).toBe(2);
  });
});

describe('a new mapping', () => {
  it('E2 is another scope: everything is read anew, as it is mapped now', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    await world.open().run();
    world.workouts.set('w1', run('w1', 0, 60, { activity: 'hiking' }));
    await world.open().run();
    expect(world.sessions.get('apple-health:w1')?.activity).toBe('running');
    await world.open({ store: { ...world.store, mappingVersion: 2 } }).run();
    expect(world.sessions.get('apple-health:w1')?.activity).toBe('hiking');
  });
});

describe('noise', () => {
  it.each([
    ['truncated to seconds', (workout: Workout) => ({ start: workout.start - 437, end: workout.end - 437 })],
    ['off by a tenth of a second', (workout: Workout) => ({ start: workout.start + 100, end: workout.end - 100 })],
    ['in another zone', () => ({ offsetSeconds: 7200 })],
  ])('E6 times %s change nothing', async (_, noise) => {
    const first = run('w1', 0, 60, { start: at(0) + 437, end: at(60) + 437, offsetSeconds: 3600 });
    const world = plainWorld([first]);
    const sync = world.open();
    await sync.run();
    doneSince(world);
    tell(world, [{ ...first, ...noise(first) }]);
    await sync.run();
    expect(doneSince(world)).toEqual([]);
  });

  it('E7 round trip: a record that the store gives back coarser than it was written is left alone', async () => {
    const world = plainWorld(
      [run('w0', -600, -540)],
      [trained('s1', 0, 60, { title: 'Lunch', distanceMetres: 10_003.7 })],
    );
    const sync = world.open();
    await sync.run();
    doneSince(world);
    const own = [...world.workouts.values()].find(({ source }) => source?.app === OWN_APP);
    if (own) {
      const { title: _none, ...coarse } = { ...own, start: own.start - 300, distanceMetres: 10_000 };
      tell(world, [coarse]);
    }
    for (let turn = 0; turn < 3; turn++) await sync.run();
    expect(doneSince(world)).toEqual([]);
  });

  it('E1 expiry: reading what changed and reading everything end alike', async () => {
    const ends = await Promise.all(
      [true, false].map(async (isFed) => {
        const world = eventful();
        const { changes: _feed, ...unfed } = world.store;
        const store = isFed ? world.store : unfed;
        await world.open({ store }).run();
        happenings(world);
        await world.open({ store }).run();
        await world.open({ store }).run();
        return endOf(world);
      }),
    );
    expect(ends[0]).toEqual(ends[1]);
  });
});
