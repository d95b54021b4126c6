import type {
  HealthKitFilter,
  HealthKitModule,
  HealthKitType,
  HealthKitWorkoutObject,
} from '../../platforms/healthkit/healthkit-module';
import type { HealthKitSample } from '../../platforms/healthkit/native-sample';
import type { HealthKitSeriesType } from '../../platforms/healthkit/series-types';
import { admitRead, admitSave, type FakeConditions, has, healthKitError } from './fake-conditions';
import type { ObjectShelf } from './object-shelf';
import type { StoredObject, StoredSample, StoredWorkout } from './stored-object';
import type { HealthKitSwitches } from './switches';

const WORKOUT = 'HKWorkoutTypeIdentifier';
const ROUTE = 'HKWorkoutRouteTypeIdentifier';
const ENERGY = 'HKQuantityTypeIdentifierActiveEnergyBurned';
const DISTANCE = 'HKQuantityTypeIdentifierDistanceWalkingRunning';
const UUID = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const ANCHOR = /^QU5D(\d+)T(\d+)$/;

/** A sample that is saved along with a workout. Its own metadata is ignored. */
export interface FakeQuantity {
  readonly startDate: Date;
  readonly endDate: Date;
  readonly quantityType: HealthKitSeriesType | typeof ENERGY;
  readonly quantity: number;
  readonly unit: string;
  readonly metadata?: object;
}

/** What the fake library is made of. */
export interface FakeContext {
  readonly shelf: ObjectShelf;
  readonly switches: HealthKitSwitches;
  readonly conditions: () => FakeConditions;
  readonly set: (changed: Partial<FakeConditions>) => void;
  readonly ownApp: string;
  /** Rises when all anchors are made useless. */
  readonly generation: () => number;
  readonly listeners: Set<() => void>;
  readonly count: (call: 'read' | 'write') => void;
}

/** The JavaScript API of @kingstinct/react-native-healthkit 16, as far as this library uses it, over a shelf of objects. */
export type FakeModule = Omit<HealthKitModule<HealthKitWorkoutObject>, 'saveWorkoutSample'> & {
  readonly saveWorkoutSample: (
    type: number,
    quantities: readonly FakeQuantity[],
    start: Date,
    end: Date,
    totals?: { readonly distance?: number; readonly energyBurned?: number },
    metadata?: Record<string, unknown>,
  ) => Promise<HealthKitWorkoutObject>;
};

type Filter = HealthKitFilter<HealthKitWorkoutObject>;
type Test = (object: StoredObject) => boolean;

/** The library drops what it cannot make a predicate of, and no predicate lets everything through. */
const testsOf = ({ uuid, uuids, date, metadata, workout, OR }: Filter): readonly Test[] => {
  const tests: Test[] = [];
  if (uuid !== undefined && UUID.test(uuid)) tests.push((one) => one.uuid === uuid);
  if (uuids !== undefined) tests.push((one) => uuids.includes(one.uuid));
  if (date !== undefined) {
    const [from, to] = [
      date.startDate?.getTime() ?? Number.NEGATIVE_INFINITY,
      date.endDate?.getTime() ?? Number.POSITIVE_INFINITY,
    ];
    tests.push(({ start, end }) => (date.strictStartDate ? start >= from : end >= from) && start < to);
  }
  if (metadata !== undefined) {
    const { withMetadataKey: key, value } = metadata;
    tests.push((one) => (value === undefined ? key in one.metadata : one.metadata[key] === value));
  }
  if (workout !== undefined) tests.push((one) => 'workout' in one && one.workout === workout.uuid);
  if (OR !== undefined) {
    const any = OR.map(testsOf).filter((all) => all.length > 0);
    if (any.length > 0) tests.push((one) => any.some((all) => all.every((test) => test(one))));
  }
  return tests;
};

const matching = <Item extends StoredObject>(items: readonly Item[], filter: Filter = {}): readonly Item[] => {
  const tests = testsOf(filter);
  return items.filter((one) => tests.every((test) => test(one)));
};

const limited = <Item>(items: readonly Item[], limit: number): readonly Item[] =>
  limit > 0 ? items.slice(0, limit) : items;

/** The fake library. */
export const fakeModule = (context: FakeContext): FakeModule => {
  const { shelf, switches, conditions, set, ownApp, generation, listeners, count } = context;

  const isVisible = ({ type, app, start }: StoredObject): boolean => {
    const { deniedReads, readableSince = Number.NEGATIVE_INFINITY } = conditions();
    return app === ownApp || (!has(deniedReads, type) && start >= readableSince);
  };

  const sorted = <Item extends StoredObject>(items: readonly Item[], ascending = false): readonly Item[] => {
    const inOrder = switches.sameStart === 'oldest-first' ? [...items] : [...items].reverse();
    return inOrder.sort((a, b) => (ascending ? a.start - b.start : b.start - a.start));
  };

  const read = async <Answer>(answer: () => Answer, nothing: Answer): Promise<Answer> => {
    count('read');
    if (!conditions().available) return nothing;
    admitRead(conditions());
    return answer();
  };

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  const sourceOf = (app: string) => ({ source: { name: app, bundleIdentifier: app } });

  const nativeOf = (one: StoredWorkout): HealthKitWorkoutObject => ({
    uuid: one.uuid,
    workoutActivityType: one.activityType,
    startDate: new Date(one.start),
    endDate: new Date(one.end),
    duration: { quantity: (one.end - one.start) / 1000, unit: 's' },
    ...(one.distanceMetres !== undefined && { totalDistance: { quantity: one.distanceMetres, unit: 'meters' } }),
    ...(one.energyKilocalories !== undefined && {
      totalEnergyBurned: { quantity: one.energyKilocalories, unit: 'kcal' },
    }),
    ...(one.events && { events: one.events }),
    metadata: { ...one.metadata },
    sourceRevision: sourceOf(one.app),
    getWorkoutRoutes: () =>
      read(
        () =>
          shelf
            .routes()
            .filter((route) => route.workout === one.uuid && isVisible(route))
            .map(({ locations }) => ({ locations })),
        [],
      ),
    saveWorkoutRoute: async (locations) => {
      count('write');
      admitSave(conditions(), ROUTE);
      if (locations.length === 0) throw healthKitError(3, 'A route needs a location');
      const times = locations.map(({ date }) => date.getTime());
      const [start, end] = [Math.min(...times), Math.max(...times)];
      shelf.save({ type: ROUTE, app: ownApp, start, end, metadata: {}, locations, workout: one.uuid });
      return true;
    },
  });

  const sampleOf = ({ start, end, value, app }: StoredSample): HealthKitSample => ({
    startDate: new Date(start),
    endDate: new Date(end),
    quantity: value,
    sourceRevision: sourceOf(app),
  });

  const anchorAt = (place: number): string => `QU5D${generation()}T${place}`;

  /** An empty anchor is none. */
  const placeOf = (anchor = ''): number => {
    if (anchor === '') return 0;
    if (!BASE64.test(anchor)) throw new Error(`[healthkit] Invalid base64 string: ${anchor}`);
    const [, made, place] = ANCHOR.exec(anchor) ?? [];
    if (made === undefined || Number(made) !== generation()) {
      throw new Error('[healthkit] Error recreating HKQueryAnchor object: the data is not in the correct format.');
    }
    return Number(place);
  };

  const anchored: FakeModule['queryWorkoutSamplesWithAnchor'] = ({ anchor, limit }) =>
    read(
      () => {
        const from = placeOf(anchor);
        const log = shelf.log();
        const workouts: HealthKitWorkoutObject[] = [];
        const deletedSamples: { uuid: string; metadata: object }[] = [];
        const given = new Set<string>();
        let place = from;
        const isFull = (): boolean =>
          limit > 0 && workouts.length + (switches.limitCounts === 'all' ? deletedSamples.length : 0) >= limit;
        for (; place < log.length && !isFull(); place++) {
          const entry = log[place];
          if (entry?.kind === 'added') {
            const object = shelf.get(entry.uuid);
            if (object?.type !== WORKOUT || !isVisible(object) || given.has(object.uuid)) continue;
            given.add(object.uuid);
            workouts.push(nativeOf(object));
          } else if (entry?.kind === 'deleted' && (from > 0 || switches.firstAnchor === 'told')) {
            const isTold = entry.app === ownApp || !has(conditions().deniedReads, WORKOUT);
            if (isTold) deletedSamples.push({ uuid: entry.uuid, metadata: entry.metadata });
          }
        }
        // Anchored results come in no order.
        return { workouts: workouts.reverse(), deletedSamples, newAnchor: anchorAt(place) };
      },
      { workouts: [], deletedSamples: [], newAnchor: '' },
    );

  const deniedTotal = (type: HealthKitType, value: number | undefined): boolean =>
    value !== undefined && has(conditions().deniedWrites, type);

  return {
    isHealthDataAvailable: () => conditions().available,
    authorizationStatusFor: (type) => {
      const { asked, deniedWrites, unknownTypes } = conditions();
      if (unknownTypes.includes(type)) throw new Error(`[healthkit] Failed to initialize unrecognized type ${type}`);
      if (!asked) return 0;
      return has(deniedWrites, type) ? 1 : 2;
    },
    getRequestStatusForAuthorization: async () => (conditions().asked ? 2 : 1),
    requestAuthorization: async () => {
      set({ asked: true });
      return true;
    },
    getEarliestAuthorizedSampleDates: async (types) => {
      const since = conditions().readableSince;
      return since === undefined ? {} : Object.fromEntries(types.map((type) => [type, new Date(since)]));
    },
    areObjectTypesAvailable: (types) =>
      Object.fromEntries(types.map((type) => [type, !conditions().unknownTypes.includes(type)])),
    queryWorkoutSamples: ({ filter, limit, ascending }) =>
      read(() => {
        const found = matching(shelf.workouts(), filter).filter(isVisible);
        return limited(sorted(found, ascending), limit).map(nativeOf);
      }, []),
    queryWorkoutSamplesWithAnchor: anchored,
    queryQuantitySamples: (type, { filter, limit, ascending }) =>
      read(() => {
        if (conditions().unknownTypes.includes(type)) throw new Error(`[healthkit] unrecognized quantityType ${type}`);
        const ofType = shelf.samples().filter((one) => one.type === type && isVisible(one));
        return limited(sorted(matching(ofType, filter), ascending), limit).map(sampleOf);
      }, []),
    saveWorkoutSample: async (activityType, quantities, startDate, endDate, totals = {}, metadata = {}) => {
      count('write');
      const [start, end] = [startDate.getTime(), endDate.getTime()];
      if (start > end) throw new Error('[healthkit] endDate must not be less than startDate');
      admitSave(conditions(), WORKOUT);
      // A total of zero is taken as not given: then the last compatible sample's value is the total.
      const last = (unit: string) => [...quantities].reverse().find((one) => one.unit === unit)?.quantity;
      const distance = totals.distance || last('m');
      const energy = totals.energyBurned || last('kcal');
      const refused = deniedTotal(DISTANCE, distance) || deniedTotal(ENERGY, energy);
      if (refused && switches.deniedTotals === 'refused') throw healthKitError(4, 'Not authorized');
      const saved = shelf.save({
        type: WORKOUT,
        app: ownApp,
        activityType,
        start,
        end,
        metadata,
        ...(distance !== undefined && !deniedTotal(DISTANCE, distance) && { distanceMetres: distance }),
        ...(energy !== undefined && !deniedTotal(ENERGY, energy) && { energyKilocalories: energy }),
      });
      for (const { quantityType, quantity, startDate: from, endDate: to } of quantities) {
        if (quantityType === ENERGY) continue;
        // Each sample gets the metadata of the workout: its sync identifier too.
        shelf.save({
          type: quantityType,
          app: ownApp,
          start: from.getTime(),
          end: to.getTime(),
          value: quantity,
          metadata,
          workout: saved.uuid,
        });
      }
      tell();
      return nativeOf(saved);
    },
    saveQuantitySample: async (type, _unit, value, start, end, metadata = {}) => {
      count('write');
      admitSave(conditions(), type);
      return shelf.save({ type, app: ownApp, start: start.getTime(), end: end.getTime(), value, metadata });
    },
    deleteObjects: async (type, filter) => {
      count('write');
      if (testsOf(filter).length === 0) throw new Error('[healthkit] Unable to create predicate for deleting objects');
      admitRead(conditions());
      if (has(conditions().deniedWrites, type)) throw healthKitError(4, 'Not authorized');
      const all: readonly StoredObject[] = [...shelf.workouts(), ...shelf.samples(), ...shelf.routes()];
      // Another app's objects are left, without a word.
      const doomed = matching(all, filter).filter((one) => one.type === type && one.app === ownApp);
      for (const { uuid } of doomed) shelf.delete(uuid);
      if (doomed.length > 0) tell();
      return doomed.length;
    },
    subscribeToChanges: (_type, listener) => {
      const entry = (): void => listener({});
      listeners.add(entry);
      return { remove: () => listeners.delete(entry) };
    },
    configureBackgroundTypes: async () => true,
  };
};
