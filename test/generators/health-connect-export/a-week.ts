import type { ExportContent } from './content';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Monday 2 November 2026, midnight UTC. */
const MONDAY = Date.UTC(2026, 10, 2);

const WATCH = 'com.example.watch';
const GYM = 'com.example.gym';
const BIKE = 'com.example.bike';

const RUN = MONDAY + 6 * 60 * MINUTE;
const LIFT = MONDAY + DAY + 17 * 60 * MINUTE;
const RIDE = MONDAY + 2 * DAY + 15 * 60 * MINUTE;
const SWIM = MONDAY + 3 * DAY + 7 * 60 * MINUTE;

/** So many records of a minute each, one after the other. */
const minutes = (app: string, start: number, count: number, value: number) =>
  Array.from({ length: count }, (_, minute) => ({
    app,
    start: start + minute * MINUTE,
    end: start + (minute + 1) * MINUTE,
    value,
  }));

/**
 * A week by hand: a run of 30 minutes with a pause and a route, weights with sets, a ride of an hour, a typed-in swim. The
 * numbers are chosen so that each total can be added up in the head; test/exports/health-connect/a-week.json has them.
 */
export const A_WEEK: ExportContent = {
  apps: { [WATCH]: 'Watch', [GYM]: 'Gym Log', [BIKE]: 'Bike Computer' },
  devices: [
    { type: 1, manufacturer: 'Acme', model: 'Watch 7' },
    { type: 2, manufacturer: 'Acme', model: 'Phone 3' },
  ],
  sessions: [
    // Not in order of time: the ride was synced first.
    {
      uuid: 'cccccccccccccccccccccccccccccccc',
      app: BIKE,
      start: RIDE,
      end: RIDE + 60 * MINUTE,
      type: 4,
      method: 2,
      offset: -10_800,
      client: { id: 'ride-77', version: 3 },
    },
    {
      uuid: 'aaaaaaaaaaaa4aaa8aaaaaaaaaaaaaaa',
      app: WATCH,
      start: RUN,
      end: RUN + 30 * MINUTE,
      type: 33,
      device: 1,
      method: 1,
      offset: 3600,
      title: 'Morning run',
      laps: [
        { start: RUN, end: RUN + 12 * MINUTE, length: 2000 },
        { start: RUN + 12 * MINUTE, end: RUN + 30 * MINUTE },
      ],
      segments: [
        { start: RUN + 10 * MINUTE, end: RUN + 12 * MINUTE, type: 67 },
        { start: RUN, end: RUN + 10 * MINUTE, type: 16 },
      ],
      route: [
        { at: RUN + 11 * MINUTE, latitude: 52.1, longitude: 13.1, altitude: 34.5, horizontal: 4 },
        { at: RUN + MINUTE, latitude: 52, longitude: 13 },
        { at: RUN + 13 * MINUTE, latitude: 52.2, longitude: 13.2, altitude: -3, vertical: 0 },
      ],
    },
    {
      uuid: 'bbbbbbbbbbbb4bbb8bbbbbbbbbbbbbbb',
      app: GYM,
      start: LIFT,
      end: LIFT + 40 * MINUTE,
      type: 55,
      method: 3,
      notes: 'Bench 3x5 @ 80 kg',
      segments: [
        { start: LIFT, end: LIFT + MINUTE, type: 29, repetitions: 5 },
        { start: LIFT + MINUTE, end: LIFT + 4 * MINUTE, type: 66 },
        { start: LIFT + 4 * MINUTE, end: LIFT + 5 * MINUTE, type: 29, repetitions: 5 },
        { start: LIFT + 5 * MINUTE, end: LIFT + 6 * MINUTE, type: 9999, repetitions: 2 },
      ],
    },
    { uuid: 'dddddddddddd4ddd8ddddddddddddddd', app: WATCH, start: SWIM, end: SWIM + 20 * MINUTE, type: 77, method: 3 },
  ],
  amounts: {
    // Thirty minutes of 150 m, one minute before the run, one after; another app's minute in the midst of it.
    distance_record_table: [
      ...minutes(WATCH, RUN - MINUTE, 32, 150),
      ...minutes(BIKE, RUN + 5 * MINUTE, 1, 999),
      // The whole ride in one record, and a minute of it that was written before and is told again.
      { app: BIKE, start: RIDE, end: RIDE + 60 * MINUTE, value: 24_000, modified: RIDE + 2 * DAY },
      { app: BIKE, start: RIDE + MINUTE, end: RIDE + 2 * MINUTE, value: 500, modified: RIDE + DAY },
    ],
    // 150 kcal, and 150 more in half an hour of which two thirds lie in the run: 250 in all.
    active_calories_burned_record_table: [
      { app: WATCH, start: RUN, end: RUN + 10 * MINUTE, value: 150_000 },
      { app: WATCH, start: RUN + 10 * MINUTE, end: RUN + 40 * MINUTE, value: 150_000 },
    ],
    // A day of 2,400 kcal says nothing of half an hour of it.
    total_calories_burned_record_table: [
      { app: WATCH, start: MONDAY, end: MONDAY + DAY, value: 2_400_000 },
      { app: BIKE, start: RIDE, end: RIDE + 60 * MINUTE, value: 650_000 },
    ],
    elevation_gained_record_table: [
      { app: BIKE, start: RIDE, end: RIDE + 30 * MINUTE, value: 120.5 },
      { app: BIKE, start: RIDE + 30 * MINUTE, end: RIDE + 60 * MINUTE, value: 0 },
      { app: WATCH, start: SWIM, end: SWIM + 20 * MINUTE, value: 0 },
    ],
    steps_record_table: minutes(WATCH, RUN, 3, 160),
  },
  series: {
    heart_rate_record_table: [
      {
        app: WATCH,
        start: RUN - 5 * MINUTE,
        end: RUN + 2 * MINUTE,
        samples: [
          [RUN - 5 * MINUTE, 70],
          [RUN, 110],
          [RUN + MINUTE, 125],
        ],
      },
      { app: WATCH, start: RUN + 30 * MINUTE, end: RUN + 31 * MINUTE, samples: [[RUN + 30 * MINUTE, 140]] },
      { app: GYM, start: RUN, end: RUN + MINUTE, samples: [[RUN + 30_000, 60]] },
    ],
    SpeedRecordTable: [{ app: WATCH, start: RUN, end: RUN + MINUTE, samples: [[RUN + 1000, 2.5]] }],
    StepsCadenceRecordTable: [{ app: WATCH, start: RUN, end: RUN + MINUTE, samples: [[RUN + 1000, 165]] }],
    CyclingPedalingCadenceRecordTable: [
      { app: WATCH, start: RUN, end: RUN + MINUTE, samples: [[RUN + 2000, 1]] },
      { app: BIKE, start: RIDE, end: RIDE + MINUTE, samples: [[RIDE + 1000, 88.5]] },
    ],
    PowerRecordTable: [
      {
        app: BIKE,
        start: RIDE,
        end: RIDE + MINUTE,
        samples: [
          [RIDE + 2000, 0],
          [RIDE + 1000, 210],
        ],
      },
    ],
  },
};
