import { type Edge, type Graph, otherEnd } from './graph';

/** What may stand together before anything is measured. */
export interface Members {
  readonly count: number;
  /** A recording's group: those of one number are together from the start, those of two never are; −1 has none. */
  readonly groupOf: (place: number) => number;
  /** At most one such recording stands in a cluster. */
  readonly isSingle: (place: number) => boolean;
  /** Our own external id, of which a cluster has at most one. */
  readonly ownIdOf: (place: number) => string | undefined;
  /** The place whose exact rewrite this one is, or itself. */
  readonly firstOf: (place: number) => number;
}

interface Cluster {
  readonly name: number;
  readonly places: number[];
  /** How many units it holds: a core is one, and so is every recording outside a core. */
  units: number;
  group: number;
  single: boolean;
  ownId: string | undefined;
}

/** Whether nothing that a cluster has at most one of would be there twice. */
const limitsHold = (x: Cluster, y: Cluster): boolean =>
  (x.group < 0 || y.group < 0) &&
  !(x.single && y.single) &&
  (x.ownId === undefined || y.ownId === undefined || x.ownId === y.ownId);

/**
 * Joins recordings into clusters, the strongest edge first.
 *
 * A *core* is what belongs together whatever others measure: a group, recordings with one id, what the user called the
 * same. Two clusters join if every unit (a core, or a recording outside one) of the one is `same` with every unit of the
 * other, and no pair across is barred. A core is `same` if one of its recordings is: so a copy joins a linked pair
 * through either side, but two copies that are not `same` never meet in a chain.
 *
 * **Laws** at most one single recording, one group and one external id of ours in a cluster, whatever the edges say.
 *
 * **Cost** only clusters that an edge touches are looked at; a join reads the edges of the smaller side.
 *
 * @returns the cluster of each place, named by one of its places.
 */
export const joinClusters = ({ count, groupOf, isSingle, ownIdOf, firstOf }: Members, graph: Graph): Int32Array => {
  const clusterOf = new Int32Array(count);
  const unitOf = new Int32Array(count);
  // The members of a starting core as a ring, so that cores which no edge touches cost nothing more.
  const ring = new Int32Array(count);
  const headOf = new Map<number, number>();
  for (let place = 0; place < count; place++) {
    const group = groupOf(place);
    const head = group < 0 ? firstOf(place) : (headOf.get(group) ?? place);
    if (group >= 0 && head === place) headOf.set(group, place);
    clusterOf[place] = head;
    unitOf[place] = head;
    ring[place] = head === place ? place : (ring[head] as number);
    ring[head] = place;
  }

  const clusters = new Map<number, Cluster>();
  const clusterAt = (place: number): Cluster => {
    const name = clusterOf[place] as number;
    const known = clusters.get(name);
    if (known !== undefined) return known;
    const places: number[] = [];
    let at = name;
    do {
      places.push(at);
      at = ring[at] as number;
    } while (at !== name);
    const ownId = places.map(ownIdOf).find((id) => id !== undefined);
    const cluster = { name, places, units: 1, group: groupOf(name), single: places.some(isSingle), ownId };
    clusters.set(name, cluster);
    return cluster;
  };

  const join = (x: Cluster, y: Cluster, asCore: boolean): void => {
    const [kept, gone] = x.places.length >= y.places.length ? [x, y] : [y, x];
    for (const place of gone.places) {
      clusterOf[place] = kept.name;
      kept.places.push(place);
    }
    if (asCore) for (const place of kept.places) unitOf[place] = kept.name;
    kept.units = asCore ? 1 : kept.units + gone.units;
    kept.group = Math.max(kept.group, gone.group);
    kept.single = kept.single || gone.single;
    kept.ownId = kept.ownId ?? gone.ownId;
  };

  const agree = (x: Cluster, y: Cluster, by: Edge): boolean => {
    const [fewer, more] = x.places.length <= y.places.length ? [x, y] : [y, x];
    const agreed = new Set<number>();
    for (const place of fewer.places) {
      for (const edge of graph.edgesAt(place)) {
        const other = otherEnd(edge, place);
        if (clusterOf[other] !== more.name) continue;
        if (edge.barred && (by.answer === undefined || edge.answer === 'different')) return false;
        if (edge.verdict === 'same') agreed.add((unitOf[place] as number) * count + (unitOf[other] as number));
      }
    }
    return by.core || agreed.size === x.units * y.units;
  };

  const joining = graph.edges.filter((edge) => edge.verdict === 'same' && !edge.barred);
  joining.sort((x, y) => y.strength - x.strength);
  for (const edge of joining) {
    if (clusterOf[edge.a] === clusterOf[edge.b]) continue;
    const x = clusterAt(edge.a);
    const y = clusterAt(edge.b);
    if (limitsHold(x, y) && agree(x, y, edge)) join(x, y, edge.core);
  }
  return clusterOf;
};
