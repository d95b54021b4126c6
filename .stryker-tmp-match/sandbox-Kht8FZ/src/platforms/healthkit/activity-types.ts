// @ts-nocheck
import type { Activity } from '../../domain/activity';

/**
 * Every `HKWorkoutActivityType` by its Swift name: the raw value, and the activity it is read as when no metadata says
 * more.
 *
 * **Shape** 86 rows. 81 is no public value. `rest` and `group` stand in Apple's header but cannot be used: they are
 * read as `other` and never written. `dance`, `danceInspiredTraining` and `mixedMetabolicCardioTraining` are deprecated,
 * still occur in stored data, and are never written.
 *
 * **Source** Apple's `HKWorkoutActivityType.h` (2014 to 2026); the same numbers in @kingstinct/react-native-healthkit
 * 16.0.0.
 *
 * @example
 * ```ts
 * import { HEALTHKIT_ACTIVITY_TYPES } from 'workout-sync/healthkit';
 *
 * HEALTHKIT_ACTIVITY_TYPES.traditionalStrengthTraining; // => [50, 'strength-training']
 * ```
 *
 * @see {@link fromHealthKitActivity}, which also reads the metadata.
 */
export const HEALTHKIT_ACTIVITY_TYPES = {
  americanFootball: [1, 'american-football'],
  archery: [2, 'archery'],
  australianFootball: [3, 'australian-football'],
  badminton: [4, 'badminton'],
  baseball: [5, 'baseball'],
  basketball: [6, 'basketball'],
  bowling: [7, 'bowling'],
  boxing: [8, 'boxing'],
  climbing: [9, 'climbing'],
  cricket: [10, 'cricket'],
  crossTraining: [11, 'cross-training'],
  curling: [12, 'curling'],
  cycling: [13, 'cycling'],
  dance: [14, 'dance'],
  danceInspiredTraining: [15, 'dance'],
  elliptical: [16, 'elliptical'],
  equestrianSports: [17, 'equestrian'],
  fencing: [18, 'fencing'],
  fishing: [19, 'fishing'],
  functionalStrengthTraining: [20, 'functional-strength'],
  golf: [21, 'golf'],
  gymnastics: [22, 'gymnastics'],
  handball: [23, 'handball'],
  hiking: [24, 'hiking'],
  hockey: [25, 'hockey'],
  hunting: [26, 'hunting'],
  lacrosse: [27, 'lacrosse'],
  martialArts: [28, 'martial-arts'],
  mindAndBody: [29, 'mind-and-body'],
  mixedMetabolicCardioTraining: [30, 'mixed-cardio'],
  paddleSports: [31, 'paddle-sports'],
  play: [32, 'play'],
  preparationAndRecovery: [33, 'preparation-and-recovery'],
  racquetball: [34, 'racquetball'],
  rowing: [35, 'rowing'],
  rugby: [36, 'rugby'],
  running: [37, 'running'],
  sailing: [38, 'sailing'],
  skatingSports: [39, 'skating'],
  snowSports: [40, 'snow-sports'],
  soccer: [41, 'soccer'],
  softball: [42, 'softball'],
  squash: [43, 'squash'],
  stairClimbing: [44, 'stair-climbing-machine'],
  surfingSports: [45, 'surfing'],
  swimming: [46, 'swimming'],
  tableTennis: [47, 'table-tennis'],
  tennis: [48, 'tennis'],
  trackAndField: [49, 'track-and-field'],
  traditionalStrengthTraining: [50, 'strength-training'],
  volleyball: [51, 'volleyball'],
  walking: [52, 'walking'],
  waterFitness: [53, 'water-fitness'],
  waterPolo: [54, 'water-polo'],
  waterSports: [55, 'water-sports'],
  wrestling: [56, 'wrestling'],
  yoga: [57, 'yoga'],
  barre: [58, 'barre'],
  coreTraining: [59, 'core-training'],
  crossCountrySkiing: [60, 'cross-country-skiing'],
  downhillSkiing: [61, 'downhill-skiing'],
  flexibility: [62, 'stretching'],
  highIntensityIntervalTraining: [63, 'hiit'],
  jumpRope: [64, 'jump-rope'],
  kickboxing: [65, 'kickboxing'],
  pilates: [66, 'pilates'],
  snowboarding: [67, 'snowboarding'],
  stairs: [68, 'stairs'],
  stepTraining: [69, 'step-training'],
  wheelchairWalkPace: [70, 'wheelchair-walk'],
  wheelchairRunPace: [71, 'wheelchair-run'],
  taiChi: [72, 'tai-chi'],
  mixedCardio: [73, 'mixed-cardio'],
  handCycling: [74, 'hand-cycling'],
  discSports: [75, 'disc-sports'],
  fitnessGaming: [76, 'fitness-gaming'],
  cardioDance: [77, 'dance'],
  socialDance: [78, 'social-dance'],
  pickleball: [79, 'pickleball'],
  cooldown: [80, 'cooldown'],
  swimBikeRun: [82, 'multisport'],
  transition: [83, 'transition'],
  underwaterDiving: [84, 'diving'],
  rest: [2998, 'other'],
  group: [2999, 'other'],
  other: [3000, 'other'],
} as const satisfies Readonly<Record<string, readonly [rawValue: number, activity: Activity]>>;

/** The Swift name of a `HKWorkoutActivityType`. */
export type HealthKitActivityName = keyof typeof HEALTHKIT_ACTIVITY_TYPES;
