import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../src/policy/settings-from';
import type { DetailReader, WorkoutWriter } from '../../src/ports/health-store';
import type { SessionStore } from '../../src/ports/session-store';
import { storeError } from '../../src/ports/store-error';
import type { Sync } from '../../src/sync/surface/sync';
import { at, days, failing, type PlainWorld, plainWorld, run, tell, toItsEnd, trained, works } from './plain-world';

/** A world in which one call is refused, again and again, and its item set aside for it. */
const refusing = async (call: string): Promise<{ readonly world: PlainWorld; readonly sync: Sync }> => {
  const world = plainWorld([run('far', -900, -850)], [trained('wit', -700, -650)]);
  const sync = world.open();
  await sync.run();
  if (call === 'store.save') world.sessions.set('s1', trained('s1', 0, 60));
  else tell(world, [run('w1', 0, 60)]);
  failing(world, call, 'invalid');
  await days(world, sync, 8);
  expect(sync.getSnapshot().setAside).toBe(1);
  world.calls.splice(0);
  return { world, sync };
};

const triesOf = ({ calls }: PlainWorld) => calls.splice(0).filter((call) => call.startsWith('store.save')).length;

describe('R8 what was edited since it failed', () => {
  it.each(['same', 'new'] as const)('is tried at once: a session that goes out (%s process)', async (process) => {
    const { world, sync } = await refusing('store.save');
    const next = process === 'same' ? sync : world.open();
    works(world);
    world.sessions.set('s1', trained('s1', 0, 66, { revision: 'r2' }));
    expect(await next.run()).toMatchObject({ end: 'done', counts: { exported: 1 } });
    expect(next.getSnapshot().setAside).toBe(0);
  });

  it.each(['same', 'new'] as const)('stays aside where nothing was edited (%s process)', async (process) => {
    const { world, sync } = await refusing('store.save');
    const next = process === 'same' ? sync : world.open();
    works(world);
    await days(world, next, 3);
    expect(triesOf(world)).toBe(0);
    expect(next.getSnapshot().setAside).toBe(1);
  });

  it.each([
    ['time', run('w1', 0, 66)],
    ['distance', run('w1', 0, 60, { distanceMetres: 9000 })],
  ])('is tried at once: a workout that comes in, with another %s', async (_, changed) => {
    const { world, sync } = await refusing('app.apply');
    works(world);
    tell(world, [changed]);
    expect(await sync.run()).toMatchObject({ end: 'done', counts: { imported: 1 } });
    expect(sync.getSnapshot().setAside).toBe(0);
  });

  it('is not known of what an older version set aside, nor of what the app does not show', async () => {
    const { world } = await refusing('store.save');
    works(world);
    const [name, row] = [...world.rows].find(([key]) => key.startsWith('trouble')) ?? ['', ''];
    const { content: _, ...older } = JSON.parse(row);
    world.rows.set(name, JSON.stringify(older));
    const next = world.open();
    await next.run();
    world.rows.set(name, row);
    const list = [...world.sessions.values()].filter(({ key }) => key !== 's1');
    const app = {
      ...world.app,
      read: async ({ window }) => ({ items: list, complete: false, window }),
    } as SessionStore;
    await world.open({ sessions: app }).run();
    expect(triesOf(world)).toBe(0);
    expect(world.rows.has(name)).toBe(true);
  });

  it('is planned at once also by a preview', async () => {
    const { world, sync } = await refusing('store.save');
    world.sessions.set('s1', trained('s1', 0, 66, { revision: 'r2' }));
    expect((await sync.preview()).steps.map(({ effect }) => effect.kind)).toEqual(['export']);
  });

  it('has as many attempts as anything new', async () => {
    const { world, sync } = await refusing('store.save');
    let asked = 0;
    world.interfere = (name) => {
      if (name !== 'store.save') return;
      asked += 1;
      throw storeError('invalid', 'nor this one');
    };
    world.sessions.set('s1', trained('s1', 0, 66, { revision: 'r2' }));
    await days(world, sync, 8);
    expect(asked).toBe(5);
    expect(sync.getSnapshot().setAside).toBe(1);
  });

  it('does not wait for the time that was set for what it was', async () => {
    const world = plainWorld([run('far', -900, -850)], [trained('s1', 0, 60)]);
    const sync = world.open();
    failing(world, 'store.save', 'invalid');
    await sync.run();
    works(world);
    expect(await sync.run()).toMatchObject({ counts: {} });
    world.sessions.set('s1', { ...trained('s1', 0, 66), end: at(66), revision: 'r2' });
    expect(await sync.run()).toMatchObject({ counts: { exported: 1 } });
  });

  it.each([
    ['edited', async (world: PlainWorld) => tell(world, [run('w1', 0, 60, { distanceMetres: 9000 })])],
    ['freed by the host', async (_: PlainWorld, sync: Sync) => sync.decide({ kind: 'retry' })],
    ['left alone', async () => undefined],
  ] as const)('is come back for by a backfill that had gone past it, where it was %s', async (_, meanwhile) => {
    const workouts = [run('w1', 0, 60), run('w2', -300, -240), run('w3', -600, -540)];
    const settings = settingsFrom({ import: { importFrom: at(1000) } });
    const world = plainWorld(workouts, [trained('wit', -900, -850)], settings);
    const window = { start: at(-700), end: at(100) };
    const backfill = { kind: 'backfill', window, batchSize: 1, pauseSeconds: 60 } as const;
    const sync = world.open();
    failing(world, 'app.apply', 'invalid');
    expect(await sync.run(backfill)).toMatchObject({ end: 'paused', counts: { failed: 1 } });
    works(world);
    await meanwhile(world, sync);
    expect((await toItsEnd(world, sync, backfill)).end).toBe('done');
    expect([...world.sessions.keys()].sort()).toEqual(['apple-health:w1', 'apple-health:w2', 'apple-health:w3', 'wit']);
  });

  it('is finished where parts of its record were set aside', async () => {
    const world = plainWorld([run('w0', -600, -540)], [trained('s1', 0, 60)]);
    const writing = world.store.writing as WorkoutWriter;
    let isRefused = true;
    const saves: string[] = [];
    const save: WorkoutWriter['save'] = async (draft) => {
      saves.push(`${draft.external.version} ${draft.only ?? 'all'}`);
      if (draft.only === undefined) return { ...(await writing.save(draft)), missing: ['route'] };
      if (isRefused) throw storeError('invalid', 'this route never');
      return { key: draft.previous?.key ?? '', external: draft.external };
    };
    const sync = world.open({ store: { ...world.store, writing: { ...writing, save } } });
    await days(world, sync, 8);
    expect(sync.getSnapshot().setAside).toBe(1);
    isRefused = false;
    saves.splice(0);
    world.sessions.set('s1', trained('s1', 0, 66, { revision: 'r2' }));
    await days(world, sync, 4);
    expect(saves).toEqual(['2 all', '2 route']);
    expect(sync.getSnapshot().setAside).toBe(0);
  });

  it('is not a workout beside a session of the same key', async () => {
    const settings = settingsFrom({ import: { summaryOnly: 'refuse' } });
    const sessions = [trained('wit', -700, -650), trained('k1', 500, 560)];
    const world = plainWorld([run('far', -900, -850), run('k1', 0, 60)], sessions, settings);
    const detail: DetailReader = {
      summarise: async (workouts) => {
        if (workouts.some(({ key }) => key === 'k1')) throw storeError('invalid', 'never');
        return [];
      },
      read: async () => ({ series: {}, routes: [] }),
    };
    const sync = world.open({ store: { ...world.store, detail } });
    await days(world, sync, 10);
    expect(sync.getSnapshot().setAside).toBe(1);
  });
});
