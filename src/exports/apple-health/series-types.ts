import type { Activity } from '../../domain/activity';
import type { SeriesName } from '../../domain/detail-summary';
import type { Dimension } from './quantity';

/** How records of one type are read as samples. */
export interface SeriesType {
  readonly series: SeriesName;
  readonly dimension: Dimension;
  /** A sample of an amount since the one before stands at the end of its record; one of a moment at its start. */
  readonly at: 'start' | 'end';
}

const moment = (series: SeriesName, dimension: Dimension): SeriesType => ({ series, dimension, at: 'start' });
const DISTANCE: SeriesType = { series: 'distance', dimension: 'length', at: 'end' };
const SPEED = moment('speed', 'speed');
const POWER = moment('power', 'power');

/**
 * The quantity types behind the series, without `HKQuantityTypeIdentifier`.
 *
 * `WalkingSpeed` is left out: it is not the speed of a walk but a measure of gait, which a phone takes now and then.
 */
export const SERIES_TYPES: Readonly<Record<string, SeriesType>> = {
  HeartRate: moment('heart-rate', 'rate'),
  DistanceWalkingRunning: DISTANCE,
  DistanceCycling: DISTANCE,
  DistanceSwimming: DISTANCE,
  DistanceWheelchair: DISTANCE,
  DistanceDownhillSnowSports: DISTANCE,
  DistanceCrossCountrySkiing: DISTANCE,
  DistancePaddleSports: DISTANCE,
  DistanceRowing: DISTANCE,
  DistanceSkatingSports: DISTANCE,
  RunningSpeed: SPEED,
  CyclingSpeed: SPEED,
  RowingSpeed: SPEED,
  PaddleSportsSpeed: SPEED,
  CrossCountrySkiingSpeed: SPEED,
  RunningPower: POWER,
  CyclingPower: POWER,
  CyclingCadence: moment('cadence', 'rate'),
  StepCount: { series: 'steps', dimension: 'count', at: 'end' },
};

const SPORTS: readonly (readonly [type: RegExp, activities: RegExp])[] = [
  [/Cycling/, /cycling/],
  [/Swimming/, /swimming|snorkel/],
  [/Wheelchair/, /wheelchair/],
  [/DownhillSnow/, /snow|downhill/],
  [/CrossCountry/, /cross-country/],
  [/Paddle/, /paddl|kayak|canoe/],
  [/Rowing/, /rowing/],
  [/Skating/, /skating/],
];

/** Whether a type measures this activity. Walking and running are measured for whatever has no type of its own. */
export const suitsActivity = (type: string, activity: Activity): boolean => {
  const own = SPORTS.find(([, activities]) => activities.test(activity));
  return own === undefined ? !SPORTS.some(([types]) => types.test(type)) : own[0].test(type);
};
