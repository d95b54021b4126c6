import { SECOND } from '../labelled-recording';
import { documentHead } from './document-head';
import type { ExportedWorkout } from './exported-workout';
import { type ExportFormat, type Pen, penOf } from './format';
import type { ExportLocale } from './person';
import { type Density, recordsXml } from './records-xml';
import { routeGpx, routePathOf } from './route-gpx';
import { workoutXml } from './workout-xml';

/** Everything that an export is made of. The same options give the same bytes. */
export interface ExportOptions extends Density {
  readonly seed: number;
  readonly workouts: readonly ExportedWorkout[];
  /** The records outside of workouts begin here and end at the export. */
  readonly from: number;
  readonly exportedAt: number;
  readonly format: ExportFormat;
  readonly locale: ExportLocale;
  /** Seconds between two points of a route. */
  readonly routeSeconds: number;
}

const DAY = 86_400_000;

/** The version that an app replaced, as far as an export still shows it: shorter, and written first. */
const supersededXml = (pen: Pen, workout: ExportedWorkout): string => {
  if (!workout.superseded || workout.sync === undefined) return '';
  const version = workout.sync.version - 1;
  const end = Math.max(workout.start + SECOND, workout.end - 45 * SECOND);
  const sync = { ...workout.sync, version };
  return workoutXml(pen, { ...workout, sync, end, route: false, activeSeconds: (end - workout.start) / SECOND });
};

function* summaries(pen: Pen, { from, exportedAt }: ExportOptions): Generator<string> {
  for (let day = from; day < exportedAt; day += DAY) {
    const date = pen.date(day).slice(0, 10);
    yield ` <ActivitySummary dateComponents="${date}" activeEnergyBurned="${400 + ((day / DAY) % 300)}" activeEnergyBurnedGoal="500" activeEnergyBurnedUnit="${pen.locale.energy}" appleExerciseTime="31" appleExerciseTimeGoal="30" appleStandHours="12" appleStandHoursGoal="12"/>\n`;
  }
}

const CHUNK = 1 << 16;

/** Joins what is too small to be written alone. */
function* joined(parts: Iterable<string>): Generator<string> {
  let buffer = '';
  for (const part of parts) {
    buffer += part;
    if (buffer.length >= CHUNK) {
      yield buffer;
      buffer = '';
    }
  }
  if (buffer !== '') yield buffer;
}

function* parts(options: ExportOptions): Generator<string> {
  const { seed, workouts, from, exportedAt, format, locale } = options;
  const pen = penOf(format, locale, exportedAt);
  yield documentHead(pen, exportedAt);
  yield* recordsXml(pen, workouts, options, { seed, from, until: exportedAt });
  for (const workout of workouts) {
    yield supersededXml(pen, workout);
    yield workoutXml(pen, workout);
  }
  yield* summaries(pen, options);
  yield '</HealthData>\n';
}

/** The main file of an export, piece by piece, so that it may be of any size. */
export const exportXml = (options: ExportOptions): Iterable<string> => joined(parts(options));

/** One file of an export beside the main one. */
export interface ExportFile {
  readonly path: string;
  readonly content: () => string;
}

/** The other files: a GPX file for each route, and Apple's clinical document, which holds nothing of workouts. */
export const otherFiles = (options: ExportOptions): ExportFile[] => {
  const { workouts, exportedAt, routeSeconds, format, locale } = options;
  const pen = penOf(format, locale, exportedAt);
  return [
    { path: 'export_cda.xml', content: () => '<?xml version="1.0"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3"/>\n' },
    ...workouts
      .filter(({ route }) => route)
      .map((workout) => ({
        path: `workout-routes/${routePathOf(pen, workout)}`,
        content: () => routeGpx(pen, workout, exportedAt, routeSeconds),
      })),
  ];
};
