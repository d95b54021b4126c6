import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { promisedIn } from './promised-ids';

const docs = new URL('../../docs/', import.meta.url);
const page = readFileSync(new URL('guarantees.md', docs), 'utf8');

const rows = [...page.matchAll(/^\| ([PSRE]\d+) \| (.+) \| (.+) \|$/gm)].map(
  ([, id = '', words = '', holders = '']) => ({
    id,
    words,
    files: [...holders.matchAll(/\]\((.+?)\)/g)].map(([, link = '']) => fileURLToPath(new URL(link, docs))),
  }),
);

const upTo = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);

describe('docs/guarantees.md', () => {
  it('lists the promises of the planner, of safety, of the runner and of whole histories', () => {
    expect(rows.map(({ id }) => id)).toEqual([...upTo('P', 13), ...upTo('S', 14), ...upTo('R', 11), ...upTo('E', 10)]);
  });

  it.each(rows)('$id is in the title of a test in each file that holds it', ({ id, files }) => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect([...promisedIn(file)], file).toContain(id);
  });
});
