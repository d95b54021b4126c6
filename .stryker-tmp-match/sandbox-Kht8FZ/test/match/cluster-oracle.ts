// @ts-nocheck
import type { Recording } from '../../src/domain/recording';
import type { Comparison } from '../../src/match/comparison';

/**
 * Clusters by looking at all pairs, as the page on matching describes it, in plain quadratic steps. It shares nothing
 * with the source but the comparison of two recordings, which it is given.
 */
export const clusterByAllPairs = (
  recordings: readonly Recording[],
  compare: (a: Recording, b: Recording) => Comparison,
): string[][] => {
  const sorted = [...recordings].sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1));
  const length = (one: Recording): number => one.end - one.start;
  const shared = (a: Recording, b: Recording): number =>
    Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

  const pairs = sorted.flatMap((a, index) =>
    sorted.slice(index + 1).map((b) => ({ a, b, is: compare(a, b), part: false })),
  );
  type Pair = (typeof pairs)[number];
  const value = (pair: Pair, code: string) => pair.is.evidence.find((one) => one.code === code)?.value;
  // Contradictions count between recordings that meet in time, and between any two exports of ours.
  const conflicts = (pair: Pair): boolean => {
    if (shared(pair.a, pair.b) === 0 && pair.is.rung !== 'own-id') return false;
    if (pair.is.evidence.some((one) => one.code === 'conflicting-id')) return pair.is.verdict !== 'same';
    return pair.is.verdict === 'different' && value(pair, 'activity-affinity') === 'incompatible';
  };
  const byId = (pair: Pair): boolean => pair.is.verdict === 'same' && pair.is.rung !== 'evidence';

  for (const pair of pairs) {
    if (pair.is.verdict !== 'same' || pair.is.rung === 'own-id' || pair.is.rung === 'source-id') continue;
    const [piece, whole] = length(pair.a) < length(pair.b) ? [pair.a, pair.b] : [pair.b, pair.a];
    pair.part = pairs.some((beside) => {
      if (beside.a !== whole && beside.b !== whole) return false;
      const other = beside.a === whole ? beside.b : beside.a;
      return (
        other !== piece &&
        beside.is.verdict !== 'different' &&
        !conflicts(beside) &&
        other.source?.app === piece.source?.app &&
        shared(other, whole) >= 0.1 * length(whole) &&
        shared(other, piece) < 0.5 * Math.min(length(other), length(piece))
      );
    });
  }

  let clusters: Recording[][][] = sorted.map((one) => [[one]]);
  const clusterOf = (one: Recording): Recording[][] =>
    clusters.find((units) => units.some((unit) => unit.includes(one))) ?? [];
  const between = (x: readonly Recording[], y: readonly Recording[]): Pair[] =>
    pairs.filter((pair) => (x.includes(pair.a) && y.includes(pair.b)) || (x.includes(pair.b) && y.includes(pair.a)));
  const strength = (pair: Pair): number =>
    ({ 'own-id': 4, 'source-id': 3, 'cross-id': 2, evidence: 0 })[pair.is.rung] +
    Number(value(pair, 'overlap-of-union'));

  const joining = pairs.filter((pair) => pair.is.verdict === 'same' && !pair.part);
  joining.sort((p, q) => strength(q) - strength(p) || pairs.indexOf(p) - pairs.indexOf(q));
  for (const pair of joining) {
    const [x, y] = [clusterOf(pair.a), clusterOf(pair.b)];
    if (x === y || between(x.flat(), y.flat()).some(conflicts)) continue;
    const agreed = x.every((u) =>
      y.every((v) => between(u, v).some((other) => other.is.verdict === 'same' && !other.part)),
    );
    if (!byId(pair) && !agreed) continue;
    clusters = clusters.filter((units) => units !== x && units !== y);
    clusters.push(byId(pair) ? [[...x.flat(), ...y.flat()]] : [...x, ...y]);
  }
  return clusters
    .map((units) =>
      units
        .flat()
        .map((one) => one.key)
        .sort(),
    )
    .sort((x, y) => ((x[0] ?? '') < (y[0] ?? '') ? -1 : 1));
};
