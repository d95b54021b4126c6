// @ts-nocheck
import type { Result } from '../domain/result';
import type { Workout } from '../domain/workout';
import type { SchemaIssue } from './issue';
import { parse } from './parse';
import { workoutSchema } from './workout-schema';

/**
 * A workout from untrusted input.
 *
 * **Shape** checks shapes, not values: an end before its start, a negative distance or NaN pass, since the core turns
 * them into a skip that names the field. Unknown fields are refused. JSON writes NaN and infinity as `null`, which is no
 * number and is refused: leave out what was not measured.
 *
 * **Laws** a workout comes back equal after JSON, the raw activity number of an unknown type included; never throws.
 *
 * @example
 * ```ts
 * import { parseWorkout } from 'workout-sync/schema';
 *
 * const parsed = parseWorkout({ kind: 'workout', distanceMeters: 5000 });
 * parsed.kind === 'error' && parsed.error.map((issue) => issue.path).includes('distanceMeters'); // => true
 * ```
 *
 * @see {@link parseSession}, {@link parseWorld}
 */
export const parseWorkout = (input: unknown): Result<Workout, readonly [SchemaIssue, ...SchemaIssue[]]> =>
  parse(workoutSchema, input);
