import type { DetailSummary } from '../../../src/domain/detail-summary';
import type { Workout } from '../../../src/domain/workout';
import {
  type AppleHealthExport,
  type AppleHealthExportOptions,
  openAppleHealthExport,
} from '../../../src/exports/apple-health/open-apple-health-export';
import { bytesSource } from '../../../src/exports/bytes/memory-sources';
import type { Detail } from '../../../src/ports/detail';

const ALWAYS = { start: -8.64e15, end: 8.64e15 };

/** The times of most workouts here: an hour from 07:00 in Berlin. */
export const HOUR = 'startDate="2024-05-01 07:00:00 +0200" endDate="2024-05-01 08:00:00 +0200"';
export const HOUR_START = Date.UTC(2024, 4, 1, 5);

/** A run of that hour, with whatever stands in it. */
export const run = (inside = '', attributes = ''): string =>
  `<Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceName="Watch" ${HOUR} ${attributes}>${inside}</Workout>`;

/** `HH:mm:ss` of that day, as Apple writes it. */
export const at = (time: string): string => `2024-05-01 ${time} +0200`;

/** A record as Apple writes it. */
export const record = (
  type: string,
  value: string,
  unit: string,
  start: string,
  end = start,
  source = 'Watch',
): string =>
  `<Record type="HKQuantityTypeIdentifier${type}" sourceName="${source}" sourceVersion="10" unit="${unit}" creationDate="${at('20:00:00')}" startDate="${at(start)}" endDate="${at(end)}" value="${value}"/>`;

export const beat = (value: number, time: string, source = 'Watch'): string =>
  record('HeartRate', String(value), 'count/min', time, time, source);

/** An export around some elements. */
export const exportOf = (...elements: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<HealthData locale="en_GB">',
    ' <ExportDate value="2024-06-01 12:00:00 +0200"/>',
    ...elements,
    '</HealthData>',
    '',
  ].join('\n');

const sourceOf = (text: string, name = 'export.xml') => bytesSource(new TextEncoder().encode(text), name);

export const openText = (text: string, options?: AppleHealthExportOptions): Promise<AppleHealthExport> =>
  openAppleHealthExport(sourceOf(text), options);

export const workoutsOf = async ({ store }: AppleHealthExport): Promise<readonly Workout[]> =>
  (await store.readWorkouts({ window: ALWAYS })).items;

/** The only workout of an export. */
export const onlyWorkout = async (opened: AppleHealthExport): Promise<Workout> => {
  const [workout, ...more] = await workoutsOf(opened);
  if (workout === undefined || more.length > 0) throw new Error(`${more.length} more workouts than one`);
  return workout;
};

export const readOne = async (...elements: readonly string[]): Promise<Workout> =>
  onlyWorkout(await openText(exportOf(...elements)));

export const summaryOf = async (opened: AppleHealthExport): Promise<DetailSummary> => {
  const summarised = await opened.store.detail?.summarise([await onlyWorkout(opened)]);
  const summary = summarised?.[0]?.summary;
  if (summary === undefined) throw new Error('no summary');
  return summary;
};

export const detailOf = async (opened: AppleHealthExport): Promise<Detail> => {
  const detail = await opened.store.detail?.read(await onlyWorkout(opened));
  if (detail === undefined) throw new Error('no detail');
  return detail;
};
