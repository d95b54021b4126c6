// @ts-nocheck
import type { Reason } from '../../domain/reason';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import type { Comparison } from '../../match/comparison';
import { isWaiting, type Verdict } from '../../policy/verdict';
import type { Notice, Placed, Step } from '../plan';

type Item = Session | MirrorEntry;

type Refused = Extract<Verdict, { readonly kind: 'refused' }>;

/** A plan while it is being written. Whoever writes in canonical order gets a plan in canonical order. */
export interface Draft {
  readonly steps: Step[];
  /** Steps that take something away: applied last. */
  readonly removals: Step[];
  readonly skipped: Placed[];
  readonly waiting: Placed[];
  readonly blocked: Placed[];
  readonly notices: Notice[];
  settled: number;
}

/** A plan with nothing in it yet. */
export const emptyDraft = (): Draft => ({
  steps: [],
  removals: [],
  skipped: [],
  waiting: [],
  blocked: [],
  notices: [],
  settled: 0,
});

const place = (item: Item, reason: Reason): Placed => ({ kind: item.kind, key: item.key, reasons: [reason] });

export const skip = (draft: Draft, item: Item, reason: Reason): void => {
  draft.skipped.push(place(item, reason));
};

export const wait = (draft: Draft, items: readonly Item[], reason: Reason): void => {
  for (const item of items) draft.waiting.push(place(item, reason));
};

export const block = (draft: Draft, items: readonly Item[], reason: Reason): void => {
  for (const item of items) draft.blocked.push(place(item, reason));
};

/**
 * Places a record that a policy refused: it waits when every reason passes by itself, else it is skipped. It waits until
 * the last of the moments that are known.
 */
export const refuse = (draft: Draft, item: Item, verdict: Refused): void => {
  const { reasons } = verdict;
  if (!isWaiting(verdict)) {
    draft.skipped.push({ kind: item.kind, key: item.key, reasons });
    return;
  }
  const moments = reasons.flatMap(({ until }) => (until === undefined ? [] : [until]));
  const until = moments.length > 0 ? { until: Math.max(...moments) } : {};
  draft.waiting.push({ kind: item.kind, key: item.key, reasons, ...until });
};

/** A question to the user about two records. */
export const reviewOf = (a: string, b: string, comparison: Comparison): Notice =>
  a < b ? { kind: 'review', a, b, comparison } : { kind: 'review', a: b, b: a, comparison };
