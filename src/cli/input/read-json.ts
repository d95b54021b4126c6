import { readFile } from 'node:fs/promises';
import type { Result } from '../../domain/result';
import type { SchemaIssue } from '../../schema/issue';
import { failure } from '../failure';

const MOST_ISSUES = 5;

/** What a person needs to know of what is wrong in a file: the first few things. */
export const issuesText = (issues: readonly SchemaIssue[]): string => {
  const more = issues.length - MOST_ISSUES;
  return [
    ...issues.slice(0, MOST_ISSUES).map(({ message }) => message),
    ...(more > 0 ? [`And ${more} more.`] : []),
  ].join('\n');
};

/** A JSON file that a person names in an option. */
export const readJson = async (path: string, option: string): Promise<unknown> => {
  const text = await readFile(path, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    throw failure('usage', `The file after ${option} cannot be read: ${thrown.message}.`);
  });
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw failure('usage', `The file after ${option} is no JSON: ${(thrown as Error).message}.`);
  }
};

/** What was parsed, or the end of the command with what is wrong. */
export const orUsage = <Value>(parsed: Result<Value, readonly SchemaIssue[]>, option: string, place = ''): Value => {
  if (parsed.kind === 'ok') return parsed.value;
  throw failure('usage', `What the file after ${option} holds${place} is not right.\n${issuesText(parsed.error)}`);
};
