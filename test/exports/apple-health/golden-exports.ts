import { expect } from 'vitest';
import type { DetailSummary } from '../../../src/domain/detail-summary';
import type { Workout } from '../../../src/domain/workout';
import type { Detail } from '../../../src/ports/detail';
import { fixture } from './fixtures';

/** What stands in a fixture, worked out by hand from the format's facts. */
export interface Golden {
  readonly files: Readonly<Record<string, string>>;
  readonly exportedAt: number;
  readonly locale: string;
  /** The fields that matter, in the order of start. Those that are undefined here are not there. */
  readonly workouts: readonly { readonly [Field in keyof Workout]?: Workout[Field] | undefined }[];
  /** By the places of the workouts above. */
  readonly summaries: Readonly<Record<number, DetailSummary>>;
  readonly details: Readonly<Record<number, Detail>>;
  readonly problems: readonly (readonly [code: string, ordinal?: number])[];
  /** Which of the workouts are imported, and which of them is a copy of which. */
  readonly imported: readonly number[];
  readonly copies: Readonly<Record<number, number>>;
}

/** No samples and no route. */
const nothing = { series: {}, route: 'none', routePoints: 0 } as const;

/** The fixtures and what they hold. */
export const GOLDEN: Readonly<Record<string, Golden>> = {
  'iOS 15: totals as attributes, units of Britain, a route, a copy, a workout typed in': {
    files: {
      'apple_health_export/export.xml': fixture('ios-15.xml'),
      'apple_health_export/workout-routes/route_2020-05-03_9.30am.gpx': fixture('route_2020-05-03_9.30am.gpx'),
    },
    exportedAt: Date.UTC(2021, 0, 2, 10),
    locale: 'en_GB',
    workouts: [
      {
        activity: 'running',
        start: Date.UTC(2020, 4, 3, 8, 0, 0),
        end: Date.UTC(2020, 4, 3, 8, 30, 0),
        offsetSeconds: 3600,
        // 30 minutes less a pause of a minute and a half.
        activeSeconds: 1710,
        distanceMetres: 5120,
        energyKilocalories: { active: 312 },
        elevationGainMetres: 10.36,
        source: expect.objectContaining({ app: 'Sam’s Apple Watch' }),
      },
      {
        activity: 'running',
        start: Date.UTC(2020, 4, 3, 8, 0, 1),
        end: Date.UTC(2020, 4, 3, 8, 30, 2),
        offsetSeconds: 3600,
        activeSeconds: 1801,
        distanceMetres: 5110,
        energyKilocalories: { active: 300 },
        source: expect.objectContaining({ app: 'Strider' }),
      },
      {
        activity: 'pool-swimming',
        start: Date.UTC(2020, 4, 4, 17, 0, 0),
        end: Date.UTC(2020, 4, 4, 17, 40, 0),
        activeSeconds: 2400,
        // 1093.6133 yards of 0.9144 m; an energy of zero was not measured.
        distanceMetres: 1000.000002,
        energyKilocalories: undefined,
      },
      {
        activity: 'strength-training',
        method: 'manual',
        start: Date.UTC(2020, 11, 1, 7, 0, 0),
        end: Date.UTC(2020, 11, 1, 7, 45, 0),
        offsetSeconds: 0,
        distanceMetres: undefined,
        // 1046 kJ of 4.184 kJ a kilocalorie.
        energyKilocalories: { active: 250 },
      },
    ],
    summaries: {
      // Samples 10, 40, 80 and 1200 s after the start; each speaks for a minute at most: 30 + 40 + 60 + 60 s of 1800.
      0: {
        series: { 'heart-rate': { count: 4, coverage: 190 / 1800 }, distance: { count: 1, coverage: 60 / 1800 } },
        route: 'present',
        routePoints: 3,
        pauses: 1,
      },
      // The watch's samples stand behind the watch's own workout, not behind the copy of it.
      1: nothing,
      2: { ...nothing, laps: 2 },
      3: nothing,
    },
    details: {
      0: {
        series: {
          'heart-rate': [
            { at: Date.UTC(2020, 4, 3, 8, 0, 10), value: 120 },
            { at: Date.UTC(2020, 4, 3, 8, 0, 40), value: 130 },
            // 2.5 beats a second.
            { at: Date.UTC(2020, 4, 3, 8, 1, 20), value: 150 },
            { at: Date.UTC(2020, 4, 3, 8, 20, 0), value: 141.5 },
          ],
          distance: [{ at: Date.UTC(2020, 4, 3, 8, 1, 0), value: 180 }],
        },
        routes: [
          [
            { latitude: 51.5074, longitude: -0.1278, altitudeMetres: 12.5, speedMetresPerSecond: 2.8, second: 5 },
            // Minus one is Core Location's word for unknown.
            { latitude: 51.5074, longitude: -0.1274, altitudeMetres: 12.6, second: 15 },
            { latitude: 51.5075, longitude: -0.127, altitudeMetres: 12.7, speedMetresPerSecond: 2.9, second: 25 },
          ].map(({ second, ...point }) => ({
            ...point,
            at: Date.UTC(2020, 4, 3, 8, 0, second),
            horizontalAccuracyMetres: 3.5,
            verticalAccuracyMetres: 2.9,
          })),
        ],
        pauses: [{ start: Date.UTC(2020, 4, 3, 8, 10, 0), end: Date.UTC(2020, 4, 3, 8, 11, 30) }],
      },
      2: {
        series: {},
        routes: [],
        laps: [
          { start: Date.UTC(2020, 4, 4, 17, 0, 5), end: Date.UTC(2020, 4, 4, 17, 0, 35) },
          { start: Date.UTC(2020, 4, 4, 17, 0, 40), end: Date.UTC(2020, 4, 4, 17, 1, 16) },
        ],
      },
    },
    problems: [],
    imported: [0, 2, 3],
    copies: { 1: 0 },
  },

  'iOS 16: a broken DTD, statistics, the night the clocks go back, a workout without an end': {
    files: { 'apple_health_export/Exportieren.xml': fixture('ios-16.xml') },
    exportedAt: Date.UTC(2022, 11, 24, 11),
    locale: 'de_DE',
    workouts: [
      {
        activity: 'cycling',
        // 02:30 in summer time is 00:30 UTC; 02:15 in winter time, three quarters of an hour later, is 01:15 UTC.
        start: Date.UTC(2022, 9, 30, 0, 30, 0),
        end: Date.UTC(2022, 9, 30, 1, 15, 0),
        offsetSeconds: 7200,
        activeSeconds: 2700,
        distanceMetres: 20_500,
        energyKilocalories: { active: 500, total: 560 },
        source: expect.objectContaining({ app: 'Apple Watch von Jo' }),
        crossIds: ['6C8F2A34-0C2B-4E55-9E0C-5B6C5A9B0B11'],
      },
      {
        activity: 'hiking',
        start: Date.UTC(2022, 10, 5, 9, 0, 0),
        end: Date.UTC(2022, 10, 5, 11, 0, 0),
        distanceMetres: 7400,
        source: expect.objectContaining({ app: 'Berg & Tal ⛰' }),
      },
      { activity: 'yoga', start: Date.UTC(2022, 10, 7, 9, 0, 0), end: Date.UTC(2022, 10, 7, 9, 30, 0) },
    ],
    summaries: { 0: { ...nothing, pauses: 1 }, 1: nothing, 2: nothing },
    details: {
      0: {
        series: {},
        routes: [],
        pauses: [{ start: Date.UTC(2022, 9, 30, 1, 0, 0), end: Date.UTC(2022, 9, 30, 1, 1, 0) }],
      },
    },
    problems: [['workout-unreadable', 3]],
    imported: [0, 1, 2],
    copies: {},
  },

  'today: a triathlon, a superseded version, miles, a route that is missing, a sport of the future': {
    files: {
      'apple_health_export/导出.xml': fixture('current.xml'),
      'apple_health_export/export_cda.xml': '<ClinicalDocument/>',
    },
    exportedAt: Date.UTC(2024, 6, 1, 12),
    locale: 'en_US',
    workouts: [
      {
        activity: 'multisport',
        start: Date.UTC(2024, 5, 2, 11, 0, 0),
        end: Date.UTC(2024, 5, 2, 12, 40, 0),
        offsetSeconds: -14_400,
        activeSeconds: 6000,
        energyKilocalories: { active: 900 },
      },
      {
        activity: 'running',
        start: Date.UTC(2024, 5, 5, 11, 0, 0),
        end: Date.UTC(2024, 5, 5, 11, 31, 0),
        // 3.25 miles of 1609.344 m.
        distanceMetres: 5230.368,
        external: { id: 'run-77', version: 3 },
        sourceId: 'run-77',
      },
      { activity: 'treadmill-running', start: Date.UTC(2024, 5, 8, 11, 0, 0), end: Date.UTC(2024, 5, 8, 11, 31, 0) },
      { activity: 'other', start: Date.UTC(2024, 5, 9, 11, 0, 0), end: Date.UTC(2024, 5, 9, 11, 10, 0) },
    ],
    summaries: { 0: { ...nothing, laps: 3 }, 1: nothing, 2: nothing, 3: nothing },
    details: {
      0: {
        series: {},
        routes: [],
        // 820.21 yards, 12.5 miles and 3.1 miles.
        laps: [
          { start: Date.UTC(2024, 5, 2, 11, 0), end: Date.UTC(2024, 5, 2, 11, 20), distanceMetres: 750.000024 },
          { start: Date.UTC(2024, 5, 2, 11, 22), end: Date.UTC(2024, 5, 2, 12, 10), distanceMetres: 20_116.8 },
          { start: Date.UTC(2024, 5, 2, 12, 11), end: Date.UTC(2024, 5, 2, 12, 40), distanceMetres: 4988.9664 },
        ],
      },
    },
    problems: [['workout-superseded', 3], ['route-missing']],
    imported: [0, 1, 2, 3],
    copies: {},
  },
};
