import type { SeriesName } from '../../domain/detail-summary';
import type { Detail, Sample } from '../../ports/detail';
import type { FileEntry } from '../bytes/byte-source';
import { scanStream } from '../xml/scan-stream';
import { type CountedSamples, sampleAt } from './count-samples';
import { findTargets, type Target } from './find-targets';
import type { GroupIds } from './sample-groups';
import { scanRecords } from './scan-records';

/** The samples of one workout, packed: an object for each would take ten times the memory. */
export type PackedSamples = ReadonlyMap<SeriesName, PackedSeries>;

interface PackedSeries {
  readonly group: number;
  readonly at: Float64Array;
  readonly values: Float64Array;
  filled: number;
}

const emptySeries = (group: number, count: number): PackedSeries => ({
  group,
  at: new Float64Array(count),
  values: new Float64Array(count),
  filled: 0,
});

/** The series as the port gives them, in the order of time. */
export const unpackSamples = (packed: PackedSamples): Detail['series'] => {
  const series: Partial<Record<SeriesName, readonly Sample[]>> = {};
  for (const [name, { at, values, filled }] of packed) {
    const samples = Array.from(
      { length: filled },
      (_, index): Sample => ({ at: at[index] as number, value: values[index] as number }),
    );
    if (filled > 0) series[name] = samples.sort((a, b) => a.at - b.at);
  }
  return series;
};

/**
 * Reads the samples that were counted for some workouts, in one pass over the file.
 *
 * **Shape** `targets` sorted by start, `counted` beside them; the answer in their order.
 *
 * **Laws** takes as much memory as the counts say and no more, whatever the file holds by now.
 */
export const collectSamples = async (
  xml: FileEntry,
  targets: readonly Target[],
  counted: readonly CountedSamples[],
  ids: GroupIds,
  onBytes: (count: number) => void,
): Promise<readonly PackedSamples[]> => {
  const packed = counted.map(
    (series) => new Map([...series].map(([name, { group, count }]) => [name, emptySeries(group, count)] as const)),
  );
  const find = findTargets(targets);
  const hits: number[] = [];
  const collect = (target: number): void => {
    hits.push(target);
  };
  const scan = scanRecords({
    isWanted: (start) => {
      hits.length = 0;
      find(start, collect);
      return hits.length > 0;
    },
    onRecord: (kind, start, end, value) => {
      const id = ids(kind);
      for (const index of hits) {
        const series = packed[index]?.get(kind.series);
        if (series === undefined || series.group !== id || series.filled === series.at.length) continue;
        series.at[series.filled] = sampleAt(kind, start, end, targets[index] as Target);
        series.values[series.filled] = value * kind.factor;
        series.filled++;
      }
    },
  });
  await scanStream(await xml.open(), scan, onBytes);
  return packed;
};
