import { describe, expect, it, test } from 'vitest';
import type { HealthKitLocation } from '../../../src/platforms/healthkit/native-sample';
import {
  fromHealthKitDetail,
  fromHealthKitEvents,
  fromHealthKitRoutes,
  fromHealthKitSamples,
} from '../../../src/platforms/healthkit/read-detail';
import { toHealthKitRoutes, toHealthKitSamples } from '../../../src/platforms/healthkit/write-detail';
import type { Detail, RoutePoint } from '../../../src/ports/detail';

const START = Date.UTC(2026, 10, 8, 9);
const MINUTE = 60_000;
const at = (minute: number): number => START + minute * MINUTE;
const date = (minute: number): Date => new Date(at(minute));

const workout = { activity: 'running', start: at(0), end: at(60), external: { id: 'ws1-1', version: 2 } } as const;

const detail = (series: Detail['series'], routes: Detail['routes'] = []): Detail => ({ series, routes });

const location = (minute: number, rest: Partial<HealthKitLocation> = {}): HealthKitLocation => ({
  date: date(minute),
  latitude: 52.5,
  longitude: 13.4,
  altitude: 34,
  horizontalAccuracy: 5,
  verticalAccuracy: 4,
  course: -1,
  speed: 3,
  ...rest,
});

const event = (type: number, from: number, to = from) => ({ type, startDate: date(from), endDate: date(to) });

describe('samples that are read', () => {
  it('a rate stands at its start, what adds up at its end', () => {
    const sample = { startDate: date(1), endDate: date(2), quantity: 150 };
    expect(fromHealthKitSamples('HKQuantityTypeIdentifierHeartRate', [sample])).toEqual([{ at: at(1), value: 150 }]);
    expect(fromHealthKitSamples('HKQuantityTypeIdentifierStepCount', [sample])).toEqual([{ at: at(2), value: 150 }]);
  });

  it('stand in the order of time, without what is no number', () => {
    const [late, early] = [3, 1].map((minute) => ({
      startDate: date(minute),
      endDate: date(minute),
      quantity: minute,
    }));
    const broken = { startDate: date(2), endDate: date(2), quantity: Number.NaN };
    const read = fromHealthKitSamples('HKQuantityTypeIdentifierHeartRate', [late, broken, early] as never);
    expect(read.map(({ value }) => value)).toEqual([1, 3]);
  });

  it('several types of one series are one series', () => {
    const sample = (minute: number) => [{ startDate: date(minute), endDate: date(minute), quantity: minute }];
    const { series } = fromHealthKitDetail({
      samples: [
        ['HKQuantityTypeIdentifierDistanceCycling', sample(5)],
        ['HKQuantityTypeIdentifierDistanceSwimming', sample(1)],
        ['HKQuantityTypeIdentifierHeartRate', []],
      ],
      routes: [],
      end: at(60),
    });
    expect(series).toEqual({
      distance: [
        { at: at(1), value: 1 },
        { at: at(5), value: 5 },
      ],
    });
  });
});

describe('routes that are read', () => {
  it('0..n route objects, in no order, are pieces in the order of time', () => {
    const routes = [{ locations: [location(9), location(8)] }, { locations: [] }, { locations: [location(1)] }];
    expect(fromHealthKitRoutes(routes).map((piece) => piece.map((point) => point.at))).toEqual([
      [at(1)],
      [at(8), at(9)],
    ]);
  });

  test.each([
    ['a speed below zero', { speed: -1 }, 'speedMetresPerSecond'],
    ['a vertical accuracy below zero', { verticalAccuracy: -1 }, 'altitudeMetres'],
    ['a horizontal accuracy of zero', { horizontalAccuracy: 0 }, 'horizontalAccuracyMetres'],
  ] as const)('%s is unknown', (_, rest, absent) => {
    const point = fromHealthKitRoutes([{ locations: [location(1, rest)] }])[0]?.[0];
    expect(point?.latitude).toBe(52.5);
    expect(point?.[absent]).toBeUndefined();
  });

  test.each([
    ['nowhere on earth', { latitude: 91 }],
    ['marked as invalid', { horizontalAccuracy: -1 }],
    ['no number', { longitude: Number.NaN }],
  ])('a point that is %s is left out', (_, rest) => {
    expect(fromHealthKitRoutes([{ locations: [location(1, rest)] }])).toEqual([]);
  });
});

describe('events', () => {
  test.each([
    ['a pause and its resume', [event(1, 10), event(2, 12)], [[10, 12]]],
    ['standing still', [event(5, 10), event(6, 12)], [[10, 12]]],
    ['a pause without an end', [event(1, 50)], [[50, 60]]],
    ['a resume that nothing came before', [event(2, 5)], undefined],
    ['two pauses in a row', [event(1, 10), event(5, 11), event(2, 12)], [[10, 12]]],
  ] as const)('%s', (_, events, pauses) => {
    const read = fromHealthKitEvents(events, at(60)).pauses;
    expect(read?.map(({ start, end }) => [start, end])).toEqual(pauses?.map(([from, to]) => [at(from), at(to)]));
  });

  it('P21 of Apple’s kilometres and miles, the finer series is kept', () => {
    const kilometres = [event(7, 0, 5), event(7, 5, 10), event(7, 10, 15)];
    const miles = [event(7, 0, 8), event(7, 8, 16)];
    const { laps } = fromHealthKitEvents([...miles, ...kilometres], at(60));
    expect(laps?.map(({ end }) => (end - START) / MINUTE)).toEqual([5, 10, 15]);
  });

  it('laps that somebody pressed go before segments; a lap without length is none', () => {
    const events = [event(7, 0, 5), event(3, 0, 20), event(3, 20, 40)];
    expect(fromHealthKitEvents(events, at(60)).laps?.length).toBe(2);
    expect(fromHealthKitEvents([event(3, 5)], at(60))).toEqual({});
  });
});

describe('samples to write', () => {
  const heartRate = [1, 2, 3, 4].map((minute) => ({ at: at(minute), value: 100 + minute }));

  it('each has a sync identifier of its own, and all the same mark', () => {
    const saves = toHealthKitSamples({ ...workout, detail: detail({ 'heart-rate': heartRate }) });
    expect(saves.map(({ metadata }) => metadata.HKMetadataKeySyncIdentifier)).toEqual(
      [0, 1, 2, 3].map((n) => `ws1-1#heart-rate#${n}`),
    );
    expect(new Set(saves.map(({ metadata }) => metadata.WorkoutSyncWorkout))).toEqual(new Set(['ws1-1']));
    expect(saves.every(({ metadata }) => metadata.HKMetadataKeySyncVersion === 2)).toBe(true);
  });

  it('a long series is thinned out: rates to their mean, what adds up to its sum', () => {
    const distance = heartRate.map(({ at: moment }) => ({ at: moment, value: 10 }));
    const saves = toHealthKitSamples(
      { ...workout, detail: detail({ 'heart-rate': heartRate, distance }) },
      { samplesPerSeries: 2 },
    );
    expect(saves.map(({ unit, value, start, end }) => [unit, value, start.getTime(), end.getTime()])).toEqual([
      ['count/min', 101.5, at(1), at(2)],
      ['count/min', 103.5, at(3), at(4)],
      ['m', 20, at(0), at(2)],
      ['m', 20, at(2), at(4)],
    ]);
  });

  it('what is no measurement, or outside of the workout, is left out', () => {
    const broken = [0, -5, Number.NaN].map((value) => ({ at: at(1), value }));
    const outside = [-1, 61].map((minute) => ({ at: at(minute), value: 100 }));
    expect(toHealthKitSamples({ ...workout, detail: detail({ 'heart-rate': [...broken, ...outside] }) })).toEqual([]);
  });

  it('a series that HealthKit has no type for in this activity is left out', () => {
    const series = { distance: [{ at: at(1), value: 5 }], cadence: [{ at: at(1), value: 80 }] };
    const all = { series: ['distance', 'cadence'] } as const;
    expect(toHealthKitSamples({ ...workout, activity: 'yoga', detail: detail(series) }, all)).toEqual([]);
    expect(
      toHealthKitSamples({ ...workout, activity: 'multisport', detail: detail(series) }, all).map(({ unit }) => unit),
    ).toEqual(['count/min']);
  });

  it('comes back as it was written, where nothing was thinned out', () => {
    const series = {
      'heart-rate': heartRate,
      distance: [
        { at: at(2), value: 300 },
        { at: at(9), value: 500 },
      ],
    };
    const saves = toHealthKitSamples({ ...workout, detail: detail(series) });
    const types = [...new Set(saves.map(({ type }) => type))];
    const samples = types.map((type) => {
      const written = saves.filter((one) => one.type === type);
      return [
        type,
        written.map(({ value, start, end }) => ({ quantity: value, startDate: start, endDate: end })),
      ] as const;
    });
    expect(fromHealthKitDetail({ samples, routes: [], end: workout.end }).series).toEqual(series);
  });
});

describe('routes to write', () => {
  const point = (minute: number, rest: Partial<RoutePoint> = {}): RoutePoint => ({
    at: at(minute),
    latitude: 52.5,
    longitude: 13.4,
    ...rest,
  });

  test.each([
    ['before the workout', point(-1)],
    ['after the workout', point(61)],
    ['at a latitude beyond the pole', point(2, { latitude: -90.1 })],
    ['at a longitude that is no number', point(2, { longitude: Number.NaN })],
    ['at an altitude that is no number', point(2, { altitudeMetres: Number.POSITIVE_INFINITY })],
    ['at a moment that another point has', point(1, { latitude: 52.6 })],
  ])('P20 a point %s does not cost the route', (_, bad) => {
    const [locations] = toHealthKitRoutes([[point(1), bad, point(3)]], workout);
    expect(locations?.map(({ date: moment }) => moment.getTime())).toEqual([at(1), at(3)]);
  });

  it('says with negative numbers what is not known', () => {
    const [[bare], [full]] = toHealthKitRoutes(
      [
        [point(1)],
        [
          point(2, {
            altitudeMetres: 30,
            verticalAccuracyMetres: 3,
            horizontalAccuracyMetres: 4,
            speedMetresPerSecond: 2,
          }),
        ],
      ],
      workout,
    ) as [[HealthKitLocation], [HealthKitLocation]];
    expect(bare).toMatchObject({ altitude: 0, verticalAccuracy: -1, horizontalAccuracy: 0, speed: -1, course: -1 });
    expect(full).toMatchObject({ altitude: 30, verticalAccuracy: 3, horizontalAccuracy: 4, speed: 2 });
  });

  it('comes back as it was written', () => {
    const pieces = [[point(1, { altitudeMetres: 30, speedMetresPerSecond: 2 }), point(2)], [point(5)]];
    const routes = toHealthKitRoutes(pieces, workout).map((locations) => ({ locations }));
    expect(fromHealthKitRoutes(routes)).toEqual(pieces);
    expect(toHealthKitRoutes([[point(99)], []], workout)).toEqual([]);
  });
});
