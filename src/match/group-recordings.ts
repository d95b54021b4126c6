import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import { comparisonOf } from './compare-recordings';
import type { Comparison, Evidence } from './comparison';
import { findEdges, type PlacedAnswers } from './find-edges';
import { type Edge, graphOf, type Relation } from './graph';
import { joinClusters } from './join-clusters';
import { judge } from './judge';
import { ownIdOf } from './judge-identity';
import { markPieces } from './pieces';
import { foldRewrites } from './rewrites';
import { timelineOf } from './timeline';

/** What the user said about two recordings, by their keys. */
export interface PairAnswer {
  readonly kind: 'same' | 'different';
  readonly a: string;
  readonly b: string;
}

/** What stands before matching begins. */
export interface Constraints {
  /** The group of a recording, by index: a small whole number, or −1 for none. A link with its records is a group. */
  readonly groupOf: (index: number) => number;
  /** Whether a recording is a session, of which a cluster holds at most one. */
  readonly isSingle: (index: number) => boolean;
  readonly answers: readonly PairAnswer[];
  readonly settings: MatchSettings;
}

/** Recordings in clusters, and what else they are to each other. */
export interface Grouping {
  /** The cluster of each recording, by index. Clusters are numbered by the place of one of their recordings. */
  readonly clusterOf: Int32Array;
  /** The indices in canonical order: by start, then by key. */
  readonly order: Uint32Array;
  /**
   * Every pair that is more than `different`: between clusters all of them, within a cluster those that are `same`. In
   * canonical order; `a` is the earlier recording. Pairs within one group are not compared.
   */
  readonly relations: readonly Relation[];
}

/** The answers by place. A pair that was answered both ways is `different`: that never loses anything. */
const placeAnswers = (recordings: readonly Recording[], answers: readonly PairAnswer[]): PlacedAnswers => {
  const placed = new Map<number, Map<number, 'same' | 'different'>>();
  if (answers.length === 0) return placed;
  const places = new Map<string, number>();
  for (const { a, b } of answers) places.set(a, -1).set(b, -1);
  recordings.forEach(({ key }, place) => {
    if (places.has(key)) places.set(key, place);
  });
  for (const { kind, a, b } of answers) {
    const [first, second] = [places.get(a) as number, places.get(b) as number].sort((x, y) => x - y) as [
      number,
      number,
    ];
    if (first < 0 || first === second) continue;
    const known = placed.get(first) ?? new Map<number, 'same' | 'different'>();
    placed.set(first, known.set(second, known.get(second) === 'different' ? 'different' : kind));
  }
  return placed;
};

/** The comparison behind an edge, with what only the neighbours or the user could tell. */
const explain = (edge: Edge, recordings: readonly Recording[], settings: MatchSettings): Comparison => {
  const plain = comparisonOf(
    recordings[edge.a] as Recording,
    recordings[edge.b] as Recording,
    edge.judgement,
    settings,
  );
  const extra: Evidence[] = [];
  if (edge.answer !== undefined) extra.push({ code: 'answered', value: edge.answer, speaks: 'for' });
  if (edge.sibling !== undefined) {
    extra.push({ code: 'sibling-piece', value: (recordings[edge.sibling] as Recording).key, speaks: 'against' });
  }
  return { ...plain, verdict: edge.verdict, evidence: [...extra, ...plain.evidence] };
};

/**
 * Groups recordings into clusters of one activity each, under constraints: the engine behind `clusterRecordings` and
 * `reconcile`.
 *
 * **Laws** independent of the order of the input (keys are unique); what happens to a recording depends only on those
 * that a chain of candidate pairs links it with. Never two groups, two sessions or two external ids of ours in a
 * cluster. An answer outranks evidence, never these limits.
 *
 * **Shape** recordings are well-formed.
 *
 * **Cost** O(n log n) plus the pairs that share time and are not in one group already.
 */
export const groupRecordings = (input: readonly Recording[], constraints: Constraints): Grouping => {
  const { settings } = constraints;
  const timeline = timelineOf(input);
  const { recordings, order } = timeline;
  const indexOf = (place: number): number => order[place] as number;
  const groupOf = (place: number): number => constraints.groupOf(indexOf(place));
  const isSingle = (place: number): boolean => constraints.isSingle(indexOf(place));
  const answers = placeAnswers(recordings, constraints.answers);
  const answered = new Set<number>();
  for (const [a, others] of answers) for (const b of others.keys()) answered.add(a).add(b);

  const isFree = (place: number): boolean => groupOf(place) < 0;
  const firsts = foldRewrites(timeline, (place) => isFree(place) && !isSingle(place) && !answered.has(place));
  const firstOf = (place: number): number => firsts[place] as number;
  const isApart = (a: number, b: number): boolean => {
    const group = groupOf(a);
    return group < 0 ? firstOf(a) !== firstOf(b) : group !== groupOf(b);
  };
  const edges = findEdges(timeline, answers, settings, isApart, isFree, (place) => firstOf(place) !== place);
  const graph = graphOf(edges);
  markPieces(recordings, graph, settings);
  const ownId = (place: number): string | undefined => ownIdOf(recordings[place] as Recording);
  const clusters = joinClusters({ count: recordings.length, groupOf, isSingle, ownIdOf: ownId, firstOf }, graph);

  const clusterOf = new Int32Array(recordings.length);
  clusters.forEach((name, place) => {
    clusterOf[indexOf(place)] = name;
  });
  const relations: Relation[] = [];
  for (const edge of edges) {
    const inside = clusters[edge.a] === clusters[edge.b];
    if (edge.verdict === 'different' || (inside && edge.verdict !== 'same')) continue;
    relations.push({ a: indexOf(edge.a), b: indexOf(edge.b), comparison: explain(edge, recordings, settings) });
  }
  firsts.forEach((first, place) => {
    if (first === place) return;
    const [a, b] = [recordings[first] as Recording, recordings[place] as Recording];
    relations.push({
      a: indexOf(first),
      b: indexOf(place),
      comparison: comparisonOf(a, b, judge(a, b, settings), settings),
    });
  });
  return { clusterOf, order, relations };
};
