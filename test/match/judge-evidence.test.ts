import { describe, expect, it } from 'vitest';
import type { MatchSettings } from '../../src/domain/match-settings';
import { type Fields, recordingOf } from './make-recording';
import { verdictOf } from './verdict-of';

const HOUR = 3600;
const DAY = 24 * HOUR;

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
