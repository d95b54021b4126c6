import { describe, expect, it } from 'vitest';
import { healthStoreContract } from '../../../src/testing/health-store/health-store-contract';
import { benchWith, SETTINGS } from './phone';

const outcomes = async (make: Parameters<typeof healthStoreContract>[0]): Promise<ReadonlyMap<string, string>> => {
  const answers = new Map<string, string>();
  for (const { name, run } of healthStoreContract(make)) {
    answers.set(name, await run().catch((broken: Error) => broken.message));
  }
  return answers;
};

const broken = (answers: ReadonlyMap<string, string>): readonly string[] =>
  [...answers.values()].filter((answer) => answer !== 'held' && answer !== 'not-tried');

describe('the adapter of HealthKit keeps the contract of a health store', () => {
  it.each(SETTINGS)('where %s', async (_, switches) => {
    expect(broken(await outcomes(() => benchWith(switches)))).toEqual([]);
  });

  it.each([1, 2, 3])('in pages of %i', async (pageSize) => {
    expect(broken(await outcomes(() => benchWith({}, { pageSize })))).toEqual([]);
  });

  it('in every clause but those of situations that HealthKit does not have', async () => {
    const answers = await outcomes(() => benchWith());
    expect([...answers].filter(([, answer]) => answer === 'not-tried').map(([name]) => name)).toEqual([
      'HS4 a read that shows own records only does not say that it saw all',
      'HS8 a key that is put and deleted in one page lives',
    ]);
  });
});
