import type { Interval } from '../../domain/interval';
import type { Detail, Lap, RoutePoint } from '../../ports/detail';
import { routePointOf } from '../route-point';
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
  readonly countRoute: (session: SessionEntry) => Promise<number>;
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

const altitudeIn = (value: unknown): number | undefined => {
  const altitude = numberIn(value);
  return altitude === undefined || isUnset(altitude) ? undefined : altitude;
};

/** The same as {@link pointIn} asks, for SQLite to count by. */
const IS_POINT = ` AND typeof(t.timestamp_millis) = 'integer' AND t.latitude BETWEEN -90 AND 90
  AND t.longitude BETWEEN -180 AND 180`;

const pointIn: Read<RoutePoint> = (row) =>
  routePointOf({
    at: instantIn(row.at),
    latitude: numberIn(row.latitude),
    longitude: numberIn(row.longitude),
    altitude: altitudeIn(row.altitude),
    horizontalAccuracy: amountIn(row.horizontal),
    verticalAccuracy: amountIn(row.vertical),
  });

interface Segment extends Interval {
  readonly type: number;
  readonly count: number;
}

const segmentIn: Read<Segment> = (row) => {
  const [interval, type] = [intervalIn(row), numberIn(row.type)];
  return interval && type !== undefined ? { ...interval, type, count: numberIn(row.count) ?? 0 } : undefined;
};

/** What hangs from a session in one table: read, those that cannot be right reported and left out; and counted. */
interface ChildReader<Part> {
  readonly read: (session: SessionEntry) => Promise<readonly Part[]>;
  readonly count: (session: SessionEntry, condition: string) => Promise<number>;
}

const childReader = <Part>(
  file: ExportFile,
  table: string,
  columns: Readonly<Record<string, string>>,
  optional: Readonly<Record<string, string>>,
  read: Read<Part>,
): ChildReader<Part> => {
  if (!file.schema.has(table, 'parent_key', ...Object.values(columns))) {
    return { read: async () => [], count: async () => 0 };
  }
  const there = Object.entries(optional).filter(([, column]) => file.schema.has(table, column));
  const chosen = [...Object.entries(columns), ...there].map(([as, column]) => `${numberOf(`t.${column}`)} AS "${as}"`);
  const finder = rowFinder(file, table, 'parent_key', 'parent_key');
  const select =
    (what: string, condition = '') =>
    (range: string): string =>
      `SELECT ${what} FROM ${quoted(table)} AS t WHERE ${range} AND t.parent_key = ?${condition}`;
  const partIn = (row: DatabaseRow): readonly Part[] => {
    const part = read(row);
    if (part !== undefined) return [part];
    const message = 'its numbers cannot be right; the row was left out.';
    file.problems.report('row-unreadable', { table, row: Number(row.row) }, message);
    return [];
  };
  return {
    read: async ({ row: parent }) => {
      const query = select(`t.rowid * 1.0 AS row, ${chosen.join(', ')}`);
      return (await finder.find(parent, parent, query, [parent])).flatMap(partIn);
    },
    count: async ({ row: parent }, condition) => {
      const rows = await finder.find(parent, parent, select('count(*) AS parts', condition), [parent]);
      return rows.reduce((sum, { parts }) => sum + Number(parts), 0);
    },
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
    laps: async (session) => [...(await laps.read(session))].sort(byStart),
    segments: async (session) => {
      const all = [...(await segments.read(session))].sort(byStart);
      const counted = all.filter(({ type, count }) => !isPause(type) && Number.isInteger(count) && count > 0);
      return {
        pauses: all.filter(({ type }) => isPause(type)).map(({ start, end }) => ({ start, end })),
        repetitions: counted.map(({ start, end, type, count }) => ({ start, end, exercise: segmentName(type), count })),
      };
    },
    countRoute: (session) => route.count(session, IS_POINT),
    route: async (session) => [...(await route.read(session))].sort((a, b) => a.at - b.at),
  };
};
