import type { Session } from '../../domain/session';
import { parseSession } from '../../schema/parse-session';
import { failure } from '../failure';
import { orUsage, readJson } from './read-json';

/** An app's own side from a JSON file: a list of sessions, or `{ "sessions": [...] }`. */
export const readSessions = async (path: string): Promise<readonly Session[]> => {
  const given = await readJson(path, '--sessions');
  const list = Array.isArray(given) ? given : (given as { readonly sessions?: unknown } | null)?.sessions;
  if (!Array.isArray(list)) {
    throw failure(
      'usage',
      'The file after --sessions holds no list.',
      'Write a list of sessions, or { "sessions": [...] }.',
    );
  }
  return list.map((one, at) => orUsage(parseSession(one), '--sessions', ` at position ${at}`));
};
