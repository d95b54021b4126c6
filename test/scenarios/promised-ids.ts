import { readFileSync } from 'node:fs';

/** A title is a text that begins with an id and says something more. */
const TITLE = /(['"`])([PSRE]\d+\b[^\n]*? [^\n]*?)\1/g;
const RANGE = /\b([PSRE])(\d+) to \1(\d+)\b/g;

/** The ids that a title names: `P2`, or all of `S1 to S14`. */
const idsIn = (title: string): string[] => [
  ...[...title.matchAll(RANGE)].flatMap(([, letter = '', from, to]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => `${letter}${Number(from) + at}`),
  ),
  ...[...title.matchAll(/\b[PSRE]\d+\b/g)].map(([id]) => id),
];

/** The promises that the titles of a test file name. */
export const promisedIn = (file: string): ReadonlySet<string> =>
  new Set([...readFileSync(file, 'utf8').matchAll(TITLE)].flatMap(([, , title = '']) => idsIn(title)));
