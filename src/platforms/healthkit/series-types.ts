import type { Activity } from '../../domain/activity';
import type { SeriesName } from '../../domain/detail-summary';

/**
 * The types of samples that stand behind workouts, by series, with the unit that they are read and written in.
 *
 * **Source** Apple's `HKQuantityTypeIdentifier`; what a type needs of iOS is in @kingstinct/react-native-healthkit's
 * `QUANTITY_IDENTIFIER_IOS_AVAILABILITY` (running 16, cycling 17, rowing, paddling, skiing and skating 18).
 */
export const HEALTHKIT_SERIES_TYPES = {
  HKQuantityTypeIdentifierHeartRate: ['heart-rate', 'count/min'],
  HKQuantityTypeIdentifierDistanceWalkingRunning: ['distance', 'm'],
  HKQuantityTypeIdentifierDistanceCycling: ['distance', 'm'],
  HKQuantityTypeIdentifierDistanceSwimming: ['distance', 'm'],
  HKQuantityTypeIdentifierDistanceWheelchair: ['distance', 'm'],
  HKQuantityTypeIdentifierDistanceDownhillSnowSports: ['distance', 'm'],
  HKQuantityTypeIdentifierDistanceCrossCountrySkiing: ['distance', 'm'],
  HKQuantityTypeIdentifierDistancePaddleSports: ['distance', 'm'],
  HKQuantityTypeIdentifierDistanceRowing: ['distance', 'm'],
  HKQuantityTypeIdentifierDistanceSkatingSports: ['distance', 'm'],
  HKQuantityTypeIdentifierRunningSpeed: ['speed', 'm/s'],
  HKQuantityTypeIdentifierCyclingSpeed: ['speed', 'm/s'],
  HKQuantityTypeIdentifierCrossCountrySkiingSpeed: ['speed', 'm/s'],
  HKQuantityTypeIdentifierPaddleSportsSpeed: ['speed', 'm/s'],
  HKQuantityTypeIdentifierRowingSpeed: ['speed', 'm/s'],
  HKQuantityTypeIdentifierCyclingCadence: ['cadence', 'count/min'],
  HKQuantityTypeIdentifierRunningPower: ['power', 'W'],
  HKQuantityTypeIdentifierCyclingPower: ['power', 'W'],
  HKQuantityTypeIdentifierStepCount: ['steps', 'count'],
} as const satisfies Readonly<Record<string, readonly [SeriesName, string]>>;

/** A type of samples that this library reads and writes. */
export type HealthKitSeriesType = keyof typeof HEALTHKIT_SERIES_TYPES;

type Short<Type> = Type extends `HKQuantityTypeIdentifier${infer Name}` ? Name : never;

const ON_FOOT = 'DistanceWalkingRunning StepCount';
const RUNNING = `${ON_FOOT} RunningSpeed RunningPower`;
const CYCLING = 'DistanceCycling CyclingSpeed CyclingCadence CyclingPower';
const ON_SNOW = 'DistanceDownhillSnowSports';
const SKATING = 'DistanceSkatingSports';
const PADDLING = 'DistancePaddleSports PaddleSportsSpeed';
const ROWING = 'DistanceRowing RowingSpeed';
const SKIING = 'DistanceCrossCountrySkiing CrossCountrySkiingSpeed';
const WHEELCHAIR = 'DistanceWheelchair';
const SWIMMING = 'DistanceSwimming';

/** The types of each activity beside heart rate. What is not listed is done on foot, or measures nothing else. */
const BY_ACTIVITY: Readonly<Partial<Record<Activity, string>>> = {
  running: RUNNING,
  'treadmill-running': RUNNING,
  'track-and-field': RUNNING,
  walking: ON_FOOT,
  'indoor-walking': ON_FOOT,
  hiking: ON_FOOT,
  snowshoeing: ON_FOOT,
  other: ON_FOOT,
  cycling: CYCLING,
  'indoor-cycling': CYCLING,
  'hand-cycling': CYCLING,
  swimming: SWIMMING,
  'pool-swimming': SWIMMING,
  'open-water-swimming': SWIMMING,
  'wheelchair-run': WHEELCHAIR,
  'wheelchair-walk': WHEELCHAIR,
  rowing: ROWING,
  'indoor-rowing': ROWING,
  'paddle-sports': PADDLING,
  'cross-country-skiing': SKIING,
  skiing: ON_SNOW,
  'downhill-skiing': ON_SNOW,
  snowboarding: ON_SNOW,
  'snow-sports': ON_SNOW,
  skating: SKATING,
  'ice-skating': SKATING,
  multisport: `${RUNNING} ${CYCLING} ${SWIMMING}`,
};

/**
 * The types of samples that can stand behind a workout of an activity: heart rate, and what its kind of moving is measured in.
 *
 * **Shape** at most one type for each series, but for `multisport`, whose legs measure differently.
 *
 * @example
 * ```ts
 * import { healthKitTypesOf } from 'workout-sync/healthkit';
 *
 * healthKitTypesOf('yoga'); // => ['HKQuantityTypeIdentifierHeartRate']
 * healthKitTypesOf('pool-swimming').length; // => 2
 * ```
 */
export const healthKitTypesOf = (activity: Activity): readonly HealthKitSeriesType[] => {
  const names = (BY_ACTIVITY[activity]?.split(' ') ?? []) as readonly Short<HealthKitSeriesType>[];
  return (['HeartRate', ...names] as const).map((name) => `HKQuantityTypeIdentifier${name}` as const);
};

/** Series whose samples add up over the time they cover; the others are rates at a moment. */
const SUMS: ReadonlySet<SeriesName> = new Set(['distance', 'steps']);

/** Whether the samples of a series add up, like metres, or are measured at a moment, like heart rate. */
export const addsUp = (type: HealthKitSeriesType): boolean => SUMS.has(HEALTHKIT_SERIES_TYPES[type][0]);
