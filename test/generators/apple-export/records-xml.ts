import { HOUR, MINUTE, SECOND } from '../labelled-recording';
import { type SeededRandom, seededRandom } from '../seeded-random';
import type { ExportedWorkout } from './exported-workout';
import { distanceIn, energyIn, type Pen } from './format';
import { type ExportSource, SOURCES } from './person';
import { seedOf } from './seed-of';
import { distanceTypeOf } from './workout-xml';

/** How dense the records are; the workouts stay the same. */
export interface Density {
  /** Seconds between two samples of a series within a workout. */
  readonly sampleSeconds: number;
  /** Records of all types a day that stand outside of workouts. */
  readonly dailyRecords: number;
}

interface Quantity {
  readonly type: string;
  readonly unit: string;
  /** Who writes it all day long, and its share of what is written outside of workouts. */
  readonly daily: ExportSource;
  readonly share: number;
  readonly of: (workout: ExportedWorkout) => boolean;
  readonly value: (random: SeededRandom, workout?: ExportedWorkout, seconds?: number) => string;
}

const onFoot = ({ steps }: ExportedWorkout): boolean => steps !== undefined;

const metresIn = (workout: ExportedWorkout | undefined, seconds: number): number =>
  workout === undefined ? 40 : ((workout.distanceMetres ?? 0) / Math.max(1, workout.activeSeconds)) * seconds;

const quantities = ({ locale, format }: Pen): Quantity[] => {
  const distance = (type: string, share: number): Quantity => ({
    type,
    unit: locale.distance,
    daily: SOURCES.phone,
    share,
    of: (workout) =>
      workout.source === SOURCES.watch &&
      workout.distanceMetres !== undefined &&
      distanceTypeOf(workout.activity) === type,
    value: (random, workout, seconds = 600) =>
      distanceIn(locale, metresIn(workout, seconds) * random.between(0.9, 1.1)),
  });
  return [
    {
      type: 'HeartRate',
      unit: 'count/min',
      daily: SOURCES.watch,
      share: 0.3,
      of: ({ heartRate }) => heartRate !== undefined,
      value: (random, workout) => String(Math.round((workout?.heartRate?.average ?? 62) + random.between(-12, 12))),
    },
    {
      type: 'StepCount',
      unit: 'count',
      daily: SOURCES.phone,
      share: 0.15,
      of: onFoot,
      value: (random, workout, seconds = 600) =>
        String(
          Math.round(((workout?.steps ?? 60) / (workout?.activeSeconds ?? 600)) * seconds * random.between(0.9, 1.1)),
        ),
    },
    distance('DistanceWalkingRunning', 0.15),
    {
      type: 'BasalEnergyBurned',
      unit: locale.energy,
      daily: SOURCES.watch,
      share: 0.2,
      of: () => false,
      value: (random) => energyIn(locale, random.between(0.2, 18)),
    },
    {
      type: 'ActiveEnergyBurned',
      unit: locale.energy,
      daily: SOURCES.watch,
      share: 0.2,
      of: ({ source }) => source === SOURCES.watch,
      value: (random) => energyIn(locale, random.between(0.1, 3)),
    },
    distance('DistanceCycling', 0),
    ...(format >= 12
      ? [
          {
            type: 'RunningSpeed',
            unit: locale.distance === 'mi' ? 'mi/hr' : 'km/hr',
            daily: SOURCES.watch,
            share: 0,
            of: (workout: ExportedWorkout) => onFoot(workout) && workout.activity.includes('running'),
            value: (random: SeededRandom, workout?: ExportedWorkout) =>
              distanceIn(locale, metresIn(workout, 3600) * random.between(0.95, 1.05)),
          },
        ]
      : []),
  ];
};

const record = (
  pen: Pen,
  { type, unit }: Quantity,
  source: ExportSource,
  start: number,
  end: number,
  value: string,
) => {
  const head =
    ` <Record type="HKQuantityTypeIdentifier${type}" ${pen.by(source)} unit="${unit}" creationDate="${pen.date(end)}"` +
    ` startDate="${pen.date(start)}" endDate="${pen.date(end)}" value="${value}"`;
  return type === 'HeartRate'
    ? `${head}>\n  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="0"/>\n </Record>\n`
    : `${head}/>\n`;
};

/** The instants at which a workout's series have a sample. */
const sampleTimes = ({ start, end, pauses }: ExportedWorkout, { sampleSeconds }: Density): number[] => {
  const times: number[] = [];
  for (let at = start; at + sampleSeconds * SECOND <= end; at += sampleSeconds * SECOND) {
    if (!pauses.some((pause) => at < pause.end && at + sampleSeconds * SECOND > pause.start)) times.push(at);
  }
  return times;
};

function* recordsOf(
  pen: Pen,
  quantity: Quantity,
  workouts: readonly ExportedWorkout[],
  density: Density,
  { seed, from, until }: { readonly seed: number; readonly from: number; readonly until: number },
): Generator<string> {
  const random = seededRandom(seedOf(seed, quantity.type));
  const step =
    quantity.share > 0 ? Math.round((24 * HOUR) / (density.dailyRecords * quantity.share) / SECOND) * SECOND : 0;
  let next = 0;
  const within = (workout: ExportedWorkout): string[] => {
    const drawn = seededRandom(seedOf(workout.seed, quantity.type));
    // A beat is an instant; what is summed up covers the time since the one before.
    const length = quantity.type === 'HeartRate' ? 0 : density.sampleSeconds * SECOND;
    return sampleTimes(workout, density).map((at) =>
      record(pen, quantity, workout.source, at, at + length, quantity.value(drawn, workout, density.sampleSeconds)),
    );
  };
  for (let at = from; at < until; at += Math.max(SECOND, step || until - from)) {
    for (; next < workouts.length && (workouts[next] as ExportedWorkout).start <= at; next++) {
      if (quantity.of(workouts[next] as ExportedWorkout)) yield within(workouts[next] as ExportedWorkout).join('');
    }
    if (step > 0) {
      const start = at + random.whole(0, 20) * SECOND;
      const end = quantity.type === 'HeartRate' ? start : start + Math.min(10 * MINUTE, step);
      yield record(pen, quantity, quantity.daily, start, end, quantity.value(random));
    }
  }
  for (; next < workouts.length; next++) {
    if (quantity.of(workouts[next] as ExportedWorkout)) yield within(workouts[next] as ExportedWorkout).join('');
  }
}

/** Every record of an export, type by type as Apple orders them, one after the other. */
export function* recordsXml(
  pen: Pen,
  workouts: readonly ExportedWorkout[],
  density: Density,
  span: { readonly seed: number; readonly from: number; readonly until: number },
): Generator<string> {
  for (const quantity of quantities(pen)) yield* recordsOf(pen, quantity, workouts, density, span);
}
