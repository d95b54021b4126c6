import type { MatchSettings } from '../domain/match-settings';
import type { Rung } from './comparison';
import type { Edge } from './graph';
import { type Judgement, judge } from './judge';
import { forEachOverlap } from './overlaps';
import { forEachSharedId } from './shared-ids';
import type { Timeline } from './timeline';

/** What the user said about pairs, by place: `answers.get(a)?.get(b)`. */
export type PlacedAnswers = ReadonlyMap<number, ReadonlyMap<number, 'same' | 'different'>>;

/** Higher rungs come first; within evidence the overlap of the union, which is at most one, decides. */
const RUNG_STRENGTH: Readonly<Record<Rung, number>> = { 'own-id': 4, 'source-id': 3, 'cross-id': 2, evidence: 0 };

const ANSWER_STRENGTH = 5;

const edgeOf = (a: number, b: number, judgement: Judgement, answer: Edge['answer']): Edge => {
  const { rung, identity, affinity, overlapOfUnion } = judgement;
  const contradicts =
    (judgement.verdict === 'different' && affinity === 'incompatible') ||
    (rung === 'own-id' && judgement.verdict === 'different') ||
    (identity === 'other-source-id' && judgement.verdict !== 'same');
  return {
    a,
    b,
    judgement,
    answer,
    core: answer === 'same' || (rung !== 'evidence' && judgement.verdict === 'same'),
    barred: answer === 'different' || (answer === undefined && contradicts),
    strength: answer === 'same' ? ANSWER_STRENGTH : RUNG_STRENGTH[rung] + overlapOfUnion,
    verdict: answer ?? judgement.verdict,
  };
};

/**
 * Every pair that shares time, an id or an answer, judged; those that mean nothing to clustering are left out.
 *
 * **Laws** no pair twice; the order is canonical.
 */
export const findEdges = (
  timeline: Timeline,
  answers: PlacedAnswers,
  settings: MatchSettings,
  isApart: (a: number, b: number) => boolean,
  isFree: (place: number) => boolean,
  isFolded: (place: number) => boolean,
): Edge[] => {
  const { recordings } = timeline;
  const edges: Edge[] = [];
  const linked = new Map<number, Set<number>>();
  const remember = (a: number, b: number): void => {
    const known = linked.get(a);
    if (known === undefined) linked.set(a, new Set([b]));
    else known.add(b);
  };
  const consider = (a: number, b: number): void => {
    if (!isApart(a, b)) return;
    const judgement = judge(
      recordings[a] as Timeline['recordings'][number],
      recordings[b] as Timeline['recordings'][number],
      settings,
    );
    const edge = edgeOf(a, b, judgement, answers.get(a)?.get(b));
    if (edge.verdict !== 'different' || edge.barred) edges.push(edge);
  };
  forEachSharedId(timeline, isFree, remember);
  for (const [a, others] of answers) for (const b of others.keys()) remember(a, b);
  forEachOverlap(timeline, isFolded, (a, b) => {
    linked.get(a)?.delete(b);
    consider(a, b);
  });
  for (const a of [...linked.keys()].sort((x, y) => x - y)) {
    for (const b of [...(linked.get(a) ?? [])].sort((x, y) => x - y)) consider(a, b);
  }
  return edges;
};
