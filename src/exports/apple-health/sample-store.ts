import type { Detail } from '../../ports/detail';
import type { FileEntry } from '../bytes/byte-source';
import { collectSamples, type PackedSamples, unpackSamples } from './collect-samples';
import { type CountedSamples, countIndexed, countSamples } from './count-samples';
import type { Target } from './find-targets';
import type { GroupIds } from './sample-groups';
import type { TimeIndex } from './time-index';

/** The samples behind the workouts of an export. */
export interface SampleStore {
  readonly count: (key: string, onBytes: (count: number) => void) => Promise<CountedSamples>;
  readonly read: (key: string, onBytes: (count: number) => void) => Promise<Detail['series']>;
}

/** Sixteen bytes each: 48 MB. A year of an hour a day with every series is half of it. */
const MOST_SAMPLES = 3_000_000;

const NONE: CountedSamples = new Map();

const sizeOf = (counted: CountedSamples | undefined): number => {
  let size = 0;
  for (const { count } of (counted ?? NONE).values()) size += count;
  return size;
};

/** The workout at a place and as many around it as there is room for: older ones first, as a sync goes. */
const chooseBatch = (sizes: readonly number[], place: number): readonly [from: number, to: number] => {
  let room = MOST_SAMPLES - (sizes[place] ?? 0);
  let from = place;
  let to = place + 1;
  while (from > 0 && (sizes[from - 1] as number) <= room) room -= sizes[--from] as number;
  while (to < sizes.length && (sizes[to] as number) <= room) room -= sizes[to++] as number;
  return [from, to];
};

/**
 * Counts and reads samples in as few passes over the file as memory allows: none to count, where the index holds all
 * records, else one for all workouts at once; and one to read for as many neighbours as fit.
 */
export const sampleStore = (
  xml: FileEntry,
  unsorted: readonly Target[],
  index: TimeIndex,
  ids: GroupIds,
): SampleStore => {
  const targets = [...unsorted].sort((a, b) => a.start - b.start);
  const places = new Map(targets.map(({ key }, place) => [key, place]));
  let counting: Promise<readonly CountedSamples[]> | undefined;
  let batch: ReadonlyMap<string, PackedSamples> = new Map();
  const countAll = (onBytes: (count: number) => void): Promise<readonly CountedSamples[]> => {
    const indexed = counting ? undefined : countIndexed(index, targets, ids);
    counting ??= (indexed ? Promise.resolve(indexed) : countSamples(xml, targets, ids, onBytes)).catch((thrown) => {
      // A pass that failed, or was given up, is made again when it is asked for again.
      counting = undefined;
      throw thrown;
    });
    return counting;
  };
  return {
    count: async (key, onBytes) => (await countAll(onBytes))[places.get(key) ?? -1] ?? NONE,
    read: async (key, onBytes) => {
      const place = places.get(key);
      if (place === undefined) return {};
      const counted = await countAll(onBytes);
      if (sizeOf(counted[place]) === 0) return {};
      if (!batch.has(key)) {
        // Given up before the next one is taken: two at once would take twice the memory.
        batch = new Map();
        const [from, to] = chooseBatch(counted.map(sizeOf), place);
        const part = targets.slice(from, to);
        const packed = await collectSamples(xml, part, counted.slice(from, to), ids, onBytes);
        batch = new Map(part.map((target, index) => [target.key, packed[index] as PackedSamples]));
      }
      return unpackSamples(batch.get(key) ?? new Map());
    },
  };
};
