import { describe, expect, it } from 'vitest';
import { byStart, orderByStart } from '../../src/match/order-by-start';

/** The order of numbers that stand for their own starts. */
const orderOf = (starts: readonly number[]): number[] =>
  [...orderByStart(Float64Array.from(starts), (x, y) => (starts[x] as number) - (starts[y] as number))].map(
    (index) => starts[index] as number,
  );

const sortedCopy = (starts: readonly number[]): number[] => [...starts].sort((x, y) => x - y);

describe('byStart', () => {
  const starts = (all: readonly number[]): number[] =>
    byStart(
      all.map((start) => ({ start })),
      ({ start }) => start,
    ).map(({ start }) => start);

  it('brings what is spread evenly over time into order, without comparing', () => {
    expect(starts([40, 10, 50, 30, 20])).toEqual([10, 20, 30, 40, 50]);
    expect(starts([-1, 1, -3, 3])).toEqual([-3, -1, 1, 3]);
  });

  it('leaves what begins at one instant as it came, and forgets nothing', () => {
    const all = ['c', 'a', 'b'];
    expect(byStart(all, () => 7)).toEqual(['c', 'a', 'b']);
    expect(byStart([], () => 7)).toEqual([]);
    expect(byStart(['a'], () => 7)).toEqual(['a']);
  });

  it('brings the early before the late where most are crowded', () => {
    expect(starts([1000, 2, 1, 3]).at(-1)).toBe(1000);
    expect(starts([1002, 1, 1001, 1003])[0]).toBe(1);
  });
});

describe('orderByStart', () => {
  it.each([
    ['two', [2, 1]],
    ['eight in one slice', [8, 3, 5, 1, 7, 2, 6, 4, 1e9]],
    ['nine in one slice', [9, 8, 3, 5, 1, 7, 2, 6, 4, 1e9]],
    ['crowds at both ends', [1e9, 1e9 - 2, 1e9 - 1, 3, 1, 2]],
    ['a crowd in the middle', [0, 502, 501, 500, 503, 1000]],
    ['backwards', [6, 5, 4, 3, 2, 1]],
    ['in order already', [1, 2, 3, 4, 5, 6]],
  ])('sorts %s', (_, starts) => {
    expect(orderOf(starts)).toEqual(sortedCopy(starts));
  });

  it.each([3, 20])('leaves %d that compare equal as they came', (count) => {
    const order = orderByStart(new Float64Array(count).fill(7), () => 0);
    expect([...order]).toEqual(Array.from({ length: count }, (_, index) => index));
  });
});
