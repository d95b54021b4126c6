import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import { storeError } from '../../src/ports/store-error';
import { at, doneSince, OWN_APP, plainWorld, run, tell, trained } from './plain-world';

describe('a first run', () => {
  it('brings in what is only in the health store and writes what is only in the app', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 600, 660)]);
    const report = await world.open().run();
    expect(report).toMatchObject({ end: 'done', counts: { imported: 1, exported: 1 } });
    expect([...world.sessions.keys()]).toEqual(['s1', 'apple-health:w1']);
    expect([...world.workouts.values()].map(({ source }) => source?.app)).toEqual([expect.any(String), OWN_APP]);
  });

  it('links a run that both sides already have and creates nothing', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 1, 61)]);
    const report = await world.open().run();
    expect(report.counts).toEqual({ linked: 1 });
    expect(doneSince(world)).toEqual([]);
  });

  it('goes newest first', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w3', 600, 660), run('w2', 300, 360)]);
    await world.open().run();
    expect(doneSince(world)).toEqual([
      'app.create apple-health:w3',
      'app.create apple-health:w2',
      'app.create apple-health:w1',
    ]);
  });
});

describe('a settled sync', () => {
  it('E4 quiet: writes nothing to either side and twice to the state, also after a restart', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 600, 660)]);
    await world.open().run();
    await world.open().run();
    world.calls.length = 0;
    await world.open().run();
    expect(world.calls.filter((call) => call === 'state.transact')).toHaveLength(2);
    expect(doneSince(world)).toEqual([]);
  });
});

describe('what changes later', () => {
  it('updates an import whose workout changed', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    tell(world, [run('w1', 0, 75)]);
    await sync.run();
    expect(world.sessions.get('apple-health:w1')?.end).toBe(at(75));
  });

  it('writes an edited session over its own record at a higher version', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    const sync = world.open();
    await sync.run();
    doneSince(world);
    world.sessions.set('s1', trained('s1', 0, 70, { revision: 'r2' }));
    await sync.run();
    expect(doneSince(world)).toEqual(['store.save 2']);
    expect([...world.workouts.values()].filter(({ external }) => external)).toHaveLength(1);
  });

  it('S6 keeps an import whose workout was removed, detached from it', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 600, 660)]);
    const sync = world.open();
    await sync.run();
    tell(world, [], ['w1']);
    await sync.run();
    expect(world.sessions.has('apple-health:w1')).toBe(true);
    expect((await sync.explain('apple-health:w1')).link?.state).toBe('detached');
  });

  it('removes our record of a session that the user deleted', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60), trained('s2', 600, 660)]);
    const sync = world.open();
    await sync.run();
    world.sessions.delete('s1');
    await sync.run();
    expect([...world.workouts.values()].filter(({ external }) => external)).toHaveLength(1);
  });
});

describe('when something goes wrong', () => {
  it('R2 adopts an import whose acknowledgement was lost', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    world.interfere = (call) => {
      if (call === 'app.apply answered') throw storeError('offline', 'gone');
    };
    const report = await world.open().run();
    expect(report).toMatchObject({ end: 'problem', problem: { code: 'offline', side: 'session-store' } });
    world.interfere = () => undefined;
    const next = await world.open().run();
    expect(next.counts).toEqual({ linked: 1 });
    expect(world.sessions.size).toBe(1);
  });

  it('R2 adopts an export whose acknowledgement was lost', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    world.interfere = (call) => {
      if (call === 'store.save answered') throw storeError('locked', 'locked');
    };
    await world.open().run();
    world.interfere = () => undefined;
    tell(world, [...world.workouts.values()]);
    await world.open().run();
    expect([...world.workouts.values()].filter(({ external }) => external)).toHaveLength(1);
  });

  it('R8 sets one bad item aside after five attempts, and goes on with the others', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60), trained('s2', 600, 660)]);
    const bad = world.store.writing?.save;
    const store = {
      ...world.store,
      writing: {
        ...world.store.writing,
        save: async (draft: Parameters<NonNullable<typeof bad>>[0]) => {
          if (draft.start === at(0)) throw storeError('invalid', 'no');
          return (await bad?.(draft)) ?? { key: '', external: draft.external };
        },
      },
    } as typeof world.store;
    const sync = world.open({ store });
    for (let day = 0; day < 5; day++) {
      await sync.run();
      world.now += 86_400_000;
    }
    expect(sync.getSnapshot().setAside).toBe(1);
    expect((await sync.preview()).blocked).toMatchObject([{ kind: 'session', reasons: [{ code: 'quarantined' }] }]);
    const report = await sync.run();
    expect(report.end).toBe('done');
    expect(report.counts.failed).toBeUndefined();
    await sync.decide({ kind: 'retry' });
    expect(sync.getSnapshot().setAside).toBe(0);
  });

  it('S9 holds many removals until the user confirms, and does nothing before', async () => {
    const workouts = Array.from({ length: 10 }, (_, index) => run(`w${index}`, index * 100, index * 100 + 60));
    const world = plainWorld(workouts, [], settingsFrom({ onWorkoutGone: 'remove-session' }));
    const sync = world.open();
    await sync.run();
    doneSince(world);
    tell(
      world,
      [run('new', 1500, 1560)],
      workouts.slice(0, 8).map(({ key }) => key),
    );
    const held = await sync.run();
    expect(held.end).toBe('held');
    expect(doneSince(world)).toEqual([]);
    expect(sync.getSnapshot().sync).toEqual({ kind: 'held', guard: held.guard });
    await sync.decide({ kind: 'confirm', guard: held.guard ?? '' });
    await sync.run();
    expect(world.sessions.size).toBe(3);
  });

  it('R10 stops after its steps and goes on with the next run', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360), run('w3', 600, 660)]);
    for (let turn = 1; turn <= 3; turn++) {
      expect((await world.open().run({ budgetSteps: 1 })).end).toBe('budget');
      expect(world.sessions.size).toBe(turn);
    }
    expect((await world.open().run({ budgetSteps: 1 })).end).toBe('done');
  });
});
