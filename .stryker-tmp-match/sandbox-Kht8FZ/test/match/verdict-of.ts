// @ts-nocheck
import { expect } from 'vitest';
import type { MatchSettings } from '../../src/domain/match-settings';
import type { Recording } from '../../src/domain/recording';
import { compareRecordings } from '../../src/match/compare-recordings';

/** The verdict on two recordings, which must be the same either way round. */
export const verdictOf = (a: Recording, b: Recording, settings?: Partial<MatchSettings>): string => {
  const forwards = compareRecordings(a, b, settings);
  const backwards = compareRecordings(b, a, settings);
  expect([backwards.verdict, backwards.rung]).toEqual([forwards.verdict, forwards.rung]);
  return forwards.verdict;
};
