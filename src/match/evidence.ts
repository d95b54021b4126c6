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

/** A fact before it is written down: what was measured, whether it speaks for or against, what it was held against. */
type Fact = readonly [
  code: EvidenceCode,
  value: Evidence['value'] | undefined | false,
  holds?: boolean | undefined,
  threshold?: number,
];

const toEvidence = ([code, value, holds, threshold]: Fact): Evidence[] =>
  value === undefined || value === false
    ? []
    : [
        {
          code,
          value,
          speaks: holds === undefined ? 'neither' : holds ? 'for' : 'against',
          ...(threshold !== undefined && { threshold }),
        },
      ];

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
  const facts: Fact[] = [
    ['activity-affinity', affinity, affinity === 'wildcard' ? undefined : affinity !== 'incompatible'],
    ['overlap-of-union', overlapOfUnion, overlapOfUnion >= needed, needed],
    ['overlap-of-shorter', overlapOfShorter, overlapOfShorter >= possibleOverlap, possibleOverlap],
    ['start-distance', start, start <= looseEndSeconds, looseEndSeconds],
    ['end-distance', end, end <= looseEndSeconds, looseEndSeconds],
    [
      'distance-ratio',
      distanceRatio,
      distancesAgree(measures, settings) || (distancesContradict(measures) ? false : undefined),
      1 - distanceTolerance,
    ],
    ['energy-ratio', ratioOf(energyA?.total, energyB?.total) ?? ratioOf(energyA?.active, energyB?.active)],
    [rewritten ? 'exact-rewrite' : 'same-source', sameApp(a, b) && a.source?.app, rewritten || undefined],
    ['hour-shift', looksShifted(a, b, measures, settings) && start / 3600],
    ['long-recording', isForgotten(measures) && measures.longerSeconds, false, LONGEST_SECONDS],
  ];
  if (identity !== undefined) {
    const { code, rung } = identity;
    const holds = code === 'parent' ? undefined : code === 'shared-id';
    facts.unshift([code, code === 'parent' ? (a.parent === b.key ? b.key : a.key) : rung, holds]);
  }
  return facts.flatMap(toEvidence);
};
