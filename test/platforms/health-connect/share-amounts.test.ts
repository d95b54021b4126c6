import { describe, expect, it } from 'vitest';
import { type AmountRecord, shareAmounts } from '../../../src/platforms/health-connect/share-amounts';

const WORKOUT = { start: 100, end: 200 };

const record = (start: number, end: number, value: number, modified = 0, row = start): AmountRecord => {
  return { start, end, value, modified, row };
};

const totalOf = (...records: readonly AmountRecord[]): number =>
  shareAmounts(records, WORKOUT).reduce((sum, { value }) => sum + value, 0);

describe('what of a record belongs to a workout', () => {
  it.each([
    ['all of it, when it lies within', record(120, 140, 10), 10],
    ['the share of its time that lies within', record(180, 220, 10), 5],
    ['a small share, when it is short', record(199, 209, 10), 1],
    ['all of the workout, when it is little longer', record(90, 210, 12), 10],
    ['half, when it is twice as long and covers the workout', record(50, 250, 10), 5],
    ['nothing, when it is longer and mostly outside', record(50, 251, 10), 0],
    ['nothing, when it only touches', record(200, 220, 10), 0],
    ['nothing, when it was over before', record(0, 50, 10), 0],
  ])('is %s', (_, one, total) => {
    expect(totalOf(one)).toBeCloseTo(total, 9);
  });
});

describe('records that overlap', () => {
  it('count no moment twice: the whole, written last, hides its minutes', () => {
    expect(totalOf(record(100, 110, 7, 1), record(110, 120, 7, 1), record(100, 200, 50, 2))).toBe(50);
  });

  it('count no moment twice: minutes that were written last stand, and the whole fills the rest', () => {
    const shares = shareAmounts([record(100, 200, 50, 1), record(120, 130, 9, 2)], WORKOUT);
    expect(shares).toEqual([
      { start: 100, end: 120, value: 10 },
      { start: 120, end: 130, value: 9 },
      { start: 130, end: 200, value: 35 },
    ]);
  });

  it('of one time of writing are settled by their rows', () => {
    expect(totalOf(record(100, 200, 50, 1, 1), record(100, 200, 80, 1, 2))).toBe(80);
  });

  it('are given in order of time whatever the order of the rows', () => {
    const shares = shareAmounts([record(150, 160, 3), record(110, 120, 1), record(130, 140, 2)], WORKOUT);
    expect(shares.map(({ value }) => value)).toEqual([1, 2, 3]);
  });
});
