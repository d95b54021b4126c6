import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/domain/recording';
import { clusterRecordings } from '../../src/match/cluster-recordings';
import { compareRecordings } from '../../src/match/compare-recordings';
import { clusterByAllPairs } from './cluster-oracle';
import { by, EXTERNAL_ID, external, recordingOf } from './make-recording';

const keysOf = (recordings: readonly Recording[]): string[][] =>
  clusterRecordings(recordings).map(({ winner, copies }) => [winner, ...copies.map(({ key }) => key)]);

const sortedKeys = (recordings: readonly Recording[]): string[][] =>
  keysOf(recordings)
    .map((keys) => keys.sort())
    .sort((x, y) => ((x[0] ?? '') < (y[0] ?? '') ? -1 : 1));

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('clusterRecordings', () => {
  it('gives every recording once: winner, what decided, copies with their reasons', () => {
    const watch = recordingOf('watch', 0, HOUR, by('w'));
    const phone = recordingOf('phone', 60, HOUR, by('p'));
    const late = recordingOf('late', 120, HOUR, by('l'));
    expect(
      clusterRecordings([late, phone, watch, recordingOf('next', HOUR, 2 * HOUR)], { preferredSources: ['p'] }),
    ).toEqual([
      {
        winner: 'phone',
        decidedBy: 'preferred-source',
        copies: [
          { key: 'watch', comparison: compareRecordings(phone, watch) },
          { key: 'late', comparison: compareRecordings(phone, late) },
        ],
      },
      { winner: 'next', decidedBy: 'only-one', copies: [] },
    ]);
  });

  it('chooses by own sources and matches by the given settings', () => {
    const two = [recordingOf('a', 0, 1000, by('x')), recordingOf('b', 0, 500, by('y'))];
    expect(keysOf(two)).toEqual([['a'], ['b']]);
    const [cluster] = clusterRecordings(two, { match: { sameOverlap: 0.5 }, ownSources: ['y'] });
    expect(cluster).toMatchObject({
      winner: 'b',
      decidedBy: 'own-device',
      copies: [{ key: 'a', comparison: { verdict: 'same' } }],
    });
  });

  it('leaves malformed recordings out, and all but one of a key, whatever the order', () => {
    const good = recordingOf('good', 0, HOUR);
    const bad = [
      { ...good, key: '' },
      { ...good, key: 'n', start: Number.NaN },
      { ...good, key: 'i', end: Infinity },
      { ...good, key: 'e', end: good.start },
      { ...good, key: 'd', distanceMetres: -1 },
      { ...good, key: 'o', offsetSeconds: 16 * 3600 },
      { ...good, key: 's', source: { app: '' } },
    ];
    expect(keysOf([...bad, good])).toEqual([['good']]);
    const twin = recordingOf('good', 2 * HOUR, 3 * HOUR);
    expect(clusterRecordings([good, twin])).toEqual(clusterRecordings([twin, good]));
    expect(clusterRecordings([good, twin])).toHaveLength(1);
    expect(clusterRecordings([])).toEqual([]);
  });

  it('never throws on values that cannot be right', () => {
    const odd = fc.constantFrom<unknown>(undefined, null, Number.NaN, Infinity, -1, '', 'x', 1e300, {}, []);
    const field = fc.constantFrom(
      'key',
      'start',
      'end',
      'activity',
      'distanceMetres',
      'offsetSeconds',
      'activeSeconds',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(field, odd), { maxLength: 3 }), (changes) => {
        const broken = { ...recordingOf('a', 0, HOUR), ...Object.fromEntries(changes) } as Recording;
        expect(clusterRecordings([broken, recordingOf('b', 0, HOUR)]).length).toBeGreaterThan(0);
      }),
    );
  });

  it('does not change what it is given', () => {
    const frozen = [recordingOf('b', 60, HOUR), recordingOf('a', 0, HOUR)].map((one) => Object.freeze(one));
    expect(keysOf(Object.freeze(frozen))).toEqual([['a', 'b']]);
  });
});

describe('facts of real histories', () => {
  const scenes: readonly (readonly [string, readonly Recording[], readonly (readonly string[])[]])[] = [
    [
      'a loose start with a large overlap',
      [recordingOf('a', 0, HOUR), recordingOf('b', 420, HOUR + 264)],
      [['a', 'b']],
    ],
    [
      'the 99th percentile at both ends of a long hour',
      [recordingOf('a', 0, 80 * MINUTE), recordingOf('b', 938, 80 * MINUTE - 938)],
      [['a', 'b']],
    ],
    [
      'short auto-walks inside strength',
      [
        recordingOf('a', 0, HOUR, { activity: 'strength-training' }),
        recordingOf('b', 300, 900, { activity: 'walking' }),
      ],
      [['a'], ['b']],
    ],
    [
      'an auto-walk inside HIIT of nearly its length',
      [recordingOf('a', 0, 1200, { activity: 'hiit' }), recordingOf('b', 10, 1190, { activity: 'walking' })],
      [['a'], ['b']],
    ],
    [
      'a recording left running for two days',
      [recordingOf('a', 0, 2 * DAY), recordingOf('b', 600, 2 * HOUR), recordingOf('c', DAY, DAY + HOUR)],
      [['a'], ['b'], ['c']],
    ],
    [
      'a recording left running for a day',
      [recordingOf('a', 0, 23 * HOUR), recordingOf('b', 0, HOUR), recordingOf('c', 9 * HOUR, 10 * HOUR)],
      [['a'], ['b'], ['c']],
    ],
    [
      'two recordings of the same two days',
      [recordingOf('a', 0, 2 * DAY), recordingOf('b', 600, 2 * DAY + 300)],
      [['a', 'b']],
    ],
    [
      'a recording of 25 hours and one of 23',
      [recordingOf('a', 0, 25 * HOUR), recordingOf('b', HOUR, 24 * HOUR)],
      [['a', 'b']],
    ],
    [
      'a long run beside its two halves',
      [
        recordingOf('a', 0, 2 * HOUR, by('w')),
        recordingOf('b', 0, HOUR, by('p')),
        recordingOf('c', HOUR, 2 * HOUR, by('p')),
      ],
      [['a'], ['b'], ['c']],
    ],
    [
      'unequal halves',
      [
        recordingOf('a', 0, 2 * HOUR, by('w')),
        recordingOf('b', 0, 1.5 * HOUR, by('p')),
        recordingOf('c', 1.5 * HOUR + 30, 2 * HOUR, by('p')),
      ],
      [['a'], ['b'], ['c']],
    ],
    [
      'commutes of one length back to back, a clock 90 s off',
      [
        recordingOf('a', 0, 1800, by('w')),
        recordingOf('b', 1800, 3600, by('w')),
        recordingOf('c', 90, 1890, by('p')),
        recordingOf('d', 1890, 3690, by('p')),
      ],
      [
        ['a', 'c'],
        ['b', 'd'],
      ],
    ],
    [
      'commutes of one length every day',
      [recordingOf('a', 0, 1800), recordingOf('b', DAY, DAY + 1800), recordingOf('c', 2 * DAY, 2 * DAY + 1800)],
      [['a'], ['b'], ['c']],
    ],
    ['two sessions that touch', [recordingOf('a', 0, HOUR), recordingOf('b', HOUR, 2 * HOUR)], [['a'], ['b']]],
    [
      'spin and indoor cycling',
      [recordingOf('a', 0, HOUR, { activity: 'cycling' }), recordingOf('b', 20, HOUR, { activity: 'indoor-cycling' })],
      [['a', 'b']],
    ],
    [
      'weightlifting and strength training',
      [
        recordingOf('a', 0, HOUR, { activity: 'weightlifting' }),
        recordingOf('b', 20, HOUR, { activity: 'strength-training' }),
      ],
      [['a', 'b']],
    ],
    [
      'a run that another app calls a walk',
      [recordingOf('a', 0, HOUR), recordingOf('b', 20, HOUR, { activity: 'walking' })],
      [['a', 'b']],
    ],
    [
      'an activity that another app has no name for',
      [recordingOf('a', 0, HOUR, { activity: 'climbing' }), recordingOf('b', 200, HOUR - 200, { activity: 'other' })],
      [['a', 'b']],
    ],
    [
      'a triathlon and its legs',
      [
        recordingOf('a', 0, 3 * HOUR, { activity: 'multisport' }),
        recordingOf('b', 0, 1800, { activity: 'open-water-swimming' }),
        recordingOf('c', 1900, 2 * HOUR, { activity: 'cycling' }),
        recordingOf('d', 2 * HOUR + 100, 3 * HOUR),
      ],
      [['a'], ['b'], ['c'], ['d']],
    ],
    ['minutes cut off both ends by rounding', [recordingOf('a', 29, 930), recordingOf('b', 0, 900)], [['a', 'b']]],
    [
      'an hour off after a fault',
      [recordingOf('a', 0, HOUR, { distanceMetres: 9000 }), recordingOf('b', HOUR, 2 * HOUR, { distanceMetres: 9000 })],
      [['a'], ['b']],
    ],
    [
      'a start over after two minutes',
      [recordingOf('a', 0, HOUR, by('w')), recordingOf('b', 0, 120, by('p')), recordingOf('c', 125, HOUR, by('p'))],
      [['a', 'c'], ['b']],
    ],
    [
      'a run stopped half an hour late, the distances agree',
      [recordingOf('a', 0, HOUR, { distanceMetres: 9000 }), recordingOf('b', 5, 2 * HOUR, { distanceMetres: 9050 })],
      [['a', 'b']],
    ],
  ];
  it.each(scenes)('%s', (_, recordings, clusters) => {
    expect(sortedKeys(recordings)).toEqual(clusters);
    expect(sortedKeys([...recordings].reverse())).toEqual(clusters);
  });

  it('sixty rewrites of one run by one app', () => {
    const run = { ...by('vendor'), distanceMetres: 10_000 };
    const all = Array.from({ length: 60 }, (_, index) =>
      recordingOf(`r${index}`, 0, HOUR, { ...run, sourceId: `${index}` }),
    );
    expect(keysOf(all)[0]).toHaveLength(60);
    expect(keysOf(all)).toHaveLength(1);
  });
});

describe('laws', () => {
  const recordings = (fields: Record<string, fc.Arbitrary<unknown>>, step: number) =>
    fc
      .array(
        fc.record(
          {
            from: fc.integer({ min: 0, max: 12 }),
            length: fc.integer({ min: 1, max: 8 }),
            activity: fc.constantFrom('running', 'running', 'walking', 'yoga', 'other', 'multisport'),
            source: fc.constantFrom({ app: 'x' }, { app: 'y' }, { app: 'z' }),
            ...fields,
          },
          { requiredKeys: ['from', 'length', 'activity'] },
        ),
        { maxLength: 9 },
      )
      .map((all) =>
        all.map(({ from, length, ...rest }, index) =>
          recordingOf(
            `k${index}`,
            from * 300 + index * step,
            (from + length) * 300 + index * step,
            rest as Partial<Recording>,
          ),
        ),
      );
  const plain = recordings({ distanceMetres: fc.constantFrom(0, 1000, 1050) }, 0);
  const withIds = recordings(
    { sourceId: fc.constantFrom('1', '2'), crossIds: fc.constantFrom(['c'], ['d', 'c']) },
    0.5,
  );
  const withOwnIds = recordings(
    { external: fc.constantFrom({ id: EXTERNAL_ID, version: 1 }, external('foreign').external) },
    0.5,
  );

  it.each([
    ['plain recordings', plain],
    ['ids of apps and files', withIds],
    ['our own ids', withOwnIds],
  ] as const)('the clusters are those of the oracle that looks at all pairs: %s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (all) => {
        expect(sortedKeys(all)).toEqual(clusterByAllPairs(all, compareRecordings));
      }),
      { numRuns: 400 },
    );
  });

  it('P1: the result is the same for any order of the input', () => {
    fc.assert(
      fc.property(fc.oneof(plain, withIds, withOwnIds), fc.infiniteStream(fc.nat()), (all, numbers) => {
        const ranks = new Map(all.map((one) => [one, numbers.next().value as number]));
        const shuffled = [...all].sort((a, b) => (ranks.get(a) as number) - (ranks.get(b) as number));
        expect(JSON.stringify(clusterRecordings(shuffled))).toBe(JSON.stringify(clusterRecordings(all)));
      }),
      { numRuns: 300 },
    );
  });

  it('P6: what happened on another day changes nothing', () => {
    fc.assert(
      fc.property(plain, plain, (today, tomorrow) => {
        const later = tomorrow.map((one) => ({
          ...one,
          key: `l${one.key}`,
          start: one.start + 9e8,
          end: one.end + 9e8,
        }));
        expect(clusterRecordings([...today, ...later])).toEqual([
          ...clusterRecordings(today),
          ...clusterRecordings(later),
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('every well-formed recording stands in exactly one cluster; copies by evidence are same as the winner', () => {
    fc.assert(
      fc.property(plain, (all) => {
        const clusters = clusterRecordings(all);
        expect(clusters.flatMap(({ winner, copies }) => [winner, ...copies.map(({ key }) => key)]).sort()).toEqual(
          all.map(({ key }) => key).sort(),
        );
        for (const { copies } of clusters) for (const { comparison } of copies) expect(comparison.verdict).toBe('same');
      }),
      { numRuns: 200 },
    );
  });
});
