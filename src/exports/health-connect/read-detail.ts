import type { SeriesName } from '../../domain/detail-summary';
import type { Interval } from '../../domain/interval';
import type { Detail, RoutePoint, Sample } from '../../ports/detail';
import { amountReader } from './amounts';
import type { ExportFile } from './export-file';
import type { PartReader } from './parts';
import { seriesReader } from './series';
import type { SessionEntry } from './session-index';
import type { AmountShare } from './share-amounts';
import { AMOUNTS, SERIES } from './tables';

/** An amount is a sample at the end of the time in which it came together. */
const toSamples = (shares: readonly AmountShare[]): readonly Sample[] =>
  shares.filter(({ value }) => value > 0).map(({ end, value }) => ({ at: end, value }));

/** The route in pieces: each pause that was over between two points cuts it. */
const cutAtPauses = (
  points: readonly RoutePoint[],
  pauses: readonly Interval[],
): readonly (readonly RoutePoint[])[] => {
  const pieces: RoutePoint[][] = [];
  const ends = pauses.map(({ end }) => end).sort((a, b) => a - b);
  let over = 0;
  let cut = -1;
  for (const point of points) {
    while (over < ends.length && (ends[over] as number) <= point.at) over += 1;
    if (over !== cut) pieces.push([]);
    cut = over;
    pieces[pieces.length - 1]?.push(point);
  }
  return pieces;
};

/** Reads all that hangs from a session, and all that its app measured in its time. */
export const detailReader = (
  file: ExportFile,
  parts: PartReader,
): ((entry: SessionEntry, options: { readonly isCycling: boolean }) => Promise<Detail>) => {
  const [heartRate, speed, power] = [SERIES.heartRate, SERIES.speed, SERIES.power].map((table) =>
    seriesReader(file, table),
  );
  const [stepping, pedalling] = [seriesReader(file, SERIES.steps), seriesReader(file, SERIES.pedalling)];
  const [distance, steps] = [amountReader(file, AMOUNTS.distance), amountReader(file, AMOUNTS.steps)];
  /** Steps or revolutions a minute: the port has one cadence, so the activity says which is asked first. */
  const cadence = async (entry: SessionEntry, isCycling: boolean): Promise<readonly Sample[]> => {
    const first = await (isCycling ? pedalling : stepping)(entry);
    return first.length > 0 ? first : (isCycling ? stepping : pedalling)(entry);
  };
  return async (entry, { isCycling }) => {
    const all: readonly (readonly [SeriesName, readonly Sample[]])[] = [
      ['heart-rate', (await heartRate?.(entry)) ?? []],
      ['speed', (await speed?.(entry)) ?? []],
      ['power', (await power?.(entry)) ?? []],
      ['cadence', await cadence(entry, isCycling)],
      ['distance', toSamples(await distance(entry))],
      ['steps', toSamples(await steps(entry))],
    ];
    const laps = await parts.laps(entry);
    const { pauses, repetitions } = await parts.segments(entry);
    return {
      series: Object.fromEntries(all.filter(([, samples]) => samples.length > 0)),
      routes: cutAtPauses(await parts.route(entry), pauses),
      ...(laps.length > 0 && { laps }),
      ...(pauses.length > 0 && { pauses }),
      ...(repetitions.length > 0 && { repetitions }),
    };
  };
};
