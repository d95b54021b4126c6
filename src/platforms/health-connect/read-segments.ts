import type { Interval } from '../../domain/interval';
import type { Detail, Lap } from '../../ports/detail';
import { instantOf } from './instant-text';
import type { NativeLap, NativeSegment, NativeSession } from './records';

/**
 * Jetpack's `ExerciseSegment.EXERCISE_SEGMENT_TYPE_*` in the order of their numbers.
 *
 * **Source** androidx `ExerciseSegment`; `ExerciseSegmentType` in react-native-health-connect 4.1.3.
 */
export const SEGMENTS: readonly string[] = (
  'unknown arm-curl back-extension ball-slam barbell-shoulder-press bench-press bench-sit-up biking ' +
  'biking-stationary burpee crunch deadlift double-arm-triceps-extension dumbbell-curl-left-arm ' +
  'dumbbell-curl-right-arm dumbbell-front-raise dumbbell-lateral-raise dumbbell-row ' +
  'dumbbell-triceps-extension-left-arm dumbbell-triceps-extension-right-arm dumbbell-triceps-extension-two-arm ' +
  'elliptical forward-twist front-raise high-intensity-interval-training hip-thrust hula-hoop jumping-jack ' +
  'jump-rope kettlebell-swing lateral-raise lat-pull-down leg-curl leg-extension leg-press leg-raise lunge ' +
  'mountain-climber other-workout pause pilates plank pull-up punch rest rowing-machine running ' +
  'running-treadmill shoulder-press single-arm-triceps-extension sit-up squat stair-climbing ' +
  'stair-climbing-machine stretching swimming-backstroke swimming-breaststroke swimming-butterfly ' +
  'swimming-freestyle swimming-mixed swimming-open-water swimming-other swimming-pool upper-twist walking ' +
  'weightlifting wheelchair yoga'
).split(' ');

/** The number of `EXERCISE_SEGMENT_TYPE_PAUSE`, and of `_REST`. */
export const PAUSE = 39;
const REST = 44;

type Spanned = Pick<NativeSegment, 'startTime' | 'endTime'>;

const intervalOf = ({ startTime, endTime }: Spanned): Interval => ({
  start: instantOf(startTime),
  end: instantOf(endTime),
});

const isPause = ({ segmentType }: NativeSegment): boolean => segmentType === PAUSE || segmentType === REST;

/** When a session was paused, as far as its segments say. */
export const pausesOf = ({ segments }: NativeSession): readonly Interval[] =>
  (segments ?? []).filter(isPause).map(intervalOf);

const metresOf = ({ length }: NativeLap): number => (length as { readonly inMeters?: number } | null)?.inMeters ?? 0;

const lapOf = (lap: NativeLap): Lap => {
  const distanceMetres = metresOf(lap);
  // The library shows an absent length as 0.
  return { ...intervalOf(lap), ...(distanceMetres > 0 && { distanceMetres }) };
};

const byStart = (a: Interval, b: Interval): number => a.start - b.start;

/** The laps, pauses and repetitions of a session. What it has none of is absent. */
export const segmentsOf = (session: NativeSession): Pick<Detail, 'laps' | 'pauses' | 'repetitions'> => {
  const laps = (session.laps ?? []).map(lapOf).sort(byStart);
  const pauses = [...pausesOf(session)].sort(byStart);
  const repetitions = (session.segments ?? [])
    .filter((segment) => !isPause(segment) && segment.repetitions > 0)
    .map((segment) => ({
      ...intervalOf(segment),
      exercise: SEGMENTS[segment.segmentType] ?? `segment-type-${segment.segmentType}`,
      count: segment.repetitions,
    }));
  return {
    ...(laps.length > 0 && { laps }),
    ...(pauses.length > 0 && { pauses }),
    ...(repetitions.length > 0 && { repetitions: repetitions.sort(byStart) }),
  };
};
