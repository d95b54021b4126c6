import type { Instant } from '../../domain/interval';
import type { Platform } from '../../domain/platform';
import type { Access } from '../../ports/access';
import type { Availability, DescribedHealthStore } from '../../ports/availability';
import type { PageRequest } from '../../ports/page';
import { storeError } from '../../ports/store-error';
import { instantOf } from '../health-connect/instant-text';
import { toCapacitorError } from './capacitor-error';
import type { CapacitorHealthModule, CapacitorWorkout } from './module';
import { fromCapacitorWorkout } from './read-workout';

/** What the adapter cannot find out by itself. */
export interface CapacitorOptions {
  /** `Capacitor.getPlatform() === 'ios' ? 'apple-health' : 'health-connect'`. */
  readonly platform: Platform;
  /** The app's own bundle identifier, or package name, and those of its companions. */
  readonly ownSources: readonly string[];
  /** Whether the app is in front: behind, Health Connect shows own records only, without a word. */
  readonly isInForeground: () => boolean;
  /** @defaultValue the engine's clock */
  readonly now?: () => Instant;
}

const NO = (why: string) => ['no', why] as const;
const PARTLY = (why: string) => ['partly', why] as const;
const READ_ONLY = NO('The plugin cannot write workouts.');

/** What @capgo/capacitor-health 8 can do. */
const AVAILABILITY: Availability = {
  changes: NO('The plugin reads ranges only: everything is read in each run.'),
  deletions: NO('They are found by reading everything.'),
  hints: NO('The plugin has none for workouts.'),
  totals: PARTLY('On Android distance is that of all apps at the time, and energy is not to be had.'),
  series: NO('The plugin does not say to which workout a sample belongs.'),
  routes: NO('The plugin reads none.'),
  laps: NO('The plugin gives them on iOS alone; they are not read.'),
  pauses: NO('The plugin reads none.'),
  'active-duration': PARTLY('On iOS, in whole seconds.'),
  zone: NO('The plugin gives none.'),
  'unknown-activities': NO('The plugin gives names, and no number for what it has no name for.'),
  'external-ids': PARTLY('On iOS.'),
  write: READ_ONLY,
  replace: READ_ONLY,
  remove: READ_ONLY,
  'write-whole': READ_ONLY,
  'write-series': READ_ONLY,
  'write-routes': READ_ONLY,
  'write-laps': READ_ONLY,
  'write-pauses': READ_ONLY,
  'write-title': READ_ONLY,
  'write-zone': READ_ONLY,
  'write-activity': READ_ONLY,
  'read-permission': PARTLY('On Android.'),
  background: NO('The plugin cannot ask for it on Android, and a locked iPhone reads nothing.'),
};

/** How many workouts one call gives at first, at most; on Android each costs one or two calls of the platform's quota. */
const LIMIT = 100;

/** More than this that start at one moment are not believed. */
const MOST = 6400;

const LIMIT_OF_HISTORY = 30 * 86_400_000;

const READS = ['workouts', 'distance', 'calories', 'totalCalories'] as const;

/**
 * The workouts of a phone through `@capgo/capacitor-health` 8: read-only.
 *
 * **Shape** pass the plugin's `Health`. The plugin's own cursor is not used: on iOS it goes on after the end of the last workout, or
 * before its start, and loses what overlaps. A page goes on at the start of the last workout instead, oldest first: newest first
 * Android gives the oldest, turned round.
 *
 * Not verified on a device.
 */
export const capacitorStore = (module: CapacitorHealthModule, options: CapacitorOptions): DescribedHealthStore => {
  const { platform, ownSources, isInForeground, now = Date.now } = options;
  const isAndroid = platform === 'health-connect';

  const ask = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await call();
    } catch (thrown) {
      throw toCapacitorError(thrown);
    }
  };

  const accessFrom = async (authorise: CapacitorHealthModule['checkAuthorization']): Promise<Access> => {
    const { available } = await ask(() => module.isAvailable());
    const nothing = { background: 'unknown', history: 'unknown' } as const;
    if (!available) return { store: 'unavailable', asked: false, read: 'unknown', write: 'denied', ...nothing };
    const status = await ask(() => authorise({ read: [...READS], ...(isAndroid && { requestHistoryAccess: true }) }));
    const isThere = status.readAuthorized.includes('workouts');
    if (!isAndroid) return { store: 'available', asked: isThere, read: 'unknown', write: 'denied', ...nothing };
    const isWhole = status.historyAccessAuthorized === true;
    return {
      store: 'available',
      asked: status.readAuthorized.length > 0,
      read: isThere ? 'granted' : 'denied',
      write: 'denied',
      background: 'denied',
      history: isWhole ? 'granted' : 'denied',
      // The first grant is not known: thirty days before now can be read in any case.
      ...(!isWhole && { readableSince: now() - LIMIT_OF_HISTORY }),
    };
  };

  /** Workouts from a start on, as many as it takes to get beyond that start, and whether there are more. */
  const readFrom = async (
    from: Instant,
    end: Instant,
    wished: number,
  ): Promise<{ readonly workouts: readonly CapacitorWorkout[]; readonly next?: Instant }> => {
    const [startDate, endDate] = [new Date(from).toISOString(), new Date(end).toISOString()];
    for (let limit = Math.max(1, Math.min(wished, LIMIT)); ; limit *= 2) {
      const { workouts } = await ask(() => module.queryWorkouts({ startDate, endDate, limit, ascending: true }));
      const last = workouts[workouts.length - 1];
      if (last === undefined || workouts.length < limit) return { workouts };
      const next = instantOf(last.startDate);
      if (next > from) return { workouts, next };
      if (limit >= MOST) throw storeError('too-large', 'Too many workouts start at one moment.');
    }
  };

  return {
    platform,
    ownSources,
    availability: AVAILABILITY,
    access: () => accessFrom((asked) => module.checkAuthorization(asked)),
    request: () => accessFrom((asked) => module.requestAuthorization(asked)),
    readWorkouts: async ({ window, page, limit = LIMIT, signal }: PageRequest) => {
      if (signal?.aborted) throw storeError('cancelled', 'The call was given up.');
      const { readableSince = window.start } = await accessFrom((asked) => module.checkAuthorization(asked));
      const [seen, from = window.start] = page ? [page.split('@')[0], Number(page.split('@')[1])] : ['all'];
      const isWhole = (): boolean => !isAndroid || isInForeground();
      const before = isWhole();
      const { workouts, next } = await readFrom(from, window.end, limit);
      const isComplete = seen === 'all' && before && isWhole();
      return {
        // A range also holds what merely reaches into it.
        items: workouts
          .map((workout) => fromCapacitorWorkout(workout, platform))
          .filter(({ start }) => from <= start && start < window.end),
        ...(next !== undefined && { next: `${isComplete ? 'all' : 'own'}@${next}` }),
        complete: next === undefined && isComplete,
        window: { start: Math.min(window.end, Math.max(window.start, readableSince)), end: window.end },
      };
    },
  };
};
