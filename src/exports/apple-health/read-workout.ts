import { fingerprint } from '../../domain/hash';
import type { Interval } from '../../domain/interval';
import { findMalformedField } from '../../domain/malformed';
import type { External, Workout } from '../../domain/workout';
import type { Lap } from '../../ports/detail';
import type { XmlElement } from '../xml/parse-element';
import { type AppleDate, parseAppleDate } from './apple-date';
import { amountOf, parseNumber, quantityOf } from './quantity';
import { readActivity } from './read-activity';
import { lapsOf, pausesOf, readEvents } from './read-events';
import { readTotals } from './read-totals';
import { plainName, sourceOf } from './source-of';
import type { ZoneOffset } from './zone-offset';

/**
 * A workout of an export, with what its element says of its detail.
 *
 * **Shape** `routes` are the paths that its routes name. `writtenAt` is when it was stored, where that is said.
 */
export interface ExportedWorkout {
  readonly workout: Workout;
  readonly pauses: readonly Interval[];
  readonly laps: readonly Lap[];
  readonly routes: readonly string[];
  readonly legs: readonly Workout[];
  readonly writtenAt?: number;
}

const within = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** Metadata by key. A key that is repeated has one meaning, and the first value is kept. */
const metadataOf = (element: XmlElement): Readonly<Record<string, string>> => {
  const metadata: Record<string, string> = Object.create(null);
  for (const { attributes } of within(element, 'MetadataEntry')) {
    const { key, value } = attributes;
    if (key !== undefined && value !== undefined && !(key in metadata)) metadata[key] = value;
  }
  return metadata;
};

/** Some versions write `startDate` a second time where they mean `endDate`. */
const readInterval = ({ attributes, repeated }: XmlElement): { readonly start: AppleDate; readonly end: AppleDate } => {
  const again = repeated.find(([name]) => name === 'startDate')?.[1];
  const start = parseAppleDate(attributes.startDate);
  const end = parseAppleDate(attributes.endDate ?? again);
  if (start === undefined) throw new Error(`startDate is ${JSON.stringify(attributes.startDate ?? null)}`);
  if (end === undefined) throw new Error(`endDate is ${JSON.stringify(attributes.endDate ?? null)}`);
  return { start, end };
};

/** The key of a sync version lies under two names: Apple's constant, and the value of that constant. */
const SYNC_IDENTIFIERS = ['HKMetadataKeySyncIdentifier', 'HKSyncIdentifier'];
const SYNC_VERSIONS = ['HKMetadataKeySyncVersion', 'HKSyncVersion'];

const firstOf = (metadata: Readonly<Record<string, string>>, keys: readonly string[]): string | undefined =>
  keys.map((key) => metadata[key]).find((value) => value !== undefined && value !== '');

const readExternal = (metadata: Readonly<Record<string, string>>): External | undefined => {
  const id = firstOf(metadata, SYNC_IDENTIFIERS);
  return id === undefined
    ? undefined
    : { id, version: Math.max(0, parseNumber(firstOf(metadata, SYNC_VERSIONS)) ?? 0) };
};

const methodOf = (metadata: Readonly<Record<string, string>>): Pick<Workout, 'method'> =>
  metadata.HKWasUserEntered === '1' ? { method: 'manual' } : {};

const LEG_SPORTS: readonly (readonly [distance: string, typeName: string])[] = [
  ['DistanceSwimming', 'HKWorkoutActivityTypeSwimming'],
  ['DistanceCycling', 'HKWorkoutActivityTypeCycling'],
  ['DistanceWalkingRunning', 'HKWorkoutActivityTypeRunning'],
];

/** A leg does not name its sport. In a triathlon, the way that was measured tells it; elsewhere it is the workout's. */
const readLegActivity = (leg: XmlElement, whole: Workout): Pick<Workout, 'activity' | 'raw'> => {
  const named = leg.attributes.workoutActivityType;
  if (named !== undefined) return readActivity(named, metadataOf(leg));
  if (whole.activity !== 'multisport') return { activity: whole.activity, raw: whole.raw };
  const measured = within(leg, 'WorkoutStatistics').map(({ attributes }) => attributes.type ?? '');
  const sport = LEG_SPORTS.find(([distance]) => measured.some((type) => type.endsWith(distance)))?.[1];
  return readActivity(sport ?? 'HKWorkoutActivityTypeTransition', metadataOf(leg));
};

const readLegs = (element: XmlElement, whole: Workout): readonly Workout[] => {
  const parts = within(element, 'WorkoutActivity');
  if (parts.length < 2) return [];
  return parts.flatMap((part, index): readonly Workout[] => {
    const start = parseAppleDate(part.attributes.startDate)?.at;
    const end = parseAppleDate(part.attributes.endDate)?.at;
    if (start === undefined || end === undefined || end <= start) return [];
    const { activity, raw } = readLegActivity(part, whole);
    const activeSeconds = amountOf('time', part.attributes.duration, part.attributes.durationUnit);
    const { source, offsetSeconds } = whole;
    return [
      {
        kind: 'workout',
        platform: 'apple-health',
        key: `${whole.key}-leg-${index + 1}`,
        parent: whole.key,
        activity,
        raw,
        start,
        end,
        ...readTotals(part, activity),
        ...(activeSeconds !== undefined && { activeSeconds }),
        ...(source && { source }),
        ...(offsetSeconds !== undefined && { offsetSeconds }),
      },
    ];
  });
};

/**
 * Reads a `Workout` element.
 *
 * **Shape** the export has no record ids, so the key is derived: from the source and its sync identifier or external UUID
 * where it gave one, else from source, type, start and end. Its first reading and every later one agree on it.
 *
 * **Errors** throws an `Error` that names the attribute which is missing or makes no sense.
 */
export const readWorkout = (element: XmlElement, zoneOffset: ZoneOffset): ExportedWorkout => {
  const { attributes } = element;
  const { start, end } = readInterval(element);
  const type = attributes.workoutActivityType;
  const sourceName = plainName(attributes.sourceName ?? '');
  if (type === undefined) throw new Error('workoutActivityType is missing');
  if (sourceName === '') throw new Error('sourceName is missing');
  const metadata = metadataOf(element);
  const { activity, raw } = readActivity(type, metadata);
  const external = readExternal(metadata);
  const externalUuid = metadata.HKExternalUUID || undefined;
  const sourceId = external?.id ?? externalUuid;
  const identity = sourceId === undefined ? [type, start.at, end.at] : ['id', sourceId];
  const zone = metadata.HKTimeZone;
  const offsetSeconds = (zone === undefined ? undefined : zoneOffset(zone, start.at)) ?? start.offsetSeconds;
  const activeSeconds = amountOf('time', attributes.duration, attributes.durationUnit ?? 'min');
  const elevationGainMetres = quantityOf('length', metadata.HKElevationAscended);
  const writtenAt = parseAppleDate(attributes.creationDate)?.at;
  const workout: Workout = {
    kind: 'workout',
    platform: 'apple-health',
    key: fingerprint(JSON.stringify([sourceName, ...identity])),
    activity,
    raw,
    start: start.at,
    end: end.at,
    source: sourceOf(sourceName, attributes.device),
    offsetSeconds,
    ...readTotals(element, activity),
    ...(activeSeconds !== undefined && { activeSeconds }),
    ...(elevationGainMetres !== undefined && { elevationGainMetres }),
    ...methodOf(metadata),
    ...(sourceId !== undefined && { sourceId }),
    ...(externalUuid !== undefined && { crossIds: [externalUuid] }),
    ...(external && { external }),
  };
  const wrong = findMalformedField(workout);
  if (wrong !== undefined)
    throw new Error(`${wrong} makes no sense (from ${attributes.startDate} to ${attributes.endDate})`);
  const events = readEvents(element);
  const legs = readLegs(element, workout);
  const laps = lapsOf(events, workout);
  const references = within(element, 'WorkoutRoute').flatMap((route) => within(route, 'FileReference'));
  return {
    workout,
    pauses: pausesOf(events, workout),
    laps:
      laps.length > 0
        ? laps
        : legs.map(({ start, end, distanceMetres }) => ({
            start,
            end,
            ...(distanceMetres !== undefined && { distanceMetres }),
          })),
    routes: references.flatMap(({ attributes: { path } }) => (path === undefined ? [] : [path])),
    legs,
    ...(writtenAt !== undefined && { writtenAt }),
  };
};
