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

/** What was measured between two recordings. */
export type EvidenceCode = 'shared-id' | 'conflicting-id' | 'parent' | 'overlap-of-union' | 'overlap-of-shorter' | 'start-distance' | 'end-distance' | 'activity-affinity' | 'distance-ratio' | 'energy-ratio' | 'same-source' | 'exact-rewrite' | 'hour-shift' | 'long-recording' | 'sibling-piece' | 'answered';

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