import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/domain/session';
import { settingsFrom } from '../../src/policy/settings-from';
import type { Provenance } from '../../src/sync/surface/provenance';
import type { Status, SyncEvent } from '../../src/sync/surface/status';
import { at, dieFrom, type PlainWorld, plainWorld, run, tell, trained } from './plain-world';

const ten = Array.from({ length: 10 }, (_, index) => run(`w${index}`, index * 100, index * 100 + 60));

describe('after a restart', () => {
  it('tells a screen that watches what is known, before anything runs', async () => {
    const world = plainWorld(ten);
    await world.open().run();
    const sync = world.open();
    expect(sync.getSnapshot().sync).toEqual({ kind: 'loading' });
    const shown = await new Promise<Status>((resolve) => {
      sync.subscribe(() => resolve(sync.getSnapshot()));
    });
    expect(shown).toMatchObject({ connection: { state: 'connected' }, sync: { kind: 'idle' } });
  });

  it('shows what is known before anything runs: the connection, what is held, what is paused', async () => {
    const workouts = ten.map(({ key }) => key);
    const world = plainWorld(ten, [], settingsFrom({ onWorkoutGone: 'remove-session' }));
    await world.open().run();
    tell(world, [], workouts.slice(0, 8));
    const { guard } = await world.open().run();
    const sync = world.open();
    expect(sync.getSnapshot().sync).toEqual({ kind: 'loading' });
    await sync.history();
    expect(sync.getSnapshot()).toMatchObject({
      sync: { kind: 'held', guard },
      connection: { state: 'connected', action: 'none' },
    });
    expect(await sync.diagnose()).toContainEqual(expect.objectContaining({ code: 'held' }));
    await sync.preview();
    expect(sync.getSnapshot().sync).toEqual({ kind: 'held', guard });
  });

  it('says when a lease that a killed run left is over', async () => {
    const world = plainWorld(ten);
    const revive = dieFrom(world, 'app.apply');
    await world.open().run();
    revive();
    const { problem, resumeAt = 0 } = await world.open().run();
    expect(problem?.code).toBe('busy');
    world.now = resumeAt;
    expect((await world.open().run()).end).toBe('done');
  });
});

describe('what is told', () => {
  it('a stable snapshot until something changes, and events without health data', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    const sync = world.open();
    const events: SyncEvent[] = [];
    const stop = sync.subscribe((event) => events.push(event));
    await sync.run();
    expect(sync.getSnapshot()).toBe(sync.getSnapshot());
    expect(events[0]).toMatchObject({ kind: 'run-started' });
    expect(events.map(({ kind }) => kind)).toContain('status');
    expect(events[events.length - 1]).toMatchObject({ kind: 'run-ended', report: { end: 'done' } });
    expect(JSON.stringify(events)).not.toContain(String(at(0)));
    stop();
    const told = events.length;
    await sync.run();
    expect(events).toHaveLength(told);
  });

  it('hints of the store reach whoever listens', () => {
    const world = plainWorld();
    let hint = (): void => undefined;
    let stopped = false;
    const store = {
      ...world.store,
      onHint: (listener: () => void) => {
        hint = listener;
        return () => {
          stopped = true;
        };
      },
    };
    const events: SyncEvent[] = [];
    const stop = world.open({ store }).subscribe((event) => events.push(event));
    hint();
    expect(events).toEqual([{ kind: 'hint' }]);
    stop();
    expect(stopped).toBe(true);
  });

  it('a history of runs and items, newest first, that does not grow without end', async () => {
    const world = plainWorld(ten);
    const sync = world.open({ pace: { keptRuns: 3, keptItems: 4, batchSize: 2 } });
    await sync.run();
    for (let index = 0; index < 4; index++) {
      world.now += 60_000;
      await sync.run();
    }
    const { runs } = await sync.history();
    expect(runs.length).toBeLessThanOrEqual(4);
    expect([...world.rows.keys()].filter((key) => key.startsWith('items/')).length).toBeLessThanOrEqual(2);
  });

  it('which app recorded the original and how the copy differs', async () => {
    const copy = run('w2', 0, 61, { source: { app: 'com.other' }, distanceMetres: 9900 });
    const world = plainWorld([run('w1', 0, 60, { distanceMetres: 10_000 }), copy]);
    const sync = world.open();
    await sync.run();
    const { witnesses, link } = await sync.explain('w1');
    const original = witnesses.find(({ isOriginal }) => isOriginal);
    expect(original?.key).toBe(link?.workout);
    const other = witnesses.find(({ kind, isOriginal }) => kind === 'workout' && !isOriginal);
    expect(other?.numbers.map(({ name }) => name)).toContain('distanceMetres');
    expect(await sync.diagnose()).toContainEqual(
      expect.objectContaining({
        code: 'several-apps-write',
        evidence: { apps: 'com.example.watch, com.other', workouts: 1 },
      }),
    );
  });

  it('of a copy that was not synced yet, which recording is the original', async () => {
    const watch = run('w1', 0, 60, { distanceMetres: 10_000 });
    const world = plainWorld([watch, run('w2', 0, 61, { source: { app: 'com.other' } })]);
    const before = await world.open().explain('w2');
    expect(before).toMatchObject({ found: true, place: 'step', reasons: [{ code: 'new-workout' }] });
    expect(before).not.toHaveProperty('link');
    await world.open().run();
    const after = await world.open().explain('w2');
    const originalOf = ({ witnesses }: Provenance) => witnesses.find(({ isOriginal }) => isOriginal)?.key;
    expect(after.link).toMatchObject({ workout: 'w1', copies: ['w2'] });
    expect([originalOf(before), originalOf(after)]).toEqual(['w1', 'w1']);
  });

  it('a session that was made from a workout as no recording of its own', async () => {
    const world = plainWorld([run('w1', 0, 60, { distanceMetres: 10_000 })]);
    await world.open().run();
    const made = world.sessions.get('apple-health:w1') as Session;
    world.sessions.set(made.key, { ...made, distanceMetres: 9000, revision: 'edited' });
    const { witnesses } = await world.open().explain('w1');
    const session = witnesses.find(({ kind }) => kind === 'session');
    expect(session?.numbers).toContainEqual({ name: 'distanceMetres', of: 10_000, copy: 9000 });
    expect(session).not.toHaveProperty('comparison');
  });

  it('what a session that is missing waits for, asked for either side', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360)]);
    const sync = world.open();
    await sync.run();
    world.sessions.delete('apple-health:w2');
    await sync.run();
    for (const key of ['w2', 'apple-health:w2']) {
      expect(await sync.explain(key)).toMatchObject({ place: 'waiting', reasons: [{ code: 'session-unknown' }] });
    }
  });

  it('why a pair is not there on both sides any more', async () => {
    const world = plainWorld(ten);
    const sync = world.open();
    await sync.run();
    tell(world, [], ['w1']);
    world.sessions.delete('apple-health:w2');
    world.sessions.set('witness', trained('witness', 1800, 1860));
    await sync.run();
    expect((await sync.explain('apple-health:w1')).reasons).toEqual([{ code: 'workout-removed' }]);
    world.sessions.delete('apple-health:w3');
    await sync.run();
    expect((await sync.explain('w3')).reasons).toEqual([{ code: 'deleted-in-app' }]);
  });

  it('nothing about a record that nobody knows', async () => {
    const world = plainWorld();
    expect(await world.open().explain('w404')).toEqual({
      key: 'w404',
      found: false,
      witnesses: [],
      missing: [],
      place: 'absent',
      reasons: [],
    });
  });
});

describe('diagnose', () => {
  const codes = async (world: PlainWorld): Promise<readonly string[]> =>
    (await world.open().diagnose()).map(({ code }) => code);

  it('finds nothing wrong where all that there was went out', async () => {
    const world = plainWorld([], [trained('s1', 0, 60)]);
    expect(await codes(world)).toContain('nothing-syncs');
    await world.open().run();
    expect(await codes(world)).not.toContain('nothing-syncs');
  });

  it('does not miss a title that is there', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360, { title: 'Hills' })]);
    const missesTitle = async (key: string): Promise<boolean> =>
      (await world.open().explain(key)).missing.some(({ field }) => field === 'title');
    expect(await missesTitle('w1')).toBe(true);
    expect(await missesTitle('w2')).toBe(false);
  });
});

describe('what waits for the user', () => {
  it('is counted no more once it is gone', async () => {
    const world = plainWorld([run('w1', 25, 85), run('w2', 300, 360)], [trained('s1', 0, 60)]);
    world.now = at(3000);
    const sync = world.open({ settings: settingsFrom({ onPossible: 'hold' }) });
    await sync.run();
    expect(sync.getSnapshot().reviews).toBeGreaterThan(0);
    tell(world, [], ['w1']);
    await sync.run();
    expect(sync.getSnapshot()).toMatchObject({ reviews: 0, waiting: 0 });
  });
});
