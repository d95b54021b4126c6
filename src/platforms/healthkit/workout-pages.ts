import type { Interval } from '../../domain/interval';
import type { Workout } from '../../domain/workout';
import type { Page, PageRequest } from '../../ports/page';
import { readableSince } from './access-state';
import type { Ask } from './calls';
import type { HealthKitModule, HealthKitWorkoutObject } from './healthkit-module';
import { fromHealthKitWorkout, type HealthKitReading } from './read-workout';

/** Beyond these no workout was recorded, and dates overflow on their way to HealthKit. */
const FIRST = Date.UTC(1970, 0, 1);
const LAST = Date.UTC(2200, 0, 1);

/** Where a page begins: at a start, of which so many records were given already. */
interface Place {
  readonly start: number;
  readonly given: number;
}

const placeOf = (page: string | undefined): Place | undefined => {
  const [, start, given] = /^(-?\d+)\+(\d+)$/.exec(page ?? '') ?? [];
  return start === undefined ? undefined : { start: Number(start), given: Number(given) };
};

const readablePart = ({ start, end }: Interval, since: number | undefined): Interval => ({
  start: since === undefined ? start : Math.min(end, Math.max(start, since)),
  end,
});

/**
 * Reads what starts in a window, page by page.
 *
 * **Shape** HealthKit sorts by start alone, and has no cursor: a page begins at the start that the one before ended at, and asks
 * for as many more as were given of that start. So those come once more, and none is left out, whatever comes and goes in between.
 */
export const workoutPages =
  <Native extends HealthKitWorkoutObject>(
    module: HealthKitModule<Native>,
    ask: Ask,
    { pageSize, ...reading }: HealthKitReading & { readonly pageSize: number },
  ) =>
  async ({ window, page, limit = pageSize, signal }: PageRequest): Promise<Page<Workout>> => {
    const options = signal ? { signal } : {};
    const since = await readableSince(module, ask);
    const place = placeOf(page);
    const asked = Math.max(1, Math.min(limit, pageSize)) + (place?.given ?? 0);
    const [from, to] = [Math.max(window.start, place?.start ?? window.start), window.end];
    const date = {
      ...(from > FIRST && { startDate: new Date(from) }),
      ...(to < LAST && { endDate: new Date(to) }),
      strictStartDate: true,
    };
    const filter = from > FIRST || to < LAST ? { filter: { date } } : {};
    const natives = await ask(() => module.queryWorkoutSamples({ ...filter, limit: asked, ascending: true }), options);
    const workouts = natives.map((native) => fromHealthKitWorkout(native, reading));
    const items = workouts.filter(({ start }) => window.start <= start && start < window.end);
    const last = workouts[workouts.length - 1];
    const more = last !== undefined && workouts.length >= asked;
    const given = workouts.filter(({ start }) => start === last?.start).length;
    return {
      items,
      ...(more && { next: `${last.start}+${given}` }),
      complete: !more,
      window: readablePart(window, since),
    };
  };
