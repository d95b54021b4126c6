// The file itself, which has no declarations beside it: the package's own door wants React Native.
// @ts-expect-error
import { ExerciseSegmentType, ExerciseType } from 'react-native-health-connect/lib/module/constants';
import { expect, test } from 'vitest';
import {
  HEALTH_CONNECT_EXERCISE_TYPES,
  HEALTH_CONNECT_LEGACY_TYPES,
} from '../../../src/platforms/health-connect/exercise-types';
import { PAUSE, SEGMENTS } from '../../../src/platforms/health-connect/read-segments';

test('segment types have the numbers that react-native-health-connect gives them', () => {
  const theirs = Object.entries(ExerciseSegmentType as Readonly<Record<string, number>>);
  expect(theirs.map(([name, type]) => [type, name.toLowerCase().replace(/_/g, '-')])).toEqual([...SEGMENTS.entries()]);
  expect(SEGMENTS[PAUSE]).toBe('pause');
});

test('exercise types have the numbers that react-native-health-connect gives them', () => {
  const ours = [...Object.entries(HEALTH_CONNECT_EXERCISE_TYPES), ...Object.entries(HEALTH_CONNECT_LEGACY_TYPES)];
  expect(new Map(ours.map(([name, [type]]) => [name, type]))).toEqual(new Map(Object.entries(ExerciseType)));
});
