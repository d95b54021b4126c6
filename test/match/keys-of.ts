import type { Recording } from '../../src/domain/recording';
import { clusterRecordings } from '../../src/match/cluster-recordings';

/** The keys of each cluster, the winner first. */
export const keysOf = (recordings: readonly Recording[]): string[][] =>
  clusterRecordings(recordings).map(({ winner, copies }) => [winner, ...copies.map(({ key }) => key)]);

/** The keys of each cluster, in the order of the keys. */
export const sortedKeys = (recordings: readonly Recording[]): string[][] =>
  keysOf(recordings)
    .map((keys) => keys.sort())
    .sort((x, y) => ((x[0] ?? '') < (y[0] ?? '') ? -1 : 1));
