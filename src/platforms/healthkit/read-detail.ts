import type { SeriesName } from '../../domain/detail-summary';
import type { Interval } from '../../domain/interval';
import type { Detail, Lap, RoutePoint, Sample } from '../../ports/detail';
import type { HealthKitEvent, HealthKitRoute, HealthKitSample } from './native-sample';
import { addsUp, HEALTHKIT_SERIES_TYPES, type HealthKitSeriesType } from './series-types';

/** Raw values of `HKWorkoutEventType`. */
const PAUSES: Readonly<Record<number, 'pause' | 'resume'>> = { 1: 'pause', 2: 'resume', 5: 'pause', 6: 'resume' };
const LAP = 3;
const SEGMENT = 7;

const byTime = (a: { readonly at: number }, b: { readonly at: number }): number => a.at - b.at;

const byStart = (a: Interval, b: Interval): number => a.start - b.start || a.end - b.end;

/**
 * The samples of one type.
 *
 * **Shape** in the order of time. A rate stands at its start; what adds up stands at its end, as the amount since the sample
 * before. What is not a number is left out.
 *
 * **Units** those of `HEALTHKIT_SERIES_TYPES`, in which the samples must have been asked for.
 */
export const fromHealthKitSamples = (
  type: HealthKitSeriesType,
  samples: readonly HealthKitSample[],
): readonly Sample[] =>
  samples
    .filter(({ quantity }) => Number.isFinite(quantity))
    .map(({ startDate, endDate, quantity }) => ({
      at: (addsUp(type) ? endDate : startDate).getTime(),
      value: quantity,
    }))
    .sort(byTime);

type NativeLocation = HealthKitRoute['locations'][number];

const isOnEarth = ({ latitude, longitude }: Pick<NativeLocation, 'latitude' | 'longitude'>): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

/** A `CLLocation` says with a negative number that something is not known; a zero accuracy is nobody's measurement. */
const pointOf = (location: NativeLocation): RoutePoint => {
  const { horizontalAccuracy, verticalAccuracy, altitude, speed } = location;
  return {
    at: location.date.getTime(),
    latitude: location.latitude,
    longitude: location.longitude,
    ...(verticalAccuracy >= 0 && Number.isFinite(altitude) && { altitudeMetres: altitude }),
    ...(horizontalAccuracy > 0 && { horizontalAccuracyMetres: horizontalAccuracy }),
    ...(verticalAccuracy > 0 && { verticalAccuracyMetres: verticalAccuracy }),
    ...(speed >= 0 && { speedMetresPerSecond: speed }),
  };
};

/**
 * The route of a workout, from its route objects: none, one, or several that come in no order.
 *
 * **Shape** pieces and points in the order of time. Points that are nowhere, or that HealthKit itself marks as invalid by a
 * negative accuracy, are left out; empty pieces too.
 */
export const fromHealthKitRoutes = (routes: readonly HealthKitRoute[]): Detail['routes'] =>
  routes
    .map(({ locations }) =>
      locations
        .filter((location) => isOnEarth(location) && !(location.horizontalAccuracy < 0))
        .map(pointOf)
        .sort(byTime),
    )
    .filter((points) => points.length > 0)
    .sort(([a], [b]) => (a?.at ?? 0) - (b?.at ?? 0));

/** Pauses run from a pause to the next resume; a pause that is never resumed lasts until the end. */
const pausesOf = (events: readonly HealthKitEvent[], end: number): readonly Interval[] => {
  const pauses: Interval[] = [];
  let since: number | undefined;
  const inOrder = [...events].sort((a, b) => a.startDate.getTime() - b.startDate.getTime());
  for (const { type, startDate } of inOrder) {
    const at = startDate.getTime();
    if (PAUSES[type] === 'pause') since ??= at;
    if (PAUSES[type] === 'resume' && since !== undefined) {
      if (at > since) pauses.push({ start: since, end: at });
      since = undefined;
    }
  }
  return since !== undefined && since < end ? [...pauses, { start: since, end }] : pauses;
};

/** One series of intervals that do not overlap: of two that start together the shorter one, and what follows it. */
const oneSeries = (intervals: readonly Interval[]): readonly Lap[] => {
  const kept: Lap[] = [];
  for (const one of [...intervals].sort(byStart)) {
    const last = kept[kept.length - 1];
    // A second's overlap is rounding.
    if (last === undefined || one.start >= last.end - 1000)
      kept.push({ start: Math.max(one.start, last?.end ?? 0), end: one.end });
  }
  return kept.filter(({ start, end }) => start < end);
};

const intervalsOf = (events: readonly HealthKitEvent[], wanted: number): readonly Interval[] =>
  events
    .filter(({ type }) => type === wanted)
    .map(({ startDate, endDate }) => ({ start: startDate.getTime(), end: endDate.getTime() }))
    .filter(({ start, end }) => start < end);

/**
 * The pauses and laps of a workout, from its events.
 *
 * **Shape** pauses by button and by standing still. Laps are the lap events where these last, else the segments: an Apple Watch cuts
 * two overlapping series of them, kilometres and miles, and one is kept, the finer.
 */
export const fromHealthKitEvents = (
  events: readonly HealthKitEvent[] = [],
  end: number,
): Pick<Detail, 'laps' | 'pauses'> => {
  const pauses = pausesOf(events, end);
  const laps = oneSeries(intervalsOf(events, LAP));
  const cut = laps.length > 0 ? laps : oneSeries(intervalsOf(events, SEGMENT));
  return { ...(pauses.length > 0 && { pauses }), ...(cut.length > 0 && { laps: cut }) };
};

/** What was read behind one workout. */
export interface HealthKitDetailRead {
  readonly samples: readonly (readonly [type: HealthKitSeriesType, samples: readonly HealthKitSample[]])[];
  readonly routes: readonly HealthKitRoute[];
  readonly events?: readonly HealthKitEvent[];
  readonly end: number;
}

/** The samples behind a workout, from what was read type by type. */
export const fromHealthKitDetail = ({ samples, routes, events, end }: HealthKitDetailRead): Detail => {
  const series: Partial<Record<SeriesName, readonly Sample[]>> = {};
  for (const [type, read] of samples) {
    if (read.length === 0) continue;
    const [name] = HEALTHKIT_SERIES_TYPES[type];
    series[name] = [...(series[name] ?? []), ...fromHealthKitSamples(type, read)].sort(byTime);
  }
  return { series, routes: fromHealthKitRoutes(routes), ...fromHealthKitEvents(events, end) };
};
