import { describe, expect, it } from 'vitest';
import { clusterRecordings } from '../../src/match/cluster-recordings';
import { type Accuracy, labelledHistory, measureAccuracy } from '../generators/labelled-history';

const SEED = 20_261_121;

const clustersOf = (items: ReturnType<typeof labelledHistory>): string[][] =>
  clusterRecordings(items.map(({ recording }) => recording)).map(({ winner, copies }) => [
    winner,
    ...copies.map(({ key }) => key),
  ]);

describe('on generated histories with their truth', () => {
  const items = labelledHistory(SEED, 2_760);
  // The truth alone names the kinds: nothing is clustered before a test asks for it.
  const kinds = measureAccuracy(items, []).filter(({ pairs }) => pairs > 0);
  let known: readonly Accuracy[] | undefined;
  const accuracies = (): readonly Accuracy[] => {
    known ??= measureAccuracy(items, clustersOf(items));
    return known;
  };
  const sum = (field: (one: Accuracy) => number): number => accuracies().reduce((total, one) => total + field(one), 0);

  it('precision is at least 0.999 and recall at least 0.99 over all', () => {
    const wrong = sum(({ falseMerges }) => falseMerges.length);
    expect(1 - wrong / sum(({ merged }) => merged)).toBeGreaterThanOrEqual(0.999);
    expect(sum(({ found }) => found) / sum(({ pairs }) => pairs)).toBeGreaterThanOrEqual(0.99);
  });

  it.each(kinds.map(({ kind, pairs }) => [kind, pairs] as const))(
    'no kind of noise is under 0.97 recall: %s',
    (kind, pairs) => {
      const found = accuracies().find((one) => one.kind === kind)?.found ?? 0;
      expect(found / pairs).toBeGreaterThanOrEqual(0.97);
    },
  );

  it('the same seed gives the same history', () => {
    expect(labelledHistory(7, 46)).toEqual(labelledHistory(7, 46));
    expect(labelledHistory(7, 46)).not.toEqual(labelledHistory(8, 46));
  });
});
