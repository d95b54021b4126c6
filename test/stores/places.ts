import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type KeyValueStateOptions, keyValueState } from '../../src/stores/key-value';
import { memoryState } from '../../src/stores/memory';
import { sqliteState } from '../../src/stores/sqlite';
import { type NodeDatabase, nodeDriver } from '../../src/stores/sqlite/node';
import type { StateStorePlace } from '../../src/testing/state-store/state-store-place';
import { temporaryFolder } from '../temporary-folder';
import { type PlainStorage, plainStorage } from './plain-storage';

/** A memory store's place is the copy that is handed in and out. */
export const memoryPlace = (): StateStorePlace => {
  const held = memoryState();
  const open = async () => held;
  return { open };
};

export const keyValuePlace = (
  options: KeyValueStateOptions = {},
  storage: PlainStorage = plainStorage(),
): StateStorePlace & { readonly storage: PlainStorage } => ({
  storage,
  open: async () => keyValueState(storage.over(), options),
  openDying: async (writes) => keyValueState(storage.dyingAt(writes), options),
  damage: async (key) => {
    const [at, text] =
      [...storage.items].find(([name, text]) => !name.includes('manifest') && text.includes(key)) ?? [];
    if (at !== undefined && text !== undefined) storage.items.set(at, text.replace(key, 'smashed'));
  },
  openNewer: async () => {
    for (const [key, text] of storage.items) {
      storage.items.set(key, text.replace(/^workout-sync 1 /, 'workout-sync 2 '));
    }
    return keyValueState(storage.over(), options);
  },
  tooLarge: 'x'.repeat(2_000_000),
});

/** The process is gone at its write number `writes`: whatever it had open is undone by whoever comes next. */
const dyingDatabase = (path: string, writes: number): NodeDatabase => {
  const database = new DatabaseSync(path);
  let left = writes;
  let isDead = false;
  const write = <Answer>(work: () => Answer): Answer => {
    if (!isDead && left === 0) {
      isDead = true;
      database.close();
    }
    if (isDead) throw new Error('the process is dead');
    left -= 1;
    return work();
  };
  return {
    exec: (sql) => write(() => database.exec(sql)),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        all: (...params) => statement.all(...params),
        run: (...params) => write(() => statement.run(...params)),
      };
    },
  };
};

export const PAGE_BYTES = 4096;

/** Overwrites the page of a SQLite file that holds a text with nonsense. */
export const smashPage = (path: string, text: string): void => {
  const bytes = readFileSync(path);
  const at = bytes.indexOf(text);
  const page = Math.floor(at / PAGE_BYTES) * PAGE_BYTES;
  if (at < 0 || page === 0) throw new Error(`no page to smash for ${text}`);
  bytes.fill(0xff, page, page + PAGE_BYTES);
  writeFileSync(path, bytes);
};

/** A path for a database file, removed after the tests. */
export const newDatabasePath = (): string => join(temporaryFolder('state'), 'state.db');

export const sqlitePlace = (): StateStorePlace & { readonly path: string } => {
  const path = newDatabasePath();
  const open = async () => sqliteState(nodeDriver(new DatabaseSync(path)));
  return {
    path,
    open,
    openDying: async (writes) => sqliteState(nodeDriver(dyingDatabase(path, writes))),
    damage: async (key) => {
      const { rows } = await (await open()).read({ from: key, to: `${key}\u0000` });
      smashPage(path, `${key}${rows[0]?.value}`);
    },
    openNewer: async () => {
      new DatabaseSync(path).exec('UPDATE workout_sync_meta SET schema = 2');
      return open();
    },
  };
};
