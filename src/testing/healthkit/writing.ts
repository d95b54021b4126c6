import type { HealthKitType } from '../../platforms/healthkit/healthkit-module';
import { admitRead, admitSave, has, healthKitError } from './fake-conditions';
import type { FakeContext } from './fake-context';
import type { FakeModule } from './fake-module';
import { nativeWorkout } from './native-object';
import { matching, predicatesOf } from './predicates';
import { ENERGY, type StoredObject, WORKOUT } from './stored-object';

const DISTANCE = 'HKQuantityTypeIdentifierDistanceWalkingRunning';

/** The calls that change what is stored. */
export const writingOf = (
  context: FakeContext,
): Pick<FakeModule, 'saveWorkoutSample' | 'saveQuantitySample' | 'deleteObjects'> => {
  const { shelf, switches, conditions, ownApp, count, tell } = context;

  const isDenied = (type: HealthKitType, value: number | undefined): boolean =>
    value !== undefined && has(conditions().deniedWrites, type);

  return {
    saveWorkoutSample: async (activityType, quantities, startDate, endDate, totals = {}, metadata = {}) => {
      count('write');
      const [start, end] = [startDate.getTime(), endDate.getTime()];
      if (start > end) throw new Error('[healthkit] endDate must not be less than startDate');
      admitSave(conditions(), WORKOUT);
      // A total of zero is taken as not given: then the last compatible sample's value is the total.
      const last = (unit: string) => [...quantities].reverse().find((one) => one.unit === unit)?.quantity;
      const distance = totals.distance || last('m');
      const energy = totals.energyBurned || last('kcal');
      const isRefused = isDenied(DISTANCE, distance) || isDenied(ENERGY, energy);
      if (isRefused && switches.deniedTotals === 'refused') throw healthKitError(4, 'Not authorized');
      const saved = shelf.save({
        type: WORKOUT,
        app: ownApp,
        activityType,
        start,
        end,
        metadata,
        ...(distance !== undefined && !isDenied(DISTANCE, distance) && { distanceMetres: distance }),
        ...(energy !== undefined && !isDenied(ENERGY, energy) && { energyKilocalories: energy }),
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
      return nativeWorkout(context, saved);
    },
    saveQuantitySample: async (type, _unit, value, start, end, metadata = {}) => {
      count('write');
      admitSave(conditions(), type);
      return shelf.save({ type, app: ownApp, start: start.getTime(), end: end.getTime(), value, metadata });
    },
    deleteObjects: async (type, filter) => {
      count('write');
      if (predicatesOf(filter).length === 0) {
        throw new Error('[healthkit] Unable to create predicate for deleting objects');
      }
      admitRead(conditions());
      if (has(conditions().deniedWrites, type)) throw healthKitError(4, 'Not authorized');
      const all: readonly StoredObject[] = [...shelf.workouts(), ...shelf.samples(), ...shelf.routes()];
      // Another app's objects are left, without a word.
      const doomed = matching(all, filter).filter((one) => one.type === type && one.app === ownApp);
      for (const { uuid } of doomed) shelf.delete(uuid);
      if (doomed.length > 0) tell();
      return doomed.length;
    },
  };
};
