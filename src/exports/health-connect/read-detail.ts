import type { DetailSummary, SeriesName } from '../../domain/detail-summary';
import type { Instant, Interval } from '../../domain/interval';
import type { AmountShare } from '../../platforms/health-connect/share-amounts';
import type { Detail, RoutePoint, Sample } from '../../ports/detail';
import { summariseDetail } from '../../ports/summarise-detail';
import { amountReader } from './amounts';
import type { ExportFile } from './export-file';
import type { PartReader } from './parts';
import { type SeriesReader, seriesReader } from './series';
import type { SessionEntry } from './session-index';
import { AMOUNTS, SERIES } from './tables';

/** A workout whose detail is wanted. */
export interface DetailRequest {
  readonly entry: SessionEntry;
  /** Then pedalling comes before steps: the port has one cadence. */
  readonly isCycling: boolean;
}

/** Reads all that hangs from a session, and all that its app measured in its time. */
export interface DetailReading {
  readonly read: (request: DetailRequest) => Promise<Detail>;
  /** The same counted, without holding routes and values. */
  readonly summarise: (request: DetailRequest, readAt: Instant) => Promise<DetailSummary>;
}

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

export const detailReading = (file: ExportFile, parts: PartReader): DetailReading => {
  const heartRate = seriesReader(file, SERIES.heartRate);
  const speed = seriesReader(file, SERIES.speed);
  const power = seriesReader(file, SERIES.power);
  const stepping = seriesReader(file, SERIES.steps);
  const pedalling = seriesReader(file, SERIES.pedalling);
  const [distance, steps] = [amountReader(file, AMOUNTS.distance), amountReader(file, AMOUNTS.steps)];

  const seriesOf = async ({ entry, isCycling }: DetailRequest, how: keyof SeriesReader): Promise<Detail['series']> => {
    const [likely, other] = isCycling ? [pedalling, stepping] : [stepping, pedalling];
    const cadence = await likely[how](entry);
    const all: readonly (readonly [SeriesName, readonly Sample[]])[] = [
      ['heart-rate', await heartRate[how](entry)],
      ['speed', await speed[how](entry)],
      ['power', await power[how](entry)],
      ['cadence', cadence.length > 0 ? cadence : await other[how](entry)],
      ['distance', toSamples(await distance(entry))],
      ['steps', toSamples(await steps(entry))],
    ];
    return Object.fromEntries(all.filter(([, samples]) => samples.length > 0));
  };

  const partsOf = async (entry: SessionEntry): Promise<Pick<Detail, 'laps' | 'pauses' | 'repetitions'>> => {
    const laps = await parts.laps(entry);
    const { pauses, repetitions } = await parts.segments(entry);
    return {
      ...(laps.length > 0 && { laps }),
      ...(pauses.length > 0 && { pauses }),
      ...(repetitions.length > 0 && { repetitions }),
    };
  };

  return {
    read: async (request) => {
      const series = await seriesOf(request, 'read');
      const around = await partsOf(request.entry);
      const route = await parts.route(request.entry);
      return { series, routes: cutAtPauses(route, around.pauses ?? []), ...around };
    },
    summarise: async (request, readAt) => {
      const series = await seriesOf(request, 'moments');
      const around = await partsOf(request.entry);
      const routePoints = await parts.countRoute(request.entry);
      const summary = summariseDetail({ series, routes: [], ...around }, request.entry, readAt);
      return { ...summary, routePoints, route: routePoints > 0 ? 'present' : 'none' };
    },
  };
};
