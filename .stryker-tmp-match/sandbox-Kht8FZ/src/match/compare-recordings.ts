// @ts-nocheck
import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import type { Comparison } from './comparison';
import { matchSettingsOf } from './default-match-settings';
import { evidenceOf } from './evidence';
import { type Judgement, judge } from './judge';

/** A judgement as a comparison that a person can read. */
export const comparisonOf = (
  a: Recording,
  b: Recording,
  judgement: Judgement,
  settings: MatchSettings,
): Comparison => ({
  verdict: judgement.verdict,
  rung: judgement.rung,
  evidence: evidenceOf(a, b, judgement, settings),
});

/**
 * Says whether two recordings are one activity, and why.
 *
 * Identity comes first: our own external id, the writing app's id, an explicit link. Only where ids are silent the
 * measurements decide: shared time, kinds, ends, distances.
 *
 * **Laws** the verdict is the same either way round. By evidence, recordings that share no time or whose kinds are
 * incompatible are never `same`. Neither a distance of zero nor an absent one is evidence. Moving an end by a tenth of a
 * second never turns `same` into `different`.
 *
 * **Shape** both recordings are well-formed; of malformed ones it makes no sense but never throws.
 *
 * **Cost** O(1).
 *
 * @example
 * ```ts
 * import { compareRecordings } from 'workout-sync';
 *
 * const watch = { key: 'w', activity: 'running', start: 0, end: 3_600_000 } as const;
 * const phone = { key: 'p', activity: 'treadmill-running', start: 120_000, end: 3_540_000 } as const;
 * compareRecordings(watch, phone).verdict; // => 'same'
 * ```
 *
 * @see {@link clusterRecordings} for a whole history: halves of a run can only be told from it there.
 */
export const compareRecordings = (a: Recording, b: Recording, settings?: Partial<MatchSettings>): Comparison => {
  const resolved = matchSettingsOf(settings);
  return comparisonOf(a, b, judge(a, b, resolved), resolved);
};
