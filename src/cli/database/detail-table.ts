import type { Platform } from '../../domain/platform';
import type { Detail, RoutePoint } from '../../ports/detail';
import type { Database } from './database';

const column = (place: number, name: string, of: string): string =>
  `json_extract(${of}.value, '$[${place}]') AS ${name}`;

/**
 * What stands behind the sessions, sample by sample: one row per session, since a row per sample would make the database many
 * times as large, and views that show a row per sample. `stands_for` is what the session was like when its samples were read.
 */
const SCHEMA: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS session_details (
  session TEXT NOT NULL PRIMARY KEY,
  stands_for TEXT NOT NULL,
  from_ms INTEGER NOT NULL,
  series TEXT NOT NULL CHECK (json_valid(series)),
  routes TEXT NOT NULL CHECK (json_valid(routes))
) STRICT`,
  `CREATE TRIGGER IF NOT EXISTS session_details_gone AFTER DELETE ON sessions
  BEGIN
    DELETE FROM session_details WHERE session = OLD.key;
  END`,
  `CREATE VIEW IF NOT EXISTS samples AS
SELECT session, series.key AS series, from_ms + json_extract(sample.value, '$[0]') AS at_ms, ${column(1, 'value', 'sample')}
FROM session_details, json_each(session_details.series) AS series, json_each(series.value) AS sample`,
  `CREATE VIEW IF NOT EXISTS route_points AS
SELECT session, piece.key + 1 AS piece, from_ms + json_extract(point.value, '$[0]') AS at_ms, ${column(1, 'latitude', 'point')},
  ${column(2, 'longitude', 'point')}, ${column(3, 'altitude_metres', 'point')},
  ${column(4, 'speed_metres_per_second', 'point')}, ${column(5, 'accuracy_metres', 'point')}
FROM session_details, json_each(session_details.routes) AS piece, json_each(piece.value) AS point`,
];

/** The table of samples. A copy of a database in memory goes without it: nothing is decided by it. */
export const DETAIL_TABLE = 'session_details';

const STANDS_FOR = "sessions.origin_workout || ' ' || start_ms || ' ' || end_ms || ' ' || coalesce(detail, '')";

const PENDING = `SELECT sessions.key, origin_workout AS workout, start_ms, ${STANDS_FOR} AS stands_for
FROM sessions LEFT JOIN session_details ON session_details.session = sessions.key
WHERE origin_platform = ? AND origin_workout IS NOT NULL AND state <> 'deleted'
  AND session_details.stands_for IS NOT (${STANDS_FOR})
ORDER BY start_ms, sessions.key`;

const PUT = `INSERT OR REPLACE INTO ${DETAIL_TABLE} (session, stands_for, from_ms, series, routes) VALUES (?, ?, ?, ?, ?)`;

/** A session whose samples are not in the database, or are those of what it was before. */
export interface PendingDetail {
  readonly key: string;
  readonly workout: string;
  readonly from: number;
  readonly standsFor: string;
}

/** Whether the database keeps samples: it does from the first time on that it was asked to. */
export const keepsDetail = (database: Database): boolean =>
  database.query('SELECT 1 FROM sqlite_master WHERE name = ?', DETAIL_TABLE).length > 0;

/** Makes room for samples. */
export const keepDetail = (database: Database): void =>
  database.inTransaction(() => {
    for (const sql of SCHEMA) database.exec(sql);
  });

/** The sessions of a platform whose samples are to be read, the oldest first. */
export const pendingDetail = (database: Database, platform: Platform): readonly PendingDetail[] =>
  database.query(PENDING, platform).map((row) => ({
    key: String(row.key),
    workout: String(row.workout),
    from: Number(row.start_ms),
    standsFor: String(row.stands_for),
  }));

const pointOf =
  (from: number) =>
  ({ at, latitude, longitude, altitudeMetres, speedMetresPerSecond, horizontalAccuracyMetres }: RoutePoint) => [
    at - from,
    latitude,
    longitude,
    altitudeMetres ?? null,
    speedMetresPerSecond ?? null,
    horizontalAccuracyMetres ?? null,
  ];

/** Puts the samples of some sessions into the database: those of all of them, or of none. */
export const putDetail = (
  database: Database,
  read: readonly { readonly pending: PendingDetail; readonly detail: Pick<Detail, 'series' | 'routes'> }[],
): void =>
  database.inTransaction(() => {
    for (const { pending, detail } of read) {
      const { key, from, standsFor } = pending;
      const series = Object.entries(detail.series).map(([name, samples]) => [
        name,
        samples.map(({ at, value }) => [at - from, value]),
      ]);
      const routes = detail.routes.map((piece) => piece.map(pointOf(from)));
      database
        .prepare(PUT)
        .run(key, standsFor, from, JSON.stringify(Object.fromEntries(series)), JSON.stringify(routes));
    }
  });
