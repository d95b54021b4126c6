import { expect } from 'vitest';
import { FAR, type PlainWorld, plainWorld, run, WIT } from './plain-world';

export const FIRST = 'apple-health:w0';
export const KEYS = Array.from({ length: 8 }, (_, n) => `apple-health:w${n}`);
export const restore = (...keys: readonly string[]) => keys.map((key) => ({ kind: 'restore', key }) as const);
export const there = ({ sessions }: PlainWorld, keys: readonly string[]) => keys.filter((key) => sessions.has(key));
export const importedIn = (world: PlainWorld): readonly string[] => there(world, KEYS);
export const forget = ({ sessions }: PlainWorld, ...keys: readonly string[]): void => {
  for (const key of keys) sessions.delete(key);
};

export const workoutsOf = (count: number) =>
  Array.from({ length: count }, (_, n) => run(`w${n}`, n * 100, n * 100 + 60));

/** So many imports, and what the app made of them. */
export const importedOf = async (count = 8) => {
  const workouts = workoutsOf(count);
  const world = plainWorld([FAR, ...workouts], [WIT]);
  const sync = world.open();
  await sync.run();
  return { world, sync, keys: workouts.map(({ key }) => `apple-health:${key}`), all: new Map(world.sessions) };
};

/** All of them were deleted, and that is held. */
export const heldOf = async (count = 8) => {
  const { world, sync, keys, all } = await importedOf(count);
  forget(world, ...keys);
  const { end, guard = '' } = await sync.run();
  expect(end).toBe('held');
  return { world, sync, keys, all, guard };
};
