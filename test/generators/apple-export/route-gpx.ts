import { SECOND } from '../labelled-recording';
import { seededRandom } from '../seeded-random';
import type { ExportedWorkout } from './exported-workout';
import type { Pen } from './format';
import { seedOf } from './seed-of';

/** `route_2021-01-28_5.21pm.gpx`: named by the hour of the end on the phone's clock; the same minute twice is counted. */
export const routePathOf = (pen: Pen, workout: ExportedWorkout): string => {
  const [day, time] = pen.date(workout.end).split(' ') as [string, string];
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const clock = `${hour % 12 || 12}.${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
  // Two apps that end a route in one minute; Apple counts them.
  return `route_${day}_${clock}${workout.ordinal === 1 ? '' : `_${workout.ordinal}`}.gpx`;
};

const START = { latitude: 52.516, longitude: 13.378 } as const;
const METRES_A_DEGREE = 111_320;

/** The instants at which a route has a point. */
const routeTimes = ({ start, end, pauses }: ExportedWorkout, everySeconds: number): number[] => {
  const times: number[] = [];
  for (let at = start; at < end; at += everySeconds * SECOND) {
    if (!pauses.some((pause) => at >= pause.start && at < pause.end)) times.push(at);
  }
  return times;
};

const point = (
  at: number,
  latitude: number,
  longitude: number,
  height: number,
  speed: number,
  course: number,
): string =>
  `      <trkpt lon="${longitude.toFixed(6)}" lat="${latitude.toFixed(6)}"><ele>${height.toFixed(6)}</ele>` +
  `<time>${new Date(at).toISOString().slice(0, 19)}Z</time><extensions><speed>${speed.toFixed(6)}</speed>` +
  `<course>${course.toFixed(6)}</course><hAcc>3.512403</hAcc><vAcc>2.917355</vAcc></extensions></trkpt>\n`;

/** The GPX file of a workout's route: a walk that turns a little all the time, as long as the workout's distance. */
export const routeGpx = (pen: Pen, workout: ExportedWorkout, exportedAt: number, everySeconds: number): string => {
  const random = seededRandom(seedOf(workout.seed, 'route'));
  const times = routeTimes(workout, everySeconds);
  const metres = (workout.distanceMetres ?? 1000) / Math.max(1, times.length);
  let [latitude, longitude, height, course] = [START.latitude, START.longitude, 34, random.between(0, 360)];
  const points = times.map((at) => {
    const line = point(at, latitude, longitude, height, metres / everySeconds, course);
    course = (course + random.between(-14, 14) + 360) % 360;
    latitude += (Math.cos((course * Math.PI) / 180) * metres) / METRES_A_DEGREE;
    longitude += (Math.sin((course * Math.PI) / 180) * metres) / (METRES_A_DEGREE * 0.61);
    height += random.between(-0.2, 0.2);
    return line;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Apple Health Export"',
    ' xmlns="http://www.topografix.com/GPX/1/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ' xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd">\n',
    `  <metadata>\n    <time>${new Date(exportedAt).toISOString().slice(0, 19)}Z</time>\n  </metadata>\n`,
    `  <trk>\n    <name>Route ${pen.date(workout.end).slice(0, 16)}</name>\n    <trkseg>\n`,
    ...points,
    '    </trkseg>\n  </trk>\n</gpx>\n',
  ].join('');
};
