import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import type { MatchVerdict, Rung } from './comparison';
import { ownIdOf, sourceIdOf } from './identity';
import { type Judgement, judge } from './judge';
import { forEachOverlap } from './overlaps';
import type { Timeline } from './timeline';

/** What the user said about two recordings. */
export type AnswerKind = 'same' | 'different';

/**
 * What two recordings are to each other, as clustering sees it.
 *
 * **Shape** `a` and `b` are places, `a` before `b`. `verdict` can differ from the judgement's: the user answered, or a
 * sibling shows that one is a part. `isBarred` says that no cluster may hold both: kinds that never go together, ids that
 * contradict each other, the user's answer. `isCore` says that they belong together whatever others measure.
 */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly judgement: Judgement;
  readonly answer: AnswerKind | undefined;
  readonly isCore: boolean;
  readonly isBarred: boolean;
  readonly strength: number;
  verdict: MatchVerdict;
  /** The key of the piece that showed that this is a part too. */
  sibling?: string;
}

/** Higher rungs come first; within a rung the overlap of the union decides, which is at most one. */
export const RUNG_STRENGTH: Readonly<Record<Rung, number>> = {
  'own-id': 4,
  'source-id': 3,
  'cross-id': 2,
  evidence: 0,
};

/**
 * Below every id, above what is merely alike: the one takes the place of a linked record of the other that is gone. Once that is
 * written down it is in the group, and no later plan moves it.
 */
const SUCCESSOR_STRENGTH = 1;

/** The user's word outranks every rung. */
const ANSWER_STRENGTH = 9;

/**
 * Between equals, two workouts come before a workout and a session. Whether something is linked already has no say: what a plan
 * links would move what it left.
 */
const WORKOUTS_STRENGTH = 1e-6;

const edgeOf = (a: number, b: number, judgement: Judgement, answer: AnswerKind | undefined, bonus: number): Edge => {
  const { verdict, rung, identity, measures } = judgement;
  const contradicts =
    identity?.code === 'conflicting-id'
      ? verdict !== 'same'
      : verdict === 'different' && measures.affinity === 'incompatible';
  return {
    a,
    b,
    judgement,
    answer,
    isCore: answer === 'same' || rung !== 'evidence',
    isBarred: answer ? answer === 'different' : contradicts,
    strength: answer ? ANSWER_STRENGTH : RUNG_STRENGTH[rung] + measures.overlapOfUnion + bonus,
    verdict: answer ?? verdict,
  };
};

/**
 * Visits pairs that an id links, whether or not they share time. Each id is a star: all its recordings meet the first.
 *
 * Ids of all sorts share one map. Where two of different sorts are equal, the pair is judged like any other. A key counts
 * only where it is the parent of a leg.
 */
const forEachSharedId = (recordings: readonly Recording[], visit: (a: number, b: number) => void): void => {
  const places = new Map<string, number>();
  const meet = (id: string | undefined, place: number): void => {
    if (!id) return;
    const first = places.get(id);
    if (first === undefined) places.set(id, place);
    else visit(first, place);
  };
  const parents = new Set(recordings.map(({ parent }) => parent));
  recordings.forEach((recording, place) => {
    meet(ownIdOf(recording), place);
    meet(sourceIdOf(recording), place);
    meet(recording.parent, place);
    if (parents.has(recording.key)) meet(recording.key, place);
    recording.crossIds?.forEach((id) => {
      meet(id, place);
    });
  });
};

/** Which pairs are looked at, by place. */
export interface Candidates {
  /** The answers, by the number of the pair: `a * count + b`. */
  readonly answers: ReadonlyMap<number, AnswerKind>;
  readonly isFree: (place: number) => boolean;
  readonly isSession: (place: number) => boolean;
  /** Whether another place stands for this one in time. */
  readonly isFolded: (place: number) => boolean;
  /** Whether it is not settled already that two belong together. */
  readonly isOpen: (a: number, b: number) => boolean;
  /** Whether one of the two may take the place of a linked record of the other that is gone. */
  readonly isSuccession: (a: number, b: number) => boolean;
}

/**
 * Every pair that shares time, an id or an answer, judged; those that mean nothing to clustering are left out.
 *
 * **Laws** no pair twice; the order is canonical.
 */
export const findEdges = (timeline: Timeline, candidates: Candidates, settings: MatchSettings): Edge[] => {
  const { recordings } = timeline;
  const { answers, isFree, isSession, isFolded, isOpen, isSuccession } = candidates;
  const count = recordings.length;
  const edges: Edge[] = [];
  const bonusOf = (a: number, b: number): number => {
    if (isSuccession(a, b)) return SUCCESSOR_STRENGTH;
    return isSession(a) || isSession(b) ? 0 : WORKOUTS_STRENGTH;
  };
  const consider = (a: number, b: number): void => {
    if (!isOpen(a, b)) return;
    const judgement = judge(recordings[a] as Recording, recordings[b] as Recording, settings);
    const edge = edgeOf(a, b, judgement, answers.get(a * count + b), bonusOf(a, b));
    if (edge.isBarred || edge.verdict !== 'different') edges.push(edge);
  };
  const linked = new Set(answers.keys());
  // Of two that are in groups already, no id can tell anything new: where nothing is free, none is looked at.
  if (recordings.some((_, place) => isFree(place))) {
    forEachSharedId(recordings, (a, b) => {
      if (isFree(a) || isFree(b)) linked.add(a * count + b);
    });
  }
  forEachOverlap(timeline, isFolded, (a, b) => {
    linked.delete(a * count + b);
    consider(a, b);
  });
  for (const pair of [...linked].sort((x, y) => x - y)) consider(Math.floor(pair / count), pair % count);
  return edges;
};
