// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/domain/recording';
import { compareRecordings } from '../../src/match/compare-recordings';
import { forEachOverlap } from '../../src/match/overlaps';
import { timelineOf } from '../../src/match/timeline';
import { recordingOf } from './make-recording';

const HOUR = 3600;

const pairsOf = (recordings: readonly Recording[], isLeftOut: (place: number) => boolean = () => false): string[] => {
  const timeline = timelineOf(recordings);
  const pairs: string[] = [];
  forEachOverlap(timeline, isLeftOut, (a, b) => {
    pairs.push(`${timeline.recordings[a]?.key} ${timeline.recordings[b]?.key}`);
  });
  return pairs;
};

describe('timelineOf', () => {
  const instants = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(-8.64e15, 8.64e15, 1_700_000_000_000, 1_700_000_000_001),
  );
  it('sorts by start, then key, then end, and keeps where each came from', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(instants, fc.constantFrom('a', 'b', 'B', 'ä'), fc.integer({ min: 4, max: 6 })), {
          maxLength: 12,
        }),
        (rows) => {
          const input = rows.map(([start, key, length]) => ({
            key,
            start,
            end: start + length,
            activity: 'running' as const,
          }));
          const { recordings, order, starts, ends } = timelineOf(input);
          const expected = [...input].sort(
            (a, b) => a.start - b.start || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || a.end - b.end,
          );
          expect(recordings).toEqual(expected);
          expect(recordings).toEqual([...order].map((index) => input[index]));
          expect([...starts]).toEqual(expected.map(({ start }) => start));
          expect([...ends]).toEqual(expected.map(({ end }) => end));
          expect(new Set(order).size).toBe(input.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('forEachOverlap', () => {
  it('finds each pair that shares time once, the earlier first', () => {
    expect(
      pairsOf([
        recordingOf('c', 50, 60),
        recordingOf('a', 0, 100),
        recordingOf('b', 99, 200),
        recordingOf('d', 100, 150),
      ]),
    ).toEqual(['a c', 'a b', 'b d']);
  });

  it('leaves out what it is told to', () => {
    expect(
      pairsOf([recordingOf('a', 0, 100), recordingOf('b', 1, 100), recordingOf('c', 2, 100)], (place) => place === 1),
    ).toEqual(['a c']);
  });

  it.each([
    [24 * HOUR, 12 * HOUR, ['a b']],
    [24 * HOUR + 1, 12 * HOUR, []],
    [24 * HOUR + 1, 12 * HOUR + 1, ['a b']],
    [12 * HOUR + 1, 12 * HOUR + 1, ['a b']],
    [30 * HOUR, 30 * HOUR, ['a b']],
  ])('a recording of %d s and one of %d s meet once or never', (long, short, pairs) => {
    expect(pairsOf([recordingOf('a', 0, long), recordingOf('b', 60, 60 + short)])).toEqual(pairs);
  });

  it('misses nothing that a comparison of all with all calls more than different', () => {
    const hours = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom(1, 2, 11, 12, 13, 24, 25, 30, 48, 50));
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 10 }), (rows) => {
        const all = rows.map(([from, length], index) => recordingOf(`k${index}`, from * HOUR, (from + length) * HOUR));
        const found = pairsOf(all);
        expect(new Set(found).size).toBe(found.length);
        for (const a of all) {
          for (const b of all) {
            if (a === b || found.includes(`${a.key} ${b.key}`) || found.includes(`${b.key} ${a.key}`)) continue;
            expect(compareRecordings(a, b).verdict).toBe('different');
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
