import type { DetailSummary, SeriesName, SeriesSummary } from '../../domain/detail-summary';
import type { Workout } from '../../domain/workout';
import type { Detail, RoutePoint } from '../../ports/detail';
import type { DetailReader } from '../../ports/health-store';
import type { Signal } from '../../ports/signal';
import { storeError } from '../../ports/store-error';
import type { FileEntry } from '../bytes/byte-source';
import type { ExportProblem } from './export-problem';
import { baseName, type ExportFiles } from './find-export';
import type { Target } from './find-targets';
import { countPoints, readRoute } from './read-route';
import type { ExportedWorkout } from './read-workout';
import type { GroupIds } from './sample-groups';
import { sampleStore } from './sample-store';
import type { TimeIndex } from './time-index';

/** What a reader of details is made of. */
export interface DetailReaderParts {
  readonly files: ExportFiles;
  readonly exported: ReadonlyMap<string, ExportedWorkout>;
  readonly workouts: readonly Workout[];
  readonly index: TimeIndex;
  readonly ids: GroupIds;
  /** Makes a counter for one pass over the file. */
  readonly countPass: () => (count: number) => void;
  readonly onProblem: (problem: ExportProblem) => void;
}

const targetOf = ({ key, start, end, activity, source }: Workout): Target => ({
  key,
  start,
  end,
  activity,
  app: source?.app,
});

const giveUpWhen = (signal: Signal | undefined): void => {
  if (signal?.aborted) throw storeError('cancelled', 'Reading details was given up.');
};

/** Reads the detail of workouts: samples from the records of the export, routes from its GPX files. */
export const detailReader = (parts: DetailReaderParts): DetailReader => {
  const { files, exported, workouts, index, ids, countPass, onProblem } = parts;
  const samples = sampleStore(files.xml, workouts.map(targetOf), index, ids);
  const told = new Set<string>();
  const tellOnce = (code: ExportProblem['code'], path: string, message: string): void => {
    if (told.has(path)) return;
    told.add(path);
    onProblem({ code, message, position: { file: path } });
  };
  const watching = (signal: Signal | undefined): ((count: number) => void) => {
    const count = countPass();
    return (bytes) => {
      giveUpWhen(signal);
      count(bytes);
    };
  };
  const routeFiles = (key: string): readonly FileEntry[] =>
    (exported.get(key)?.routes ?? []).flatMap((path) => {
      const file = files.routes?.get(baseName(path));
      if (file === undefined && files.routes !== undefined)
        tellOnce('route-missing', path, `The route ${path} is not in the export.`);
      return file === undefined ? [] : [file];
    });
  const routeState = (key: string, points: number): DetailSummary['route'] => {
    if (points > 0) return 'present';
    // A lone export.xml names its routes, and does not hold them.
    return files.routes === undefined && (exported.get(key)?.routes.length ?? 0) > 0 ? 'unknown' : 'none';
  };
  const summariseOne = async ({ key }: Workout, signal: Signal | undefined): Promise<DetailSummary> => {
    const counted = await samples.count(key, watching(signal));
    const series: Partial<Record<SeriesName, SeriesSummary>> = {};
    for (const [name, { count, coverage }] of counted) series[name] = { count, coverage };
    let routePoints = 0;
    for (const file of routeFiles(key)) routePoints += await countPoints(file);
    const { laps = [], pauses = [] } = exported.get(key) ?? {};
    return {
      series,
      route: routeState(key, routePoints),
      routePoints,
      ...(laps.length > 0 && { laps: laps.length }),
      ...(pauses.length > 0 && { pauses: pauses.length }),
    };
  };
  const readRoutes = async (key: string): Promise<readonly (readonly RoutePoint[])[]> => {
    const pieces: (readonly RoutePoint[])[] = [];
    for (const file of routeFiles(key)) {
      const route = await readRoute(file);
      if (route.broken !== undefined)
        tellOnce('route-unreadable', file.path, `The route ${file.path} cannot be read to its end: ${route.broken}`);
      pieces.push(...route.pieces);
    }
    return pieces.sort(([a], [b]) => (a?.at ?? 0) - (b?.at ?? 0));
  };
  return {
    linkedBy: 'time',
    summarise: async (asked, { signal } = {}) => {
      const summarised = [];
      for (const workout of asked) {
        giveUpWhen(signal);
        summarised.push({ key: workout.key, summary: await summariseOne(workout, signal) });
      }
      return summarised;
    },
    read: async ({ key }, { signal } = {}): Promise<Detail> => {
      const series = await samples.read(key, watching(signal));
      const routes = await readRoutes(key);
      const { laps = [], pauses = [] } = exported.get(key) ?? {};
      return { series, routes, ...(laps.length > 0 && { laps }), ...(pauses.length > 0 && { pauses }) };
    },
  };
};
