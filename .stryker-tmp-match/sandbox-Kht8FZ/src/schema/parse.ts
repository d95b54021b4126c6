// @ts-nocheck
import * as z from 'zod/mini';
import { failed, ok, type Result } from '../domain/result';
import { issueAt, issuesOf, type SchemaIssue } from './issue';

/** JSON has no `undefined`: a field that is there without a value is a field that is not there. */
const dropUndefined = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    if (fields[key] === undefined) delete fields[key];
    else dropUndefined(fields[key]);
  }
};

/**
 * Parses untrusted input.
 *
 * **Laws** never throws, whatever the input is: cyclic, with a getter that throws, not plain data at all. The value is
 * a fresh copy; the input is not changed and not held on to.
 */
export const parse = <Value>(
  schema: z.core.$ZodType,
  input: unknown,
): Result<Value, readonly [SchemaIssue, ...SchemaIssue[]]> => {
  try {
    const parsed = z.safeParse(schema, input);
    if (!parsed.success) return failed(issuesOf(parsed.error.issues, input) as [SchemaIssue]);
    dropUndefined(parsed.data);
    return ok(parsed.data as Value);
  } catch {
    return failed([issueAt('', 'something that cannot be read', 'plain JSON')]);
  }
};
