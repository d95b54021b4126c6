// @ts-nocheck
import type { Result } from '../domain/result';
import type { Session } from '../domain/session';
import type { SchemaIssue } from './issue';
import { parse } from './parse';
import { sessionSchema } from './session-schema';

/**
 * A session from untrusted input.
 *
 * **Shape** checks shapes, not values, as {@link parseWorkout} does.
 *
 * **Laws** a session comes back equal after JSON; never throws.
 *
 * @example
 * ```ts
 * import { parseSession } from 'workout-sync/schema';
 *
 * const text = '{"kind":"session","key":"s1","revision":"r1","state":"completed","activity":"running","start":0,"end":1}';
 * parseSession(JSON.parse(text)).kind; // => 'ok'
 * ```
 *
 * @see {@link parseWorkout}, {@link parseWorld}
 */
export const parseSession = (input: unknown): Result<Session, readonly [SchemaIssue, ...SchemaIssue[]]> =>
  parse(sessionSchema, input);
