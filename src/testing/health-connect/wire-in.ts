import type { Instant } from '../../domain/interval';
import type { Fields, HealthConnectPut } from './records';
import { invalidArgument, rejection } from './rejection';

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

/** Kotlin's `Instant.parse`. */
const instant = (value: unknown): Instant => {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw rejection('UNKNOWN_ERROR', `Text '${String(value)}' could not be parsed`);
  return at;
};

/** A quantity: `value` and `unit` in, all the units out. Only the units that are used here are known. */
const quantity = (value: unknown, name: string, units: readonly string[], lacking: string): Fields => {
  const { value: amount, unit } = fieldsOf(value);
  if (!isFields(value) || typeof amount !== 'number') throw rejection('UNKNOWN_ERROR', `${lacking} is not valid`);
  if (!units.includes(String(unit))) throw new Error(`The simulation does not know the unit ${String(unit)}.`);
  return { [name]: amount };
};
const length = (value: unknown): Fields => quantity(value, 'inMeters', ['meters'], 'Length');
const metresOf = (value: Fields): number => Number(value.inMeters);

const between = (value: number, least: number, most: number, name: string): number => {
  if (!(value >= least && value <= most)) throw invalidArgument(`${name} must be in [${least}, ${most}], was ${value}`);
  return value;
};

const number = (sample: Fields, name: string): number => {
  const value = sample[name];
  if (typeof value !== 'number') throw rejection('UNKNOWN_ERROR', `Value for ${name} cannot be cast`);
  return value;
};

interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

const samples = (record: Fields, { start, end }: Span, read: (sample: Fields) => Fields): Fields => ({
  samples: listOf(record.samples).map((sample) => {
    const at = instant(sample.time);
    if (at < start || at > end) throw invalidArgument('time of a sample must be within startTime and endTime');
    return { time: new Date(at).toISOString(), ...read(sample) };
  }),
});

const location = (point: Fields): Fields => {
  const [horizontalAccuracy, verticalAccuracy] = [length(point.horizontalAccuracy), length(point.verticalAccuracy)];
  between(metresOf(horizontalAccuracy), 0, Number.MAX_VALUE, 'horizontalAccuracy');
  between(metresOf(verticalAccuracy), 0, Number.MAX_VALUE, 'verticalAccuracy');
  return {
    time: new Date(instant(point.time)).toISOString(),
    latitude: between(number(point, 'latitude'), -90, 90, 'latitude'),
    longitude: between(number(point, 'longitude'), -180, 180, 'longitude'),
    altitude: length(point.altitude),
    horizontalAccuracy,
    verticalAccuracy,
  };
};

const route = (record: Fields, { start, end }: Span): readonly Fields[] => {
  const points = listOf(fieldsOf(record.exerciseRoute).route).map(location);
  let before = start - 1;
  for (const point of points) {
    const at = instant(point.time);
    if (at < start || at >= end) throw invalidArgument('route can not be out of parent time range.');
    if (at <= before) throw invalidArgument('route must have strictly rising times');
    before = at;
  }
  return points;
};

/** What Android 14 and later make of the withdrawn types. */
const WITHDRAWN: ReadonlySet<number> = new Set([
  1, 3, 6, 7, 12, 15, 17, 18, 19, 20, 21, 22, 23, 24, 30, 40, 41, 42, 43, 49, 67, 77,
]);

const session = (record: Fields, span: Span): Fields => {
  // `ReactExerciseSessionRecord.kt` reads both from the key `samples`.
  const spans = listOf(record.samples).map((one) => ({ startTime: one.startTime, endTime: one.endTime }));
  const type = typeof record.exerciseType === 'number' ? record.exerciseType : 0;
  return {
    exerciseType: WITHDRAWN.has(type) ? 0 : type,
    title: record.title ?? null,
    notes: record.notes ?? null,
    laps: spans,
    segments: spans,
    route: route(record, span),
  };
};

type Reader = (record: Fields, span: Span) => Fields;

const energy: Reader = ({ energy: value }) => {
  const read = quantity(value, 'inKilocalories', ['kilocalories'], 'Energy');
  between(Number(read.inKilocalories), 0, 1_000_000, 'energy');
  return { energy: read };
};

/** What the library reads of a record of each type, and what Jetpack refuses. */
const READERS: Readonly<Record<string, Reader>> = {
  ExerciseSession: session,
  Distance: ({ distance }) => {
    between(metresOf(length(distance)), 0, 1_000_000, 'distance');
    return { distance: length(distance) };
  },
  ElevationGained: ({ elevation }) => ({ elevation: length(elevation) }),
  ActiveCaloriesBurned: energy,
  TotalCaloriesBurned: energy,
  Steps: (record) => ({ count: Math.trunc(between(number(record, 'count'), 1, 1_000_000, 'count')) }),
  HeartRate: (record, span) =>
    samples(record, span, (one) => ({
      beatsPerMinute: Math.trunc(between(number(one, 'beatsPerMinute'), 1, 300, 'beatsPerMinute')),
    })),
  Speed: (record, span) =>
    samples(record, span, ({ speed }) => ({
      speed: quantity(speed, 'inMetersPerSecond', ['metersPerSecond'], 'Velocity'),
    })),
  Power: (record, span) =>
    samples(record, span, ({ power }) => ({ power: quantity(power, 'inWatts', ['watts'], 'Velocity') })),
  // `ReactStepsCadenceRecord.kt` reads `count`, though `rate` is what its types name.
  StepsCadence: (record, span) =>
    samples(record, span, (one) => ({ rate: between(number(one, 'count'), 0, 10_000, 'rate') })),
  CyclingPedalingCadence: (record, span) =>
    samples(record, span, (one) => ({
      revolutionsPerMinute: between(number(one, 'revolutionsPerMinute'), 0, 10_000, 'revolutionsPerMinute'),
    })),
};

/** Whether the library knows a type, among those that the simulation has. */
export const isKnownType = (type: string): boolean => Object.keys(READERS).includes(type);

/** A record as the library hands it to Jetpack: with no zone, whatever was given. Throws what Jetpack refuses. */
export const parseInsert = (record: Fields, app: string): HealthConnectPut => {
  const type = String(record.recordType);
  const read = READERS[type];
  if (read === undefined) throw rejection('INVALID_RECORD_TYPE', 'Record type is not valid');
  const [start, end] = [instant(record.startTime), instant(record.endTime)];
  if (!(start < end)) throw invalidArgument('startTime must be before endTime.');
  const { clientRecordId, clientRecordVersion, recordingMethod } = fieldsOf(record.metadata);
  return {
    type,
    app,
    start,
    end,
    ...(typeof clientRecordId === 'string' && { clientId: clientRecordId }),
    ...(typeof clientRecordVersion === 'number' && { version: clientRecordVersion }),
    ...(typeof recordingMethod === 'number' && { method: recordingMethod }),
    fields: read(record, { start, end }),
  };
};
