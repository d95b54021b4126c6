import { describe, expect, it } from 'vitest';
import type { Recording } from '../../../src/domain/recording';
import { compareRecordings } from '../../../src/match/compare-recordings';
import { compareNumbers, copyNotice } from '../../../src/reconcile/write/copy-notice';
import { at } from '../builders/records';

const bare = (key: string, end = at(660)): Recording => ({ key, activity: 'running', start: at(600), end });

const full = (key: string, factor: number): Recording => ({
  ...bare(key),
  distanceMetres: 10_000 * factor,
  energyKilocalories: { active: 500 * factor, total: 600 * factor },
  elevationGainMetres: 100 * factor,
});

describe('the numbers of an original beside those of its copy', () => {
  it('stand in one order, each under its name', () => {
    expect(compareNumbers(full('w1', 1), full('w2', 2))).toStrictEqual([
      { name: 'durationSeconds', of: 3600, copy: 3600 },
      { name: 'distanceMetres', of: 10_000, copy: 20_000 },
      { name: 'activeKilocalories', of: 500, copy: 1000 },
      { name: 'totalKilocalories', of: 600, copy: 1200 },
      { name: 'elevationGainMetres', of: 100, copy: 200 },
    ]);
  });

  it('are left out on the side that does not know them', () => {
    expect(compareNumbers(full('w1', 1), bare('w2', at(650)))).toStrictEqual([
      { name: 'durationSeconds', of: 3600, copy: 3000 },
      { name: 'distanceMetres', of: 10_000 },
      { name: 'activeKilocalories', of: 500 },
      { name: 'totalKilocalories', of: 600 },
      { name: 'elevationGainMetres', of: 100 },
    ]);
    expect(compareNumbers(bare('w1', at(650)), full('w2', 1))).toStrictEqual([
      { name: 'durationSeconds', of: 3000, copy: 3600 },
      { name: 'distanceMetres', copy: 10_000 },
      { name: 'activeKilocalories', copy: 500 },
      { name: 'totalKilocalories', copy: 600 },
      { name: 'elevationGainMetres', copy: 100 },
    ]);
  });

  it('are left out where neither knows them; a zero is a number', () => {
    expect(compareNumbers(bare('w1'), bare('w2'))).toStrictEqual([{ name: 'durationSeconds', of: 3600, copy: 3600 }]);
    expect(compareNumbers({ ...bare('w1'), distanceMetres: 0 }, bare('w2'))).toStrictEqual([
      { name: 'durationSeconds', of: 3600, copy: 3600 },
      { name: 'distanceMetres', of: 0 },
    ]);
  });
});

describe('the notice of a copy', () => {
  const original = { ...bare('w1'), source: { app: 'com.watch' } };
  const copy = { ...bare('w2'), source: { app: 'com.phone' } };
  const comparison = compareRecordings(original, copy);
  const numbers = [{ name: 'durationSeconds', of: 3600, copy: 3600 }];

  it('says which app has the original, which the copy, and how their numbers differ', () => {
    expect(copyNotice(original, copy, comparison)).toStrictEqual({
      kind: 'copy',
      of: 'w1',
      copy: 'w2',
      apps: { of: 'com.watch', copy: 'com.phone' },
      numbers,
      comparison,
    });
  });

  it.each([
    ['the original', bare('w1'), copy, { copy: 'com.phone' }],
    ['the copy', original, bare('w2'), { of: 'com.watch' }],
    ['either', bare('w1'), bare('w2'), {}],
  ] as const)('names no app where that of %s is unknown', (_, of, other, apps) => {
    expect(copyNotice(of, other, comparison)).toStrictEqual({
      kind: 'copy',
      of: 'w1',
      copy: 'w2',
      apps,
      numbers,
      comparison,
    });
  });
});
