import {
  type NewObject,
  ROUTE,
  type StoredObject,
  type StoredRoute,
  type StoredSample,
  type StoredWorkout,
  WORKOUT,
} from './stored-object';
import type { HealthKitSwitches } from './switches';

const SYNC_ID = 'HKMetadataKeySyncIdentifier';
const SYNC_VERSION = 'HKMetadataKeySyncVersion';

/** One line of HealthKit's log of workouts. A deletion keeps the two sync keys, and nothing else. */
type LogEntry =
  | { readonly kind: 'added'; readonly uuid: string }
  | { readonly kind: 'deleted'; readonly uuid: string; readonly app: string; readonly metadata: object }
  | { readonly kind: 'purged' };

/** The objects in HealthKit, and the log that anchors point into. */
export interface ObjectShelf {
  readonly workouts: () => readonly StoredWorkout[];
  readonly samples: () => readonly StoredSample[];
  readonly routes: () => readonly StoredRoute[];
  readonly get: (uuid: string) => StoredObject | undefined;
  /** Saves an object, by its sync identifier and version where it has both. Gives the object as it was to be saved. */
  readonly save: <Given extends NewObject>(object: Given) => Given & { readonly uuid: string };
  readonly delete: (uuid: string) => boolean;
  readonly log: () => readonly LogEntry[];
  /** Forgets what was deleted. */
  readonly purge: () => void;
}

const syncOf = ({ metadata }: Pick<StoredObject, 'metadata'>) => {
  const [id, version] = [metadata[SYNC_ID], metadata[SYNC_VERSION]];
  return typeof id === 'string' && typeof version === 'number' ? { id, version } : undefined;
};

const isWorkout = (one: StoredObject): one is StoredWorkout => one.type === WORKOUT;
const isRoute = (one: StoredObject): one is StoredRoute => one.type === ROUTE;
const isSample = (one: StoredObject): one is StoredSample => !isWorkout(one) && !isRoute(one);

/** An empty shelf. UUIDs are numbers in disguise, so that a run can be repeated. */
export const objectShelf = (switches: HealthKitSwitches): ObjectShelf => {
  const objects = new Map<string, StoredObject>();
  const log: LogEntry[] = [];
  let uuids = 0;

  const nextUuid = (): string => {
    uuids += 1;
    return `00000000-0000-4000-8000-${uuids.toString(16).toUpperCase().padStart(12, '0')}`;
  };

  const remove = (uuid: string): boolean => {
    const object = objects.get(uuid);
    if (object === undefined) return false;
    objects.delete(uuid);
    const { app, metadata } = object;
    const kept = Object.fromEntries(
      [SYNC_ID, SYNC_VERSION].flatMap((key) => (key in metadata ? [[key, metadata[key]]] : [])),
    );
    if (isWorkout(object)) log.push({ kind: 'deleted', uuid, app, metadata: kept });
    return true;
  };

  const put = (object: StoredObject): void => {
    objects.set(object.uuid, object);
    if (isWorkout(object)) log.push({ kind: 'added', uuid: object.uuid });
  };

  const rivalsOf = (object: NewObject): readonly StoredObject[] => {
    const sync = syncOf(object);
    if (sync === undefined) return [];
    return [...objects.values()].filter(
      (other) =>
        other.app === object.app &&
        (switches.syncScope === 'app' || other.type === object.type) &&
        syncOf(other)?.id === sync.id,
    );
  };

  /** A replaced object stands in its place: what is linked to a replaced workout is linked to it no more. */
  const replace = (older: StoredObject): void => {
    remove(older.uuid);
    if (!isWorkout(older) || switches.replacedRoute === 'stays') return;
    for (const other of [...objects.values()]) {
      if (!isWorkout(other) && other.workout === older.uuid) remove(other.uuid);
    }
  };

  return {
    workouts: () => [...objects.values()].filter(isWorkout),
    samples: () => [...objects.values()].filter(isSample),
    routes: () => [...objects.values()].filter(isRoute),
    get: (uuid) => objects.get(uuid),
    save: (object) => {
      const saved = { ...object, uuid: nextUuid() };
      const rivals = rivalsOf(object);
      const highest = Math.max(...rivals.map((one) => syncOf(one)?.version ?? 0));
      const isAbove = rivals.length === 0 || (syncOf(object)?.version ?? 0) > highest;
      if (!isAbove && switches.equalVersions === 'ignored') return saved;
      if (isAbove || switches.equalVersions === 'replaced') for (const older of rivals) replace(older);
      put(saved as unknown as StoredObject);
      return saved;
    },
    delete: remove,
    log: () => log,
    purge: () => {
      for (const [index, entry] of log.entries()) if (entry.kind === 'deleted') log[index] = { kind: 'purged' };
    },
  };
};
