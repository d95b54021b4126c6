// @ts-nocheck
import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import type { MatchVerdict, Rung } from './comparison';
import { type Identity, identify, sameApp } from './identity';
import { judgeEvidence } from './judge-evidence';
import { type Measures, measure } from './measure';

/**
 * Ends of an interval that differ by no more than this are the same end, when one app rewrites a recording. **Source**
 * the tolerance of the prints: stores that keep whole seconds lose up to 999 ms.
 */
const REWRITE_TOLERANCE_SECONDS = 1.5;

/** A verdict with all that it was drawn from. */
export interface Judgement {
  readonly verdict: MatchVerdict;
  readonly rung: Rung;
  readonly identity: Identity | undefined;
  readonly measures: Measures;
}

/** Whether one app wrote the same recording twice. */
export const isRewrite = (a: Recording, b: Recording, { affinity, startSeconds, endSeconds }: Measures): boolean =>
  affinity === 'same' &&
  sameApp(a, b) &&
  Math.abs(startSeconds) <= REWRITE_TOLERANCE_SECONDS &&
  Math.abs(endSeconds) <= REWRITE_TOLERANCE_SECONDS;

/** What the ids make of a verdict by evidence; nothing where they leave it as it is. */
const overrule = (
  a: Recording,
  b: Recording,
  { rung, code }: Identity,
  measures: Measures,
  verdict: MatchVerdict,
): MatchVerdict | undefined => {
  if (code === 'parent') return 'part-of';
  if (code === 'conflicting-id') {
    if (rung === 'own-id') return 'different';
    return verdict === 'same' && !isRewrite(a, b, measures) ? 'possible' : undefined;
  }
  if (rung !== 'cross-id') return 'same';
  if (measures.affinity === 'incompatible') return verdict === 'part-of' ? undefined : 'possible';
  return measures.overlapOfUnion > 0 ? 'same' : 'possible';
};

/**
 * Judges two recordings: identity first, then evidence.
 *
 * **Laws** the verdict and its rung are symmetric.
 *
 * @see {@link compareRecordings}, which also says why.
 */
export const judge = (a: Recording, b: Recording, settings: MatchSettings): Judgement => {
  const measures = measure(a, b);
  const byEvidence = judgeEvidence(a, b, measures, settings);
  const identity = identify(a, b);
  const byIdentity = identity && overrule(a, b, identity, measures, byEvidence);
  return {
    verdict: byIdentity ?? byEvidence,
    rung: identity && byIdentity ? identity.rung : 'evidence',
    identity,
    measures,
  };
};
