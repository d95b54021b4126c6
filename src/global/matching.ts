import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import { ok } from '../domain/result';
import { type ClusterRecordingsOptions, clusterRecordings as cluster } from '../match/cluster-recordings';
import { compareRecordings as compare } from '../match/compare-recordings';
import { clusterInput, compareInput } from './inputs';
import { type JsonCall, jsonCall, readBy } from './json-call';

/** `{ a, b, match? }` in, a `Comparison` out: `compareRecordings`. */
export const compareRecordings: JsonCall = jsonCall(
  readBy<{ readonly a: Recording; readonly b: Recording; readonly match?: Partial<MatchSettings> }>(compareInput),
  ({ a, b, match }) => ok(compare(a, b, match)),
);

/** `{ recordings, match?, preferredSources?, ownSources? }` in, a list of `Cluster`s out: `clusterRecordings`. */
export const clusterRecordings: JsonCall = jsonCall(
  readBy<ClusterRecordingsOptions & { readonly recordings: readonly Recording[] }>(clusterInput),
  ({ recordings, ...options }) => ok(cluster(recordings, options)),
);
