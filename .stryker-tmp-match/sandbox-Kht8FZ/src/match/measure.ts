// @ts-nocheck
import { type ActivityAffinity, activityAffinity } from '../domain/activity';
import { overlapMilliseconds } from '../domain/interval';
import type { Recording } from '../domain/recording';

/**
 * What can be measured between two recordings, without any judgement.
 *
 * **Shape** `startSeconds` and `endSeconds` are signed, from `a` to `b`. Ratios are the smaller over the larger, and
 * absent where one side did not measure.
 */
export interface Measures {
  readonly affinity: ActivityAffinity;
  readonly overlapOfUnion: number;
  readonly overlapOfShorter: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly lengthRatio: number;
  readonly longerSeconds: number;
  readonly distanceRatio: number | undefined;
}

/** The smaller of two amounts over the larger. Nothing, zero and absent say nothing about the other side. */
export const ratioOf = (a: number | undefined, b: number | undefined): number | undefined =>
  a && b ? Math.min(a, b) / Math.max(a, b) : undefined;

/**
 * Measures two recordings against each other.
 *
 * **Laws** symmetric, but for the sign of the two end distances.
 */
export const measure = (a: Recording, b: Recording): Measures => {
  const lengthA = a.end - a.start;
  const lengthB = b.end - b.start;
  const shared = overlapMilliseconds(a, b);
  return {
    affinity: activityAffinity(a.activity, b.activity),
    overlapOfUnion: shared / (lengthA + lengthB - shared),
    overlapOfShorter: shared / Math.min(lengthA, lengthB),
    startSeconds: (b.start - a.start) / 1000,
    endSeconds: (b.end - a.end) / 1000,
    lengthRatio: Math.min(lengthA, lengthB) / Math.max(lengthA, lengthB),
    longerSeconds: Math.max(lengthA, lengthB) / 1000,
    distanceRatio: ratioOf(a.distanceMetres, b.distanceMetres),
  };
};
