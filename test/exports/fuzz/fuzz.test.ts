import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { appleCase, readCorpus } from './apple-cases';
import { readCase } from './read-case';

const CASES = 300;
const SEED = 20_240_229;

it('a damaged export is read or refused with a typed error, and nothing else happens', async () => {
  const corpus = readCorpus(fileURLToPath(new URL('../../fixtures/apple-export', import.meta.url)));
  const ends: Record<string, number> = {};
  for (let number = 0; number < CASES; number++) {
    const end = await readCase(appleCase(corpus, SEED, number), number % 2 === 0).catch((thrown) => {
      throw new Error(`case ${number} of seed ${SEED}: ${thrown}`, { cause: thrown });
    });
    const name = end.kind === 'read' ? 'read' : end.code;
    ends[name] = (ends[name] ?? 0) + 1;
  }
  // Damage that is always, or never, noticed would say that the cases are not what they should be.
  expect(ends.read).toBeGreaterThan(CASES / 10);
  expect(Object.keys(ends).length).toBeGreaterThan(3);
});
