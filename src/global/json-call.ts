import type * as z from 'zod/mini';
import type { Result } from '../domain/result';
import { issueAt, type SchemaIssue } from '../schema/issue';
import { parse } from '../schema/parse';

/** A function of the global build: JSON text in, JSON text of a `Result` out. */
export type JsonCall = (input: string) => string;

/** As much of what was given as a message can bear. */
const LONGEST_QUOTE = 40;

/** Engines word their own message each in its way, and the same input must give the same bytes in all of them. */
const notJson = (input: unknown): SchemaIssue =>
  issueAt(
    '',
    typeof input === 'string' ? JSON.stringify(input.slice(0, LONGEST_QUOTE)) : 'something that is no text',
    'JSON text',
  );

/**
 * A call that reads its argument from text, checks it, and writes its answer as text.
 *
 * **Shape** `{"kind":"ok","value":…}`, or `{"kind":"error","error":[…]}`: an issue per field that is wrong, or why the core
 * refused.
 *
 * **Laws** same text, same bytes, in every engine. Never throws for what is in the text, nor for something that is no text.
 */
export const jsonCall =
  <Input, Value, Failure>(
    read: (input: unknown) => Result<Input, readonly [SchemaIssue, ...SchemaIssue[]]>,
    answer: (input: Input) => Result<Value, Failure>,
  ): JsonCall =>
  (input) => {
    let given: unknown;
    try {
      given = JSON.parse(input);
    } catch {
      return JSON.stringify({ kind: 'error', error: [notJson(input)] });
    }
    const known = read(given);
    return JSON.stringify(known.kind === 'ok' ? answer(known.value) : known);
  };

/** Reads what a schema describes. */
export const readBy =
  <Input>(schema: z.core.$ZodType) =>
  (input: unknown): Result<Input, readonly [SchemaIssue, ...SchemaIssue[]]> =>
    parse<Input>(schema, input);
