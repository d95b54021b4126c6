import type { Activity } from '../../../src/domain/activity';
import type { Interval } from '../../../src/domain/interval';
import type { ExportSource } from './person';

/** A part of a multi-sport workout, with its own activity. */
export interface ExportedLeg extends Interval {
  readonly uuid: string;
  readonly activity: Activity;
  readonly distanceMetres?: number;
}

/**
 * A workout as it stands in an export, with its truth.
 *
 * **Shape** whole seconds, since Apple writes no more. Workouts of one `happening` are copies of each other; the one with
 * `ordinal` 1 is the best record of it. `seed` makes its samples and its route.
 */
export interface ExportedWorkout extends Interval {
  readonly key: string;
  readonly happening: string;
  /** The habit or the kind of noise that it came from. */
  readonly kind: string;
  /** The first is the original; the next are copies of it. */
  readonly ordinal: number;
  readonly seed: number;
  readonly source: ExportSource;
  readonly activity: Activity;
  readonly activeSeconds: number;
  readonly pauses: readonly Interval[];
  readonly distanceMetres?: number;
  readonly activeKilocalories?: number;
  readonly basalKilocalories?: number;
  readonly ascentMetres?: number;
  readonly steps?: number;
  readonly heartRate?: { readonly average: number; readonly minimum: number; readonly maximum: number };
  readonly manual: boolean;
  readonly route: boolean;
  readonly legs: readonly ExportedLeg[];
  readonly sync?: { readonly id: string; readonly version: number };
  readonly externalUuid?: string;
  /** An older version of this workout stands in the export as well. */
  readonly superseded: boolean;
}
