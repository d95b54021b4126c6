import { ALL_IS_WELL, admitQuery, type CapacitorPhone, showsOthers } from './phone';
import { CAPACITOR_DEFAULTS, type CapacitorSwitches } from './switches';
import { type FakeCapacitorWorkout, showWorkout } from './workout';

export interface FakeCapacitorOptions {
  readonly platform: 'ios' | 'android';
  /**
   * This app's bundle identifier, or package name.
   * @defaultValue 'com.example.app'
   */
  readonly ownApp?: string;
  /** Behaviour that is not documented, where it is to differ from the defaults. */
  readonly switches?: Partial<CapacitorSwitches>;
}

/** What the plugin is asked for. */
interface WorkoutQuery {
  readonly startDate: string;
  readonly endDate: string;
  readonly limit: number;
  readonly ascending: boolean;
  readonly anchor?: string;
}

/**
 * `@capgo/capacitor-health` 8, and what the phone behind it does.
 *
 * **Shape** it does what the plugin's Swift and Kotlin do: its cursors, that Android reads oldest first whatever is asked, and sums
 * distance and energy over all apps. Where the platform behind it is not documented there is a switch. Nothing in it is random, and
 * none of it was compared with a device.
 */
export const fakeCapacitor = ({ platform, ownApp = 'com.example.app', switches = {} }: FakeCapacitorOptions) => {
  const { rangeHolds, lastAnchor, sameStart }: CapacitorSwitches = { ...CAPACITOR_DEFAULTS, ...switches };
  const workouts = new Map<string, FakeCapacitorWorkout>();
  const isIos = platform === 'ios';
  let phone = ALL_IS_WELL;
  let queries = 0;

  const authorisation = async ({ read }: { readonly read: readonly string[] }) => {
    const isAuthorised = isIos ? phone.asked : phone.granted;
    return {
      readAuthorized: isAuthorised ? read : [],
      readDenied: isAuthorised ? [] : read,
      ...(!isIos && { historyAccessAuthorized: phone.history }),
    };
  };

  const show = (workout: FakeCapacitorWorkout) => showWorkout(workout, [...workouts.values()], isIos);

  /** HealthKit's predicate holds what overlaps. */
  const inRange = (from: number, to: number): readonly FakeCapacitorWorkout[] => {
    const all = sameStart === 'oldest-first' ? [...workouts.values()] : [...workouts.values()].reverse();
    return all
      .filter((one) => one.app === ownApp || showsOthers(phone, isIos, one))
      .filter(({ start, end }) => (isIos || rangeHolds === 'overlaps' ? end > from : start >= from) && start < to)
      .sort((a, b) => a.start - b.start);
  };

  const queryOnIos = ({ startDate, endDate, limit, ascending, anchor }: WorkoutQuery) => {
    const from = Date.parse(anchor && ascending ? anchor : startDate);
    const to = Date.parse(anchor && !ascending ? anchor : endDate);
    const seen = inRange(from, to);
    const given = (ascending ? [...seen] : [...seen].reverse()).slice(0, limit);
    const last = given[given.length - 1];
    const next = last && (ascending ? last.end + 1 : last.start - 1);
    const isCut = given.length >= limit && next !== undefined;
    return { workouts: given.map(show), ...(isCut && { anchor: new Date(next).toISOString() }) };
  };

  /** Android reads oldest first whatever is asked, and turns round what it has got. */
  const queryOnAndroid = ({ startDate, endDate, limit, ascending, anchor }: WorkoutQuery) => {
    const seen = inRange(Date.parse(startDate), Date.parse(endDate));
    const at = Number(anchor || 0);
    const given = seen.slice(at, at + limit);
    const isCut = at + given.length < seen.length;
    return {
      workouts: (ascending ? given : [...given].reverse()).map(show),
      ...(isCut && { anchor: String(at + given.length) }),
      ...(!isCut && lastAnchor === 'empty' && { anchor: '' }),
    };
  };

  return {
    module: {
      isAvailable: async () => ({ available: phone.available, platform }),
      checkAuthorization: authorisation,
      requestAuthorization: async (asked: { readonly read: readonly string[] }) => {
        phone = { ...phone, asked: true };
        return authorisation(asked);
      },
      queryWorkouts: async (query: WorkoutQuery) => {
        queries += 1;
        admitQuery(phone, isIos);
        return isIos ? queryOnIos(query) : queryOnAndroid(query);
      },
    },
    /** Everything that is there, as it was put. */
    workouts: (): readonly FakeCapacitorWorkout[] => [...workouts.values()],
    /** A workout as the plugin shows it to whoever may see it. */
    show,
    /** An app writes a workout; under an id that is there, again. */
    put: (workout: FakeCapacitorWorkout): void => {
      workouts.set(workout.id, workout);
    },
    remove: (id: string): void => {
      workouts.delete(id);
    },
    set: (changed: Partial<CapacitorPhone>): void => {
      phone = { ...phone, ...changed };
    },
    /** How often workouts were asked for. */
    queries: (): number => queries,
  };
};
