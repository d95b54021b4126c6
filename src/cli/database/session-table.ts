import { ACTIVITIES } from '../../domain/activity';

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** A moment as the clock on the wall showed it; in UTC where nobody knows the zone. */
const wallClock = (column: string): string =>
  `TEXT GENERATED ALWAYS AS (strftime('%Y-%m-%d %H:%M:%S', ${column} / 1000 + coalesce(offset_seconds, 0), 'unixepoch')) VIRTUAL`;

const samplesOf = (series: string): string =>
  `INTEGER GENERATED ALWAYS AS (json_extract(detail, '$.series."${series}".count')) VIRTUAL`;

/** The columns that hold what a session is; a change of one of them is a change of content. */
export const CONTENT_COLUMNS = [
  'activity',
  'title',
  'start_ms',
  'end_ms',
  'offset_seconds',
  'active_seconds',
  'distance_metres',
  'active_kilocalories',
  'total_kilocalories',
  'elevation_gain_metres',
  'app',
  'app_name',
  'device',
  'method',
  'state',
  'owner',
  'origin_platform',
  'origin_workout',
  'detail',
  'more',
] as const;

/** A column that this library writes. */
export type ContentColumn = (typeof CONTENT_COLUMNS)[number];

/**
 * The table of sessions, made for reading: plain columns with their units in their names, wall-clock times and sample counts
 * computed. A person may insert, edit and delete rows with SQL: the trigger counts edits as revisions, so that sync sees them.
 */
export const SESSION_SCHEMA: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS sessions (
  key TEXT NOT NULL PRIMARY KEY,
  activity TEXT NOT NULL CHECK (activity IN (${quoted(ACTIVITIES)})),
  title TEXT,
  start_ms INTEGER NOT NULL,
  end_ms INTEGER NOT NULL CHECK (end_ms >= start_ms),
  offset_seconds INTEGER,
  started_at ${wallClock('start_ms')},
  ended_at ${wallClock('end_ms')},
  duration_seconds REAL GENERATED ALWAYS AS ((end_ms - start_ms) / 1000.0) VIRTUAL,
  active_seconds REAL,
  distance_metres REAL,
  active_kilocalories REAL,
  total_kilocalories REAL,
  elevation_gain_metres REAL,
  app TEXT,
  app_name TEXT,
  device TEXT,
  method TEXT CHECK (method IN ('recorded', 'detected', 'manual')),
  state TEXT NOT NULL DEFAULT 'completed' CHECK (state IN ('open', 'completed', 'deleted')),
  owner TEXT,
  origin_platform TEXT CHECK (origin_platform IN ('apple-health', 'health-connect')),
  origin_workout TEXT,
  heart_rate_samples ${samplesOf('heart-rate')},
  route_points INTEGER GENERATED ALWAYS AS (json_extract(detail, '$.routePoints')) VIRTUAL,
  detail TEXT CHECK (json_valid(detail)),
  more TEXT CHECK (json_valid(more)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT`,
  'CREATE INDEX IF NOT EXISTS sessions_by_start ON sessions (start_ms, key)',
  `CREATE TRIGGER IF NOT EXISTS sessions_edited AFTER UPDATE OF ${CONTENT_COLUMNS.join(', ')} ON sessions
  WHEN NEW.revision = OLD.revision
  BEGIN
    UPDATE sessions SET revision = OLD.revision + 1 WHERE key = NEW.key;
  END`,
];
