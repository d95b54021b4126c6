import { capacitorStore } from '../../../src/platforms/capacitor/capacitor-store';
import { fromCapacitorWorkout } from '../../../src/platforms/capacitor/read-workout';
import { fakeCapacitor } from '../../../src/testing/capacitor/fake-capacitor';
import type { CapacitorSwitches } from '../../../src/testing/capacitor/switches';
import type { FakeCapacitorWorkout } from '../../../src/testing/capacitor/workout';
import { FAVOURABLE, type HealthConditions } from '../../../src/testing/health-store/conditions';
import type { ForeignWorkout } from '../../../src/testing/health-store/other-apps';
import type { StoredRecord } from '../../../src/testing/health-store/record-shelf';
import type { MakeHealth } from '../simulation';
import { libraryThroughRunning } from './through-running';

/** The plugin's name of an activity: HealthKit's, or Health Connect's in the same spelling. */
const typeOf = ({ activity }: ForeignWorkout): string =>
  activity === 'strength-training' ? 'strengthTraining' : activity;

/** What another app says, as the phone keeps it. */
const kept = (id: string, workout: ForeignWorkout): FakeCapacitorWorkout => ({
  id,
  app: workout.source.app,
  type: typeOf(workout),
  start: workout.start,
  end: workout.end,
  ...(workout.distanceMetres !== undefined && { distanceMetres: workout.distanceMetres }),
});

/**
 * The health store of a simulation: the adapter over the fake of the Capacitor plugin, on the phone that the world is of. It only
 * reads: what wants writing, a feed or samples does nothing.
 */
export const capacitorWorld =
  (switches: Partial<CapacitorSwitches> = {}): MakeHealth =>
  (platform, { now, ownSources = ['com.example.app'], pageSize = 1000 }) => {
    const isIos = platform === 'apple-health';
    const [ownApp = 'com.example.app'] = ownSources;
    const fake = fakeCapacitor({ platform: isIos ? 'ios' : 'android', ownApp, switches });
    const written = new Map<string, ForeignWorkout>();
    let grantedAt = now();
    let conditions: HealthConditions = FAVOURABLE;
    let names = 0;

    const set = (changed: Partial<HealthConditions>): void => {
      // The user takes the permission away and gives it back without history: from then on thirty days count.
      if (changed.readableSince !== undefined) grantedAt = now();
      conditions = { ...conditions, ...changed };
      const { available, asked, read, readableSince, inBackground, background, locked, retryAfterSeconds } = conditions;
      fake.set({
        available,
        asked,
        granted: asked && read === 'granted',
        history: readableSince === undefined,
        firstGrantAt: grantedAt,
        inBackground: inBackground && background === 'denied',
        locked,
        isOverQuota: retryAfterSeconds !== undefined,
      });
    };
    set({});

    const put = (id: string, workout: ForeignWorkout): string => {
      written.set(id, workout);
      fake.put(kept(id, workout));
      return id;
    };

    const write = (workout: ForeignWorkout): string => {
      names += 1;
      return put(`w${names}`, workout);
    };

    const again = (id: string, change: Partial<ForeignWorkout>, key: 'same' | 'new'): string => {
      const before = written.get(id);
      if (before === undefined) return id;
      if (key === 'same') return put(id, { ...before, ...change });
      fake.remove(id);
      return write({ ...before, ...change });
    };
    const rewritten = isIos ? 'new' : 'same';

    const recordOf = (one: FakeCapacitorWorkout): StoredRecord => ({
      workout: fromCapacitorWorkout(fake.show(one), platform),
      summary: { series: {}, route: 'none', routePoints: 0 },
      children: [],
    });

    const library = libraryThroughRunning(fake.module, ['isAvailable', 'checkAuthorization', 'queryWorkouts']);
    const store = capacitorStore(library, {
      platform,
      ownSources,
      isInForeground: () => !conditions.inBackground,
      now,
    });

    return {
      port: {
        ...store,
        readWorkouts: (request) => store.readWorkouts({ ...request, limit: Math.min(request.limit ?? 1000, pageSize) }),
      },
      records: () => fake.workouts().map(recordOf),
      conditions: () => conditions,
      set,
      expireCursors: () => undefined,
      orphans: () => [],
      counts: () => ({ reads: fake.queries(), writes: 0 }),
      write,
      edit: (id, change) => again(id, change, rewritten),
      erase: fake.remove,
      replace: (id) => again(id, {}, 'new'),
      reinsert: (id) => again(id, {}, rewritten),
      deliver: () => undefined,
      purgeDeletions: () => undefined,
    };
  };
