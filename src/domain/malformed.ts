import type { SeriesName } from './detail-summary';
import type { Recording } from './recording';
import type { Session } from './session';
import type { Workout } from './workout';

/** The field of a record that cannot be right. */
export type MalformedField =
  | 'key'
  | 'start'
  | 'end'
  | 'activity'
  | 'source'
  | 'crossIds'
  | 'relayedFrom'
  | 'offsetSeconds'
  | 'distanceMetres'
  | 'energyKilocalories'
  | 'elevationGainMetres'
  | 'activeSeconds'
  | 'detail'
  | 'revision'
  | 'state'
  | 'title'
  | 'owner'
  | 'origin'
  | 'external';

/** Civil offsets reach from twelve hours west of UTC to fourteen hours east (IANA time zone database). */
const FARTHEST_WEST_SECONDS = -12 * 3600;
const FARTHEST_EAST_SECONDS = 14 * 3600;

/** The range in which a JavaScript engine can show an instant at all (ECMA-262, time values). */
const LARGEST_INSTANT = 8.64e15;

const isInstant = (value: unknown): boolean => Number.isInteger(value) && Math.abs(value as number) <= LARGEST_INSTANT;

const isAmount = (value: number | undefined): boolean => value === undefined || (Number.isFinite(value) && value >= 0);

const isOffset = (value: number): boolean =>
  Number.isFinite(value) && value >= FARTHEST_WEST_SECONDS && value <= FARTHEST_EAST_SECONDS;

const isName = (value: unknown): boolean => typeof value === 'string' && value !== '';

const areNames = (value: readonly string[] | undefined): boolean =>
  value === undefined || (Array.isArray(value) && value.every(isName));

const soundDetail = ({ detail }: Recording): boolean => {
  if (detail === undefined) return true;
  const series = detail?.series;
  if (typeof series !== 'object' || series === null) return false;
  for (const name in series) {
    const one = series[name as SeriesName];
    if (one !== undefined && !(isAmount(one?.count) && isAmount(one?.coverage) && one?.coverage <= 1)) return false;
  }
  return isAmount(detail.routePoints);
};

/** A session whose origin cannot be read might be an import: it must not go back to where it came from. */
const soundOrigin = ({ origin }: Session): boolean => {
  if (origin === undefined) return true;
  const prints = origin?.prints;
  const arePrints = prints === undefined || (typeof prints?.facts === 'string' && typeof prints.detail === 'string');
  return isName(origin?.platform) && isName(origin?.workout) && arePrints;
};

const STATES: ReadonlySet<string> = new Set<Session['state']>(['open', 'completed', 'deleted']);

const findRecordingFault = (recording: Recording): MalformedField | undefined => {
  if (!isName(recording.key)) return 'key';
  if (!isInstant(recording.start)) return 'start';
  if (!isInstant(recording.end) || recording.end <= recording.start) return 'end';
  if (!isName(recording.activity)) return 'activity';
  if (recording.source !== undefined && !isName(recording.source?.app)) return 'source';
  if (!areNames(recording.crossIds)) return 'crossIds';
  if (!areNames(recording.relayedFrom)) return 'relayedFrom';
  const offset = recording.offsetSeconds;
  if (offset !== undefined && !isOffset(offset)) return 'offsetSeconds';
  if (!isAmount(recording.distanceMetres)) return 'distanceMetres';
  const energy = recording.energyKilocalories;
  if (!isAmount(energy?.active) || !isAmount(energy?.total)) return 'energyKilocalories';
  if (!isAmount(recording.elevationGainMetres)) return 'elevationGainMetres';
  if (!isAmount(recording.activeSeconds)) return 'activeSeconds';
  return soundDetail(recording) ? undefined : 'detail';
};

/**
 * The first field of a recording that cannot be right, or nothing if all of it can.
 *
 * **Laws** total: it never throws on any value of the fields, so that one bad record harms no other.
 */
export const findMalformedField = (item: Workout | Session | Recording): MalformedField | undefined => {
  const fault = findRecordingFault(item);
  if (fault !== undefined || !('kind' in item)) return fault;
  if (item.title !== undefined && typeof item.title !== 'string') return 'title';
  if (item.kind === 'session') {
    if (!isName(item.revision)) return 'revision';
    if (!STATES.has(item.state)) return 'state';
    if (item.owner !== undefined && !isName(item.owner)) return 'owner';
    return soundOrigin(item) ? undefined : 'origin';
  }
  const { external } = item;
  const sound = external === undefined || (isName(external?.id) && isAmount(external?.version));
  return sound ? undefined : 'external';
};
