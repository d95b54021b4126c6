import { expect, it } from 'vitest';
import { runCase } from './run-case';

it('neither crashes on a damaged file nor makes numbers up, in three hundred cases', async () => {
  const outcomes = [];
  for (let seed = 1; seed <= 300; seed += 1) outcomes.push({ seed, ...(await runCase(seed)) });
  expect(outcomes.filter(({ wrong }) => wrong !== undefined)).toEqual([]);
  expect(new Set(outcomes.map(({ end }) => end))).toEqual(new Set(['refused', 'read', 'read in part']));
});
