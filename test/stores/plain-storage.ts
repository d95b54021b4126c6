import type { KeyValueStorage } from '../../src/stores/key-value';

/** What happens to the write at which the process dies: it is not done, or half of it is, or all of it. */
export type LastWrite = 'not-done' | 'torn' | 'done';

/** A key-value storage in memory, that can die at a write as an app that is killed does, and counts what is written. */
export interface PlainStorage {
  readonly items: Map<string, string>;
  readonly written: string[];
  /** A wrapper, each time another one, as hosts make them. */
  readonly over: () => KeyValueStorage;
  readonly dyingAt: (writes: number, last?: LastWrite) => KeyValueStorage;
}

export const plainStorage = (): PlainStorage => {
  const items = new Map<string, string>();
  const written: string[] = [];
  const over = (): KeyValueStorage => ({
    getItem: async (key) => items.get(key) ?? null,
    setItem: async (key, value) => {
      written.push(key);
      items.set(key, value);
    },
    removeItem: async (key) => {
      items.delete(key);
    },
  });
  const dyingAt = (writes: number, last: LastWrite = 'not-done'): KeyValueStorage => {
    const storage = over();
    let left = writes;
    const write = async (work: () => unknown, half: () => unknown) => {
      left -= 1;
      if (left < 0) {
        if (left === -1 && last === 'done') await work();
        if (left === -1 && last === 'torn') half();
        throw new Error('the process is dead');
      }
      await work();
    };
    return {
      getItem: storage.getItem,
      setItem: (key, value) =>
        write(
          () => storage.setItem(key, value),
          () => items.set(key, value.slice(0, value.length / 2)),
        ),
      removeItem: (key) =>
        write(
          () => storage.removeItem(key),
          () => undefined,
        ),
    };
  };
  return { items, written, over, dyingAt };
};
