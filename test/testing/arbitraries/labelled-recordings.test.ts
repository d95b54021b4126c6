import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../../src/domain/recording';
import { clusterRecordings } from '../../../src/match/cluster-recordings';
import { compareRecordings } from '../../../src/match/compare-recordings';
import { COPY_KINDS, type CopyKind, copyOf } from '../../../src/testing/arbitraries/copies';
import {
  type LabelledRecording,
  labelledPairs,
  labelledRecordings,
} from '../../../src/testing/arbitraries/labelled-recordings';

const clustersOf = (all: readonly LabelledRecording[]): readonly string[] =>
  clusterRecordings(all.map(({ recording }) => recording))
    .map(({ winner, copies }) => [winner, ...copies.map(({ key }) => key)].sort().join(' '))
    .sort();

const truthOf = (all: readonly LabelledRecording[]): readonly string[] => {
  const names = [...new Set(all.map(({ happening }) => happening))];
  return names
    .map((name) => all.filter(({ happening }) => happening === name).map(({ recording }) => recording.key))
    .map((keys) => keys.sort().join(' '))
    .sort();
};

describe('labelledRecordings', () => {
  it('has a truth that this library finds, whole', () => {
    fc.assert(
      fc.property(labelledRecordings(), (all) => {
        expect(clustersOf(all)).toEqual(truthOf(all));
      }),
      { numRuns: 1000 },
    );
  });

  it('has keys that are all different, and intervals that are not empty', () => {
    fc.assert(
      fc.property(labelledRecordings({ mostHappenings: 6, mostRecordings: 4 }), (all) => {
        expect(new Set(all.map(({ recording }) => recording.key)).size).toBe(all.length);
        expect(all.every(({ recording }) => recording.start < recording.end)).toBe(true);
      }),
    );
  });

  it('stays within what was asked for', () => {
    const options = { mostHappenings: 2, mostRecordings: 1, copies: ['relayed'] } as const;
    fc.assert(
      fc.property(labelledRecordings(options), (all) => {
        expect(all.length).toBeLessThanOrEqual(2);
        expect(new Set(all.map(({ happening }) => happening)).size).toBe(all.length);
      }),
    );
  });

  it('is a trap for rules that look at one thing only', () => {
    const rules: Readonly<Record<string, (a: Recording, b: Recording) => boolean>> = {
      'starts within ten minutes': (a, b) => Math.abs(a.start - b.start) <= 600_000,
      'one activity within half an hour': (a, b) =>
        a.activity === b.activity && Math.abs(a.start - b.start) <= 1_800_000,
      'distances within five percent': (a, b) =>
        Math.abs((a.distanceMetres ?? 0) - (b.distanceMetres ?? 0)) <= (a.distanceMetres ?? 0) / 20,
      'any shared time': (a, b) => a.start < b.end && b.start < a.end,
      'the same minute': (a, b) => Math.floor(a.start / 60_000) === Math.floor(b.start / 60_000),
    };
    const isRight = (rule: (a: Recording, b: Recording) => boolean): boolean =>
      !fc.check(
        fc.property(labelledRecordings(), (all) =>
          labelledPairs(all).every(({ a, b, isOneActivity }) => rule(a, b) === isOneActivity),
        ),
        { numRuns: 2000 },
      ).failed;
    const right = Object.entries(rules).filter(([, rule]) => isRight(rule));
    expect(right.map(([name]) => name)).toEqual([]);
  });

  it('shrinks a counterexample to the recordings that it takes', () => {
    const found = fc.check(
      fc.property(labelledRecordings(), (all) =>
        labelledPairs(all).every(({ a, b, isOneActivity }) => isOneActivity || !(a.start <= b.end && b.start <= a.end)),
      ),
      { numRuns: 2000 },
    );
    expect(found.counterexample?.[0]).toHaveLength(2);
  });
});

describe('labelledPairs', () => {
  it('gives each pair once, with its truth', () => {
    const named = (key: string, happening: string) => ({
      happening,
      recording: { key, activity: 'running', start: 0, end: 1 } as const,
    });
    const pairs = labelledPairs([named('a', 'run'), named('b', 'run'), named('c', 'ride')]);
    expect(pairs.map(({ a, b, isOneActivity }) => [a.key, b.key, isOneActivity])).toEqual([
      ['a', 'b', true],
      ['a', 'c', false],
      ['b', 'c', false],
    ]);
  });
});

const ORIGINAL: Recording = {
  key: 'watch',
  activity: 'running',
  start: Date.UTC(2026, 4, 4, 7, 0, 20),
  end: Date.UTC(2026, 4, 4, 7, 45, 50),
  distanceMetres: 9000,
  source: { app: 'com.watch' },
};

describe('copyOf', () => {
  it.each(COPY_KINDS)('makes one that is %s, and the same activity to this library', (kind) => {
    fc.assert(
      fc.property(copyOf(ORIGINAL, { key: 'copy', app: 'com.phone', kind }), (copy) => {
        expect(compareRecordings(ORIGINAL, copy).verdict).toBe('same');
      }),
    );
  });

  const LOOKS: readonly (readonly [CopyKind, (copy: Recording) => boolean])[] = [
    ['relayed', (copy) => Math.abs(copy.start - ORIGINAL.start) <= 35_000 && copy.source?.app === 'com.phone'],
    ['second-device', (copy) => Math.abs(copy.end - ORIGINAL.end) <= 273_000 && copy.start !== ORIGINAL.start],
    ['renamed', (copy) => copy.activity === 'treadmill-running'],
    ['unmeasured', (copy) => !('distanceMetres' in copy)],
    ['rounded', (copy) => copy.start % 60_000 === 0 && copy.end % 60_000 === 0],
    ['rewritten', (copy) => copy.start === ORIGINAL.start && copy.source?.app === 'com.watch'],
  ];

  it.each(LOOKS)('makes one that looks %s', (kind, looks) => {
    fc.assert(fc.property(copyOf(ORIGINAL, { key: 'copy', app: 'com.phone', kind }), looks));
  });

  it('makes any kind unless one is named', () => {
    const copies = fc.sample(copyOf(ORIGINAL, { key: 'copy', app: 'com.phone' }), 200);
    for (const [, looks] of LOOKS) expect(copies.some(looks)).toBe(true);
  });
});
