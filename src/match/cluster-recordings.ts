import { findMalformedField } from '../domain/malformed';
import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import { type WinnerOptions, winnerBy } from './choose-winner';
import { comparisonOf } from './compare-recordings';
import type { Cluster } from './comparison';
import { matchSettingsOf } from './default-match-settings';
import { groupRecordings } from './group-recordings';
import { judge } from './judge';

/** How to cluster, and which recording of a cluster wins. */
export interface ClusterRecordingsOptions extends WinnerOptions {
  /**
   * The match settings that differ from the defaults.
   * @defaultValue `{}`
   */
  readonly match?: Partial<MatchSettings>;
}

/** The well-formed recordings, one for each key: of several the one that is smallest as text, whatever their order. */
const soundOnes = (all: readonly Recording[]): Recording[] => {
  const byKey = new Map<string, Recording>();
  for (const recording of all) {
    if (findMalformedField(recording) !== undefined) continue;
    const before = byKey.get(recording.key);
    if (before === undefined || JSON.stringify(recording) < JSON.stringify(before)) byKey.set(recording.key, recording);
  }
  return [...byKey.values()];
};

/**
 * Groups recordings into clusters of one activity each.
 *
 * **Shape** every well-formed recording stands in exactly one cluster, alone if it has no copy. Malformed recordings, and
 * all but one of those that share a key, are left out: `findMalformedField` names the field. Clusters come in the order
 * of their earliest recordings, copies in the order of their starts.
 *
 * **Laws** the same clusters for any order of the input; never throws on bad values. Recordings that are not `same` never
 * meet in a chain through a third one, unless an id ties them. Pieces that one app wrote of one whole stay apart from it.
 *
 * **Cost** O(n log n) plus the pairs that share time; exact rewrites of one recording by one app count once.
 *
 * @example
 * ```ts
 * import { clusterRecordings } from 'workout-sync';
 *
 * const clusters = clusterRecordings([
 *   { key: 'phone', activity: 'running', start: 120_000, end: 3_540_000 },
 *   { key: 'watch', activity: 'running', start: 0, end: 3_600_000 },
 *   { key: 'evening', activity: 'yoga', start: 40_000_000, end: 43_600_000 },
 * ]);
 * clusters.map((cluster) => [cluster.winner, ...cluster.copies.map((copy) => copy.key)]);
 * // => [['watch', 'phone'], ['evening']]
 * ```
 *
 * @see {@link compareRecordings} for two recordings and the reasons.
 */
export const clusterRecordings = (all: readonly Recording[], options: ClusterRecordingsOptions = {}): Cluster[] => {
  const settings = matchSettingsOf(options.match);
  const recordings = soundOnes(all);
  const { clusterOf, order } = groupRecordings(recordings, {
    groupOf: () => -1,
    isSingle: () => false,
    isSuccession: () => false,
    answers: [],
    settings,
  });
  const members = new Map<number, [Recording, ...Recording[]]>();
  for (const index of order) {
    const recording = recordings[index] as Recording;
    const name = clusterOf[index] as number;
    const known = members.get(name);
    if (known === undefined) members.set(name, [recording]);
    else known.push(recording);
  }
  const choose = winnerBy(options);
  return [...members.values()].map((together) => {
    const { winner, decidedBy } = choose(together);
    const copies = together.filter((recording) => recording !== winner);
    return {
      winner: winner.key,
      decidedBy,
      copies: copies.map((copy) => ({
        key: copy.key,
        comparison: comparisonOf(winner, copy, judge(winner, copy, settings), settings),
      })),
    };
  });
};
