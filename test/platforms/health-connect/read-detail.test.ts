import { describe, expect, it, test } from 'vitest';
import {
  fromHealthConnectDetail,
  summariseHealthConnectDetail,
} from '../../../src/platforms/health-connect/read-detail';
import { sumSessionTotals } from '../../../src/platforms/health-connect/read-metrics';
import type { NativeLocation, NativeMetric, NativeSession } from '../../../src/platforms/health-connect/records';

const START = Date.UTC(2026, 0, 5, 9);
const at = (minute: number): string => new Date(START + minute * 60_000).toISOString();
const run: NativeSession = {
  startTime: at(0),
  endTime: at(60),
  exerciseType: 56,
  metadata: { id: 'r-1', dataOrigin: 'com.watch' },
};
const metric = (from: number, to: number, fields: Partial<NativeMetric>, dataOrigin = 'com.watch'): NativeMetric => ({
  startTime: at(from),
  endTime: at(to),
  metadata: { dataOrigin },
  ...fields,
});
const owner = { start: START, end: START + 3_600_000, source: { app: 'com.watch' } };
const metres = (inMeters: number) => ({ distance: { inMeters } });

describe('totals', () => {
  it('are what the same app wrote in the time of the session', () => {
    const Distance = [metric(0, 30, metres(4000)), metric(30, 60, metres(5000)), metric(70, 80, metres(900))];
    expect(sumSessionTotals(owner, { Distance })).toEqual({ distanceMetres: 9000 });
  });

  it('leave out what another app wrote in the same time', () => {
    const Distance = [metric(0, 60, metres(9000)), metric(0, 60, metres(8800), 'com.phone')];
    expect(sumSessionTotals(owner, { Distance })).toEqual({ distanceMetres: 9000 });
  });

  it('take of a record that reaches beyond the session the share that lies within', () => {
    expect(sumSessionTotals(owner, { Distance: [metric(-60, 60, metres(12_000))] })).toEqual({ distanceMetres: 6000 });
    expect(sumSessionTotals(owner, { Distance: [metric(30, 90, metres(8000))] })).toEqual({ distanceMetres: 4000 });
  });

  it('keep active and total energy apart', () => {
    const ActiveCaloriesBurned = [metric(0, 60, { energy: { inKilocalories: 500 } })];
    const TotalCaloriesBurned = [metric(0, 60, { energy: { inKilocalories: 580 } })];
    expect(sumSessionTotals(owner, { TotalCaloriesBurned })).toEqual({ energyKilocalories: { total: 580 } });
    expect(sumSessionTotals(owner, { ActiveCaloriesBurned, TotalCaloriesBurned })).toEqual({
      energyKilocalories: { active: 500, total: 580 },
    });
  });

  it('are absent, not zero, where nobody measured', () => {
    expect(
      sumSessionTotals(owner, { Distance: [], ElevationGained: [metric(0, 60, { elevation: { inMeters: 0 } })] }),
    ).toEqual({});
  });

  it('of a record without any time count for nothing', () => {
    expect(sumSessionTotals(owner, { Distance: [metric(5, 5, metres(100))] })).toEqual({});
  });
});

describe('series', () => {
  it('come from records of samples, each with a field of its own', () => {
    const time = at(1);
    const samples = {
      HeartRate: [metric(0, 60, { samples: [{ time, beatsPerMinute: 140 }] })],
      Speed: [metric(0, 60, { samples: [{ time, speed: { inMetersPerSecond: 3 } }] })],
      Power: [metric(0, 60, { samples: [{ time, power: { inWatts: 250 } }] })],
      StepsCadence: [metric(0, 60, { samples: [{ time, rate: 170 }] })],
    };
    const { series } = fromHealthConnectDetail(run, samples);
    const one = (value: number) => [{ at: START + 60_000, value }];
    expect(series).toEqual({ 'heart-rate': one(140), speed: one(3), power: one(250), cadence: one(170) });
  });

  it('of records that cover a span have one sample at each end', () => {
    const { series } = fromHealthConnectDetail(run, {
      Distance: [metric(10, 20, metres(2000)), metric(0, 10, metres(1900))],
      Steps: [metric(0, 10, { count: 1000 })],
    });
    expect(series).toEqual({
      distance: [
        { at: START + 600_000, value: 1900 },
        { at: START + 1_200_000, value: 2000 },
      ],
      steps: [{ at: START + 600_000, value: 1000 }],
    });
  });

  it('leave out samples outside of the session, and those of another app', () => {
    const HeartRate = [
      metric(-30, 90, {
        samples: [-1, 0, 60, 61].map((minute) => ({ time: at(minute), beatsPerMinute: 100 + minute })),
      }),
      metric(0, 60, { samples: [{ time: at(5), beatsPerMinute: 60 }] }, 'com.phone'),
    ];
    const { series } = fromHealthConnectDetail(run, { HeartRate });
    expect(series['heart-rate']?.map(({ value }) => value)).toEqual([100, 160]);
  });
});

describe('a route', () => {
  const location = (minute: number, fields: Partial<NativeLocation> = {}): NativeLocation => ({
    time: at(minute),
    latitude: 52,
    longitude: 13,
    ...fields,
  });
  const withRoute = (type: string | number, ...route: NativeLocation[]): NativeSession => ({
    ...run,
    exerciseRoute: { type, route },
  });

  test.each([
    ['DATA', 'present'],
    [0, 'present'],
    ['NO_DATA', 'none'],
    [1, 'none'],
    ['CONSENT_REQUIRED', 'consent-required'],
    [2, 'consent-required'],
    ['SOMETHING_NEW', 'unknown'],
  ])('of type %s, a text at run time and a number in the types, is %s', (type, route) => {
    expect(summariseHealthConnectDetail(withRoute(type), {}, START).route).toBe(route);
  });

  it('is in the order of time', () => {
    const { routes } = fromHealthConnectDetail(withRoute('DATA', location(2), location(1)), {});
    expect(routes.map((piece) => piece.map((point) => point.at))).toEqual([[START + 60_000, START + 120_000]]);
  });

  it('has no altitude or accuracy where the library shows an absent length as zero', () => {
    const zero = { inMeters: 0 };
    const unset = { inMeters: Number.MIN_VALUE };
    const bare = location(1, { altitude: zero, horizontalAccuracy: unset, verticalAccuracy: null });
    expect(fromHealthConnectDetail(withRoute('DATA', bare), {}).routes).toEqual([
      [{ at: START + 60_000, latitude: 52, longitude: 13 }],
    ]);
  });

  it('keeps an altitude below the sea', () => {
    const low = location(1, { altitude: { inMeters: -3 }, horizontalAccuracy: { inMeters: 5 } });
    expect(fromHealthConnectDetail(withRoute('DATA', low), {}).routes[0]).toMatchObject([
      { altitudeMetres: -3, horizontalAccuracyMetres: 5 },
    ]);
  });

  it('that was given by a consent of its own is present', () => {
    const given = [{ at: START, latitude: 52, longitude: 13 }];
    const summary = summariseHealthConnectDetail(withRoute('CONSENT_REQUIRED'), {}, START, given);
    expect([summary.route, summary.routePoints]).toEqual(['present', 1]);
  });
});

test('laps, pauses and repetitions are read, an absent length of a lap as absent', () => {
  const session: NativeSession = {
    ...run,
    laps: [
      { startTime: at(5), endTime: at(10), length: { inMeters: 0 } },
      { startTime: at(0), endTime: at(5), length: { inMeters: 1000 } },
    ],
    segments: [
      { startTime: at(20), endTime: at(22), segmentType: 39, repetitions: 0 },
      { startTime: at(30), endTime: at(31), segmentType: 51, repetitions: 12 },
      { startTime: at(31), endTime: at(32), segmentType: 900, repetitions: 3 },
      { startTime: at(40), endTime: at(50), segmentType: 46, repetitions: 0 },
    ],
  };
  const span = (from: number, to: number) => ({ start: START + from * 60_000, end: START + to * 60_000 });
  expect(fromHealthConnectDetail(session, {})).toEqual({
    series: {},
    routes: [],
    laps: [{ ...span(0, 5), distanceMetres: 1000 }, span(5, 10)],
    pauses: [span(20, 22)],
    repetitions: [
      { ...span(30, 31), exercise: 'squat', count: 12 },
      { ...span(31, 32), exercise: 'segment-type-900', count: 3 },
    ],
  });
});
