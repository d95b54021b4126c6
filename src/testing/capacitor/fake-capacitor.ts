import type { Instant } from '../../domain/interval';

/** A workout on the simulated phone. **Units** seconds, metres, kilocalories. */
export interface FakeCapacitorWorkout {
  readonly id: string;
  readonly app: string;
  /** The plugin's name of the activity. */
  readonly type: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly distanceMetres?: number;
  readonly energyKilocalories?: number;
  /** Without pauses, on iOS. @defaultValue the elapsed time */
  readonly activeSeconds?: number;
  /** On iOS. */
  readonly metadata?: Readonly<Record<string, string>>;
}

export interface FakeCapacitorOptions {
  readonly platform: 'ios' | 'android';
  /** On Android. @defaultValue 'com.example.app' */
  readonly packageName?: string;
}

/** `@capgo/capacitor-health` 8, and what the phone behind it does. Not verified on a device. */
export const fakeCapacitor = ({ platform, packageName = 'com.example.app' }: FakeCapacitorOptions) => {
  const workouts = new Map<string, FakeCapacitorWorkout>();
  let phone = { available: true, granted: true, history: true, locked: false, inBackground: false };
  const isIos = platform === 'ios';

  const authorisation = async ({ read }: { readonly read: readonly string[] }) => ({
    readAuthorized: phone.granted ? read : [],
    readDenied: phone.granted ? [] : read,
    ...(!isIos && { historyAccessAuthorized: phone.history }),
  });

  const show = ({ id, app, type, start, end, metadata, ...rest }: FakeCapacitorWorkout) => ({
    workoutType: type,
    duration: Math.trunc(isIos ? (rest.activeSeconds ?? (end - start) / 1000) : (end - start) / 1000),
    startDate: new Date(start).toISOString(),
    endDate: new Date(end).toISOString(),
    ...(rest.distanceMetres !== undefined && { totalDistance: rest.distanceMetres }),
    ...(rest.energyKilocalories !== undefined && { totalEnergyBurned: rest.energyKilocalories }),
    sourceId: app,
    sourceName: app,
    platformId: id,
    ...(isIos && metadata && { metadata }),
  });

  const byStart = (a: FakeCapacitorWorkout, b: FakeCapacitorWorkout): number => a.start - b.start;

  return {
    module: {
      isAvailable: async () => ({ available: phone.available, platform }),
      checkAuthorization: authorisation,
      requestAuthorization: authorisation,
      queryWorkouts: async ({
        startDate,
        endDate,
        limit,
        ascending,
        anchor,
      }: {
        startDate: string;
        endDate: string;
        limit: number;
        ascending: boolean;
        anchor?: string;
      }) => {
        if (phone.locked) throw new Error('Protected health data is inaccessible');
        if (!phone.granted && !isIos) throw new Error('SecurityException: caller lacks READ_EXERCISE');
        const from = isIos && anchor && ascending ? Date.parse(anchor) : Date.parse(startDate);
        const to = isIos && anchor && !ascending ? Date.parse(anchor) : Date.parse(endDate);
        const seen = [...workouts.values()]
          .filter(({ app }) => isIos || !phone.inBackground || app === packageName)
          // HealthKit's predicate holds what overlaps, Health Connect's range what starts in it.
          .filter(({ start, end }) => (isIos ? end > from : start >= from) && start < to)
          .sort(byStart);
        if (isIos) {
          const given = (ascending ? seen : seen.reverse()).slice(0, limit);
          const last = given[given.length - 1];
          const next = last && (ascending ? last.end + 1 : last.start - 1);
          const isCut = given.length >= limit && next !== undefined;
          return { workouts: given.map(show), ...(isCut && { anchor: new Date(next).toISOString() }) };
        }
        // Android reads oldest first whatever is asked, and turns round what it has got.
        const at = Number(anchor || 0);
        const given = seen.slice(at, at + limit);
        const end = at + given.length < seen.length ? String(at + given.length) : '';
        return { workouts: (ascending ? given : given.reverse()).map(show), anchor: end };
      },
    },
    put: (workout: FakeCapacitorWorkout): void => {
      workouts.set(workout.id, workout);
    },
    remove: (id: string): void => {
      workouts.delete(id);
    },
    set: (changed: Partial<typeof phone>): void => {
      phone = { ...phone, ...changed };
    },
  };
};
