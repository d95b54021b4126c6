import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/domain/recording';
import { compareRecordings } from '../../src/match/compare-recordings';
import { type Fields, recordingOf } from './make-recording';
import { verdictOf } from './verdict-of';

const HOUR = 3600;

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
    ['26 hours and two seconds', shifted(26 * HOUR + 2), 'possible'],
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
