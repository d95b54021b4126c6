import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/domain/recording';
import { clusterRecordings } from '../../src/match/cluster-recordings';
import { compareRecordings } from '../../src/match/compare-recordings';
import { clusterByAllPairs } from './cluster-oracle';
import { sortedKeys } from './keys-of';
import { EXTERNAL_ID, external, recordingOf } from './make-recording';

describe('laws', () => {
  const recordings = (fields: Record<string, fc.Arbitrary<unknown>>, step: number) =>
    fc
      .array(
        fc.record(
          {
            from: fc.integer({ min: 0, max: 12 }),
            length: fc.integer({ min: 1, max: 8 }),
            activity: fc.constantFrom('running', 'running', 'walking', 'yoga', 'other', 'multisport'),
            source: fc.constantFrom({ app: 'x' }, { app: 'y' }, { app: 'z' }),
            ...fields,
          },
          { requiredKeys: ['from', 'length', 'activity'] },
        ),
        { maxLength: 9 },
      )
      .map((all) =>
        all.map(({ from, length, ...rest }, index) =>
          recordingOf(
            `k${index}`,
            from * 300 + index * step,
            (from + length) * 300 + index * step,
            rest as Partial<Recording>,
          ),
        ),
      );
  const plain = recordings({ distanceMetres: fc.constantFrom(0, 1000, 1050) }, 0);
  const withIds = recordings(
    { sourceId: fc.constantFrom('1', '2'), crossIds: fc.constantFrom(['c'], ['d', 'c']) },
    0.5,
  );
  const withOwnIds = recordings(
    { external: fc.constantFrom({ id: EXTERNAL_ID, version: 1 }, external('foreign').external) },
    0.5,
  );

  it.each([
    ['plain recordings', plain],
    ['ids of apps and files', withIds],
    ['our own ids', withOwnIds],
  ] as const)('the clusters are those of the oracle that looks at all pairs: %s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (all) => {
        expect(sortedKeys(all)).toEqual(clusterByAllPairs(all, compareRecordings));
      }),
      { numRuns: 400 },
    );
  });

  it('P1: the result is the same for any order of the input', () => {
    fc.assert(
      fc.property(fc.oneof(plain, withIds, withOwnIds), fc.infiniteStream(fc.nat()), (all, numbers) => {
        const ranks = new Map(all.map((one) => [one, numbers.next().value as number]));
        const shuffled = [...all].sort((a, b) => (ranks.get(a) as number) - (ranks.get(b) as number));
        expect(JSON.stringify(clusterRecordings(shuffled))).toBe(JSON.stringify(clusterRecordings(all)));
      }),
      { numRuns: 300 },
    );
  });

  it('P6: what happened on another day changes nothing', () => {
    fc.assert(
      fc.property(plain, plain, (today, tomorrow) => {
        const later = tomorrow.map((one) => ({
          ...one,
          key: `l${one.key}`,
          start: one.start + 9e8,
          end: one.end + 9e8,
        }));
        expect(clusterRecordings([...today, ...later])).toEqual([
          ...clusterRecordings(today),
          ...clusterRecordings(later),
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('every well-formed recording stands in exactly one cluster; copies by evidence are same as the winner', () => {
    fc.assert(
      fc.property(plain, (all) => {
        const clusters = clusterRecordings(all);
        expect(clusters.flatMap(({ winner, copies }) => [winner, ...copies.map(({ key }) => key)]).sort()).toEqual(
          all.map(({ key }) => key).sort(),
        );
        for (const { copies } of clusters) for (const { comparison } of copies) expect(comparison.verdict).toBe('same');
      }),
      { numRuns: 200 },
    );
  });
});
