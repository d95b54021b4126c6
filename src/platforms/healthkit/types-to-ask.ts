import { ACTIVITIES, type Activity } from '../../domain/activity';
import type { SeriesName } from '../../domain/detail-summary';
import type { AccessNeeds, ReadBeside } from '../../ports/access';
import {
  HEALTHKIT_ENERGY,
  HEALTHKIT_ROUTE,
  HEALTHKIT_WORKOUT,
  type HealthKitRequest,
  type HealthKitType,
} from './healthkit-module';
import { HEALTHKIT_SERIES_TYPES, type HealthKitSeriesType, healthKitTypesOf } from './series-types';
import { DEFAULT_SERIES, type HealthKitWriting } from './write-workout';

const typesOf = (activities: readonly Activity[]): readonly HealthKitSeriesType[] => [
  ...new Set(activities.flatMap(healthKitTypesOf)),
];

/**
 * The types to ask the user for: workouts, and what stands behind those of the needed activities.
 *
 * **Shape** `toRead` and `toShare` as `requestAuthorization` takes them. Routes are read only where they are needed; the app's own are
 * written whenever its samples are. HealthKit wants energy to be allowed before a workout with an energy total can be saved.
 *
 * @example
 * ```ts
 * import { healthKitTypesToAsk } from 'workout-sync/healthkit';
 *
 * const needs = { read: true, write: false, routes: false, history: false, background: false } as const;
 * healthKitTypesToAsk({ ...needs, activities: ['yoga'] }).toRead;
 * // => ['HKWorkoutTypeIdentifier', 'HKQuantityTypeIdentifierActiveEnergyBurned', 'HKQuantityTypeIdentifierHeartRate']
 * ```
 */
export const healthKitTypesToAsk = (
  { read, write, routes, reads, writes = 'detail', activities = ACTIVITIES }: AccessNeeds,
  { series = DEFAULT_SERIES }: Pick<HealthKitWriting, 'series'> = {},
): HealthKitRequest => {
  const seriesOf = (type: HealthKitSeriesType): SeriesName => HEALTHKIT_SERIES_TYPES[type][0];
  const isRead = (beside: ReadBeside): boolean => reads === undefined || reads.includes(beside);
  const isWritten = (name: SeriesName): boolean =>
    series.includes(name) && (writes === 'detail' || name === 'distance');
  const toRead: readonly HealthKitType[] = [
    HEALTHKIT_WORKOUT,
    ...(routes ? ([HEALTHKIT_ROUTE] as const) : []),
    ...(isRead('totals') ? ([HEALTHKIT_ENERGY] as const) : []),
    ...typesOf(activities).filter((type) => isRead(seriesOf(type))),
  ];
  const toShare: readonly HealthKitType[] = [
    HEALTHKIT_WORKOUT,
    ...(writes === 'detail' ? ([HEALTHKIT_ROUTE] as const) : []),
    HEALTHKIT_ENERGY,
    // What goes out may be of any activity, whatever may come in.
    ...typesOf(ACTIVITIES).filter((type) => isWritten(seriesOf(type))),
  ];
  return { toRead: read ? toRead : [], toShare: write ? toShare : [] };
};
