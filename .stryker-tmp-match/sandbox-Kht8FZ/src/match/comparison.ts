/**
 * How sure it is that two recordings are one activity.
 *
 * - `same`: one activity. Only this acts by itself.
 * - `part-of`: one holds the other: a half of a run, a leg of a triathlon.
 * - `possible`: worth asking the user.
 * - `different`: two activities.
 */
// @ts-nocheck

export type MatchVerdict = 'same' | 'part-of' | 'possible' | 'different';

/** The rung of the identity ladder that decided. A lower rung never overrules a contradiction on a higher one. */
export type Rung = 'own-id' | 'source-id' | 'cross-id' | 'evidence';

/** What was measured between two recordings, or known about them. */
export type EvidenceCode = /** Both carry one id; the value is its rung. */
'shared-id'
/** They carry different ids where one activity would have one; the value is the rung. */ | 'conflicting-id'
/** One is a leg of the other; the value is the parent's key. */ | 'parent'
/** Shared time over all the time that either covers. */ | 'overlap-of-union'
/** Shared time over the time of the shorter one. */ | 'overlap-of-shorter'
/** Seconds between the starts. */ | 'start-distance'
/** Seconds between the ends. */ | 'end-distance'
/** How well the activities go together. */ | 'activity-affinity'
/** The shorter measured distance over the longer. */ | 'distance-ratio'
/** The lower energy over the higher; decides nothing. */ | 'energy-ratio'
/** One app wrote both; the value is the app. */ | 'same-source'
/** One app wrote the same recording twice; the value is the app. */ | 'exact-rewrite'
/** Hours between two recordings that a time-zone fault would explain. */ | 'hour-shift'
/** Seconds of the longer one, which lasts over a day and most likely was forgotten. */ | 'long-recording'
/** The app has another piece in the same whole; the value is that piece's key. */ | 'sibling-piece'
/** The user said what they are. */ | 'answered';

/**
 * One fact of a comparison, for a person to read.
 *
 * **Shape** `value` is what was measured, `threshold` what it was held against, `speaks` which way it points.
 */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly value: number | string;
  readonly threshold?: number;
  readonly speaks: 'for' | 'against' | 'neither';
}

/** What two recordings are to each other, and why. */
export interface Comparison {
  readonly verdict: MatchVerdict;
  readonly rung: Rung;
  readonly evidence: readonly Evidence[];
}

/** A rule by which one recording of a cluster is chosen over another, most important first. */
export type Criterion = 'preferred-source' | 'richer-detail' | 'recorded-live' | 'own-device' | 'earliest-written' | 'key' | 'only-one';

/** A recording that stands beside the winner of its cluster. */
export interface Copy {
  readonly key: string;
  readonly comparison: Comparison;
}

/** Recordings of one activity: the one that stands for it, what decided that, and its copies. */
export interface Cluster {
  readonly winner: string;
  readonly decidedBy: Criterion;
  readonly copies: readonly Copy[];
}