import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import type { Evidence, EvidenceCode } from './comparison';
import { isRewrite, type Judgement } from './judge';
import {
  distancesAgree,
  distancesContradict,
  isForgotten,
  LONGEST_SECONDS,
  looksShifted,
  neededOverlap,
} from './judge-evidence';
import { sameApp } from './judge-identity';
import { ratioOf } from './measure';

const speaksFor = (holds: boolean): Evidence['speaks'] => (holds ? 'for' : 'against');

const energyRatio = ({ energyKilocalories: a }: Recording, { energyKilocalories: b }: Recording): number | undefined =>
  ratioOf(a?.total, b?.total) ?? ratioOf(a?.active, b?.active);

/** What the ids said, if they said anything. */
const identityEvidence = (a: Recording, b: Recording, { identity, rung }: Judgement): readonly Evidence[] => {
  switch (identity) {
    case 'same-own-id':
    case 'same-source-id':
    case 'same-cross-id':
      return [{ code: 'shared-id', value: rung, speaks: 'for' }];
    case 'other-own-id':
    case 'other-source-id':
      return [{ code: 'conflicting-id', value: rung, speaks: 'against' }];
    case 'parent':
      return [{ code: 'parent', value: a.parent === b.key ? b.key : a.key, speaks: 'neither' }];
    case 'none':
      return [];
  }
};

/**
 * The facts behind a judgement, ids first, for a person to read.
 *
 * **Shape** a fact that was not measured is left out. End distances and the shift are absolute.
 */
export const evidenceOf = (a: Recording, b: Recording, judgement: Judgement, settings: MatchSettings): Evidence[] => {
  const evidence = [...identityEvidence(a, b, judgement)];
  const add = (code: EvidenceCode, value: Evidence['value'], speaks: Evidence['speaks'], threshold?: number): void => {
    evidence.push({ code, value, speaks, ...(threshold !== undefined && { threshold }) });
  };
  const { affinity, overlapOfUnion, overlapOfShorter, distanceRatio } = judgement;
  const kindSpeaks = affinity === 'wildcard' ? 'neither' : speaksFor(affinity !== 'incompatible');
  add('activity-affinity', affinity, kindSpeaks);
  const needed = neededOverlap(judgement, settings);
  add('overlap-of-union', overlapOfUnion, speaksFor(overlapOfUnion >= needed), needed);
  const least = settings.possibleOverlap;
  add('overlap-of-shorter', overlapOfShorter, speaksFor(overlapOfShorter >= least), least);
  const farthest = settings.looseEndSeconds;
  const start = Math.abs(judgement.startSeconds);
  const end = Math.abs(judgement.endSeconds);
  add('start-distance', start, speaksFor(start <= farthest), farthest);
  add('end-distance', end, speaksFor(end <= farthest), farthest);
  if (distanceRatio !== undefined) {
    const speaks = distancesContradict(judgement) ? 'against' : distancesAgree(judgement, settings) ? 'for' : 'neither';
    add('distance-ratio', distanceRatio, speaks, 1 - settings.distanceTolerance);
  }
  const energy = energyRatio(a, b);
  if (energy !== undefined) add('energy-ratio', energy, 'neither');
  if (sameApp(a, b)) {
    const rewrite = isRewrite(a, b, judgement);
    add(rewrite ? 'exact-rewrite' : 'same-source', a.source?.app ?? '', rewrite ? 'for' : 'neither');
  }
  if (looksShifted(a, b, judgement, settings)) add('hour-shift', start / 3600, 'neither');
  if (isForgotten(judgement)) add('long-recording', judgement.longerSeconds, 'against', LONGEST_SECONDS);
  return evidence;
};
