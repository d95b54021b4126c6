import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import type { MatchVerdict, Rung } from './comparison';
import { judgeEvidence } from './judge-evidence';
import { type Identity, judgeIdentity, sameApp } from './judge-identity';
import { type Measures, measure } from './measure';

/**
 * Ends of an interval that differ by less than this are the same end, when one app rewrites a recording. **Source** the
 * tolerance of the prints: stores that keep whole seconds lose up to 999 ms.
 */
const REWRITE_TOLERANCE_SECONDS = 1.5;

/** A verdict with all that it was drawn from. */
export interface Judgement extends Measures {
  readonly verdict: MatchVerdict;
  readonly rung: Rung;
  readonly identity: Identity;
}

/** Whether one app wrote the same recording twice. */
export const isRewrite = (a: Recording, b: Recording, { affinity, startSeconds, endSeconds }: Measures): boolean =>
  affinity === 'same' &&
  sameApp(a, b) &&
  Math.abs(startSeconds) <= REWRITE_TOLERANCE_SECONDS &&
  Math.abs(endSeconds) <= REWRITE_TOLERANCE_SECONDS;

const decide = (
  a: Recording,
  b: Recording,
  identity: Identity,
  measures: Measures,
  settings: MatchSettings,
): readonly [MatchVerdict, Rung] => {
  switch (identity) {
    case 'same-own-id':
      return ['same', 'own-id'];
    case 'other-own-id':
      return ['different', 'own-id'];
    case 'same-source-id':
      return ['same', 'source-id'];
    case 'parent':
      return ['part-of', 'cross-id'];
    case 'same-cross-id':
      if (measures.affinity === 'incompatible' && judgeEvidence(a, b, measures, settings) === 'part-of') {
        return ['part-of', 'evidence'];
      }
      return [measures.overlapOfUnion > 0 && measures.affinity !== 'incompatible' ? 'same' : 'possible', 'cross-id'];
    case 'other-source-id': {
      const verdict = judgeEvidence(a, b, measures, settings);
      if (verdict !== 'same' || isRewrite(a, b, measures)) return [verdict, 'evidence'];
      return ['possible', 'source-id'];
    }
    case 'none':
      return [judgeEvidence(a, b, measures, settings), 'evidence'];
  }
};

/**
 * Judges two recordings: identity first, then evidence.
 *
 * **Laws** the verdict and its rung are symmetric.
 *
 * @see {@link compareRecordings}, which also says why.
 */
export const judge = (a: Recording, b: Recording, settings: MatchSettings): Judgement => {
  const identity = judgeIdentity(a, b);
  const measures = measure(a, b);
  const [verdict, rung] = decide(a, b, identity, measures, settings);
  return { ...measures, identity, verdict, rung };
};
