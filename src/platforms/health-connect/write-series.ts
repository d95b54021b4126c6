import type { Interval } from '../../domain/interval';
import type { Sample } from '../../ports/detail';
import { textOf } from './instant-text';

/**
 * How many samples one record holds at most.
 *
 * **Source** Android allows 1,000,000 bytes a record and 5,000,000 a request; a sample takes some twenty bytes in Android and
 * about seventy on the way through React Native. Five thousand are well below both, and an hour by the second is one record.
 */
export const SAMPLES_PER_RECORD = 5000;

/** The part of a series that one record holds. */
export interface SeriesPart {
  readonly startTime: string;
  readonly endTime: string;
  readonly samples: readonly Sample[];
}

/** Cuts a series into records. They cover the session without a gap, since a record must end after it starts. */
export const splitSeries = (
  samples: readonly Sample[],
  range: readonly [least: number, most: number],
  { start, end }: Interval,
): readonly SeriesPart[] => {
  const [least, most] = range;
  const taken = samples
    .filter(({ at, value }) => at >= start && at < end && value >= least && value <= most)
    .sort((a, b) => a.at - b.at);
  const parts: SeriesPart[] = [];
  for (let from = 0; from < taken.length; from += SAMPLES_PER_RECORD) {
    const part = taken.slice(from, from + SAMPLES_PER_RECORD);
    const next = taken[from + SAMPLES_PER_RECORD];
    parts.push({
      startTime: textOf(from === 0 ? start : (part[0]?.at ?? start)),
      // Two samples of one instant on either side of the cut would leave a record without any time.
      endTime: textOf(next === undefined ? end : Math.max(next.at, (part[0]?.at ?? start) + 1)),
      samples: part,
    });
  }
  return parts;
};
