import type { Instant } from '../domain/interval';
import type { Link } from '../domain/link';
import type { Reason, Refusal } from '../domain/reason';
import type { External } from '../domain/workout';
import type { Comparison, Evidence } from '../match/comparison';

/** What a step does to the two sides. `set-link` touches the ledger alone. */
export type Effect =
  | { readonly kind: 'import'; readonly session: string; readonly workout: string }
  | {
      readonly kind: 'update-session' | 'enrich-session';
      readonly session: string;
      readonly workout: string;
      /** The parts of the session that take over what the workout says; the others stay as they are. */
      readonly parts: readonly ('facts' | 'detail')[];
    }
  | { readonly kind: 'remove-session'; readonly session: string }
  /** Every record that carries the external id: one, unless a store let the same record in twice. */
  | { readonly kind: 'remove-workout'; readonly workouts: readonly string[]; readonly external: string }
  | { readonly kind: 'export' | 'update-workout'; readonly session: string; readonly external: External }
  | { readonly kind: 'set-link' };

/** What must still be true at the moment of the effect. A step whose expectation fails is dropped and planned anew. */
export type Expectation =
  | { readonly kind: 'session-at'; readonly session: string; readonly revision: string }
  | { readonly kind: 'session-absent'; readonly session: string }
  | { readonly kind: 'workout-at'; readonly workout: string; readonly facts: string; readonly detail: string }
  | { readonly kind: 'workout-absent'; readonly workout: string }
  | { readonly kind: 'external-absent'; readonly external: string }
  | { readonly kind: 'link-at'; readonly session: string; readonly state: Link['state'] | 'none' };

/** One thing to do: its effect, the ledger row afterwards, what it takes for granted, and why. */
export interface Step {
  readonly id: string;
  readonly effect: Effect;
  readonly link: Link;
  readonly expect: readonly Expectation[];
  readonly reason: Reason;
  readonly evidence: readonly Evidence[];
}

/** A record that no step touches, with all the reasons. `until` is when to look again, where that is known. */
export interface Placed {
  readonly kind: 'workout' | 'session';
  readonly key: string;
  readonly reasons: readonly [Reason | Refusal, ...(Reason | Refusal)[]];
  readonly until?: Instant;
}

/**
 * Something worth telling the user about records that stand elsewhere in the plan: two edits of one thing, two records
 * that may be one activity, or which app has the original, which a copy, and how their numbers differ.
 */
export type Notice =
  | {
      readonly kind: 'conflict';
      readonly session: string;
      readonly workout: string;
      readonly parts: readonly ('facts' | 'detail')[];
    }
  | { readonly kind: 'review'; readonly a: string; readonly b: string; readonly comparison: Comparison }
  | {
      readonly kind: 'copy';
      readonly of: string;
      readonly copy: string;
      readonly apps: { readonly of?: string; readonly copy?: string };
      readonly numbers: readonly NumberPair[];
      readonly comparison: Comparison;
    };

/** One number of an original beside the same number of its copy; a side that does not know it is left out. */
export interface NumberPair {
  readonly name:
    | 'durationSeconds'
    | 'distanceMetres'
    | 'activeKilocalories'
    | 'totalKilocalories'
    | 'elevationGainMetres';
  readonly of?: number;
  readonly copy?: number;
}

/** The safety stop: how much the plan would remove, tombstone or detach, and whether it must be confirmed first. */
export interface Guard {
  readonly id: string;
  readonly removals: number;
  readonly linked: number;
  readonly held: boolean;
}

/**
 * The steps that would bring both sides together, and where every record that is not in a step stands.
 *
 * **Shape** plain JSON. Every workout and every session stands in exactly one of: the step whose link row names it,
 * `skipped`, `waiting`, `blocked`, or the count `settled`.
 */
export interface Plan {
  readonly base: { readonly revision: number; readonly settings: string };
  readonly steps: readonly Step[];
  readonly skipped: readonly Placed[];
  readonly waiting: readonly Placed[];
  readonly blocked: readonly Placed[];
  readonly settled: number;
  readonly notices: readonly Notice[];
  readonly guard: Guard;
}
