// @ts-nocheck
import type { MatchSettings } from '../domain/match-settings';

/**
 * How alike two recordings must be, unless a host says otherwise.
 *
 * **Source** one person's 396 pairs from different sources (overlap of the union ≥ 0.5): starts and ends 27 s apart at
 * the median, 938 s at p99, so `looseEndSeconds` is the next round number. Halves of a run overlap their whole by a half
 * at most, so `sameOverlap` stands above that. Distances of copies differ by 2.6 % at most, and those of two devices by
 * more; the synchronisers that look at distance allow 1.5 % to 10 %. `insideOverlap` lies between
 * what published matchers ask of the shorter recording (70 % and 85 %), and `wildcardOverlap` is the lower of the two,
 * asked of the union. `supportedOverlap` is our own measurement: `docs/matching.md` has the table.
 */
export const DEFAULT_MATCH_SETTINGS: MatchSettings = {
  sameOverlap: 0.6,
  wildcardOverlap: 0.7,
  supportedOverlap: 0.4,
  looseOverlap: 0.5,
  looseEndSeconds: 1000,
  possibleOverlap: 0.5,
  insideOverlap: 0.8,
  distanceTolerance: 0.1,
};

/** The settings to match by: the defaults, and what differs from them. */
export const matchSettingsOf = (changes?: Partial<MatchSettings>): MatchSettings => ({
  ...DEFAULT_MATCH_SETTINGS,
  ...changes,
});
