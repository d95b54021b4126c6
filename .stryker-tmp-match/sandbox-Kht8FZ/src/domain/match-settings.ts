/**
 * How alike two recordings must be. One object serves import, export and reconcile, so that no path sees another
 * verdict. Every field has a default in the matching room, with the measurement behind it.
 *
 * **Units** shares and ratios from 0 to 1. The overlap of the union is the shared time over all the time that either
 * recording covers; the overlap of the shorter is the shared time over the shorter recording.
 */
// @ts-nocheck

export interface MatchSettings {
  /**
   * The overlap of the union from which two recordings of compatible activities are `same` on time alone.
   * @defaultValue 0.6
   */
  readonly sameOverlap: number;
  /**
   * The same where one of them does not say what it is (`other`): only time can tell, so more of it must agree.
   * @defaultValue 0.7
   */
  readonly wildcardOverlap: number;
  /**
   * The overlap of the union that is enough where both measured a distance and the distances agree.
   * @defaultValue 0.4
   */
  readonly supportedOverlap: number;
  /**
   * The overlap of the union that is enough where both ends are near: two devices started and stopped by hand.
   * @defaultValue 0.5
   */
  readonly looseOverlap: number;
  /**
   * How far apart, in seconds, each pair of ends may then be.
   * @defaultValue 1000
   */
  readonly looseEndSeconds: number;
  /**
   * The overlap of the shorter below which two recordings are `different`.
   * @defaultValue 0.5
   */
  readonly possibleOverlap: number;
  /**
   * The overlap of the shorter from which it counts as lying inside the longer one.
   * @defaultValue 0.8
   */
  readonly insideOverlap: number;
  /**
   * The relative difference up to which two measured distances agree.
   * @defaultValue 0.1
   */
  readonly distanceTolerance: number;
}
