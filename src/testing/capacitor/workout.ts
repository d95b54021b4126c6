import { type Interval, overlapMilliseconds } from '../../domain/interval';

/** A workout on the simulated phone. **Units** seconds, metres, kilocalories. */
export interface FakeCapacitorWorkout extends Interval {
  readonly id: string;
  readonly app: string;
  /** The plugin's name of the activity. */
  readonly type: string;
  readonly distanceMetres?: number;
  readonly energyKilocalories?: number;
  /** Without pauses, on iOS. @defaultValue the elapsed time */
  readonly activeSeconds?: number;
  /** On iOS. */
  readonly metadata?: Readonly<Record<string, string>>;
}

type Total = 'distanceMetres' | 'energyKilocalories';

/**
 * What Android says of a time, whoever measured it: of several at one moment, the one that comes first counts.
 *
 * **Source** AOSP HealthFitness, `PriorityRecordsAggregator`.
 */
const aggregate = (all: readonly FakeCapacitorWorkout[], time: Interval, total: Total): number | undefined => {
  const measured = all.filter((one) => one[total] !== undefined && overlapMilliseconds(one, time) > 0);
  if (measured.length === 0) return undefined;
  const ends = [time, ...measured].flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
  return ends.slice(1).reduce((sum, end, index) => {
    const piece = { start: Math.max(time.start, ends[index] ?? end), end: Math.min(time.end, end) };
    const teller = measured.find((one) => overlapMilliseconds(one, piece) > 0);
    if (teller === undefined) return sum;
    return sum + ((teller[total] ?? 0) * overlapMilliseconds(teller, piece)) / (teller.end - teller.start);
  }, 0);
};

/** A workout as the plugin shows it, beside all there are. */
export const showWorkout = (workout: FakeCapacitorWorkout, all: readonly FakeCapacitorWorkout[], isIos: boolean) => {
  const { id, app, type, start, end, metadata, activeSeconds } = workout;
  const totalOf = (total: Total): number | undefined => (isIos ? workout[total] : aggregate(all, workout, total));
  const [totalDistance, totalEnergyBurned] = [totalOf('distanceMetres'), totalOf('energyKilocalories')];
  return {
    workoutType: type,
    duration: Math.trunc((isIos && activeSeconds) || (end - start) / 1000),
    startDate: new Date(start).toISOString(),
    endDate: new Date(end).toISOString(),
    ...(totalDistance !== undefined && { totalDistance }),
    ...(totalEnergyBurned !== undefined && { totalEnergyBurned }),
    sourceId: app,
    sourceName: app,
    platformId: id,
    ...(isIos && metadata && { metadata }),
  };
};
