import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StateRow } from '../../src/ports/state-store';
import { keyValuePlace, memoryPlace, sqlitePlace } from './places';

const key = fc.constantFrom('a', 'a/1', 'a/10', 'a/2', 'B', 'b', 'b-1', 'b/1', 'c%0020', 'c/e', 'z');
const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constant('x'.repeat(90)));
const bound = fc.oneof(
  key,
  key.map((from) => `${from}\u0000`),
  fc.constantFrom('', 'a0', 'zz'),
);

const transaction = fc.record({
  kind: fc.constant('transact' as const),
  put: fc.uniqueArray(fc.record({ key, value }), { selector: (row) => row.key, maxLength: 6 }),
  remove: fc.uniqueArray(key, { maxLength: 4 }),
  /** How far from the right one the expected revision is. */
  off: fc.constantFrom(0, 0, 0, 0, -1, 1),
});
const rangeRead = fc.record({
  kind: fc.constant('read' as const),
  range: fc.record(
    { from: bound, to: bound, limit: fc.integer({ min: 1, max: 12 }) },
    { requiredKeys: ['from', 'to'] },
  ),
});
const restart = fc.constant({ kind: 'restart' as const });
const trace = fc.array(fc.oneof({ weight: 4, arbitrary: transaction }, { weight: 3, arbitrary: rangeRead }, restart), {
  maxLength: 30,
});

const places = [
  ['memory', memoryPlace, 300],
  ['key-value', () => keyValuePlace({ chunkBytes: 200 }), 300],
  ['SQLite', sqlitePlace, 40],
] as const;

describe('any trace of changes, range reads and restarts', () => {
  it.each(places)('reads from %s as from a sorted array', async (_, newPlace, numRuns) => {
    await fc.assert(
      fc.asyncProperty(trace, async (steps) => {
        const place = newPlace();
        let store = await place.open();
        let rows: StateRow[] = [];
        let revision = 0;
        for (const step of steps) {
          if (step.kind === 'restart') store = await place.open();
          else if (step.kind === 'read') {
            const { from, to, limit } = step.range;
            const expected = rows.filter((row) => row.key >= from && row.key < to).slice(0, limit);
            expect(await store.read(step.range)).toEqual({ revision, rows: expected });
          } else {
            const put = step.put.filter((row) => !step.remove.includes(row.key));
            const change = { expectRevision: revision + step.off, put, remove: step.remove };
            expect(await store.transact(change)).toBe(step.off === 0 ? 'done' : 'conflict');
            if (step.off !== 0) continue;
            revision += 1;
            const touched = new Set<string>([...put.map((row) => row.key), ...step.remove]);
            rows = [...rows.filter((row) => !touched.has(row.key)), ...put];
            rows.sort((a, b) => (a.key < b.key ? -1 : 1));
          }
        }
        expect(await store.read({ from: '', to: '\u007f' })).toEqual({ revision, rows });
      }),
      { numRuns },
    );
  });
});
