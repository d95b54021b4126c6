// @ts-nocheck
import type { Refusal } from '../domain/reason';
import { DETAIL_UNREAD, SESSION_DETAIL_UNREAD } from './detail-unread';
import { ELIGIBLE, type Verdict } from './verdict';

/** Any rule of either direction; an import rule leaves its fourth argument alone. */
type Rule<First, Second, Third, Fourth> = (a: First, b: Second, c: Third, d: Fourth) => Refusal | false | undefined;

/**
 * Adds what a list of rules refuses to what others refused before.
 *
 * **Laws** every rule is asked, in order. Nothing is allocated while nothing is refused: four plain arguments instead of
 * a rest parameter, and no list before the first refusal.
 */
export const collectRefusals = <First, Second, Third, Fourth>(
  rules: readonly Rule<First, Second, Third, Fourth>[],
  before: Refusal[] | undefined,
  a: First,
  b: Second,
  c: Third,
  d: Fourth,
): Refusal[] | undefined => {
  let found = before;
  for (const rule of rules) {
    const refusal = rule(a, b, c, d);
    if (!refusal) continue;
    if (!found) found = [refusal];
    else found.push(refusal);
  }
  return found;
};

const asksForDetail = ({ code }: Refusal): boolean =>
  code === DETAIL_UNREAD.code || code === SESSION_DETAIL_UNREAD.code;

/**
 * The verdict that a list of refusals amounts to.
 *
 * **Laws** a request for detail stands alone: where anything else refuses, samples are not worth reading yet, so the
 * request is dropped; it comes back by itself once the rest is out of the way.
 */
export const verdictOf = (found: Refusal[] | undefined): Verdict => {
  if (!found) return ELIGIBLE;
  const answers = found.some(asksForDetail) ? found.filter((refusal) => !asksForDetail(refusal)) : found;
  return { kind: 'refused', reasons: (answers.length > 0 ? answers : [found[0]]) as [Refusal, ...Refusal[]] };
};
