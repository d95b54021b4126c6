import type { Activity } from '../../../src/domain/activity';
import type { Interval } from '../../../src/domain/interval';
import { toHealthKitActivity } from '../../../src/platforms/healthkit/activity-map';
import { HEALTHKIT_ACTIVITY_TYPES } from '../../../src/platforms/healthkit/activity-types';
import { MINUTE, SECOND } from '../labelled-recording';
import type { ExportedLeg, ExportedWorkout } from './exported-workout';
import { distanceIn, energyIn, escapeXml, type Pen } from './format';
import { routePathOf } from './route-gpx';

const NAMES = new Map<number, string>(
  Object.entries(HEALTHKIT_ACTIVITY_TYPES).map(([name, [type]]) => [
    type,
    name.charAt(0).toUpperCase() + name.slice(1),
  ]),
);

const typeOf = (activity: Activity): string =>
  `HKWorkoutActivityType${NAMES.get(toHealthKitActivity(activity).type) ?? 'Other'}`;

/** The quantity type that Apple counts an activity's distance in; none where it has no such type. */
export const distanceTypeOf = (activity: Activity): string | undefined => {
  if (activity === 'cycling' || activity === 'indoor-cycling') return 'DistanceCycling';
  if (activity.includes('swimming')) return 'DistanceSwimming';
  if (activity.includes('rowing')) return 'DistanceRowing';
  return 'DistanceWalkingRunning';
};

const entry = (key: string, value: string | number): string =>
  `<MetadataEntry key="${key}" value="${escapeXml(String(value))}"/>`;

const dates = (pen: Pen, { start, end }: Interval): string =>
  `startDate="${pen.date(start)}" endDate="${pen.date(end)}"`;

const statistics = (pen: Pen, type: string, interval: Interval, values: string): string =>
  `<WorkoutStatistics type="HKQuantityTypeIdentifier${type}" ${dates(pen, interval)} ${values}/>`;

type Measured = Pick<
  ExportedWorkout,
  'activity' | 'distanceMetres' | 'activeKilocalories' | 'basalKilocalories' | 'heartRate' | 'steps'
>;

const allStatistics = (pen: Pen, measured: Measured, interval: Interval): string[] => {
  const { activity, distanceMetres, activeKilocalories, basalKilocalories, heartRate, steps } = measured;
  const { distance, energy } = pen.locale;
  const lines: string[] = [];
  const add = (type: string, values: string): unknown => lines.push(statistics(pen, type, interval, values));
  if (basalKilocalories !== undefined) {
    add('BasalEnergyBurned', `sum="${energyIn(pen.locale, basalKilocalories)}" unit="${energy}"`);
  }
  if (activeKilocalories !== undefined) {
    add('ActiveEnergyBurned', `sum="${energyIn(pen.locale, activeKilocalories)}" unit="${energy}"`);
  }
  const type = distanceTypeOf(activity);
  if (distanceMetres !== undefined && type !== undefined) {
    add(type, `sum="${distanceIn(pen.locale, distanceMetres)}" unit="${distance}"`);
  }
  if (heartRate !== undefined) {
    const { average, minimum, maximum } = heartRate;
    add('HeartRate', `average="${average}" minimum="${minimum}" maximum="${maximum}" unit="count/min"`);
  }
  if (steps !== undefined) add('StepCount', `sum="${steps}" unit="count"`);
  return lines;
};

const event = (pen: Pen, type: string, at: number, seconds?: number): string =>
  `<WorkoutEvent type="HKWorkoutEventType${type}" date="${pen.date(at)}"${
    seconds === undefined ? '' : ` duration="${seconds / 60}" durationUnit="min"`
  }/>`;

/** The watch cuts every workout into kilometres and miles at once, and marks both as segments. */
const events = (pen: Pen, workout: ExportedWorkout): string[] => [
  ...workout.pauses.flatMap(({ start, end }) => [event(pen, 'Pause', start), event(pen, 'Resume', end)]),
  ...(workout.source.device?.includes('Apple Watch') && workout.distanceMetres !== undefined
    ? [event(pen, 'Segment', workout.start, 372), event(pen, 'Segment', workout.start, 598)]
    : []),
];

const leg = (pen: Pen, { uuid, activity, start, end, distanceMetres }: ExportedLeg): string[] => [
  `<WorkoutActivity uuid="${uuid}" ${dates(pen, { start, end })} duration="${(end - start) / MINUTE}" durationUnit="min">`,
  ...allStatistics(pen, { activity, ...(distanceMetres !== undefined && { distanceMetres }) }, { start, end }),
  entry('WOIntervalStepKeyPath', '0.0.0'),
  '</WorkoutActivity>',
];

/**
 * iOS 16 and later put one activity into every workout of the watch, also where there is but one. Its kind is not said: it
 * shows in the type of its distance alone.
 */
const legs = (pen: Pen, workout: ExportedWorkout): string[] => {
  if (pen.format < 12 || !workout.source.device?.includes('Apple Watch')) return [];
  if (workout.legs.length > 0) return workout.legs.flatMap((one) => leg(pen, one));
  const { start, end, activity } = workout;
  return leg(pen, { uuid: `00000000-0000-4000-A000-${String(workout.seed).padStart(12, '0')}`, activity, start, end });
};

const metadata = (pen: Pen, workout: ExportedWorkout): string[] => {
  const { metadata: written } = toHealthKitActivity(workout.activity);
  const fromWatch = workout.source.device?.includes('Apple Watch');
  const celsius = 4 + (workout.seed % 24);
  const temperature = pen.locale.temperature === 'degF' ? (celsius * 9) / 5 + 32 : celsius;
  return [
    ...(written.HKIndoorWorkout ? [entry('HKIndoorWorkout', 1)] : []),
    ...(!written.HKIndoorWorkout && fromWatch ? [entry('HKIndoorWorkout', workout.route ? 0 : 1)] : []),
    ...(written.HKSwimmingLocationType ? [entry('HKSwimmingLocationType', written.HKSwimmingLocationType)] : []),
    ...(fromWatch ? [entry('HKTimeZone', pen.locale.zone), entry('HKAverageMETs', '9.09 kcal/hr·kg')] : []),
    ...(workout.route && fromWatch
      ? [
          entry('HKWeatherHumidity', '6900 %'),
          entry('HKWeatherTemperature', `${temperature} ${pen.locale.temperature}`),
        ]
      : []),
    // XML forbids the vertical tab, which exports of iOS 16 pass on as apps wrote it. One key twice is lawful, and seen.
    ...(workout.sync ? [entry('HKMetadataKeySyncIdentifier', workout.sync.id)] : []),
    ...(workout.sync ? [entry('HKMetadataKeySyncVersion', workout.sync.version)] : []),
    ...(workout.sync
      ? [entry('notes', pen.format === 12 ? 'felt\u000bgood' : 'felt good'), entry('notes', 'twice')]
      : []),
    ...(workout.externalUuid ? [entry('HKExternalUUID', workout.externalUuid)] : []),
    ...(workout.ascentMetres !== undefined ? [entry('HKElevationAscended', `${workout.ascentMetres * 100} cm`)] : []),
    ...(workout.manual ? [entry('HKWasUserEntered', 1)] : []),
  ];
};

const route = (pen: Pen, workout: ExportedWorkout): string[] =>
  workout.route
    ? [
        `<WorkoutRoute ${pen.by(workout.source)} creationDate="${pen.date(workout.end + 60 * SECOND)}" ${dates(pen, workout)}>`,
        entry('HKMetadataKeySyncVersion', 2),
        `<FileReference path="/workout-routes/${routePathOf(pen, workout)}"/>`,
        '</WorkoutRoute>',
      ]
    : [];

const totals = (pen: Pen, { distanceMetres, activeKilocalories }: ExportedWorkout): string => {
  const distance = distanceIn(pen.locale, distanceMetres ?? 0);
  const energy = energyIn(pen.locale, activeKilocalories ?? 0);
  // Until iOS 15, what was not measured stands as a zero.
  return (
    ` totalDistance="${distance}" totalDistanceUnit="${pen.locale.distance}"` +
    ` totalEnergyBurned="${energy}" totalEnergyBurnedUnit="${pen.locale.energy}"`
  );
};

/** A `Workout` element as an iPhone of that system writes it. */
export const workoutXml = (pen: Pen, workout: ExportedWorkout): string => {
  const children = [
    ...metadata(pen, workout),
    ...events(pen, workout),
    ...legs(pen, workout),
    ...(pen.format >= 12 ? allStatistics(pen, workout, workout) : []),
    ...route(pen, workout),
  ];
  const open =
    ` <Workout workoutActivityType="${typeOf(workout.activity)}" duration="${workout.activeSeconds / 60}"` +
    ` durationUnit="min"${pen.format < 12 ? totals(pen, workout) : ''} ${pen.by(workout.source)}` +
    ` creationDate="${pen.date(workout.end + 3 * SECOND)}" ${dates(pen, workout)}`;
  return children.length === 0
    ? `${open}/>\n`
    : `${open}>\n${children.map((line) => `  ${line}\n`).join('')} </Workout>\n`;
};
