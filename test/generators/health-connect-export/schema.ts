/**
 * The schemas of Health Connect's database that fixtures are written in, as far as the reader looks.
 *
 * **Source** AOSP's `DatabaseUpgradeHelper` and its record helpers for 10 (generated local times) and 14 (planned sessions came
 * with 12); exports of August 2026 for 23 (effort, weights and set numbers of segments). 99 is made up: a schema of the
 * future that dropped what the reader can do without and added what it does not know.
 */
const SCHEMA_VERSIONS = [10, 14, 23, 99] as const;

export type SchemaVersion = (typeof SCHEMA_VERSIONS)[number];

const COMMON = `row_id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE, last_modified_time INTEGER,
  client_record_id TEXT, client_record_version TEXT, device_info_id INTEGER, app_info_id INTEGER,
  recording_method INTEGER, dedupe_hash BLOB UNIQUE`;

const FUTURE_COMMON = `row_id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE, app_info_id INTEGER,
  provenance TEXT DEFAULT 'unknown'`;

const TIMES =
  'start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, end_zone_offset INTEGER, local_date INTEGER';

const LOCAL_TIMES = `local_date_time_start_time INTEGER AS (start_time + 1000 * start_zone_offset),
  local_date_time_end_time INTEGER AS (end_time + 1000 * end_zone_offset)`;

const AMOUNT_TABLES: Readonly<Record<string, string>> = {
  distance_record_table: 'distance REAL',
  active_calories_burned_record_table: 'energy REAL',
  total_calories_burned_record_table: 'energy REAL',
  elevation_gained_record_table: 'elevation REAL',
  steps_record_table: 'count INTEGER',
};

const SERIES_TABLES: readonly (readonly [parents: string, samples: string, column: string])[] = [
  ['heart_rate_record_table', 'heart_rate_record_series_table', 'beats_per_minute INTEGER'],
  ['SpeedRecordTable', 'speed_record_table', 'speed REAL'],
  ['PowerRecordTable', 'power_record_table', 'power REAL'],
  ['StepsCadenceRecordTable', 'steps_cadence_record_table', 'rate REAL'],
  ['CyclingPedalingCadenceRecordTable', 'cycling_pedaling_cadence_record_table', 'revolutions_per_minute REAL'],
];

const interval = (version: SchemaVersion, table: string, ...columns: readonly string[]): string => {
  const common = version === 99 ? FUTURE_COMMON : COMMON;
  return `CREATE TABLE ${table} (${[common, TIMES, ...columns, LOCAL_TIMES].join(', ')});`;
};

const child = (table: string, parent: string, columns: string): string =>
  `CREATE TABLE ${table} (parent_key INTEGER NOT NULL, ${columns},
    FOREIGN KEY (parent_key) REFERENCES ${parent}(row_id) ON DELETE CASCADE);`;

/** The statements that make an empty database of a version. */
export const schemaOf = (version: SchemaVersion): string => {
  const session = ['notes TEXT', 'exercise_type INTEGER', 'title TEXT', 'has_route INTEGER'];
  if (version === 14 || version === 23) session.push('planned_exercise_session_id BLOB');
  if (version === 23) session.push('session_rate_of_perceived_exertion REAL');
  if (version === 99) session.splice(0, session.length, 'exercise_type INTEGER', 'mood INTEGER');
  const segment = `segment_start_time INTEGER NOT NULL, segment_end_time INTEGER NOT NULL, segment_type INTEGER NOT NULL,
    repetitions_count INTEGER NOT NULL${version === 23 ? ', weight_grams REAL, set_index INTEGER, rate_of_perceived_exertion REAL' : ''}`;
  const sessions = 'exercise_session_record_table';
  return [
    `CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, package_name TEXT NOT NULL UNIQUE,
      app_name TEXT, app_icon BLOB, record_types_used TEXT${version === 23 ? ', device_info_id INTEGER' : ''});`,
    ...(version === 99
      ? []
      : [
          `CREATE TABLE device_info_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, manufacturer TEXT, model TEXT,
            device_type INTEGER${version === 23 ? ', udi TEXT' : ''});`,
        ]),
    interval(version, sessions, ...session),
    child('exercise_segments_table', sessions, segment),
    child(
      'exercise_laps_table',
      sessions,
      'lap_start_time INTEGER NOT NULL, lap_end_time INTEGER NOT NULL, lap_length REAL NOT NULL',
    ),
    child(
      'exercise_route_table',
      sessions,
      `timestamp_millis INTEGER NOT NULL, longitude REAL NOT NULL, latitude REAL NOT NULL,
        horizontal_accuracy REAL NOT NULL, vertical_accuracy REAL NOT NULL, altitude REAL NOT NULL`,
    ),
    ...Object.entries(AMOUNT_TABLES).map(([table, column]) => interval(version, table, column)),
    ...SERIES_TABLES.flatMap(([parents, samples, column]) => [
      interval(version, parents),
      child(samples, parents, `${column}, epoch_millis INTEGER`),
    ]),
    `PRAGMA user_version = ${version};`,
  ].join('\n');
};
