import type { Interval } from '../../domain/interval';
import type { Detail, Lap, RoutePoint } from '../../ports/detail';
import type { DatabaseRow } from './database';
import type { ExportFile } from './export-file';
import { rowFinder } from './find-rows';
import { isPause, segmentName } from './segment-types';
import type { SessionEntry } from './session-index';
import { amountIn, instantIn, isUnset, numberIn, numberOf, quoted } from './sql';
import { LAPS, ROUTES, SEGMENTS } from './tables';

/** What hangs from a session by `parent_key`. */
export interface PartReader {
  readonly laps: (session: SessionEntry) => Promise<readonly Lap[]>;
  readonly segments: (session: SessionEntry) => Promise<Segments>;
  readonly route: (session: SessionEntry) => Promise<readonly RoutePoint[]>;
}

interface Segments {
  readonly pauses: readonly Interval[];
  readonly repetitions: NonNullable<Detail['repetitions']>;
}

type Read<Part> = (row: DatabaseRow) => Part | undefined;

const byStart = (a: Interval, b: Interval): number => a.start - b.start || a.end - b.end;

const intervalIn = (row: DatabaseRow): Interval | undefined => {
  const [start, end] = [instantIn(row.from), instantIn(row.to)];
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
};

const lapIn: Read<Lap> = (row) => {
  const [interval, length] = [intervalIn(row), amountIn(row.length)];
  return interval && { ...interval, ...(length !== undefined && length > 0 && { distanceMetres: length }) };
};

const within = (value: unknown, limit: number): number | undefined => {
  const degrees = numberIn(value);
  return degrees !== undefined && Math.abs(degrees) <= limit ? degrees : undefined;
};

const altitudeIn = (value: unknown): number | undefined => {
  const altitude = numberIn(value);
  return altitude === undefined || isUnset(altitude) ? undefined : altitude;
};

const pointIn: Read<RoutePoint> = (row) => {
  const [at, latitude, longitude] = [instantIn(row.at), within(row.latitude, 90), within(row.longitude, 180)];
  if (at === undefined || latitude === undefined || longitude === undefined) return undefined;
  const [altitude, horizontal, vertical] = [altitudeIn(row.altitude), amountIn(row.horizontal), amountIn(row.vertical)];
  return {
    at,
    latitude,
    longitude,
    ...(altitude !== undefined && { altitudeMetres: altitude }),
    ...(horizontal !== undefined && { horizontalAccuracyMetres: horizontal }),
    ...(vertical !== undefined && { verticalAccuracyMetres: vertical }),
  };
};

interface Segment extends Interval {
  readonly type: number;
  readonly count: number;
}

const segmentIn: Read<Segment> = (row) => {
  const [interval, type] = [intervalIn(row), numberIn(row.type)];
  return interval && type !== undefined ? { ...interval, type, count: numberIn(row.count) ?? 0 } : undefined;
};

/** The rows of one table that hang from a session, those that cannot be right reported and left out. */
const childReader = <Part>(
  file: ExportFile,
  table: string,
  columns: Readonly<Record<string, string>>,
  optional: Readonly<Record<string, string>>,
  read: Read<Part>,
): ((session: SessionEntry) => Promise<readonly Part[]>) => {
  if (!file.schema.has(table, 'parent_key', ...Object.values(columns))) return async () => [];
  const there = Object.entries(optional).filter(([, column]) => file.schema.has(table, column));
  const chosen = [...Object.entries(columns), ...there].map(([as, column]) => `${numberOf(`t.${column}`)} AS "${as}"`);
  const finder = rowFinder(file, table, 'parent_key', 'parent_key');
  const query = (range: string): string =>
    `SELECT t.rowid * 1.0 AS row, ${chosen.join(', ')} FROM ${quoted(table)} AS t WHERE ${range} AND t.parent_key = ?`;
  return async ({ row: parent }) => {
    const rows = await finder.find(parent, parent, query, [parent]);
    return rows.flatMap((row): readonly Part[] => {
      const part = read(row);
      if (part !== undefined) return [part];
      const message = 'Its numbers cannot be right; the row was left out.';
      file.problems.report({ table, row: Number(row.row), message });
      return [];
    });
  };
};

/** Reads laps, segments and routes. */
export const partReader = (file: ExportFile): PartReader => {
  const laps = childReader(file, LAPS, { from: 'lap_start_time', to: 'lap_end_time' }, { length: 'lap_length' }, lapIn);
  const times = { from: 'segment_start_time', to: 'segment_end_time', type: 'segment_type' };
  const segments = childReader(file, SEGMENTS, times, { count: 'repetitions_count' }, segmentIn);
  const position = { at: 'timestamp_millis', latitude: 'latitude', longitude: 'longitude' };
  const accuracy = { altitude: 'altitude', horizontal: 'horizontal_accuracy', vertical: 'vertical_accuracy' };
  const route = childReader(file, ROUTES, position, accuracy, pointIn);
  return {
    laps: async (session) => [...(await laps(session))].sort(byStart),
    segments: async (session) => {
      const all = [...(await segments(session))].sort(byStart);
      const counted = all.filter(({ type, count }) => !isPause(type) && Number.isInteger(count) && count > 0);
      return {
        pauses: all.filter(({ type }) => isPause(type)).map(({ start, end }) => ({ start, end })),
        repetitions: counted.map(({ start, end, type, count }) => ({ start, end, exercise: segmentName(type), count })),
      };
    },
    route: async (session) => [...(await route(session))].sort((a, b) => a.at - b.at),
  };
};
