import { describe, expect, it } from 'vitest';
import { stateStoreContract } from '../../src/testing/state-store/state-store-contract';
import type { StateStorePlace } from '../../src/testing/state-store/state-store-place';
import { keyValuePlace, memoryPlace, sqlitePlace } from './places';

const places: readonly (readonly [string, () => StateStorePlace, readonly string[]])[] = [
  [
    'memory',
    memoryPlace,
    ['ST1 a change is whole', 'ST6 what cannot', 'ST3 with damage', 'ST8 what does', 'ST8 a state'],
  ],
  ['key-value', keyValuePlace, []],
  ['key-value with a chunk for every few rows', () => keyValuePlace({ chunkBytes: 300 }), []],
  ['SQLite', sqlitePlace, ['ST8 what does']],
];

describe.each(places)('the state store contract over %s', (_, newPlace, notTried) => {
  it.each(stateStoreContract(newPlace))('$name', async ({ name, run }) => {
    const isTried = !notTried.some((start) => name.startsWith(start));
    expect(await run()).toBe(isTried ? 'held' : 'not-tried');
  });
});
