import { readFileSync } from 'node:fs';

const TITLE = /\b(?:it|test|describe)(?:\.\w+)*(?:\([^'"`\n]*\))?\(\s*(?:'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`)/g;
const RANGE = /\b([PS])(\d+) to \1(\d+)\b/g;

/** The ids that a title names: `P2`, or all of `S1 to S14`. */
const idsIn = (title: string): string[] => [
  ...[...title.matchAll(RANGE)].flatMap(([, letter = '', from, to]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => `${letter}${Number(from) + at}`),
  ),
  ...[...title.matchAll(/\b[PS]\d+\b/g)].map(([id]) => id),
];

/** The promises that the titles of a test file name. */
export const promisedIn = (file: string): ReadonlySet<string> =>
  new Set([...readFileSync(file, 'utf8').matchAll(TITLE)].flatMap(([, a, b, c]) => idsIn(a ?? b ?? c ?? '')));
