import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/domain/recording';
import { keysOf, sortedKeys } from './keys-of';
import { by, recordingOf } from './make-recording';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

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
