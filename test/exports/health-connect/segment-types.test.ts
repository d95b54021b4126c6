import { expect, it } from 'vitest';
import { isPause, SEGMENT_NAMES, segmentName } from '../../../src/exports/health-connect/segment-types';
import { SEGMENTS } from '../../../src/platforms/health-connect/read-segments';

it.each([
  [0, 'unknown'],
  [16, 'running'],
  [29, 'bench-press'],
  [55, 'squat'],
  [62, 'high-intensity-interval-training'],
  [67, 'pause'],
  [68, 'segment-type-68'],
])('reads the segment type %i of Android as %s', (type, name) => {
  expect(segmentName(type)).toBe(name);
});

it('knows the same names as the numbers of Jetpack have', () => {
  expect([...SEGMENT_NAMES].sort()).toEqual([...SEGMENTS].sort());
});

it('takes rests and pauses for pauses, and nothing else', () => {
  expect(SEGMENT_NAMES.filter((_, type) => isPause(type))).toEqual(['rest', 'pause']);
});
