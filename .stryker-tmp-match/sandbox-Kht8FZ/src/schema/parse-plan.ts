// @ts-nocheck
import type { Result } from '../domain/result';
import type { Plan } from '../reconcile/plan';
import type { SchemaIssue } from './issue';
import { parse } from './parse';
import { planSchema } from './plan-schema';

/**
 * A plan from untrusted input: one that was stored, or made elsewhere.
 *
 * **Shape** every step, reason and notice is checked; a code that this version does not know is refused, a host's own
 * (`host-…`) is not. Whether the plan still fits the world is for its `base` and each step's `expect` to say.
 *
 * **Laws** P10: a plan comes back equal after JSON; never throws.
 *
 * @example
 * ```ts
 * import { parsePlan } from 'workout-sync/schema';
 *
 * parsePlan('a plan').kind; // => 'error'
 * ```
 *
 * @see {@link parseWorld}
 */
export const parsePlan = (input: unknown): Result<Plan, readonly [SchemaIssue, ...SchemaIssue[]]> =>
  parse(planSchema, input);
