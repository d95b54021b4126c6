import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import { comparisonOf } from './compare-recordings';
import type { Comparison, Evidence, MatchVerdict } from './comparison';
import { type Edge, findEdges } from './find-edges';
import { foldRewrites } from './fold-rewrites';
import { ownIdOf } from './identity';
import { joinClusters } from './join-clusters';
import { judge } from './judge';
import { markPieces } from './mark-pieces';
import { numberAnswers, type PairAnswer } from './number-answers';
import { timelineOf } from './timeline';

/** What stands before matching begins. */
export interface Constraints {
  /** The group of a recording, by index: a small whole number, or −1 for none. A link with its records is a group. */
  readonly groupOf: (index: number) => number;
  /** Whether a recording is a session, of which a cluster holds at most one. */
  readonly isSingle: (index: number) => boolean;
  /** Whether one of the two may take the place of a linked record of the other that is gone: it comes before what is as much alike. */
  readonly isSuccession: (index: number, other: number) => boolean;
  readonly answers: readonly PairAnswer[];
  readonly settings: MatchSettings;
}

/**
 * What two recordings are to each other, by index; `a` is the earlier one.
 *
 * **Shape** `comparison` is put together when it is asked for, since most are not.
 */
export interface Relation {
  readonly a: number;
  readonly b: number;
  readonly verdict: MatchVerdict;
  readonly comparison: Comparison;
}

/** Recordings in clusters, and what else they are to each other. */
export interface Grouping {
  /** The cluster of each recording, by index. Clusters are numbered by the place of one of their recordings. */
  readonly clusterOf: Int32Array;
  /** The indices in canonical order: by start, then by key. */
  readonly order: Uint32Array;
  /**
   * Every pair that is more than `different`: between clusters all of them, within a cluster those that are `same`. The
   * order is canonical. Pairs within one group are not compared, nor exact rewrites with any but the first of them.
   */
  readonly relations: readonly Relation[];
  /** The pairs that the user called different, by index. */
  readonly toldApart: readonly (readonly [number, number])[];
}

/** Edges by their ends. */
const indexEdges = (edges: readonly Edge[], count: number): ((place: number) => readonly Edge[]) => {
  const byPlace = new Array<Edge[] | undefined>(count);
  for (const edge of edges) {
    for (const place of [edge.a, edge.b]) {
      const known = byPlace[place];
      if (known === undefined) byPlace[place] = [edge];
      else known.push(edge);
    }
  }
  return (place) => byPlace[place] ?? [];
};

/** The comparison behind an edge, with what only the neighbours or the user could tell. */
const explain = (edge: Edge, a: Recording, b: Recording, settings: MatchSettings): Comparison => {
  const { answer, sibling, verdict } = edge;
  const plain = comparisonOf(a, b, edge.judgement, settings);
  const evidence: Evidence[] = [...plain.evidence];
  if (sibling !== undefined) evidence.unshift({ code: 'sibling-piece', value: sibling, speaks: 'against' });
  if (answer !== undefined) evidence.unshift({ code: 'answered', value: answer, speaks: 'for' });
  return { ...plain, verdict, evidence };
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
  const count = recordings.length;
  const at = (place: number): Recording => recordings[place] as Recording;
  const indexOf = (place: number): number => order[place] as number;
  const groups = new Int32Array(count);
  const singles = new Uint8Array(count);
  for (let place = 0; place < count; place++) {
    groups[place] = constraints.groupOf(indexOf(place));
    singles[place] = constraints.isSingle(indexOf(place)) ? 1 : 0;
  }
  const isFree = (place: number): boolean => (groups[place] as number) < 0;
  const isSession = (place: number): boolean => singles[place] === 1;

  const answers = numberAnswers(
    recordings,
    constraints.answers,
    isSession,
    (a, b) => !isFree(a) && groups[a] === groups[b],
  );
  // What an answer names stays out of the fold: nothing but the answer decides about it, whether or not the other is here.
  const answered = new Set(constraints.answers.flatMap(({ a, b }) => [a, b]));
  const firsts = foldRewrites(timeline, (place) => isFree(place) && !isSession(place) && !answered.has(at(place).key));

  const isFolded = (place: number): boolean => firsts[place] !== place;
  const isOpen = (a: number, b: number): boolean => (isFree(a) ? firsts[a] !== firsts[b] : groups[a] !== groups[b]);
  const isSuccession = (a: number, b: number): boolean => constraints.isSuccession(indexOf(a), indexOf(b));
  const edges = findEdges(timeline, { answers, isFree, isSession, isFolded, isOpen, isSuccession }, settings);
  const edgesAt = indexEdges(edges, count);
  markPieces(recordings, edges, edgesAt, settings);
  const clusters = joinClusters({ groups, singles, firsts, ownIdOf: (place) => ownIdOf(at(place)) }, edges, edgesAt);

  const clusterOf = new Int32Array(count);
  const relations: Relation[] = [];
  const relate = (a: number, b: number, verdict: MatchVerdict, explained: () => Comparison): void => {
    relations.push({
      a: indexOf(a),
      b: indexOf(b),
      verdict,
      get comparison() {
        return explained();
      },
    });
  };
  for (const edge of edges) {
    const { a, b, verdict } = edge;
    if (verdict === 'same' || (verdict !== 'different' && clusters[a] !== clusters[b])) {
      relate(a, b, verdict, () => explain(edge, at(a), at(b), settings));
    }
  }
  for (let place = 0; place < count; place++) {
    clusterOf[indexOf(place)] = clusters[place] as number;
    if (!isFolded(place)) continue;
    const first = firsts[place] as number;
    const [a, b] = [at(first), at(place)];
    relate(first, place, 'same', () => comparisonOf(a, b, judge(a, b, settings), settings));
  }
  const toldApart = [...answers].flatMap(([pair, kind]) =>
    kind === 'different' ? [[indexOf(Math.floor(pair / count)), indexOf(pair % count)] as const] : [],
  );
  return { clusterOf, order, relations, toldApart };
};
