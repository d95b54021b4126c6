import type { SeriesName } from '../../domain/detail-summary';

export const SESSIONS = 'exercise_session_record_table';
export const APPS = 'application_info_table';
export const DEVICES = 'device_info_table';
export const LAPS = 'exercise_laps_table';
export const SEGMENTS = 'exercise_segments_table';
export const ROUTES = 'exercise_route_table';

/** A measured amount over an interval: one record table. */
export interface AmountTable {
  readonly table: string;
  readonly column: string;
  /** How many of ours one of the column's are. */
  readonly factor: number;
}

/** Samples: a record table for the interval and the app, and a table of its samples under `parent_key`. */
export interface SeriesTable {
  readonly parents: string;
  readonly table: string;
  readonly column: string;
  readonly series: SeriesName;
}

/** Energy is kept in small calories, a thousandth of what is printed on food. */
const KILOCALORIES_PER_CALORIE = 0.001;

export const AMOUNTS = {
  distance: { table: 'distance_record_table', column: 'distance', factor: 1 },
  activeEnergy: { table: 'active_calories_burned_record_table', column: 'energy', factor: KILOCALORIES_PER_CALORIE },
  totalEnergy: { table: 'total_calories_burned_record_table', column: 'energy', factor: KILOCALORIES_PER_CALORIE },
  elevation: { table: 'elevation_gained_record_table', column: 'elevation', factor: 1 },
  steps: { table: 'steps_record_table', column: 'count', factor: 1 },
} as const satisfies Readonly<Record<string, AmountTable>>;

export const SERIES = {
  heartRate: {
    parents: 'heart_rate_record_table',
    table: 'heart_rate_record_series_table',
    column: 'beats_per_minute',
    series: 'heart-rate',
  },
  speed: { parents: 'SpeedRecordTable', table: 'speed_record_table', column: 'speed', series: 'speed' },
  power: { parents: 'PowerRecordTable', table: 'power_record_table', column: 'power', series: 'power' },
  steps: { parents: 'StepsCadenceRecordTable', table: 'steps_cadence_record_table', column: 'rate', series: 'cadence' },
  pedalling: {
    parents: 'CyclingPedalingCadenceRecordTable',
    table: 'cycling_pedaling_cadence_record_table',
    column: 'revolutions_per_minute',
    series: 'cadence',
  },
} as const satisfies Readonly<Record<string, SeriesTable>>;

/** Every table that is read. */
export const TABLES: readonly string[] = [
  SESSIONS,
  APPS,
  DEVICES,
  LAPS,
  SEGMENTS,
  ROUTES,
  ...Object.values(AMOUNTS).map(({ table }) => table),
  ...Object.values(SERIES).flatMap(({ parents, table }) => [parents, table]),
];
