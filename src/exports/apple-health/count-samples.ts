import type { SeriesName, SeriesSummary } from '../../domain/detail-summary';
import type { Instant } from '../../domain/interval';
import type { FileEntry } from '../bytes/byte-source';
import { scanStream } from '../xml/scan-stream';
import { findTargets, type Target } from './find-targets';
import type { RecordKind } from './record-kind';
import { chooseGroups, findRivals, type GroupIds, type GroupSize } from './sample-groups';
import { scanRecords } from './scan-records';
import type { TimeIndex } from './time-index';

/** One series of one workout, counted: which samples stand for it, and how much of its time they cover. */
interface CountedSeries extends SeriesSummary {
  readonly group: number;
}

/** The counted series of one workout. */
export type CountedSamples = ReadonlyMap<SeriesName, CountedSeries>;

interface Counting extends GroupSize {
  count: number;
  /** One bit for each stretch of the workout's time, set where a sample stands. */
  readonly moments: Uint8Array;
}

/** A workout of a day is looked at second by second, as exact as the export is; a longer one in as many steps. */
const MOST_STEPS = 86_400;

/** How much time one sample speaks for, at most: as `summariseDetail` of the core has it. */
const SPEAKS_FOR_MILLISECONDS = 60_000;

/** More apps than measure one workout at a time. */
const MOST_GROUPS_PER_WORKOUT = 64;

const stepOf = ({ start, end }: Target): number => Math.max(1000, Math.ceil((end - start) / MOST_STEPS));

const coverageOf = (target: Target, moments: Uint8Array): number => {
  const step = stepOf(target);
  let covered = 0;
  let last = -1;
  for (let index = 0; index < moments.length; index++) {
    const byte = moments[index] as number;
    for (let bit = 0; byte >> bit !== 0; bit++) {
      if (((byte >> bit) & 1) === 0) continue;
      const at = (index * 8 + bit) * step;
      if (last >= 0) covered += Math.min(at - last, SPEAKS_FOR_MILLISECONDS);
      last = at;
    }
  }
  const duration = target.end - target.start;
  if (last >= 0) covered += Math.min(duration - last, SPEAKS_FOR_MILLISECONDS);
  return Math.min(1, covered / duration);
};

/** The instant of a sample within a workout: an amount stands at the end of its record, which may be after the workout. */
export const sampleAt = (kind: RecordKind, start: Instant, end: Instant, target: Target): Instant =>
  kind.at === 'start' ? start : Math.max(target.start, Math.min(end, target.end));

/** Counts samples as they come. */
interface Counter {
  readonly isWanted: (start: Instant) => boolean;
  /** Counts a record for the workouts that {@link Counter.isWanted} has just found. */
  readonly add: (kind: RecordKind, start: Instant, end: Instant) => void;
  readonly finish: () => readonly CountedSamples[];
}

const counterFor = (targets: readonly Target[], ids: GroupIds): Counter => {
  const groups: Counting[][] = targets.map(() => []);
  const find = findTargets(targets);
  const hits: number[] = [];
  const collect = (target: number): void => {
    hits.push(target);
  };
  const addTo = (index: number, kind: RecordKind, id: number, start: Instant, end: Instant): void => {
    const target = targets[index] as Target;
    const counted = groups[index] as Counting[];
    const step = stepOf(target);
    let group = counted.find((one) => one.id === id);
    if (group === undefined) {
      if (counted.length === MOST_GROUPS_PER_WORKOUT) return;
      group = { id, kind, count: 0, moments: new Uint8Array(Math.ceil((target.end - target.start) / step / 8) + 1) };
      counted.push(group);
    }
    group.count++;
    const at = sampleAt(kind, start, end, target);
    if (at >= target.end) return;
    const moment = Math.floor((at - target.start) / step);
    group.moments[moment >> 3] = (group.moments[moment >> 3] as number) | (1 << (moment & 7));
  };
  return {
    isWanted: (start) => {
      hits.length = 0;
      find(start, collect);
      return hits.length > 0;
    },
    add: (kind, start, end) => {
      const id = ids(kind);
      if (id >= 0) for (const index of hits) addTo(index, kind, id, start, end);
    },
    finish: () => {
      const rivals = findRivals(targets);
      return targets.map((target, index) => {
        const chosen = chooseGroups(target, rivals[index] as ReadonlySet<string>, groups[index] as Counting[]);
        const series = new Map<SeriesName, CountedSeries>();
        for (const [name, { id, count, moments }] of chosen)
          series.set(name, { group: id, count, coverage: coverageOf(target, moments) });
        return series;
      });
    },
  };
};

/** Counts the samples of every workout from an index; nothing where the index is not whole. */
export const countIndexed = (
  index: TimeIndex,
  targets: readonly Target[],
  ids: GroupIds,
): readonly CountedSamples[] | undefined => {
  const { isWanted, add, finish } = counterFor(targets, ids);
  const isWhole = index.each((kind, start, end) => {
    if (isWanted(start)) add(kind, start, end);
  });
  return isWhole ? finish() : undefined;
};

/**
 * Counts the samples in the time of every workout, in one pass over the file.
 *
 * **Shape** `targets` sorted by start; the answer in their order.
 */
export const countSamples = async (
  xml: FileEntry,
  targets: readonly Target[],
  ids: GroupIds,
  onBytes: (count: number) => void,
): Promise<readonly CountedSamples[]> => {
  const { isWanted, add, finish } = counterFor(targets, ids);
  await scanStream(await xml.open(), scanRecords({ isWanted, onRecord: add }), onBytes);
  return finish();
};
