import type { Edge } from './find-edges';

/** What stands before anything is measured, by place. */
export interface Members {
  /** A recording's group: those of one number are together from the start, those of two never are; −1 has none. */
  readonly groups: Int32Array;
  /** 1 for a recording of which a cluster holds at most one. */
  readonly singles: Uint8Array;
  /** The place whose exact rewrite this one is, or itself. */
  readonly firsts: Int32Array;
  /** Our own external id, of which a cluster has at most one. */
  readonly ownIdOf: (place: number) => string | undefined;
}

/**
 * Joins recordings into clusters, the strongest edge first.
 *
 * A *core* is what belongs together whatever others measure: a group and what has joined it, recordings with one id, what
 * the user called the same. Two clusters join if every unit (a core, or a recording outside one) of the one is `same` with
 * every unit of the other, and no pair across is barred. A core is `same` if one of its recordings is: so a copy joins a
 * linked pair through either side, but two free copies that are not `same` never meet in a chain.
 *
 * **Laws** at most one single recording, one group and one external id of ours in a cluster, whatever the edges say.
 *
 * **Cost** O(n) to begin with; a join reads the edges of one side.
 *
 * @returns the cluster of each place, named by one of its places.
 */
export const joinClusters = (
  members: Members,
  edges: readonly Edge[],
  edgesAt: (place: number) => readonly Edge[],
): Int32Array => {
  const { firsts, ownIdOf } = members;
  const count = firsts.length;
  // The columns after the first three are by the cluster's name. A ring goes through the members of a cluster.
  const clusterOf = new Int32Array(count);
  const unitOf = new Int32Array(count);
  const ring = new Int32Array(count);
  const units = new Int32Array(count).fill(1);
  const groups = members.groups.slice();
  const singles = members.singles.slice();
  const headOf: number[] = [];
  for (let place = 0; place < count; place++) {
    const group = groups[place] as number;
    const head = group < 0 ? (firsts[place] as number) : (headOf[group] ?? place);
    if (group >= 0) headOf[group] = head;
    clusterOf[place] = head;
    unitOf[place] = head;
    ring[place] = ring[head] as number;
    ring[head] = place;
    if (singles[place] === 1) singles[head] = 1;
  }

  /** The first answer that a member of the cluster gives, if any does. */
  const firstAmong = <Answer>(name: number, ask: (place: number) => Answer | undefined): Answer | undefined => {
    let place = name;
    do {
      const answer = ask(place);
      if (answer !== undefined) return answer;
      place = ring[place] as number;
    } while (place !== name);
    return undefined;
  };

  const limitsHold = (x: number, y: number): boolean => {
    if ((groups[x] as number) >= 0 && (groups[y] as number) >= 0) return false;
    if (singles[x] === 1 && singles[y] === 1) return false;
    const ownId = firstAmong(x, ownIdOf);
    const otherId = ownId && firstAmong(y, ownIdOf);
    return otherId === undefined || otherId === ownId;
  };

  const agree = (x: number, y: number, by: Edge): boolean => {
    const agreed = new Set<number>();
    const barred = firstAmong(x, (place) =>
      edgesAt(place).find((edge) => {
        const other = edge.a + edge.b - place;
        if (clusterOf[other] !== y) return false;
        if (edge.verdict === 'same') agreed.add((unitOf[place] as number) * count + (unitOf[other] as number));
        return edge.isBarred && (by.answer === undefined || edge.answer === 'different');
      }),
    );
    return barred === undefined && (by.isCore || agreed.size === (units[x] as number) * (units[y] as number));
  };

  const join = (gone: number, kept: number, asCore: boolean): void => {
    firstAmong(gone, (place) => {
      clusterOf[place] = kept;
      return undefined;
    });
    const next = ring[gone] as number;
    ring[gone] = ring[kept] as number;
    ring[kept] = next;
    if (asCore) {
      firstAmong(kept, (place) => {
        unitOf[place] = kept;
        return undefined;
      });
    }
    units[kept] = asCore ? 1 : (units[kept] as number) + (units[gone] as number);
    groups[kept] = Math.max(groups[kept] as number, groups[gone] as number);
    singles[kept] = (singles[kept] as number) | (singles[gone] as number);
  };

  const joining = edges.filter((edge) => edge.verdict === 'same' && !edge.isBarred);
  joining.sort((x, y) => y.strength - x.strength);
  for (const edge of joining) {
    const a = clusterOf[edge.a] as number;
    const b = clusterOf[edge.b] as number;
    if (a === b || !limitsHold(a, b) || !agree(a, b, edge)) continue;
    // Whatever joins a group belongs to it from then on, as it will once that is written down.
    join(a, b, edge.isCore || (groups[a] as number) >= 0 || (groups[b] as number) >= 0);
  }
  return clusterOf;
};
