import { expect } from 'vitest';
import type { Recording } from '../../src/domain/recording';
import { matchSettingsOf } from '../../src/match/default-match-settings';
import { groupRecordings } from '../../src/match/group-recordings';
import type { PairAnswer } from '../../src/match/number-answers';

interface Setup {
  readonly groups?: Readonly<Record<string, number>>;
  readonly singles?: readonly string[];
  readonly answers?: readonly PairAnswer[];
}

/** The clusters as sorted keys, and the relations as words; whatever the order of the input. */
export const grouped = (recordings: readonly Recording[], { groups = {}, singles = [], answers = [] }: Setup = {}) => {
  const once = (input: readonly Recording[]) => {
    const keyOf = (index: number): string => (input[index] as Recording).key;
    const { clusterOf, relations, order } = groupRecordings(input, {
      groupOf: (index) => groups[keyOf(index)] ?? -1,
      isSingle: (index) => singles.includes(keyOf(index)),
      isSuccession: () => false,
      answers,
      settings: matchSettingsOf(),
    });
    const clusters = new Map<number, string>();
    for (const index of order) {
      const name = clusterOf[index] as number;
      clusters.set(name, (clusters.get(name) ?? '') + keyOf(index));
    }
    return {
      clusters: [...clusters.values()].map((keys) => [...keys].sort().join('')).sort(),
      relations: relations.map(({ a, b, verdict, comparison }) => {
        expect(comparison.verdict).toBe(verdict);
        return `${keyOf(a)} ${verdict} ${keyOf(b)}`;
      }),
      factsOf: (pair: string): number =>
        relations.find(({ a, b }) => keyOf(a) + keyOf(b) === pair)?.comparison.evidence.length ?? 0,
      explain: (pair: string) => {
        const found = relations.find(({ a, b }) => keyOf(a) + keyOf(b) === pair);
        return found?.comparison.evidence[0];
      },
    };
  };
  const result = once(recordings);
  const backwards = once([...recordings].reverse());
  expect(backwards.clusters).toEqual(result.clusters);
  expect(backwards.relations).toEqual(result.relations);
  return result;
};
