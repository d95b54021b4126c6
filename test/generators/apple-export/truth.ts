import type { ExportedWorkout } from './exported-workout';
import type { HistoryChanges } from './newer-history';

/** What is true of one workout of an export. Times are milliseconds, distances metres, energies kilocalories. */
interface TrueWorkout {
  readonly key: string;
  readonly kind: string;
  readonly source: string;
  readonly activity: string;
  readonly start: number;
  readonly end: number;
  readonly activeSeconds: number;
  readonly distanceMetres?: number;
  readonly activeKilocalories?: number;
  readonly ascentMetres?: number;
  readonly route: boolean;
  readonly heartRate: boolean;
  readonly manual: boolean;
  readonly sync?: { readonly id: string; readonly version: number };
}

/** What truly happened, and what the export holds of it. */
export interface Truth {
  readonly happenings: readonly { readonly original: TrueWorkout; readonly copies: readonly TrueWorkout[] }[];
  readonly changes?: HistoryChanges;
}

const truthOf = (workout: ExportedWorkout): TrueWorkout => {
  const { key, kind, source, activity, start, end, activeSeconds, route, manual } = workout;
  const { distanceMetres, activeKilocalories, ascentMetres, sync, heartRate } = workout;
  return {
    key,
    kind,
    source: source.name,
    activity,
    start,
    end,
    activeSeconds,
    ...(distanceMetres !== undefined && { distanceMetres }),
    ...(activeKilocalories !== undefined && { activeKilocalories }),
    ...(ascentMetres !== undefined && { ascentMetres }),
    route,
    heartRate: heartRate !== undefined,
    manual,
    ...(sync && { sync }),
  };
};

/** The truth of an export, to be kept beside it and never shown to what is tested. */
export const truthFor = (workouts: readonly ExportedWorkout[], changes?: HistoryChanges): Truth => {
  const groups = new Map<string, ExportedWorkout[]>();
  for (const workout of workouts) groups.set(workout.happening, [...(groups.get(workout.happening) ?? []), workout]);
  const happenings = [...groups.values()].map((group) => {
    const original = group.find(({ ordinal }) => ordinal === 1) as ExportedWorkout;
    return { original: truthOf(original), copies: group.filter((one) => one !== original).map(truthOf) };
  });
  return { happenings, ...(changes && { changes }) };
};
