import type { Interval } from '../../domain/interval';
import type { Signal } from '../../ports/signal';
import type { HealthConnectCalls } from './calls';
import { textOf } from './instant-text';
import type { MetricOwner, NativeMetrics } from './read-metrics';
import type { MetricType, NativeMetric } from './records';

/**
 * Sessions that lie closer together are read about in one go. A call costs quota, and hours without a session cost records of
 * the whole day: six hours join the sessions of a day, and leave the nights out.
 */
const GAP_MILLISECONDS = 6 * 3_600_000;

/**
 * How much earlier than a session its records may begin. Whether a range holds what merely reaches into it is not documented:
 * an hour finds the hourly records of either reading.
 */
const READ_BACK_MILLISECONDS = 3_600_000;

/** Sessions that are near one another. */
export interface MetricWindow<Owner extends MetricOwner> extends Interval {
  readonly owners: readonly Owner[];
}

/** Groups sessions by nearness. */
export const windowsOf = <Owner extends MetricOwner>(owners: readonly Owner[]): readonly MetricWindow<Owner>[] => {
  const windows: { start: number; end: number; owners: Owner[] }[] = [];
  for (const owner of [...owners].sort((a, b) => a.start - b.start)) {
    const last = windows[windows.length - 1];
    if (last !== undefined && owner.start <= last.end + GAP_MILLISECONDS) {
      last.owners.push(owner);
      last.end = Math.max(last.end, owner.end);
    } else windows.push({ start: owner.start, end: owner.end, owners: [owner] });
  }
  return windows;
};

const appsOf = (owners: readonly MetricOwner[]): string[] => [
  ...new Set(owners.flatMap(({ source }) => (source === undefined ? [] : [source.app]))),
];

/** What range of time to ask for, and of which apps. */
export const rangeOf = ({ start, end, owners }: MetricWindow<MetricOwner>, readBack = 0) => ({
  timeRangeFilter: {
    operator: 'between' as const,
    startTime: textOf(start - readBack),
    // The end is not part of a range, and a range must not be empty.
    endTime: textOf(Math.max(end, start + 1)),
  },
  dataOriginFilter: appsOf(owners),
});

/** The records of some types in the time of a window, by the apps of its sessions. Types that may not be read are left out. */
export const readMetrics = async (
  { readAll }: HealthConnectCalls,
  window: MetricWindow<MetricOwner>,
  types: readonly MetricType[],
  granted: ReadonlySet<string>,
  signal?: Signal,
): Promise<NativeMetrics> => {
  const metrics: Partial<Record<MetricType, readonly NativeMetric[]>> = {};
  for (const type of types) {
    if (!granted.has(type)) continue;
    metrics[type] = (await readAll(type, rangeOf(window, READ_BACK_MILLISECONDS), signal)) as readonly NativeMetric[];
  }
  return metrics;
};
