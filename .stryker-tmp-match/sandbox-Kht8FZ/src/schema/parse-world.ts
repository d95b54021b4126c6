// @ts-nocheck
import type { Result } from '../domain/result';
import type { World } from '../reconcile/world';
import type { SchemaIssue } from './issue';
import { parse } from './parse';
import { worldSchema } from './world-schema';

/**
 * A world from untrusted input: a stored state, a debug bundle, an example.
 *
 * **Shape** complete, settings included; checks shapes, not the values of records, as {@link parseWorkout} does. One
 * record of the wrong shape fails the whole world, and its issue names it (`mirror.items[3].start`). JSON writes an
 * infinite window as `null`: use a far instant instead.
 *
 * **Laws** a world comes back equal after JSON; never throws.
 *
 * @example
 * ```ts
 * import { parseWorld } from 'workout-sync/schema';
 *
 * const parsed = parseWorld({ now: 'today' });
 * parsed.kind === 'error' && parsed.error.find((issue) => issue.path === 'now')?.message;
 * // => 'now is "today"; allowed is whole milliseconds since 1970.'
 * ```
 *
 * @see {@link parsePlan} for what a world leads to.
 */
export const parseWorld = (input: unknown): Result<World, readonly [SchemaIssue, ...SchemaIssue[]]> =>
  parse(worldSchema, input);
