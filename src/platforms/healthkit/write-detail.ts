import type { Activity } from '../../domain/activity';
import type { SeriesName } from '../../domain/detail-summary';
import type { Interval } from '../../domain/interval';
import type { Detail, RoutePoint, Sample } from '../../ports/detail';
import type { WorkoutDraft } from '../../ports/health-store';
import type { HealthKitMetadata, HealthKitUnit } from './healthkit-module';
import { HEALTHKIT_METADATA as KEY } from './metadata';
import type { HealthKitLocation } from './native-sample';
import { addsUp, HEALTHKIT_SERIES_TYPES, type HealthKitSeriesType, healthKitTypesOf } from './series-types';
import { DEFAULT_SAMPLES_PER_SERIES, DEFAULT_SERIES, type HealthKitWriting } from './write-workout';

/** What saving one sample takes. */
export interface HealthKitSampleToSave {
  readonly type: HealthKitSeriesType;
  readonly unit: HealthKitUnit;
  readonly value: number;
  readonly start: Date;
  readonly end: Date;
  readonly metadata: HealthKitMetadata;
}

/** The type that each series of an activity is written as. Where the legs of a workout would need several, none is. */
const writtenTypes = (
  activity: Activity,
  series: readonly SeriesName[],
): ReadonlyMap<SeriesName, HealthKitSeriesType> => {
  const types = new Map<SeriesName, HealthKitSeriesType>();
  const several = new Set<SeriesName>();
  for (const type of healthKitTypesOf(activity)) {
    const [name] = HEALTHKIT_SERIES_TYPES[type];
    if (!series.includes(name)) continue;
    if (types.has(name)) several.add(name);
    types.set(name, type);
  }
  for (const name of several) types.delete(name);
  return types;
};

const isWithin =
  ({ start, end }: Interval) =>
  ({ at }: { readonly at: number }): boolean =>
    start <= at && at <= end;

const byTime = (a: { readonly at: number }, b: { readonly at: number }): number => a.at - b.at;

interface Stretch extends Interval {
  readonly value: number;
}

/** As many samples as before, or fewer that each stand for several: the mean of rates, the sum of what adds up. */
const thinned = (
  samples: readonly Sample[],
  from: number,
  most: number,
  type: HealthKitSeriesType,
): readonly Stretch[] => {
  const each = Math.max(1, Math.ceil(samples.length / most));
  const stretches: Stretch[] = [];
  let last = from;
  for (let index = 0; index < samples.length; index += each) {
    const group = samples.slice(index, index + each);
    const sum = group.reduce((total, { value }) => total + value, 0);
    const [first, final] = [group[0]?.at ?? last, group[group.length - 1]?.at ?? last];
    stretches.push(
      addsUp(type) ? { start: last, end: final, value: sum } : { start: first, end: final, value: sum / group.length },
    );
    last = final;
  }
  return stretches;
};

/**
 * The samples to save beside a workout.
 *
 * **Shape** only the series that HealthKit has a type for in this activity, in the order of time, at most `samplesPerSeries` of each: they are
 * saved one by one. Each carries a sync identifier of its own (`<external id>#<series>#<n>`), since whether HealthKit matches
 * these per type is not documented, and the workout's external id under a key of ours, by which all are found again.
 *
 * **Laws** samples outside of the workout, and values that are no measurement (not a number, below zero, a heart rate of
 * zero), are left out.
 */
export const toHealthKitSamples = (
  { activity, start, end, external, detail }: Pick<WorkoutDraft, 'activity' | 'start' | 'end' | 'external' | 'detail'>,
  {
    series = DEFAULT_SERIES,
    samplesPerSeries: most = DEFAULT_SAMPLES_PER_SERIES,
  }: Pick<HealthKitWriting, 'series' | 'samplesPerSeries'> = {},
): readonly HealthKitSampleToSave[] =>
  [...writtenTypes(activity, series)].flatMap(([name, type]) => {
    const samples = (detail?.series[name] ?? [])
      .filter(isWithin({ start, end }))
      .filter(({ value }) => Number.isFinite(value) && (name === 'heart-rate' ? value > 0 : value >= 0))
      .sort(byTime);
    return thinned(samples, start, most, type).map((stretch, index) => ({
      type,
      unit: HEALTHKIT_SERIES_TYPES[type][1],
      value: stretch.value,
      start: new Date(stretch.start),
      end: new Date(stretch.end),
      metadata: {
        [KEY.syncIdentifier]: `${external.id}#${name}#${index}`,
        [KEY.syncVersion]: external.version,
        [KEY.writtenBeside]: external.id,
      },
    }));
  });

const locationOf = (point: RoutePoint): HealthKitLocation => ({
  date: new Date(point.at),
  latitude: point.latitude,
  longitude: point.longitude,
  altitude: point.altitudeMetres ?? 0,
  horizontalAccuracy: Math.max(0, point.horizontalAccuracyMetres ?? 0),
  // A negative accuracy says that the altitude is not known.
  verticalAccuracy: point.altitudeMetres === undefined ? -1 : Math.max(0, point.verticalAccuracyMetres ?? 0),
  course: -1,
  speed: point.speedMetresPerSecond ?? -1,
});

const isUsable = (point: RoutePoint): boolean =>
  Math.abs(point.latitude) <= 90 &&
  Math.abs(point.longitude) <= 180 &&
  (point.altitudeMetres === undefined || Number.isFinite(point.altitudeMetres));

/**
 * The route of a workout, piece by piece, as HealthKit takes it.
 *
 * **Laws** points outside of the workout, nowhere on earth, or at a moment that another point has are left out, so that one bad point
 * does not cost the route; the rest stands in the order of time. Pieces without points are left out.
 */
export const toHealthKitRoutes = (
  routes: Detail['routes'],
  workout: Interval,
): readonly (readonly HealthKitLocation[])[] =>
  routes
    .map((points) =>
      points
        .filter((point) => isUsable(point) && isWithin(workout)(point))
        .sort(byTime)
        .filter(({ at }, index, all) => index === 0 || all[index - 1]?.at !== at)
        .map(locationOf),
    )
    .filter((locations) => locations.length > 0);
