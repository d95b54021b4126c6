// @ts-nocheck
import { describe, expect, it } from 'vitest';
import { clusterRecordings } from '../../src/match/cluster-recordings';
import { labelledHistory, measureAccuracy } from '../generators/labelled-history';

const SEED = 20_261_121;

const clustersOf = (items: ReturnType<typeof labelledHistory>): string[][] =>
  clusterRecordings(items.map(({ recording }) => recording)).map(({ winner, copies }) => [
    winner,
    ...copies.map(({ key }) => key),
  ]);

describe('on generated histories with their truth', () => {
  const items = labelledHistory(SEED, 2_760);
  const accuracies = measureAccuracy(items, clustersOf(items));
  const sum = (field: (one: (typeof accuracies)[number]) => number): number =>
    accuracies.reduce((total, one) => total + field(one), 0);

  it('precision is at least 0.999 and recall at least 0.99 over all', () => {
    const wrong = sum(({ falseMerges }) => falseMerges.length);
    expect(1 - wrong / sum(({ merged }) => merged)).toBeGreaterThanOrEqual(0.999);
    expect(sum(({ found }) => found) / sum(({ pairs }) => pairs)).toBeGreaterThanOrEqual(0.99);
  });

  it.each(accuracies.filter(({ pairs }) => pairs > 0).map((one) => [one.kind, one] as const))(
    'no kind of noise is under 0.97 recall: %s',
    (_, { found, pairs }) => {
      expect(found / pairs).toBeGreaterThanOrEqual(0.97);
    },
  );

  it('the same seed gives the same history', () => {
    expect(labelledHistory(7, 46)).toEqual(labelledHistory(7, 46));
    expect(labelledHistory(7, 46)).not.toEqual(labelledHistory(8, 46));
  });
});
