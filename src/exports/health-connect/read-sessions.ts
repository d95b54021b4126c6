import { durationSeconds, type Interval } from '../../domain/interval';
import type { RecordingMethod } from '../../domain/recording';
import type { External, Workout } from '../../domain/workout';
import { fromHealthConnectPlatformActivity } from '../../platforms/health-connect/activity-map';
import { amountReader, sumOf } from './amounts';
import type { DatabaseRow } from './database';
import type { ExportFile } from './export-file';
import type { SourceOf } from './names';
import type { PartReader } from './parts';
import type { SessionEntry } from './session-index';
import { numberIn, numberOf, quoted, textIn, textOf } from './sql';
import { AMOUNTS, SESSIONS } from './tables';

/** Android's `Metadata.RECORDING_METHOD_*`; zero is unknown. */
const METHODS: Readonly<Record<number, RecordingMethod>> = { 1: 'recorded', 2: 'detected', 3: 'manual' };

/** Civil offsets reach from twelve hours west of UTC to fourteen hours east (IANA time zone database). */
const FARTHEST_WEST_SECONDS = -12 * 3600;
const FARTHEST_EAST_SECONDS = 14 * 3600;

const LONGEST_TITLE = 500;
const LONGEST_ID = 1000;

/** The columns of a session by the name they get in the answer; those that a file lacks are nothing. */
const COLUMNS: Readonly<Record<string, readonly [column: string, read: (column: string) => string]>> = {
  type: ['exercise_type', numberOf],
  title: ['title', (column) => textOf(column, LONGEST_TITLE)],
  method: ['recording_method', numberOf],
  client: ['client_record_id', (column) => textOf(column, LONGEST_ID)],
  // Declared as text in some versions of the schema, as an integer in others; a whole number either way.
  version: ['client_record_version', (column) => `CAST(${column} AS INTEGER) * 1.0`],
  offset: ['start_zone_offset', numberOf],
  device: ['device_info_id', numberOf],
};

const externalIn = (row: DatabaseRow): External | undefined => {
  const id = textIn(row.client);
  return id === undefined ? undefined : { id, version: Math.max(0, numberIn(row.version) ?? 0) };
};

/** The time that is not paused; nothing where nothing is known of pauses. */
const activeSecondsOf = (session: Interval, pauses: readonly Interval[]): number | undefined => {
  if (pauses.length === 0) return undefined;
  let paused = 0;
  let at = session.start;
  for (const { start, end } of pauses) {
    const [from, to] = [Math.max(at, start), Math.min(end, session.end)];
    if (to > from) paused += to - from;
    at = Math.max(at, to);
  }
  return paused > 0 ? Math.max(0, durationSeconds(session) - paused / 1000) : undefined;
};

/**
 * Reads the header of a session: the workout as the port shows it, its totals summed up from what its app wrote. Nothing
 * where the file is damaged there: half a workout would look like one that was changed.
 */
export const sessionReader = (
  file: ExportFile,
  sourceOf: SourceOf,
  parts: PartReader,
): ((entry: SessionEntry) => Promise<Workout | undefined>) => {
  const [distance, active, total, elevation] = [
    amountReader(file, AMOUNTS.distance),
    amountReader(file, AMOUNTS.activeEnergy),
    amountReader(file, AMOUNTS.totalEnergy),
    amountReader(file, AMOUNTS.elevation),
  ];
  const chosen = Object.entries(COLUMNS).map(
    ([as, [column, read]]) => `${file.schema.has(SESSIONS, column) ? read(column) : 'NULL'} AS "${as}"`,
  );
  const sql = `SELECT ${chosen.join(', ')} FROM ${quoted(SESSIONS)} WHERE rowid = ?`;
  const readRow = async ({ row }: SessionEntry): Promise<DatabaseRow | undefined> => {
    try {
      return (await file.database.all(sql, [row]))[0];
    } catch {
      file.problems.report(
        'rows-damaged',
        { table: SESSIONS, row },
        'the file is damaged here; the workout was left out.',
      );
      return undefined;
    }
  };
  const offsetIn = ({ row }: SessionEntry, value: unknown): number | undefined => {
    const offset = numberIn(value);
    if (offset === undefined || (offset >= FARTHEST_WEST_SECONDS && offset <= FARTHEST_EAST_SECONDS)) return offset;
    const message = 'its start_zone_offset is no zone on earth, and was left out.';
    file.problems.report('row-unreadable', { table: SESSIONS, row }, message);
    return undefined;
  };
  return async (entry) => {
    const row = await readRow(entry);
    if (row === undefined) return undefined;
    const source = sourceOf(entry.app, numberIn(row.device));
    const external = externalIn(row);
    const title = textIn(row.title);
    const offsetSeconds = offsetIn(entry, row.offset);
    const method = METHODS[numberIn(row.method) ?? 0];
    const { pauses } = await parts.segments(entry);
    const activeSeconds = activeSecondsOf(entry, pauses);
    const distanceMetres = sumOf(await distance(entry));
    const elevationGainMetres = sumOf(await elevation(entry));
    const [activeEnergy, totalEnergy] = [sumOf(await active(entry)), sumOf(await total(entry))];
    const energyKilocalories = {
      ...(activeEnergy !== undefined && { active: activeEnergy }),
      ...(totalEnergy !== undefined && { total: totalEnergy }),
    };
    return {
      kind: 'workout',
      platform: 'health-connect',
      key: entry.key,
      start: entry.start,
      end: entry.end,
      ...fromHealthConnectPlatformActivity(numberIn(row.type) ?? 0),
      ...(source && { source }),
      ...(external && { external }),
      ...(title !== undefined && { title }),
      ...(offsetSeconds !== undefined && { offsetSeconds }),
      ...(method && { method }),
      ...(activeSeconds !== undefined && { activeSeconds }),
      ...(distanceMetres !== undefined && { distanceMetres }),
      ...(elevationGainMetres !== undefined && { elevationGainMetres }),
      ...(Object.keys(energyKilocalories).length > 0 && { energyKilocalories }),
    };
  };
};
