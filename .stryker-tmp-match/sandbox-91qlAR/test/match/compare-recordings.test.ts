// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchSettings } from '../../src/domain/match-settings';
import type { Recording } from '../../src/domain/recording';
import { compareRecordings } from '../../src/match/compare-recordings';
import { by, EXTERNAL_ID, external, OTHER_EXTERNAL_ID, recordingOf } from './make-recording';

type Fields = Partial<Recording> & Record<string, unknown>;

const verdictOf = (a: Recording, b: Recording, settings?: Partial<MatchSettings>): string => {
  const forwards = compareRecordings(a, b, settings);
  expect(compareRecordings(b, a, settings).verdict).toBe(forwards.verdict);
  expect(compareRecordings(b, a, settings).rung).toBe(forwards.rung);
  return forwards.verdict;
};

const HOUR = 3600;
const DAY = 24 * HOUR;

describe('the identity ladder', () => {
  const far = 30 * DAY;
  const rows: readonly (readonly [string, Fields, Fields, number, string, string])[] = [
    ['our id on both', external(EXTERNAL_ID), external(EXTERNAL_ID), far, 'same', 'own-id'],
    [
      'our id on both, other kinds',
      external(EXTERNAL_ID),
      { ...external(EXTERNAL_ID), activity: 'yoga' },
      0,
      'same',
      'own-id',
    ],
    ['two ids of ours, same time', external(EXTERNAL_ID), external(OTHER_EXTERNAL_ID), 0, 'different', 'own-id'],
    ['our id on one', external(EXTERNAL_ID), {}, 0, 'same', 'evidence'],
    ["another app's external id on both", external('abc'), external('abc'), far, 'different', 'evidence'],
    ['two other external ids', external('abc'), external('abd'), 0, 'same', 'evidence'],
    [
      'two ids of ours outrank one source id',
      { ...external(EXTERNAL_ID), ...by('a'), sourceId: '1' },
      { ...external(OTHER_EXTERNAL_ID), ...by('a'), sourceId: '1' },
      0,
      'different',
      'own-id',
    ],
    ['one source id', { ...by('a'), sourceId: '1' }, { ...by('a'), sourceId: '1' }, far, 'same', 'source-id'],
    [
      'one source id, other kinds',
      { ...by('a'), sourceId: '1' },
      { ...by('a'), sourceId: '1', activity: 'yoga' },
      0,
      'same',
      'source-id',
    ],
    [
      'equal source ids of two apps',
      { ...by('a'), sourceId: '1' },
      { ...by('b'), sourceId: '1' },
      far,
      'different',
      'evidence',
    ],
    ['equal source ids of no app', { sourceId: '1' }, { sourceId: '1' }, far, 'different', 'evidence'],
    [
      'two source ids, same time: a rewrite',
      { ...by('a'), sourceId: '1' },
      { ...by('a'), sourceId: '2' },
      0,
      'same',
      'evidence',
    ],
    [
      'two source ids, almost same time',
      { ...by('a'), sourceId: '1' },
      { ...by('a'), sourceId: '2' },
      60,
      'possible',
      'source-id',
    ],
    [
      'two source ids, same time, other name',
      { ...by('a'), sourceId: '1' },
      { ...by('a'), sourceId: '2', activity: 'treadmill-running' },
      0,
      'possible',
      'source-id',
    ],
    [
      'two source ids, far away',
      { ...by('a'), sourceId: '1' },
      { ...by('a'), sourceId: '2' },
      far,
      'different',
      'evidence',
    ],
    [
      'two source ids outrank a shared id',
      { ...by('a'), sourceId: '1', crossIds: ['x'] },
      { ...by('a'), sourceId: '2', crossIds: ['x'] },
      60,
      'possible',
      'source-id',
    ],
    ['a source id on one side', { ...by('a'), sourceId: '1' }, by('a'), 60, 'same', 'evidence'],
    ['a shared id, little overlap', { crossIds: ['x', 'y'] }, { crossIds: ['y'] }, 3500, 'same', 'cross-id'],
    ['a shared id, touching', { crossIds: ['x'] }, { crossIds: ['x'] }, HOUR, 'possible', 'cross-id'],
    ['a shared id, far away', { crossIds: ['x'] }, { crossIds: ['x'] }, far, 'possible', 'cross-id'],
    [
      'a shared id, incompatible kinds',
      { crossIds: ['x'] },
      { crossIds: ['x'], activity: 'yoga' },
      0,
      'possible',
      'cross-id',
    ],
    ['no shared id', { crossIds: ['x'] }, { crossIds: ['y'] }, far, 'different', 'evidence'],
    ['shared ids on one side only', { crossIds: ['x'] }, {}, far, 'different', 'evidence'],
    [
      'legs of one parent with its file id',
      { crossIds: ['x'], parent: 'p' },
      { crossIds: ['x'], parent: 'p' },
      far,
      'different',
      'evidence',
    ],
    [
      'legs of two parents with one file id',
      { crossIds: ['x'], parent: 'p' },
      { crossIds: ['x'], parent: 'q' },
      far,
      'possible',
      'cross-id',
    ],
    ['a parent', { activity: 'multisport' }, { parent: 'a' }, 600, 'part-of', 'cross-id'],
    [
      'a parent of the same app',
      { ...by('a'), sourceId: '1' },
      { ...by('a'), sourceId: '2', parent: 'a' },
      0,
      'part-of',
      'cross-id',
    ],
    [
      'a parent with its file id',
      { crossIds: ['x'], activity: 'multisport' },
      { crossIds: ['x'], parent: 'a' },
      0,
      'part-of',
      'cross-id',
    ],
  ];
  it.each(rows)('%s', (_, a, b, shift, verdict, rung) => {
    const comparison = compareRecordings(recordingOf('a', 0, HOUR, a), recordingOf('b', shift, shift + HOUR, b));
    expect([comparison.verdict, comparison.rung]).toEqual([verdict, rung]);
    verdictOf(recordingOf('a', 0, HOUR, a), recordingOf('b', shift, shift + HOUR, b));
  });

  it('a whole of many sports and its leg are parts, though they share a file id', () => {
    const whole = recordingOf('a', 0, 2 * HOUR, { activity: 'multisport', crossIds: ['x'] });
    const comparison = compareRecordings(whole, recordingOf('b', 0, HOUR, { crossIds: ['x'] }));
    expect([comparison.verdict, comparison.rung]).toEqual(['part-of', 'evidence']);
  });

  it.each([
    [1.5, 'same'],
    [1.501, 'possible'],
  ])('a rewrite under another id may be %d s off at both ends', (seconds, verdict) => {
    const first = recordingOf('a', 0, HOUR, { ...by('a'), sourceId: '1' });
    expect(verdictOf(first, recordingOf('b', seconds, HOUR, { ...by('a'), sourceId: '2' }))).toBe(verdict);
    expect(verdictOf(first, recordingOf('b', 0, HOUR + seconds, { ...by('a'), sourceId: '2' }))).toBe(verdict);
    expect(verdictOf(first, recordingOf('b', -seconds, HOUR, { ...by('a'), sourceId: '2' }))).toBe(verdict);
  });
});

describe('evidence at its boundaries', () => {
  const other: Fields = { activity: 'other' };
  const metres = (distanceMetres: number): Fields => ({ distanceMetres });
  type Row = readonly [string, readonly [number, number, Fields?], readonly [number, number, Fields?], string];
  const rows: readonly Row[] = [
    ['overlap of the union 0.6', [0, 1000], [0, 600], 'same'],
    ['just below 0.6, one end cut', [0, 1000], [0, 599], 'part-of'],
    ['wildcard 0.7', [0, 1000, other], [0, 700], 'same'],
    ['wildcard just below 0.7', [0, 1000, other], [0, 699], 'part-of'],
    ['wildcard 0.6, distances agree', [0, 1000, { ...other, ...metres(100) }], [0, 600, metres(100)], 'same'],
    ['wildcard below 0.6, distances agree', [0, 1000, { ...other, ...metres(100) }], [0, 599, metres(100)], 'part-of'],
    ['0.4, distances agree', [0, 1000, metres(100)], [0, 400, metres(100)], 'same'],
    ['below 0.4, distances agree', [0, 1000, metres(100)], [0, 399, metres(100)], 'part-of'],
    ['0.5, distances within a tenth', [0, 1000, metres(100)], [0, 500, metres(90)], 'same'],
    ['0.5, distances just not within', [0, 1000, metres(100)], [0, 500, metres(89.9)], 'part-of'],
    ['a distance of zero says nothing', [0, 1000, metres(0)], [0, 500, metres(0)], 'part-of'],
    ['distances at 0.6 do not contradict', [0, 1000, metres(100)], [0, 1000, metres(60)], 'same'],
    ['distances below 0.6 contradict', [0, 1000, metres(100)], [0, 1000, metres(59.9)], 'possible'],
    ['zero does not contradict', [0, 1000, metres(100)], [0, 1000, metres(0)], 'same'],
    ['absent does not contradict', [0, 1000, metres(100)], [0, 1000], 'same'],
    ['both ends off by 1000 s', [0, 4600], [1000, 3600], 'same'],
    ['the start off by 1001 s', [0, 4600], [1001, 3601], 'part-of'],
    ['the end off by 1001 s', [0, 4600], [999, 3599], 'part-of'],
    ['loose at 0.5', [0, 2000], [500, 1500], 'same'],
    ['loose below 0.5', [0, 2000], [501, 1500], 'part-of'],
    ['loose, a wildcard', [0, 2000, other], [400, 1500], 'part-of'],
    ['one end cut by 300 s', [0, 740], [0, 440], 'same'],
    ['one end cut by 301 s', [0, 741], [0, 440], 'part-of'],
    ['the start cut by 301 s', [0, 741], [301, 741], 'part-of'],
    ['one end off four times the other', [0, 1200], [100, 800], 'same'],
    ['one end off more than four times', [0, 1200], [100, 799], 'part-of'],
    ['half of the shorter', [0, 1000], [500, 1500], 'possible'],
    ['less than half of the shorter', [0, 1000], [501, 1501], 'different'],
    ['four fifths inside', [0, 2000], [-100, 400], 'part-of'],
    ['just less than four fifths inside', [0, 2000], [-101, 400], 'possible'],
    ['touching', [0, 1000], [1000, 2000], 'different'],
    ['touching, within a second', [0, 1000], [999, 2000], 'different'],
    ['a day holds half an hour', [0, DAY], [HOUR, 1.5 * HOUR], 'part-of'],
    ['more than a day holds just less than half of it', [0, DAY + 2], [0, DAY / 2], 'different'],
    ['more than a day holds half of it', [0, DAY + 2], [0, DAY / 2 + 1], 'part-of'],
    ['two recordings of two days', [0, 2 * DAY], [600, 2 * DAY - 600], 'same'],
    ['a near name', [0, 1000], [0, 600, { activity: 'walking' }], 'same'],
    ['a name of the family', [0, 1000], [0, 600, { activity: 'treadmill-running' }], 'same'],
    ['incompatible names', [0, 1000], [0, 1000, { activity: 'yoga' }], 'different'],
    ['many sports and a leg', [0, 1000, { activity: 'multisport' }], [0, 500], 'part-of'],
    ['many sports and a leg that covers it', [0, 1000, { activity: 'multisport' }], [0, 999], 'part-of'],
    ['many sports and an equally long leg', [0, 1000, { activity: 'multisport' }], [0, 1000], 'part-of'],
    ['a leg longer than its many sports', [0, 500, { activity: 'multisport' }], [0, 1000], 'different'],
    ['many sports and half a leg', [0, 1000, { activity: 'multisport' }], [-300, 300], 'part-of'],
    ['many sports and less than half a leg', [0, 1000, { activity: 'multisport' }], [-301, 300], 'different'],
    ['many sports and yoga', [0, 1000, { activity: 'multisport' }], [0, 500, { activity: 'yoga' }], 'different'],
  ];
  it.each(rows)('%s', (_, [startA, endA, a], [startB, endB, b], verdict) => {
    expect(verdictOf(recordingOf('a', startA, endA, a), recordingOf('b', startB, endB, b))).toBe(verdict);
  });

  const settingRows: readonly (readonly [
    Partial<MatchSettings>,
    readonly [number, number],
    readonly [number, number],
    string,
  ])[] = [
    [{ sameOverlap: 0.5 }, [0, 1000], [0, 500], 'same'],
    [{ looseEndSeconds: 200 }, [0, 500], [0, 275], 'part-of'],
    [{ looseEndSeconds: 225 }, [0, 500], [0, 275], 'same'],
    [{ looseOverlap: 0.45 }, [0, 1000], [250, 700], 'same'],
    [{ possibleOverlap: 0.3 }, [0, 1000], [700, 1700], 'possible'],
    [{ possibleOverlap: 0 }, [0, 1000], [1000, 2000], 'different'],
    [{ insideOverlap: 0.6 }, [0, 2000], [-200, 400], 'part-of'],
  ];
  it.each(settingRows)('settings %j', (settings, a, b, verdict) => {
    expect(verdictOf(recordingOf('a', ...a), recordingOf('b', ...b), settings)).toBe(verdict);
  });

  it('settings for wildcards, distances and support', () => {
    const run = recordingOf('a', 0, 1000, { distanceMetres: 100 });
    const short = recordingOf('b', 0, 300, { distanceMetres: 80 });
    expect(verdictOf(run, short)).toBe('part-of');
    expect(verdictOf(run, short, { distanceTolerance: 0.2 })).toBe('part-of');
    expect(verdictOf(run, short, { distanceTolerance: 0.2, supportedOverlap: 0.3 })).toBe('same');
    const unnamed = recordingOf('b', 0, 500, { activity: 'other' });
    expect(verdictOf(run, unnamed, { wildcardOverlap: 0.5 })).toBe('same');
  });
});

describe('whole and half hours apart', () => {
  const run = recordingOf('a', 0, HOUR, { distanceMetres: 9000 });
  const shifted = (seconds: number, fields: Fields = {}, longer = 0): Recording =>
    recordingOf('b', seconds, seconds + HOUR + longer, { distanceMetres: 9000, ...fields });
  const rows: readonly (readonly [string, Recording, string])[] = [
    ['an hour', shifted(HOUR), 'possible'],
    ['an hour earlier', shifted(-HOUR), 'possible'],
    ['five and a half hours', shifted(5.5 * HOUR), 'possible'],
    ['a quarter more than an hour', shifted(1.25 * HOUR), 'different'],
    ['two seconds off', shifted(HOUR + 2), 'possible'],
    ['three seconds off', shifted(HOUR + 3), 'different'],
    ['two seconds longer', shifted(HOUR, {}, 2), 'possible'],
    ['three seconds longer', shifted(HOUR, {}, 3), 'different'],
    ['three seconds shorter', shifted(HOUR, {}, -3), 'different'],
    ['26 hours', shifted(26 * HOUR), 'possible'],
    ['26.5 hours', shifted(26.5 * HOUR), 'different'],
    ['no distance', recordingOf('b', HOUR, 2 * HOUR), 'different'],
    ['another distance', shifted(HOUR, { distanceMetres: 8000 }), 'different'],
    ['incompatible kinds', shifted(HOUR, { activity: 'rowing' }), 'different'],
  ];
  it.each(rows)('%s', (_, other, verdict) => {
    expect(verdictOf(run, other)).toBe(verdict);
  });

  it('explains nothing where both offsets are known', () => {
    const here = { ...run, offsetSeconds: 3600 };
    expect(verdictOf(here, shifted(HOUR))).toBe('possible');
    expect(verdictOf(here, shifted(HOUR, { offsetSeconds: 0 }))).toBe('different');
  });

  it('says so in hours', () => {
    const { evidence } = compareRecordings(run, shifted(-1.5 * HOUR));
    expect(evidence.find(({ code }) => code === 'hour-shift')).toEqual({
      code: 'hour-shift',
      value: 1.5,
      speaks: 'neither',
    });
    expect(compareRecordings(run, shifted(0)).evidence.some(({ code }) => code === 'hour-shift')).toBe(false);
  });
});

describe('the evidence that is shown', () => {
  it('is all that was measured, in this order', () => {
    const a = recordingOf('a', 0, 1000, {
      ...by('w'),
      distanceMetres: 100,
      energyKilocalories: { total: 80, active: 50 },
    });
    const b = recordingOf('b', 100, 900, {
      ...by('w'),
      distanceMetres: 95,
      energyKilocalories: { total: 40, active: 50 },
    });
    expect(compareRecordings(a, b).evidence).toEqual([
      { code: 'activity-affinity', value: 'same', speaks: 'for' },
      { code: 'overlap-of-union', value: 0.8, threshold: 0.4, speaks: 'for' },
      { code: 'overlap-of-shorter', value: 1, threshold: 0.5, speaks: 'for' },
      { code: 'start-distance', value: 100, threshold: 1000, speaks: 'for' },
      { code: 'end-distance', value: 100, threshold: 1000, speaks: 'for' },
      { code: 'distance-ratio', value: 0.95, threshold: 0.9, speaks: 'for' },
      { code: 'energy-ratio', value: 0.5, speaks: 'neither' },
      { code: 'same-source', value: 'w', speaks: 'neither' },
    ]);
  });

  it('speaks against where it contradicts', () => {
    const a = recordingOf('a', 0, 2 * DAY, { distanceMetres: 100, energyKilocalories: { active: 50 } });
    const b = recordingOf('b', -1001, 100, {
      activity: 'yoga',
      distanceMetres: 50,
      energyKilocalories: { active: 20 },
    });
    expect(compareRecordings(a, b).evidence).toEqual([
      { code: 'activity-affinity', value: 'incompatible', speaks: 'against' },
      { code: 'overlap-of-union', value: 100 / (2 * DAY + 1001), threshold: 0.6, speaks: 'against' },
      { code: 'overlap-of-shorter', value: 100 / 1101, threshold: 0.5, speaks: 'against' },
      { code: 'start-distance', value: 1001, threshold: 1000, speaks: 'against' },
      { code: 'end-distance', value: 2 * DAY - 100, threshold: 1000, speaks: 'against' },
      { code: 'distance-ratio', value: 0.5, threshold: 0.9, speaks: 'against' },
      { code: 'energy-ratio', value: 0.4, speaks: 'neither' },
      { code: 'long-recording', value: 2 * DAY, threshold: DAY, speaks: 'against' },
    ]);
  });

  it('speaks for exactly at each threshold', () => {
    const { evidence } = compareRecordings(recordingOf('a', 0, 5000), recordingOf('b', 1000, 4000));
    expect(evidence.map(({ code, speaks }) => `${code} ${speaks}`)).toEqual([
      'activity-affinity for',
      'overlap-of-union for',
      'overlap-of-shorter for',
      'start-distance for',
      'end-distance for',
    ]);
    const half = compareRecordings(recordingOf('a', 0, 1000), recordingOf('b', 500, 1500)).evidence;
    expect(half.find(({ code }) => code === 'overlap-of-shorter')?.speaks).toBe('for');
  });

  it('leaves open what neither agrees nor contradicts, and what a wildcard says', () => {
    const a = recordingOf('a', 0, 1000, { distanceMetres: 100, activity: 'other' });
    const { evidence } = compareRecordings(a, recordingOf('b', 0, 1000, { distanceMetres: 80 }));
    expect(evidence[0]).toEqual({ code: 'activity-affinity', value: 'wildcard', speaks: 'neither' });
    expect(evidence[1]).toEqual({ code: 'overlap-of-union', value: 1, threshold: 0.7, speaks: 'for' });
    expect(evidence.find(({ code }) => code === 'distance-ratio')?.speaks).toBe('neither');
  });

  it('names ids first', () => {
    const first = (a: Fields, b: Fields) =>
      compareRecordings(recordingOf('a', 0, 100, a), recordingOf('b', 0, 100, b)).evidence[0];
    expect(first(external(EXTERNAL_ID), external(EXTERNAL_ID))).toEqual({
      code: 'shared-id',
      value: 'own-id',
      speaks: 'for',
    });
    expect(first(external(EXTERNAL_ID), external(OTHER_EXTERNAL_ID))).toEqual({
      code: 'conflicting-id',
      value: 'own-id',
      speaks: 'against',
    });
    expect(first({ crossIds: ['x'] }, { crossIds: ['x'] })).toEqual({
      code: 'shared-id',
      value: 'cross-id',
      speaks: 'for',
    });
    expect(first({ parent: 'b' }, {})).toEqual({ code: 'parent', value: 'b', speaks: 'neither' });
    expect(first({}, { parent: 'a' })).toEqual({ code: 'parent', value: 'a', speaks: 'neither' });
  });

  it('tells an exact rewrite from another recording of the app', () => {
    const a = recordingOf('a', 0, 1000, by('w'));
    const last = (b: Recording) => compareRecordings(a, b).evidence.slice(5);
    expect(last(recordingOf('b', 1.5, 998.5, by('w')))).toEqual([{ code: 'exact-rewrite', value: 'w', speaks: 'for' }]);
    expect(last(recordingOf('b', 2, 1000, by('w')))).toEqual([{ code: 'same-source', value: 'w', speaks: 'neither' }]);
    expect(last(recordingOf('b', 0, 1002, by('w')))).toEqual([{ code: 'same-source', value: 'w', speaks: 'neither' }]);
    expect(last(recordingOf('b', 0, 1000, by('x')))).toEqual([]);
    expect(last(recordingOf('b', 0, 1000))).toEqual([]);
  });
});

describe('laws', () => {
  const activities = fc.constantFrom('running', 'walking', 'yoga', 'other', 'multisport', 'cycling' as const);
  const recordings = (key: string) =>
    fc
      .record(
        {
          start: fc.integer({ min: 0, max: 40 }).map((minutes) => minutes * 60_000),
          minutes: fc.integer({ min: 1, max: 60 }),
          activity: activities,
          source: fc.constantFrom({ app: 'x' }, { app: 'y' }),
          distanceMetres: fc.constantFrom(0, 1000, 1050, 2000),
          sourceId: fc.constantFrom('1', '2'),
          crossIds: fc.constantFrom(['c'], []),
        },
        { requiredKeys: ['start', 'minutes', 'activity'] },
      )
      .map(({ minutes, ...rest }) => ({ ...rest, key, end: rest.start + minutes * 60_000 }) as Recording);

  it('the verdict is the same either way round', () => {
    fc.assert(
      fc.property(recordings('a'), recordings('b'), (a, b) => {
        verdictOf(a, b);
      }),
      { numRuns: 500 },
    );
  });

  it('S14: by evidence, what shares no time or is of incompatible kinds is never same', () => {
    fc.assert(
      fc.property(recordings('a'), recordings('b'), (a, b) => {
        const { verdict, rung, evidence } = compareRecordings(a, b);
        const apart = a.end <= b.start || b.end <= a.start;
        if (apart || evidence.some(({ value }) => value === 'incompatible'))
          expect(verdict === 'same' && rung === 'evidence').toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('a tenth of a second never turns same into different', () => {
    const noise = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(recordings('a'), recordings('b'), noise, noise, (a, b, start, end) => {
        const moved = { ...b, start: b.start + start, end: b.end + end };
        const verdicts = [compareRecordings(a, b).verdict, compareRecordings(a, moved).verdict];
        if (a.crossIds === undefined) expect(verdicts.includes('same') && verdicts.includes('different')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('a distance that one side did not measure changes nothing', () => {
    fc.assert(
      fc.property(recordings('a'), recordings('b'), (a, b) => {
        const { distanceMetres: _, ...bare } = a;
        expect(compareRecordings(bare, b).verdict).toBe(compareRecordings({ ...bare, distanceMetres: 0 }, b).verdict);
      }),
    );
  });
});
