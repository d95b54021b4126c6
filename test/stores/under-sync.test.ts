import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { StateStore } from '../../src/ports/state-store';
import { keyValueState } from '../../src/stores/key-value';
import { memoryState } from '../../src/stores/memory';
import { sqliteState } from '../../src/stores/sqlite';
import { nodeDriver } from '../../src/stores/sqlite/node';
import { doneSince, plainWorld, run, trained } from '../sync/plain-world';
import { newDatabasePath, smashPage } from './places';
import { plainStorage } from './plain-storage';

const IMPORTED = 60;
const EXPORTED = 20;

const history = () =>
  plainWorld(
    Array.from({ length: IMPORTED }, (_, at) => run(`w${at}`, -at * 100, -at * 100 + 50)),
    Array.from({ length: EXPORTED }, (_, at) => trained(`s${at}`, -at * 100 - 8000, -at * 100 - 7950)),
  );

/** A place, and how to damage a part of it or all of it. */
const places: readonly (readonly [string, () => { open: () => StateStore; spoil: () => void }])[] = [
  [
    'key-value, a chunk of three gone',
    () => {
      const storage = plainStorage();
      return {
        open: () => keyValueState(storage.over(), { chunkBytes: 4000 }),
        spoil: () => {
          const chunks = [...storage.items.keys()].filter((key) => !key.includes('manifest'));
          for (const [at, key] of chunks.entries()) if (at % 3 === 0) storage.items.delete(key);
        },
      };
    },
  ],
  [
    'key-value, both manifests spoilt',
    () => {
      const storage = plainStorage();
      return {
        open: () => keyValueState(storage.over()),
        spoil: () => {
          for (const key of storage.items.keys()) if (key.includes('manifest')) storage.items.set(key, 'spoilt');
        },
      };
    },
  ],
  [
    'SQLite, a page gone',
    () => {
      const path = newDatabasePath();
      return {
        open: () => sqliteState(nodeDriver(new DatabaseSync(path))),
        spoil: () => smashPage(path, '"shadow"'),
      };
    },
  ],
  [
    'memory, emptied',
    () => {
      const state = memoryState();
      return { open: () => state, spoil: () => state.restore(memoryState().copy()) };
    },
  ],
];

describe.each(places)('a sync over a damaged state: %s', (_, newPlace) => {
  it('E3 makes no duplicate and deletes nothing, and is quiet afterwards', async () => {
    const world = history();
    const place = newPlace();
    const sync = () => world.open({ state: place.open() });
    expect(await sync().run()).toMatchObject({ end: 'done', counts: { imported: IMPORTED, exported: EXPORTED } });
    await sync().run();
    doneSince(world);
    place.spoil();

    for (const _round of [1, 2, 3]) expect(await sync().run()).toMatchObject({ end: 'done' });
    expect(doneSince(world).filter((call) => !call.startsWith('store.save'))).toEqual([]);
    expect(world.sessions.size).toBe(IMPORTED + EXPORTED);
    expect(world.workouts.size).toBe(IMPORTED + EXPORTED);
    await sync().run();
    expect(doneSince(world)).toEqual([]);
  });
});
