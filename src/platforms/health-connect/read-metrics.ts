import type { SeriesName } from '../../domain/detail-summary';
import type { Interval } from '../../domain/interval';
import type { Sample } from '../../ports/detail';
import { instantOf } from './instant-text';
import type { SessionTotals } from './read-session';
import type { MetricType, NativeMetric, NativeSample } from './records';
import { type AmountShare, shareAmounts } from './share-amounts';

/** The records that were read beside sessions, by their type. A type that was not read is absent. */
export type NativeMetrics = Readonly<Partial<Record<MetricType, readonly NativeMetric[]>>>;

/** A session, as far as it says which records belong to it: those of the same app, in its time. */
export interface MetricOwner extends Interval {
  readonly source?: { readonly app: string };
}

/** The types that make totals. */
export const TOTAL_TYPES: readonly MetricType[] = [
  'Distance',
  'ActiveCaloriesBurned',
  'TotalCaloriesBurned',
  'ElevationGained',
];

const isOf = ({ source }: MetricOwner, { metadata }: NativeMetric): boolean =>
  source === undefined || source.app === metadata?.dataOrigin;

const amountOf = ({ count, distance, elevation, energy }: NativeMetric): number =>
  count ?? distance?.inMeters ?? elevation?.inMeters ?? energy?.inKilocalories ?? 0;

/** What of the amounts that a session's app wrote is of that session. */
const sharesOf = (owner: MetricOwner, records: readonly NativeMetric[]): readonly AmountShare[] => {
  const amounts = records
    .filter((record) => isOf(owner, record))
    .map((record, row) => ({
      row,
      start: instantOf(record.startTime),
      end: instantOf(record.endTime),
      value: amountOf(record),
      modified: instantOf(record.metadata?.lastModifiedTime ?? '') || 0,
    }));
  return shareAmounts(amounts, owner);
};

/** A sum of nothing, and one of zeros, is no measurement. */
const sumOf = (owner: MetricOwner, records: readonly NativeMetric[] = []): number | undefined => {
  const sum = sharesOf(owner, records).reduce((total, { value }) => total + value, 0);
  return sum > 0 ? sum : undefined;
};

/**
 * Sums what the records of a session's app, in a session's time, say of it as a whole.
 *
 * **Shape** Health Connect links nothing to a session. A record that reaches beyond it counts with the share of its time that
 * lies within; one that lies mostly beyond it and is longer, not at all: a whole day says nothing of an hour. No moment counts
 * twice: of records that overlap the one that was written last holds. `aggregateRecord` would be less to read, but it answers 0 for what was not measured.
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

const samplesOf = ({ samples }: NativeMetric): readonly Sample[] =>
  (samples ?? []).flatMap((sample) => {
    const value = sampleValue(sample);
    return value === undefined ? [] : [{ at: instantOf(sample.time), value }];
  });

/** A record that covers a span is one sample at its end; a record of samples is those samples. */
const allSamples = (owner: MetricOwner, records: readonly NativeMetric[]): readonly Sample[] => [
  ...records.filter((record) => isOf(owner, record)).flatMap(samplesOf),
  ...sharesOf(
    owner,
    records.filter(({ samples }) => !samples),
  ).map(({ end, value }) => ({ at: end, value })),
];

/** The types that each series is read from. */
export const SERIES_TYPES: Readonly<Record<SeriesName, readonly MetricType[]>> = {
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
    const samples = allSamples(
      owner,
      types.flatMap((type) => metrics[type] ?? []),
    )
      .filter(({ at }) => owner.start <= at && at <= owner.end)
      .sort((a, b) => a.at - b.at || a.value - b.value)
      // An app that wrote a workout twice measured each moment once.
      .filter(({ at }, index, all) => at !== all[index - 1]?.at);
    if (samples.length > 0) series[name] = samples;
  }
  return series;
};
