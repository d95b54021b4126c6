import type { Link } from './link';
import type { Session } from './session';

/**
 * What the user has said. Answers outrank evidence and settings, and never expire by themselves.
 *
 * - `same` / `different`: about two recordings that a review asked about.
 * - `export`: write this session although a rule would refuse it.
 * - `restore`: bring back what a tombstone holds closed. `held`: it was said while the guard held the loss of the session, which is taken
 *   back instead of being carried out.
 * - `claim`: this device represents the session in the health store from now on. `over` is the owner that it overrules: once that
 *   is the owner no more, the claim is over. Absent, it counts against any.
 * - `prefer`: this copy is the one to show.
 * - `keep-workout`: in the conflict over this session, take the health store's side.
 * - `confirm`: carry out a plan that the guard held.
 */
export type Answer =
  | { readonly kind: 'same' | 'different'; readonly a: string; readonly b: string }
  | { readonly kind: 'export' | 'keep-workout'; readonly session: string }
  | { readonly kind: 'restore'; readonly session: string; readonly held?: true }
  | { readonly kind: 'claim'; readonly session: string; readonly over?: string }
  | { readonly kind: 'prefer'; readonly workout: string }
  | { readonly kind: 'confirm'; readonly guard: string };

export type Restore = Extract<Answer, { readonly kind: 'restore' }>;

export type Claim = Extract<Answer, { readonly kind: 'claim' }>;

/** Whether a claim counts against the owner that the session names now. */
export const overrules = ({ over }: Claim, { owner }: Session): boolean => over === undefined || over === owner;

/** A record among others. A mere key stands for the session and the workout of that key. */
export type RecordName = string | { readonly kind: 'session' | 'workout'; readonly key: string };

/** What is remembered between runs. */
export interface Ledger {
  readonly revision: number;
  readonly links: readonly Link[];
  readonly answers: readonly Answer[];
  /** Records that were given up on for now. */
  readonly quarantined: readonly RecordName[];
  /** Records that belong with one that was not seen yet: another system has said so. */
  readonly awaiting?: readonly RecordName[];
}

/** A ledger that remembers nothing yet. */
export const EMPTY_LEDGER: Ledger = { revision: 0, links: [], answers: [], quarantined: [] };
