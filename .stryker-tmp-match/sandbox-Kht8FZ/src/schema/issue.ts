// @ts-nocheck
import type * as z from 'zod/mini';

/**
 * One thing in untrusted input that cannot be taken as it is.
 *
 * **Shape** `path` names the field from the outside in (`import.minimumCoverage`, `sessions.items[3].start`), and is
 * empty for the input itself. `given` says what was there, `allowed` what may be there, `message` all of it in one
 * English sentence.
 */
export interface SchemaIssue {
  readonly path: string;
  readonly given: string;
  readonly allowed: string;
  readonly message: string;
}

/** As much of a text as a message can bear. */
const LONGEST_QUOTE = 40;

const quote = (text: string): string =>
  JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);

const describe = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
};

const at = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], input);

const name = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');

/** An issue, told in one sentence. */
export const issueAt = (path: string, given: string, allowed: string): SchemaIssue => {
  const place = path === '' ? 'The input' : path;
  const told = given === 'nothing' ? 'is missing' : `is ${given}`;
  return { path, given, allowed, message: `${place} ${told}; allowed is ${allowed}.` };
};

const unknownField = (path: string, given: string, allowed: string): SchemaIssue => ({
  ...issueAt(path, given, allowed),
  message: `${path} is not a known field; allowed are ${allowed}.`,
});

/**
 * What the schema says, in our words.
 *
 * **Shape** one issue per field, unknown fields each on their own; the texts that say what is allowed come from the
 * schema, which carries them as its messages.
 */
export const issuesOf = (issues: readonly z.core.$ZodIssue[], input: unknown): SchemaIssue[] =>
  issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      return [issueAt(name(issue.path), describe(at(input, issue.path)), issue.message)];
    }
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return unknownField(name(path), describe(at(input, path)), issue.message);
    });
  });
