import { describe, expect, it } from 'vitest';
import type { StateStore } from '../../src/ports/state-store';
import { storeError } from '../../src/ports/store-error';
import { erase, exportState } from '../../src/state/index';
import { doneSince, plainWorld, run, trained } from '../sync/plain-world';
import { answerOf } from './answer-of';

const withRows = (rows: Readonly<Record<string, string>>) => {
  const world = plainWorld();
  for (const [key, value] of Object.entries(rows)) world.rows.set(key, value);
  return world;
};

describe('exportState', () => {
  it('holds every row, of collections that this version does not know as well', async () => {
    const world = withRows({
      'link/s%0020one': '{"session":"s one"}',
      'moon/': '{"phase":3}',
      'link/__proto__': '{"session":"__proto__"}',
    });
    const { collections, format, damaged } = answerOf(await exportState(world.state));
    expect({ format, damaged }).toEqual({ format: 0, damaged: [] });
    expect(JSON.parse(JSON.stringify(collections.link))).toEqual(
      JSON.parse('{"s one":{"session":"s one"},"__proto__":{"session":"__proto__"}}'),
    );
    expect(collections.moon).toEqual({ '': { phase: 3 } });
  });

  it('says its format and names what cannot be read, and changes nothing', async () => {
    const world = plainWorld([run('w1', 0, 60)]);
    await world.open().run();
    world.rows.set('link/torn', '{"session":');
    const before = new Map(world.rows);
    const { format, collections, damaged } = answerOf(await exportState(world.state));
    expect({ format, damaged }).toEqual({ format: 1, damaged: ['link/torn'] });
    expect(Object.keys(collections.link ?? {})).toEqual(['apple-health:w1']);
    expect(world.rows).toEqual(before);
  });

  it('reads page after page, and begins again where somebody writes in between', async () => {
    const rows = Object.fromEntries(Array.from({ length: 1203 }, (_, at) => [`gone/w${at}`, '{"at":1}']));
    const world = withRows(rows);
    let reads = 0;
    const state: StateStore = {
      ...world.state,
      read: async (range) => {
        reads += 1;
        if (reads === 2) await world.state.transact({ expectRevision: 0, put: [], remove: ['gone/w7'] });
        return world.state.read(range);
      },
    };
    const { collections } = answerOf(await exportState(state));
    expect(Object.keys(collections.gone ?? {})).toHaveLength(1202);
  });

  it('answers what the store says where it cannot be read', async () => {
    const state: StateStore = {
      ...plainWorld().state,
      read: async () => {
        throw storeError('locked', 'no');
      },
    };
    expect(await exportState(state)).toMatchObject({ kind: 'error', error: { code: 'locked', side: 'state' } });
  });
});

describe('erase', () => {
  it('forgets every row in one transaction, and the next run makes no duplicate', async () => {
    const world = plainWorld([run('w1', 0, 60)], [trained('s1', 600, 660)]);
    await world.open().run();
    world.rows.set('moon/', '1');
    doneSince(world);
    const { size } = world.rows;
    expect(answerOf(await erase(world.state))).toEqual({ rows: size });
    expect(world.calls).toEqual(['state.transact']);
    expect(world.rows.size).toBe(0);
    await world.open().run();
    expect(doneSince(world)).toEqual([]);
  });

  it('removes rows that cannot be read too, and writes nothing into an empty state', async () => {
    const removed: string[] = [];
    const world = plainWorld();
    const state: StateStore = {
      ...world.state,
      read: async () => ({ revision: 0, rows: [], damaged: ['link/torn'] }),
      transact: async ({ remove }) => {
        removed.push(...remove);
        return 'done';
      },
    };
    expect(answerOf(await erase(state))).toEqual({ rows: 1 });
    expect(removed).toEqual(['link/torn']);
    expect(answerOf(await erase(world.state))).toEqual({ rows: 0 });
    expect(world.calls).toEqual([]);
  });

  it('erases what was written in between as well', async () => {
    const world = withRows({ 'gone/w1': '{"at":1}' });
    let isFirst = true;
    const state: StateStore = {
      ...world.state,
      transact: async (change) => {
        if (isFirst)
          await world.state.transact({ expectRevision: 0, put: [{ key: 'gone/w2', value: '{}' }], remove: [] });
        isFirst = false;
        return world.state.transact(change);
      },
    };
    expect(answerOf(await erase(state))).toEqual({ rows: 2 });
    expect(world.rows.size).toBe(0);
  });

  it('ends a run that is under way as busy', async () => {
    const world = plainWorld([run('w1', 0, 60), run('w2', 300, 360)]);
    let isErased = false;
    const sync = world.open({
      sessions: {
        ...world.app,
        apply: async (changes) => {
          if (!isErased) await erase(world.state);
          isErased = true;
          return (await world.app.apply?.(changes)) ?? [];
        },
      },
    });
    expect(await sync.run()).toMatchObject({ end: 'problem', problem: { code: 'busy' } });
    await sync.run();
    expect([...world.sessions.keys()].sort()).toEqual(['apple-health:w1', 'apple-health:w2']);
  });
});
