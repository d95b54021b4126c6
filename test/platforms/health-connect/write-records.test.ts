import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { SessionInsert } from '../../../src/platforms/health-connect/records';
import { toHealthConnectRecords } from '../../../src/platforms/health-connect/write-records';
import { SAMPLES_PER_RECORD } from '../../../src/platforms/health-connect/write-series';
import type { Detail, RoutePoint } from '../../../src/ports/detail';
import type { WorkoutDraft } from '../../../src/ports/health-store';

const START = Date.UTC(2026, 0, 5, 9);
const HOUR = 3_600_000;

const draft = (fields: Partial<WorkoutDraft> = {}): WorkoutDraft => ({
  activity: 'running',
  start: START,
  end: START + HOUR,
  external: { id: 'ws1-a', version: 3 },
  ...fields,
});
const detail = (fields: Partial<Detail>): Detail => ({ series: {}, routes: [], ...fields });
const sessionOf = (fields: Partial<WorkoutDraft>): SessionInsert =>
  toHealthConnectRecords(draft(fields))[0] as SessionInsert;
const typesOf = (fields: Partial<WorkoutDraft>): readonly string[] =>
  toHealthConnectRecords(draft(fields)).map(({ recordType }) => recordType);

test('a bare workout is a session under its external id and version', () => {
  expect(toHealthConnectRecords(draft({ title: 'Morning', method: 'manual' }))).toEqual([
    {
      recordType: 'ExerciseSession',
      startTime: '2026-01-05T09:00:00.000Z',
      endTime: '2026-01-05T10:00:00.000Z',
      exerciseType: 56,
      title: 'Morning',
      metadata: { clientRecordId: 'ws1-a', clientRecordVersion: 3, recordingMethod: 3 },
    },
  ]);
});

describe('the records beside a session', () => {
  const samples = [{ at: START + 1000, value: 100 }];
  const whole = {
    distanceMetres: 10_000,
    energyKilocalories: { active: 500, total: 600 },
    elevationGainMetres: 120,
    detail: detail({
      series: { 'heart-rate': samples, speed: samples, power: samples, cadence: samples, steps: samples },
    }),
  };

  it('are one record each, under an id of its own and the version of the session', () => {
    const [session, ...beside] = toHealthConnectRecords(draft(whole));
    expect(session?.recordType).toBe('ExerciseSession');
    expect(beside.map(({ recordType }) => recordType)).toEqual([
      'Distance',
      'ActiveCaloriesBurned',
      'TotalCaloriesBurned',
      'ElevationGained',
      'Steps',
      'HeartRate',
      'Speed',
      'Power',
      'StepsCadence',
    ]);
    for (const { recordType, metadata } of beside) {
      expect(metadata.clientRecordId).toBe(`ws1-a#${recordType}`);
      expect(metadata.clientRecordVersion).toBe(3);
    }
  });

  it('of a ride hold revolutions, not steps', () => {
    expect(typesOf({ activity: 'indoor-cycling', detail: detail({ series: { cadence: samples } }) })).toEqual([
      'ExerciseSession',
      'CyclingPedalingCadence',
    ]);
  });

  it('give the cadence as `rate`, which is typed, and as `count`, which is read', () => {
    const [, cadence] = toHealthConnectRecords(draft({ detail: detail({ series: { cadence: samples } }) }));
    expect(cadence).toMatchObject({ samples: [{ rate: 100, count: 100 }] });
  });

  it('are not written for what is zero, absent or beyond the range of the platform', () => {
    expect(typesOf({ distanceMetres: 0, energyKilocalories: {}, elevationGainMetres: 1_000_001 })).toEqual([
      'ExerciseSession',
    ]);
  });

  it('say the distance that the samples add up to where there is no total', () => {
    const distance = [1000, 2000].map((value, index) => ({ at: START + index, value }));
    expect(toHealthConnectRecords(draft({ detail: detail({ series: { distance } }) }))[1]).toMatchObject({
      distance: { value: 3000, unit: 'meters' },
    });
  });

  test.each([
    [0, 0],
    [1, 1],
    [300, 1],
    [301, 0],
    [Number.NaN, 0],
  ])('with a heart rate of %d number %i', (value, count) => {
    const series = { 'heart-rate': [{ at: START, value }] };
    expect(typesOf({ detail: detail({ series }) }).length - 1).toBe(count);
  });

  test.each([
    [-1, 0],
    [0, 1],
    [HOUR - 1, 1],
    [HOUR, 0],
  ])('with a sample %i milliseconds after the start number %i', (after, count) => {
    const series = { speed: [{ at: START + after, value: 3 }] };
    expect(typesOf({ detail: detail({ series }) }).length - 1).toBe(count);
  });

  it('cut a long series into records that touch each other, each with an id of its own', () => {
    const power = Array.from({ length: SAMPLES_PER_RECORD + 1 }, (_, index) => ({ at: START + index, value: 200 }));
    const [, first, second] = toHealthConnectRecords(draft({ detail: detail({ series: { power } }) }));
    expect([first?.metadata.clientRecordId, second?.metadata.clientRecordId]).toEqual(['ws1-a#Power', 'ws1-a#Power#1']);
    expect(first?.endTime).toBe(second?.startTime);
    expect([first?.startTime, second?.endTime]).toEqual(['2026-01-05T09:00:00.000Z', '2026-01-05T10:00:00.000Z']);
  });
});

describe('a route', () => {
  const point = (after: number, fields: Partial<RoutePoint> = {}): RoutePoint => ({
    at: START + after,
    latitude: 52,
    longitude: 13,
    ...fields,
  });
  const written = (...points: RoutePoint[]) =>
    sessionOf({ detail: detail({ routes: [points] }) }).exerciseRoute?.route ?? [];

  it('has an altitude and accuracies at every point, unset where nobody measured', () => {
    const unset = { value: Number.MIN_VALUE, unit: 'meters' };
    expect(
      written(point(0, { altitudeMetres: 40, horizontalAccuracyMetres: 5, verticalAccuracyMetres: -1 }), point(1)),
    ).toMatchObject([
      { altitude: { value: 40 }, horizontalAccuracy: { value: 5 }, verticalAccuracy: unset },
      { altitude: unset, horizontalAccuracy: unset, verticalAccuracy: unset },
    ]);
  });

  test.each([
    ['before the start', point(-1), 0],
    ['at the start', point(0), 1],
    ['just before the end', point(HOUR - 1), 1],
    ['at the end', point(HOUR), 0],
    ['at the pole', point(0, { latitude: 90 }), 1],
    ['beyond the pole', point(0, { latitude: 90.1 }), 0],
    ['beyond the date line', point(0, { longitude: -180.1 }), 0],
    ['nowhere', point(0, { longitude: Number.NaN }), 0],
  ])('with a point %s keeps what is good', (_, one, kept) => {
    expect(written(one).length).toBe(kept);
  });

  it('joins its pieces in order, one point at a time', () => {
    const { exerciseRoute } = sessionOf({ detail: detail({ routes: [[point(5), point(5)], [point(2)]] }) });
    expect(exerciseRoute?.route.map(({ time }) => Date.parse(time) - START)).toEqual([2, 5]);
  });

  it('is left out where no point is good', () => {
    expect(sessionOf({ detail: detail({ routes: [[point(-5)]] }) })).not.toHaveProperty('exerciseRoute');
  });
});

describe('laps', () => {
  const lap = (from: number, to: number) => ({
    start: START + from * 60_000,
    end: START + to * 60_000,
    distanceMetres: to - from,
  });
  const minutes = ({ laps = [] }: SessionInsert) =>
    laps.map(({ startTime, endTime }) => [startTime, endTime].map((text) => (Date.parse(text) - START) / 60_000));

  it('of two overlapping series are those of one', () => {
    const kilometres = [lap(0, 5), lap(5, 10), lap(10, 15)];
    const miles = [lap(0, 8), lap(8, 16)];
    expect(minutes(sessionOf({ detail: detail({ laps: [...miles, ...kilometres] }) }))).toEqual([
      [0, 5],
      [5, 10],
      [10, 15],
    ]);
  });

  it('outside of the session, or without a length, are left out', () => {
    const bare = { start: START, end: START + 1 };
    expect(sessionOf({ detail: detail({ laps: [bare, lap(-1, 1), lap(59, 61), lap(3, 3)] }) })).not.toHaveProperty(
      'laps',
    );
  });
});

test('pauses are segments that do not overlap', () => {
  const span = (from: number, to: number) => ({ start: START + from, end: START + to });
  const { segments = [] } = sessionOf({ detail: detail({ pauses: [span(10, 30), span(20, 40), span(30, 50)] }) });
  expect(segments.map(({ startTime, segmentType }) => [Date.parse(startTime) - START, segmentType])).toEqual([
    [10, 39],
    [30, 39],
  ]);
});

test('a session never has a key `samples`: laps and segments would be read from it', () => {
  const moment = fc.integer({ min: -HOUR, max: 2 * HOUR }).map((after) => START + after);
  const span = fc.tuple(moment, moment).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  const spans = fc.array(span, { maxLength: 8 });
  const series = fc.array(fc.record({ at: moment, value: fc.double() }), { maxLength: 5 });
  const place = fc.record({ at: moment, latitude: fc.double({ min: -100, max: 100 }), longitude: fc.double() });
  fc.assert(
    fc.property(spans, spans, series, fc.array(place, { maxLength: 5 }), (laps, pauses, samples, route) => {
      const [session, ...beside] = toHealthConnectRecords(
        draft({ detail: { series: { 'heart-rate': samples }, routes: [route], laps, pauses } }),
      );
      expect(session).not.toHaveProperty('samples');
      for (const { startTime, endTime } of beside) expect(Date.parse(startTime)).toBeLessThan(Date.parse(endTime));
      const { segments = [], exerciseRoute } = session as SessionInsert;
      for (const [index, one] of segments.entries()) {
        const before = segments[index - 1]?.endTime ?? session?.startTime ?? '';
        expect(before <= one.startTime && one.startTime < one.endTime).toBe(true);
      }
      for (const { time } of exerciseRoute?.route ?? []) {
        expect(time >= '2026-01-05T09:00:00.000Z' && time < '2026-01-05T10:00:00.000Z').toBe(true);
      }
    }),
  );
});
