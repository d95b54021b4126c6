// @ts-nocheck
import { canContain } from '../domain/activity';
import type { MatchSettings } from '../domain/match-settings';
import type { Recording } from '../domain/recording';
import type { MatchVerdict } from './comparison';
import type { Measures } from './measure';

/** A recording longer than this was most likely forgotten: it contains everything, which proves nothing. */
export const LONGEST_SECONDS = 24 * 3600;

/** A forgotten recording counts only against others that are at least this share of its length. */
export const COMPARABLE_LENGTH = 0.5;

/**
 * Distances contradict each other below this ratio. **Source** a mile taken for a kilometre gives 0.62, which is a fault
 * of units and not another run; a half of a run gives 0.5.
 */
const CONTRADICTION_RATIO = 0.6;

/**
 * Where one end is off by more than four times the other, the recording was cut rather than started by hand. It may
 * then be no more than this off, the p90 of ends of two devices (264 s) rounded up to minutes.
 */
const CUT_RATIO = 4;
const CUT_END_SECONDS = 300;

/**
 * Both ends read once in whole seconds and once not, so a shift is exact to within this. **Source** the same reason as
 * the tolerance of the prints.
 */
const SHIFT_TOLERANCE_SECONDS = 2;
const HALF_HOUR_SECONDS = 1800;

/** The farthest two clocks of civil time are apart, from twelve hours west to fourteen east of UTC (IANA). */
const LARGEST_SHIFT_SECONDS = 26 * 3600;

/** Whether one of them was forgotten and the other is a recording of ordinary length. */
export const isForgotten = ({ longerSeconds, lengthRatio }: Measures): boolean =>
  longerSeconds > LONGEST_SECONDS && lengthRatio < COMPARABLE_LENGTH;

export const distancesAgree = ({ distanceRatio = 0 }: Measures, { distanceTolerance }: MatchSettings): boolean =>
  distanceRatio >= 1 - distanceTolerance;

export const distancesContradict = ({ distanceRatio = 1 }: Measures): boolean => distanceRatio < CONTRADICTION_RATIO;

/** Whether a time-zone fault would explain two recordings: a hint for a person, never a merge. */
export const looksShifted = (a: Recording, b: Recording, measures: Measures, settings: MatchSettings): boolean => {
  if (a.offsetSeconds !== undefined && b.offsetSeconds !== undefined) return false;
  const shift = Math.abs(measures.startSeconds);
  const halfHours = Math.round(shift / HALF_HOUR_SECONDS);
  return (
    halfHours > 0 &&
    shift <= LARGEST_SHIFT_SECONDS + SHIFT_TOLERANCE_SECONDS &&
    Math.abs(shift - halfHours * HALF_HOUR_SECONDS) <= SHIFT_TOLERANCE_SECONDS &&
    Math.abs(measures.startSeconds - measures.endSeconds) <= SHIFT_TOLERANCE_SECONDS &&
    measures.affinity !== 'incompatible' &&
    distancesAgree(measures, settings)
  );
};

/** The overlap of the union from which the two are `same`, all else considered. */
export const neededOverlap = (measures: Measures, settings: MatchSettings): number => {
  const supported = distancesAgree(measures, settings);
  if (measures.affinity === 'wildcard') return supported ? settings.sameOverlap : settings.wildcardOverlap;
  return supported ? settings.supportedOverlap : settings.sameOverlap;
};

/** Two recordings started and stopped by hand: both ends somewhat off, rather than one of them cut. */
const looselyAligned = (
  { affinity, overlapOfUnion, startSeconds, endSeconds }: Measures,
  settings: MatchSettings,
): boolean => {
  const start = Math.abs(startSeconds);
  const end = Math.abs(endSeconds);
  const farther = Math.max(start, end);
  const cut = farther > CUT_RATIO * Math.min(start, end);
  return (
    affinity !== 'wildcard' &&
    overlapOfUnion >= settings.looseOverlap &&
    farther <= (cut ? Math.min(CUT_END_SECONDS, settings.looseEndSeconds) : settings.looseEndSeconds)
  );
};

/** Whether the one is a multi-sport recording and the other, no longer than it, may be its leg. */
const holdsLeg = (whole: Recording, leg: Recording): boolean =>
  whole.end - whole.start >= leg.end - leg.start && canContain(whole.activity, leg.activity);

/**
 * What the measurements say, where no id does.
 *
 * **Laws** symmetric. Recordings that share no time, or of incompatible activities, are never `same`. A distance that one
 * side did not measure changes nothing.
 */
export const judgeEvidence = (
  a: Recording,
  b: Recording,
  measures: Measures,
  settings: MatchSettings,
): MatchVerdict => {
  const { affinity, overlapOfUnion, overlapOfShorter } = measures;
  if (overlapOfShorter < settings.possibleOverlap || overlapOfShorter <= 0 || isForgotten(measures)) {
    return looksShifted(a, b, measures, settings) ? 'possible' : 'different';
  }
  if (affinity === 'incompatible') return holdsLeg(a, b) || holdsLeg(b, a) ? 'part-of' : 'different';
  if (overlapOfUnion >= neededOverlap(measures, settings) || looselyAligned(measures, settings)) {
    return distancesContradict(measures) ? 'possible' : 'same';
  }
  return overlapOfShorter >= settings.insideOverlap ? 'part-of' : 'possible';
};
