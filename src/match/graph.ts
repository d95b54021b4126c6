import type { Comparison, MatchVerdict } from './comparison';
import type { Judgement } from './judge';

/**
 * What two recordings are to each other, as clustering sees it.
 *
 * **Shape** `a` and `b` are places, `a` before `b`. `verdict` can differ from the judgement's: the user answered, or a
 * sibling shows that one is a part. `barred` says that no cluster may hold both: kinds that never go together, ids that
 * contradict each other, the user's answer. `core` says that the two belong together whatever others measure.
 */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly judgement: Judgement;
  readonly answer: 'same' | 'different' | undefined;
  readonly core: boolean;
  readonly barred: boolean;
  readonly strength: number;
  verdict: MatchVerdict;
  /** The place of the piece that showed that this is a part too. */
  sibling?: number;
}

/** A relation between two recordings of the input, by index. */
export interface Relation {
  readonly a: number;
  readonly b: number;
  readonly comparison: Comparison;
}

/** Edges, and for each place the edges that end there. */
export interface Graph {
  readonly edges: readonly Edge[];
  readonly edgesAt: (place: number) => readonly Edge[];
}

const NONE: readonly Edge[] = [];

/** Makes edges easy to find from their ends. */
export const graphOf = (edges: readonly Edge[]): Graph => {
  const byPlace = new Map<number, Edge[]>();
  const add = (place: number, edge: Edge): void => {
    const known = byPlace.get(place);
    if (known === undefined) byPlace.set(place, [edge]);
    else known.push(edge);
  };
  for (const edge of edges) {
    add(edge.a, edge);
    add(edge.b, edge);
  }
  return { edges, edgesAt: (place) => byPlace.get(place) ?? NONE };
};

/** The end of an edge that is not this one. */
export const otherEnd = (edge: Edge, place: number): number => (edge.a === place ? edge.b : edge.a);
