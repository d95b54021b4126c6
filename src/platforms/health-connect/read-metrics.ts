import type { SeriesName } from '../../domain/detail-summary';
import { type Interval, overlapMilliseconds } from '../../domain/interval';
import type { Sample } from '../../ports/detail';
import { instantOf } from './instant-text';
import type { SessionTotals } from './read-session';
import type { MetricType, NativeMetric, NativeSample } from './records';

/** The records that were read beside sessions, by their type. A type that was not read is absent. */
export type NativeMetrics = Readonly<Partial<Record<MetricType, readonly NativeMetric[]>>>;

/** A session, as far as it says which records belong to it: those of the same app, in its time. */
export interface MetricOwner extends Interval {
  readonly source?: { readonly app: string };
}

const isOf = ({ source }: MetricOwner, { metadata }: NativeMetric): boolean =>
  source === undefined || source.app === metadata?.dataOrigin;

const intervalOf = ({ startTime, endTime }: NativeMetric): Interval => ({
  start: instantOf(startTime),
  end: instantOf(endTime),
});

const amountOf = ({ distance, elevation, energy }: NativeMetric): number =>
  distance?.inMeters ?? elevation?.inMeters ?? energy?.inKilocalories ?? 0;

/** The share of a record's time that lies within a session: an hourly record tells of a half-hour run what half an hour took. */
const shareWithin = (owner: Interval, record: Interval): number =>
  record.end > record.start ? overlapMilliseconds(owner, record) / (record.end - record.start) : 0;

/** A sum of nothing, and a sum of zeros, is no measurement. */
const sumOf = (owner: MetricOwner, records: readonly NativeMetric[] = []): number | undefined => {
  const sum = records
    .filter((record) => isOf(owner, record))
    .reduce((total, record) => total + amountOf(record) * shareWithin(owner, intervalOf(record)), 0);
  return sum > 0 ? sum : undefined;
};

/**
 * Sums what the records of a session's app, in a session's time, say of it as a whole.
 *
 * **Shape** Health Connect links nothing to a session. A record that reaches beyond it counts with the share of its time that
 * lies within. `aggregateRecord` would be less to read, but it answers 0 for what was not measured.
 *
 * **Laws** never zero: what nobody measured is absent.
 */
export const sumSessionTotals = (owner: MetricOwner, metrics: NativeMetrics): SessionTotals => {
  const distanceMetres = sumOf(owner, metrics.Distance);
  const active = sumOf(owner, metrics.ActiveCaloriesBurned);
  const total = sumOf(owner, metrics.TotalCaloriesBurned);
  const elevationGainMetres = sumOf(owner, metrics.ElevationGained);
  return {
    ...(distanceMetres !== undefined && { distanceMetres }),
    ...((active !== undefined || total !== undefined) && {
      energyKilocalories: { ...(active !== undefined && { active }), ...(total !== undefined && { total }) },
    }),
    ...(elevationGainMetres !== undefined && { elevationGainMetres }),
  };
};

const sampleValue = (sample: NativeSample): number | undefined =>
  sample.beatsPerMinute ??
  sample.speed?.inMetersPerSecond ??
  sample.power?.inWatts ??
  sample.rate ??
  sample.revolutionsPerMinute ??
  undefined;

/** A record that covers a span is one sample at its end; a record of samples is those samples. */
const samplesOf = (record: NativeMetric): readonly Sample[] => {
  const { samples } = record;
  if (samples) {
    return samples.flatMap((sample) => {
      const value = sampleValue(sample);
      return value === undefined ? [] : [{ at: instantOf(sample.time), value }];
    });
  }
  const value = record.count ?? amountOf(record);
  return [{ at: instantOf(record.endTime), value }];
};

/** The types that each series is read from. */
const SERIES_TYPES: Readonly<Record<SeriesName, readonly MetricType[]>> = {
  'heart-rate': ['HeartRate'],
  speed: ['Speed'],
  power: ['Power'],
  cadence: ['StepsCadence', 'CyclingPedalingCadence'],
  steps: ['Steps'],
  distance: ['Distance'],
};

/** The samples of a session's app, in a session's time, series by series and in order. A series without any is absent. */
export const readSeries = (
  owner: MetricOwner,
  metrics: NativeMetrics,
): Readonly<Partial<Record<SeriesName, readonly Sample[]>>> => {
  const series: Partial<Record<SeriesName, readonly Sample[]>> = {};
  for (const [name, types] of Object.entries(SERIES_TYPES) as [SeriesName, readonly MetricType[]][]) {
    const samples = types
      .flatMap((type) => metrics[type] ?? [])
      .filter((record) => isOf(owner, record))
      .flatMap(samplesOf)
      .filter(({ at }) => owner.start <= at && at <= owner.end)
      .sort((a, b) => a.at - b.at);
    if (samples.length > 0) series[name] = samples;
  }
  return series;
};
