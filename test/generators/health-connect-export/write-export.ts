import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type AmountTableName, type ExportContent, type RecordRow, type SeriesTableName, UNSET } from './content';
import { type SchemaVersion, schemaOf } from './schema';

const VALUE_COLUMNS: Readonly<Record<AmountTableName, string>> = {
  distance_record_table: 'distance',
  active_calories_burned_record_table: 'energy',
  total_calories_burned_record_table: 'energy',
  elevation_gained_record_table: 'elevation',
  steps_record_table: 'count',
};

const SAMPLE_TABLES: Readonly<Record<SeriesTableName, readonly [table: string, column: string]>> = {
  heart_rate_record_table: ['heart_rate_record_series_table', 'beats_per_minute'],
  SpeedRecordTable: ['speed_record_table', 'speed'],
  PowerRecordTable: ['power_record_table', 'power'],
  StepsCadenceRecordTable: ['steps_cadence_record_table', 'rate'],
  CyclingPedalingCadenceRecordTable: ['cycling_pedaling_cadence_record_table', 'revolutions_per_minute'],
};

type Columns = Readonly<Record<string, SQLInputValue>>;

/** Writes rows, leaving out the columns that a version of the schema does not have. */
const rowWriter = (database: DatabaseSync): ((table: string, columns: Columns) => number) => {
  const known = new Map<string, ReadonlySet<string>>();
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  return (table, columns) => {
    const there =
      known.get(table) ??
      new Set(
        database
          .prepare('SELECT name FROM pragma_table_info(?)')
          .all(table)
          .map((row) => String(row.name)),
      );
    known.set(table, there);
    const used = Object.entries(columns).filter(([name]) => there.has(name));
    const sql = `INSERT INTO ${table} (${used.map(([name]) => name)}) VALUES (${used.map(() => '?')})`;
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return Number(statement.run(...used.map(([, value]) => value)).lastInsertRowid);
  };
};

const bytesOf = (digits: string): Uint8Array => new Uint8Array(Buffer.from(digits, 'hex'));

/**
 * A database as Health Connect keeps one, in memory; `database.serialize()` gives its file. Small pages make a small file with
 * as many pages as a large one has.
 */
export const writeExport = (content: ExportContent, version: SchemaVersion = 23, pageBytes = 4096): DatabaseSync => {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false });
  database.exec(`PRAGMA page_size = ${pageBytes}`);
  database.exec(schemaOf(version));
  database.exec('BEGIN');
  const write = rowWriter(database);
  const apps = new Map<string, number>();
  for (const [app, name] of Object.entries(content.apps)) {
    apps.set(app, write('application_info_table', { package_name: app, app_name: name }));
  }
  if (version !== 99) {
    for (const { type, manufacturer = null, model = null } of content.devices ?? []) {
      write('device_info_table', { device_type: type, manufacturer, model });
    }
  }
  let ids = 0;
  const common = ({ app, start, end, modified = end }: RecordRow, uuid?: string): Columns => {
    ids += 1;
    return {
      uuid: bytesOf(uuid ?? ids.toString(16).padStart(32, '0')),
      last_modified_time: modified,
      client_record_version: '0',
      app_info_id: apps.get(app) ?? null,
      device_info_id: 1,
      recording_method: 0,
      start_time: start,
      end_time: end,
      start_zone_offset: 3600,
      end_zone_offset: 3600,
      local_date: Math.floor(start / 86_400_000),
    };
  };
  for (const session of content.sessions) {
    const parent_key = write('exercise_session_record_table', {
      ...common(session, session.uuid),
      exercise_type: session.type,
      title: session.title ?? null,
      notes: session.notes ?? null,
      recording_method: session.method ?? 0,
      client_record_id: session.client?.id ?? null,
      client_record_version: String(session.client?.version ?? 0),
      device_info_id: session.device ?? null,
      start_zone_offset: session.offset ?? null,
      has_route: session.route ? 1 : 0,
      session_rate_of_perceived_exertion: 1.4e-45,
    });
    for (const { start, end, length = UNSET } of session.laps ?? []) {
      write('exercise_laps_table', { parent_key, lap_start_time: start, lap_end_time: end, lap_length: length });
    }
    for (const { start, end, type, repetitions = 0 } of session.segments ?? []) {
      write('exercise_segments_table', {
        parent_key,
        segment_start_time: start,
        segment_end_time: end,
        segment_type: type,
        repetitions_count: repetitions,
      });
    }
    for (const point of session.route ?? []) {
      write('exercise_route_table', {
        parent_key,
        timestamp_millis: point.at,
        latitude: point.latitude,
        longitude: point.longitude,
        altitude: point.altitude ?? UNSET,
        horizontal_accuracy: point.horizontal ?? UNSET,
        vertical_accuracy: point.vertical ?? UNSET,
      });
    }
  }
  for (const [table, rows = []] of Object.entries(content.amounts ?? {})) {
    const column = VALUE_COLUMNS[table as AmountTableName];
    for (const row of rows) write(table, { ...common(row), [column]: row.value });
  }
  for (const [table, rows = []] of Object.entries(content.series ?? {})) {
    const [samples, column] = SAMPLE_TABLES[table as SeriesTableName];
    for (const row of rows) {
      const parent_key = write(table, common(row));
      for (const [at, value] of row.samples) write(samples, { parent_key, epoch_millis: at, [column]: value });
    }
  }
  database.exec('COMMIT');
  return database;
};

/** The bytes of such a database. */
export const exportBytes = (content: ExportContent, version: SchemaVersion = 23): Uint8Array => {
  const database = writeExport(content, version);
  const bytes = database.serialize();
  database.close();
  return bytes;
};
