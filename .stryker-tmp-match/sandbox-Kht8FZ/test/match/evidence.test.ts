// @ts-nocheck
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/domain/recording';
import { compareRecordings } from '../../src/match/compare-recordings';
import { by, EXTERNAL_ID, external, type Fields, OTHER_EXTERNAL_ID, recordingOf } from './make-recording';

const HOUR = 3600;
const DAY = 24 * HOUR;

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
    expect(compareRecordings(a, b).evidence).toStrictEqual([
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
    expect(compareRecordings(a, b).evidence).toStrictEqual([
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
    expect(first({ ...by('p'), sourceId: '1' }, { ...by('p'), sourceId: '1' })).toEqual({
      code: 'shared-id',
      value: 'source-id',
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
