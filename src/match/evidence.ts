import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import type { Evidence, EvidenceCode } from './comparison';
import { sameApp } from './identity';
import { isRewrite, type Judgement } from './judge';
import {
  distancesAgree,
  distancesContradict,
  isForgotten,
  LONGEST_SECONDS,
  looksShifted,
  neededOverlap,
} from './judge-evidence';
import { ratioOf } from './measure';

/**
 * The facts behind a judgement, ids first, for a person to read.
 *
 * **Shape** a fact that was not measured is left out. End distances and the shift are absolute.
 */
export const evidenceOf = (
  a: Recording,
  b: Recording,
  { measures, identity }: Judgement,
  settings: MatchSettings,
): Evidence[] => {
  const { affinity, overlapOfUnion, overlapOfShorter, distanceRatio } = measures;
  const { possibleOverlap, looseEndSeconds, distanceTolerance } = settings;
  const needed = neededOverlap(measures, settings);
  const start = Math.abs(measures.startSeconds);
  const end = Math.abs(measures.endSeconds);
  const rewritten = isRewrite(a, b, measures);
  const energyA = a.energyKilocalories;
  const energyB = b.energyKilocalories;
  const found: Evidence[] = [];
  /** What was measured, whether it speaks for or against, and what it was held against. */
  const add = (
    code: EvidenceCode,
    value: Evidence['value'] | undefined | false,
    holds?: boolean,
    threshold?: number,
  ): void => {
    if (value === undefined || value === false) return;
    const speaks = holds === undefined ? 'neither' : holds ? 'for' : 'against';
    found.push(threshold === undefined ? { code, value, speaks } : { code, value, speaks, threshold });
  };
  if (identity !== undefined) {
    const { code, rung } = identity;
    if (code === 'parent') add(code, a.parent === b.key ? b.key : a.key);
    else add(code, rung, code === 'shared-id');
  }
  add('activity-affinity', affinity, affinity === 'wildcard' ? undefined : affinity !== 'incompatible');
  add('overlap-of-union', overlapOfUnion, overlapOfUnion >= needed, needed);
  add('overlap-of-shorter', overlapOfShorter, overlapOfShorter >= possibleOverlap, possibleOverlap);
  add('start-distance', start, start <= looseEndSeconds, looseEndSeconds);
  add('end-distance', end, end <= looseEndSeconds, looseEndSeconds);
  const distanceHolds = distancesAgree(measures, settings) || (distancesContradict(measures) ? false : undefined);
  add('distance-ratio', distanceRatio, distanceHolds, 1 - distanceTolerance);
  add('energy-ratio', ratioOf(energyA?.total, energyB?.total) ?? ratioOf(energyA?.active, energyB?.active));
  add(rewritten ? 'exact-rewrite' : 'same-source', sameApp(a, b) && a.source?.app, rewritten || undefined);
  add('hour-shift', looksShifted(a, b, measures, settings) && start / 3600);
  add('long-recording', isForgotten(measures) && measures.longerSeconds, false, LONGEST_SECONDS);
  return found;
};
