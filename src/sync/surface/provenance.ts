import type { Link } from '../../domain/link';
import type { Reason, Refusal } from '../../domain/reason';
import type { Source } from '../../domain/source';
import type { Comparison } from '../../match/comparison';
import type { NumberPair } from '../../reconcile/plan';
import type { MissingField } from './finding';

/** One recording of an activity. */
export interface Witness {
  readonly kind: 'session' | 'workout';
  readonly key: string;
  readonly source?: Source;
  readonly isOriginal: boolean;
  /** How it differs from the original, number by number; empty for the original. */
  readonly numbers: readonly NumberPair[];
  readonly comparison?: Comparison;
}

/**
 * Where a session or workout comes from: which app recorded the original, which hold a copy, how their numbers differ,
 * and why it is where it is.
 */
export interface Provenance {
  readonly key: string;
  readonly found: boolean;
  readonly link?: Link;
  readonly witnesses: readonly Witness[];
  /** What the workout lacks, and why. */
  readonly missing: readonly MissingField[];
  readonly place: 'settled' | 'step' | 'skipped' | 'waiting' | 'blocked' | 'absent';
  readonly reasons: readonly (Reason | Refusal)[];
}
