import type { Platform } from '../../domain/platform';

/** Where the state of one platform is kept: the two never mix, so one database can take exports of both. */
export const statePrefix = (platform: Platform): string => `sync_${platform.replace('-', '_')}_`;

/** A table of state rows that is there now. */
export interface StateTable {
  readonly platform: Platform;
  readonly table: string;
}

/** The values of one collection, of every state there is. */
const valuesOf = (states: readonly StateTable[], collection: string): string =>
  states
    .map(
      ({ platform, table }) =>
        `SELECT '${platform}' AS platform, key, value FROM "${table}" WHERE key >= '${collection}/' AND key < '${collection}0'`,
    )
    .join(' UNION ALL ');

const field = (path: string, name: string): string => `json_extract(value, '$.${path}') AS ${name}`;

const moment = (value: string, offset = '0'): string =>
  `strftime('%Y-%m-%d %H:%M:%S', ${value} / 1000 + coalesce(${offset}, 0), 'unixepoch')`;

const workouts = (states: readonly StateTable[]): string => `CREATE VIEW workouts AS
WITH
  seen AS (SELECT platform, value FROM (${valuesOf(states, 'workout')})),
  links AS (SELECT platform, value FROM (${valuesOf(states, 'link')})),
  members AS (
    SELECT platform, json_extract(value, '$.workout') AS workout, json_extract(value, '$.session') AS session,
      json_extract(value, '$.state') AS link, 'original' AS role FROM links
    UNION ALL
    SELECT platform, copy.value, json_extract(links.value, '$.session'), json_extract(links.value, '$.state'), 'copy'
      FROM links, json_each(links.value, '$.copies') AS copy
  ),
  known AS (
    SELECT platform, ${field('key', 'key')}, ${field('activity', 'activity')}, ${field('start', 'start_ms')},
      ${field('end', 'end_ms')}, ${field('offsetSeconds', 'offset_seconds')},
      ${field('distanceMetres', 'distance_metres')}, ${field('energyKilocalories.active', 'active_kilocalories')},
      ${field('energyKilocalories.total', 'total_kilocalories')},
      ${field('elevationGainMetres', 'elevation_gain_metres')}, ${field('source.app', 'app')},
      coalesce(json_extract(value, '$.source.appName'), json_extract(value, '$.source.app')) AS app_name,
      coalesce(json_extract(value, '$.source.device.model'), json_extract(value, '$.source.device.type')) AS device
    FROM seen
  )
SELECT known.key, known.platform, activity, start_ms, end_ms, ${moment('start_ms', 'offset_seconds')} AS started_at,
  ${moment('end_ms', 'offset_seconds')} AS ended_at, (end_ms - start_ms) / 1000.0 AS duration_seconds, distance_metres,
  active_kilocalories, total_kilocalories, elevation_gain_metres, app, app_name, device, session, role, link
FROM known LEFT JOIN members ON members.workout = known.key AND members.platform = known.platform`;

const COPIES = `CREATE VIEW copies AS
WITH members AS MATERIALIZED (SELECT * FROM workouts WHERE session IS NOT NULL)
SELECT copy.session, copy.activity, copy.started_at, original.app_name AS original_app, copy.app_name AS copy_app,
  original.duration_seconds AS original_duration_seconds, copy.duration_seconds AS copy_duration_seconds,
  original.distance_metres AS original_distance_metres, copy.distance_metres AS copy_distance_metres,
  original.active_kilocalories AS original_active_kilocalories, copy.active_kilocalories AS copy_active_kilocalories,
  original.key AS original_workout, copy.key AS copy_workout, copy.platform
FROM members AS copy LEFT JOIN members AS original
  ON original.session = copy.session AND original.platform = copy.platform AND original.role = 'original'
WHERE copy.role = 'copy'`;

const OUTCOMES = [
  'imported',
  'updated',
  'enriched',
  'session-removed',
  'linked',
  'already-synced',
  'refused',
  'waiting',
];

const count = (outcome: string): string =>
  `coalesce(json_extract(value, '$.counts."${outcome}"'), 0) AS ${outcome.replace('-', '_')}`;

const history = (states: readonly StateTable[]): string => `CREATE VIEW sync_history AS
SELECT json_extract(value, '$.id') AS run, platform, ${moment("json_extract(value, '$.startedAt')")} AS started_at,
  ${moment("json_extract(value, '$.endedAt')")} AS ended_at,
  coalesce(json_extract(value, '$.end'), 'killed') AS "end", ${OUTCOMES.map(count).join(', ')},
  coalesce(json_extract(value, '$.counts.blocked'), 0) AS held, coalesce(json_extract(value, '$.counts.failed'), 0) AS failed,
  ${field('guard', 'guard')}, ${field('problem.code', 'problem')}
FROM (${valuesOf(states, 'run')})`;

const items = (states: readonly StateTable[]): string => `CREATE VIEW sync_items AS
SELECT substr(pages.key, 7, instr(pages.key, ':') - 7) AS run, pages.platform,
  ${moment("json_extract(item.value, '$.at')")} AS at, json_extract(item.value, '$.outcome') AS outcome,
  json_extract(item.value, '$.session') AS session, json_extract(item.value, '$.workout') AS workout,
  (SELECT group_concat(json_extract(reason.value, '$.code'), ', ') FROM json_each(item.value, '$.reasons') AS reason)
    AS reasons
FROM (${valuesOf(states, 'items')}) AS pages, json_each(pages.value, '$.items') AS item`;

/**
 * Views over what sync remembers: they are of the same moment as the state itself, wherever a process was killed.
 *
 * - `workouts`: what the file held when it was last read, with the session that each belongs with and its role there.
 * - `copies`: the copies beside their originals, number by number.
 * - `sync_history`: a row per run. `sync_items`: a row per item of a run, with the reasons.
 */
export const viewsOver = (states: readonly StateTable[]): Readonly<Record<string, string>> =>
  states.length === 0
    ? {}
    : { workouts: workouts(states), copies: COPIES, sync_history: history(states), sync_items: items(states) };
