import { describe, expect, it } from 'vitest';
import type { StateRow } from '../../../src/ports/state-store';
import { keyValueState } from '../../../src/stores/key-value';
import { type LastWrite, plainStorage } from '../plain-storage';

const OPTIONS = { chunkBytes: 400 };
const ALL = { from: '', to: '\u007f' };

const rowsOf = (count: number, word: string): StateRow[] =>
  Array.from({ length: count }, (_, at) => ({ key: `row/${String(at).padStart(2, '0')}`, value: `${word} ${at}` }));

const CHANGES = [
  { name: 'the first change of all', before: [], put: rowsOf(20, 'new'), remove: [] },
  {
    name: 'a change of rows in several chunks',
    before: rowsOf(60, 'old'),
    put: rowsOf(60, 'new').filter((_, at) => at % 9 === 0),
    remove: ['row/01', 'row/31'],
  },
  { name: 'a change that splits chunks', before: rowsOf(10, 'old'), put: rowsOf(90, 'new'), remove: [] },
  {
    name: 'a change that empties chunks',
    before: rowsOf(60, 'old'),
    put: [],
    remove: rowsOf(50, '').map(({ key }) => key),
  },
] as const;

const expectedAfter = (before: readonly StateRow[], put: readonly StateRow[], remove: readonly string[]): StateRow[] =>
  [...new Map([...before, ...put].map((row) => [row.key, row])).values()]
    .filter(({ key }) => !remove.includes(key))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

/** Every write of the change, one after the other, is the one that the process dies in. */
const dieEverywhere = async (
  { before, put, remove }: (typeof CHANGES)[number],
  last: LastWrite,
  check: (storage: ReturnType<typeof plainStorage>, answer: string, revision: number) => Promise<void>,
): Promise<number> => {
  for (let writes = 0; ; writes++) {
    const storage = plainStorage();
    // Two changes before it, so that there is something to collect as well.
    const store = keyValueState(storage.over(), OPTIONS);
    await store.transact({ expectRevision: 0, put: [{ key: 'row/00', value: 'first' }], remove: [] });
    await store.transact({ expectRevision: 1, put: before, remove: before.length > 0 ? [] : ['row/00'] });
    const dying = keyValueState(storage.dyingAt(writes, last), OPTIONS);
    const answer = await dying.transact({ expectRevision: 2, put, remove }).catch(() => 'died');
    await check(storage, answer, 2);
    if (answer === 'done' && writes > 0) return writes;
  }
};

describe.each(CHANGES)('ST1 $name', (change) => {
  it.each(['not-done', 'torn', 'done'] as const)(
    'is whole or nothing, at whichever write the process dies, that write being %s',
    async (last) => {
      const deaths = await dieEverywhere(change, last, async (storage, answer) => {
        const reopened = keyValueState(storage.over(), OPTIONS);
        const { revision, rows, damaged = [] } = await reopened.read(ALL);
        const isWhole = revision === 3;
        expect(rows).toEqual(isWhole ? expectedAfter(change.before, change.put, change.remove) : change.before);
        if (answer === 'done') expect(isWhole).toBe(true);
        // A manifest that is half there is named, since it could as well have been spoilt later.
        expect(damaged).toEqual(damaged.length > 0 && last === 'torn' ? ['workout-sync.manifest.odd'] : []);
        expect(
          await reopened.transact({
            expectRevision: revision,
            put: change.put,
            remove: [...change.remove, ...damaged],
          }),
        ).toBe('done');
        expect(await reopened.read(ALL)).toEqual({
          revision: revision + 1,
          rows: expectedAfter(change.before, change.put, change.remove),
        });
      });
      expect(deaths).toBeGreaterThan(1);
    },
  );

  it('leaves nothing behind that is never removed, at whichever write the process dies', async () => {
    const deaths = await dieEverywhere(change, 'done', async (storage) => {
      const reopened = keyValueState(storage.over(), OPTIONS);
      const { revision, rows } = await reopened.read(ALL);
      await reopened.transact({ expectRevision: revision, put: rows, remove: [] });
      await reopened.transact({ expectRevision: revision + 1, put: [], remove: rows.map(({ key }) => key) });
      await reopened.transact({ expectRevision: revision + 2, put: [], remove: [] });
      expect([...storage.items.keys()].sort()).toEqual(['workout-sync.manifest.even', 'workout-sync.manifest.odd']);
    });
    expect(deaths).toBeGreaterThan(1);
  });
});
