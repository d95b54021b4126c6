/**
 * What a segment of a session was, by the number that Android gives it.
 *
 * **Shape** the index is the number. Jetpack numbers segments otherwise: running is 16 here and 46 there.
 *
 * **Source** Android's `ExerciseSegmentType` (`android.health.connect.datatypes`).
 */
export const SEGMENT_NAMES: readonly string[] = (
  'unknown barbell-shoulder-press bench-sit-up biking biking-stationary dumbbell-curl-left-arm ' +
  'dumbbell-curl-right-arm dumbbell-front-raise dumbbell-lateral-raise dumbbell-triceps-extension-left-arm ' +
  'dumbbell-triceps-extension-right-arm dumbbell-triceps-extension-two-arm elliptical forward-twist pilates ' +
  'rowing-machine running running-treadmill stair-climbing stair-climbing-machine stretching ' +
  'swimming-open-water swimming-pool upper-twist walking wheelchair arm-curl back-extension ball-slam ' +
  'bench-press burpee crunch deadlift double-arm-triceps-extension dumbbell-row front-raise hip-thrust ' +
  'hula-hoop jumping-jack jump-rope kettlebell-swing lateral-raise lat-pull-down leg-curl leg-extension ' +
  'leg-press leg-raise lunge mountain-climber plank pull-up punch shoulder-press ' +
  'single-arm-triceps-extension sit-up squat swimming-freestyle swimming-backstroke ' +
  'swimming-breaststroke swimming-butterfly swimming-mixed swimming-other ' +
  'high-intensity-interval-training weightlifting other-workout yoga rest pause'
).split(' ');

/** `REST` and `PAUSE`: what Health Connect's own durations leave out. */
const PAUSES: ReadonlySet<number> = new Set([66, 67]);

export const isPause = (segmentType: number): boolean => PAUSES.has(segmentType);

export const segmentName = (segmentType: number): string => SEGMENT_NAMES[segmentType] ?? `segment-type-${segmentType}`;
