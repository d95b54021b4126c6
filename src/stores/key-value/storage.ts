import { type StoreError, storeError, toStoreError } from '../../ports/store-error';

/**
 * What AsyncStorage, MMKV, localStorage and their like have in common. Each method may answer at once or with a promise.
 *
 * It is enough that one `setItem` is whole or not at all; the order in which several reach the disk is not relied on.
 */
export interface KeyValueStorage {
  readonly getItem: (key: string) => string | null | undefined | Promise<string | null | undefined>;
  readonly setItem: (key: string, value: string) => unknown;
  readonly removeItem: (key: string) => unknown;
}

/** How storages say that they are full: browsers by name, Android's SQLite in words. */
const FULL = /quota|disk is full|SQLITE_FULL|too big/i;

const asStoreError = (thrown: unknown): Error & StoreError => {
  const { kind, message } = toStoreError(thrown);
  const name = String((thrown as { readonly name?: unknown } | undefined)?.name);
  return storeError(
    kind === 'unknown' && FULL.test(`${name} ${message}`) ? 'too-large' : kind,
    `The key-value storage failed: ${message}`,
    { cause: thrown },
  );
};

const classed = async <Answer>(call: () => Answer | Promise<Answer>): Promise<Answer> => {
  try {
    return await call();
  } catch (thrown) {
    throw asStoreError(thrown);
  }
};

/** The storage with its errors classed. Its methods are called on it, since `localStorage` wants that. */
export const classStorage = (storage: KeyValueStorage) => ({
  get: (key: string): Promise<string | undefined> => classed(async () => (await storage.getItem(key)) ?? undefined),
  set: (key: string, value: string): Promise<unknown> => classed(() => storage.setItem(key, value)),
  remove: (key: string): Promise<unknown> => classed(() => storage.removeItem(key)),
});

export type ClassedStorage = ReturnType<typeof classStorage>;
