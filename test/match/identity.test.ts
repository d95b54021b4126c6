import { describe, expect, it } from 'vitest';
import { compareRecordings } from '../../src/match/compare-recordings';
import { by, EXTERNAL_ID, external, type Fields, OTHER_EXTERNAL_ID, recordingOf } from './make-recording';
import { verdictOf } from './verdict-of';

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
