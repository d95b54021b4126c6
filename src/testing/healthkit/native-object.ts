import type { HealthKitWorkoutObject } from '../../platforms/healthkit/healthkit-module';
import type { HealthKitSample } from '../../platforms/healthkit/native-sample';
import { admitSave, healthKitError } from './fake-conditions';
import { type FakeContext, isVisible, query } from './fake-context';
import { ROUTE, type StoredSample, type StoredWorkout } from './stored-object';

const sourceOf = (app: string) => ({ source: { name: app, bundleIdentifier: app } });

/** A workout as the library hands it out: an object that its routes are asked of. */
export const nativeWorkout = (context: FakeContext, one: StoredWorkout): HealthKitWorkoutObject => ({
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
    query(
      context,
      () =>
        context.shelf
          .routes()
          .filter((route) => route.workout === one.uuid && isVisible(context, route))
          .map(({ locations }) => ({ locations })),
      [],
    ),
  saveWorkoutRoute: async (locations) => {
    const { shelf, conditions, count, ownApp } = context;
    count('write');
    admitSave(conditions(), ROUTE);
    if (locations.length === 0) throw healthKitError(3, 'A route needs a location');
    const times = locations.map(({ date }) => date.getTime());
    const [start, end] = [Math.min(...times), Math.max(...times)];
    shelf.save({ type: ROUTE, app: ownApp, start, end, metadata: {}, locations, workout: one.uuid });
    return true;
  },
});

/** A sample as the library hands it out. */
export const nativeSample = ({ start, end, value, app }: StoredSample): HealthKitSample => ({
  startDate: new Date(start),
  endDate: new Date(end),
  quantity: value,
  sourceRevision: sourceOf(app),
});
