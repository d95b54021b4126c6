// @ts-nocheck
import type { Activity } from '../../domain/activity';

/**
 * Every current exercise type of Health Connect by its constant: the Jetpack number, the number of the Android platform,
 * and the activity.
 *
 * **Shape** 61 rows. Jetpack numbers (`androidx.health.connect`) are what JavaScript libraries see; platform numbers
 * (`android.health.connect.datatypes.ExerciseSessionType`) are what the SQLite export stores. No type has the same
 * number in both: running is 56 and 33.
 *
 * **Source** androidx `ExerciseSessionRecord`, Android's `ExerciseSessionType`; the Jetpack numbers in
 * react-native-health-connect 4.1.3.
 *
 * @example
 * ```ts
 * import { HEALTH_CONNECT_EXERCISE_TYPES } from 'workout-sync/health-connect';
 *
 * HEALTH_CONNECT_EXERCISE_TYPES.RUNNING; // => [56, 33, 'running']
 * ```
 *
 * @see {@link HEALTH_CONNECT_LEGACY_TYPES} for the numbers that were withdrawn.
 */
export const HEALTH_CONNECT_EXERCISE_TYPES = {
  OTHER_WORKOUT: [0, 58, 'other'],
  BADMINTON: [2, 1, 'badminton'],
  BASEBALL: [4, 2, 'baseball'],
  BASKETBALL: [5, 3, 'basketball'],
  BIKING: [8, 4, 'cycling'],
  BIKING_STATIONARY: [9, 5, 'indoor-cycling'],
  BOOT_CAMP: [10, 6, 'boot-camp'],
  BOXING: [11, 7, 'boxing'],
  CALISTHENICS: [13, 8, 'calisthenics'],
  CRICKET: [14, 9, 'cricket'],
  DANCING: [16, 10, 'dance'],
  ELLIPTICAL: [25, 60, 'elliptical'],
  EXERCISE_CLASS: [26, 11, 'exercise-class'],
  FENCING: [27, 12, 'fencing'],
  FOOTBALL_AMERICAN: [28, 13, 'american-football'],
  FOOTBALL_AUSTRALIAN: [29, 14, 'australian-football'],
  FRISBEE_DISC: [31, 15, 'disc-sports'],
  GOLF: [32, 16, 'golf'],
  GUIDED_BREATHING: [33, 17, 'guided-breathing'],
  GYMNASTICS: [34, 18, 'gymnastics'],
  HANDBALL: [35, 19, 'handball'],
  HIGH_INTENSITY_INTERVAL_TRAINING: [36, 20, 'hiit'],
  HIKING: [37, 21, 'hiking'],
  ICE_HOCKEY: [38, 22, 'hockey'],
  ICE_SKATING: [39, 23, 'ice-skating'],
  MARTIAL_ARTS: [44, 24, 'martial-arts'],
  PADDLING: [46, 25, 'paddle-sports'],
  PARAGLIDING: [47, 26, 'paragliding'],
  PILATES: [48, 27, 'pilates'],
  RACQUETBALL: [50, 28, 'racquetball'],
  ROCK_CLIMBING: [51, 29, 'climbing'],
  ROLLER_HOCKEY: [52, 30, 'roller-hockey'],
  ROWING: [53, 31, 'rowing'],
  ROWING_MACHINE: [54, 61, 'indoor-rowing'],
  RUGBY: [55, 32, 'rugby'],
  RUNNING: [56, 33, 'running'],
  RUNNING_TREADMILL: [57, 34, 'treadmill-running'],
  SAILING: [58, 35, 'sailing'],
  SCUBA_DIVING: [59, 36, 'diving'],
  SKATING: [60, 37, 'skating'],
  SKIING: [61, 38, 'skiing'],
  SNOWBOARDING: [62, 39, 'snowboarding'],
  SNOWSHOEING: [63, 40, 'snowshoeing'],
  SOCCER: [64, 41, 'soccer'],
  SOFTBALL: [65, 42, 'softball'],
  SQUASH: [66, 43, 'squash'],
  STAIR_CLIMBING: [68, 44, 'stairs'],
  STAIR_CLIMBING_MACHINE: [69, 59, 'stair-climbing-machine'],
  STRENGTH_TRAINING: [70, 45, 'strength-training'],
  STRETCHING: [71, 46, 'stretching'],
  SURFING: [72, 47, 'surfing'],
  SWIMMING_OPEN_WATER: [73, 48, 'open-water-swimming'],
  SWIMMING_POOL: [74, 49, 'pool-swimming'],
  TABLE_TENNIS: [75, 50, 'table-tennis'],
  TENNIS: [76, 51, 'tennis'],
  VOLLEYBALL: [78, 52, 'volleyball'],
  WALKING: [79, 53, 'walking'],
  WATER_POLO: [80, 54, 'water-polo'],
  WEIGHTLIFTING: [81, 55, 'weightlifting'],
  WHEELCHAIR: [82, 56, 'wheelchair-walk'],
  YOGA: [83, 57, 'yoga'],
} as const satisfies Readonly<Record<string, readonly [type: number, platformType: number, activity: Activity]>>;

/** The constant of a current exercise type, without its `EXERCISE_TYPE_` prefix. */
export type HealthConnectExerciseName = keyof typeof HEALTH_CONNECT_EXERCISE_TYPES;

/**
 * The 22 exercise types that Jetpack withdrew, by their constant: the Jetpack number and the activity.
 *
 * **Shape** read, never written: Android 14 and later store a withdrawn type as unknown and show it as `OTHER_WORKOUT`.
 * They have no platform number. `JUMP_ROPE` keeps its meaning here, where androidx would make it interval training.
 *
 * **Source** androidx's `EXERCISE_TYPE_STRING_TO_INT_MAP`; the constants are still in react-native-health-connect 4.1.3.
 *
 * @example
 * ```ts
 * import { HEALTH_CONNECT_LEGACY_TYPES } from 'workout-sync/health-connect';
 *
 * HEALTH_CONNECT_LEGACY_TYPES.DEADLIFT; // => [17, 'strength-training']
 * ```
 */
export const HEALTH_CONNECT_LEGACY_TYPES = {
  BACK_EXTENSION: [1, 'calisthenics'],
  BARBELL_SHOULDER_PRESS: [3, 'strength-training'],
  BENCH_PRESS: [6, 'strength-training'],
  BENCH_SIT_UP: [7, 'calisthenics'],
  BURPEE: [12, 'calisthenics'],
  CRUNCH: [15, 'calisthenics'],
  DEADLIFT: [17, 'strength-training'],
  DUMBBELL_CURL_LEFT_ARM: [18, 'strength-training'],
  DUMBBELL_CURL_RIGHT_ARM: [19, 'strength-training'],
  DUMBBELL_FRONT_RAISE: [20, 'strength-training'],
  DUMBBELL_LATERAL_RAISE: [21, 'strength-training'],
  DUMBBELL_TRICEPS_EXTENSION_LEFT_ARM: [22, 'strength-training'],
  DUMBBELL_TRICEPS_EXTENSION_RIGHT_ARM: [23, 'strength-training'],
  DUMBBELL_TRICEPS_EXTENSION_TWO_ARM: [24, 'strength-training'],
  FORWARD_TWIST: [30, 'calisthenics'],
  JUMPING_JACK: [40, 'hiit'],
  JUMP_ROPE: [41, 'jump-rope'],
  LAT_PULL_DOWN: [42, 'strength-training'],
  LUNGE: [43, 'calisthenics'],
  PLANK: [49, 'calisthenics'],
  SQUAT: [67, 'calisthenics'],
  UPPER_TWIST: [77, 'calisthenics'],
} as const satisfies Readonly<Record<string, readonly [type: number, activity: Activity]>>;
