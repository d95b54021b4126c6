import { describe, expect, it, test } from 'vitest';
import type { HealthKitWorkout } from '../../../src/platforms/healthkit/native-sample';
import { fromHealthKitWorkout } from '../../../src/platforms/healthkit/read-workout';

const START = Date.UTC(2026, 10, 8, 9);

const native = (rest: Partial<HealthKitWorkout> = {}): HealthKitWorkout => ({
  uuid: '6A0C0B57-6E44-4E5A-9A7F-2D0C7C9B8E11',
  workoutActivityType: 37,
  startDate: new Date(START),
  endDate: new Date(START + 3_600_000),
  ...rest,
});

const quantity = (value: number, unit: string) => ({ quantity: value, unit });

/** What a native record says, and what of it is read. */
const TABLE: readonly (readonly [what: string, record: Partial<HealthKitWorkout>, read: object])[] = [
  [
    'a distance in metres, as kingstinct gives it',
    { totalDistance: quantity(5000, 'meters') },
    { distanceMetres: 5000 },
  ],
  ['a distance in kilometres', { totalDistance: quantity(5, 'km') }, { distanceMetres: 5000 }],
  ['a distance in miles', { totalDistance: quantity(2, 'mi') }, { distanceMetres: 3218.688 }],
  ['active energy', { totalEnergyBurned: quantity(410, 'kcal') }, { energyKilocalories: { active: 410 } }],
  ['energy in kilojoules', { totalEnergyBurned: quantity(8.368, 'kJ') }, { energyKilocalories: { active: 2 } }],
  ['a duration without the pauses', { duration: quantity(3000, 's') }, { activeSeconds: 3000 }],
  ['a title where a brand gives one', { metadata: { HKWorkoutBrandName: 'Spin 30' } }, { title: 'Spin 30' }],
  ['what was typed in', { metadata: { HKWasUserEntered: true } }, { method: 'manual' }],
  ['elevation', { metadata: { HKElevationAscended: quantity(1036, 'cm') } }, { elevationGainMetres: 10.36 }],
  ['a zone that is an offset', { metadata: { HKTimeZone: 'GMT-0330' } }, { offsetSeconds: -12_600 }],
  [
    'a treadmill',
    { metadata: { HKIndoorWorkout: true } },
    { activity: 'treadmill-running', raw: { platform: 'apple-health', type: 37, indoor: true } },
  ],
  ['an indoor run of another native module', { metadata: { HKIndoorWorkout: 1 } }, { activity: 'treadmill-running' }],
  ['a run that is said to be outdoors', { metadata: { HKIndoorWorkout: '0' } }, { activity: 'running' }],
  [
    'a swim in a lake',
    { workoutActivityType: 46, metadata: { HKSwimmingLocationType: 2 } },
    { activity: 'open-water-swimming', raw: { platform: 'apple-health', type: 46, swimLocation: 'open-water' } },
  ],
  [
    'an activity that nobody knows yet, with its number',
    { workoutActivityType: 99 },
    { activity: 'other', raw: { platform: 'apple-health', type: 99 } },
  ],
  [
    'our external id, by its literal keys',
    { metadata: { HKMetadataKeySyncIdentifier: 'ws1-00000000000000000000000000000001', HKMetadataKeySyncVersion: 3 } },
    { external: { id: 'ws1-00000000000000000000000000000001', version: 3 } },
  ],
  [
    'the id that another app gives its record',
    { metadata: { HKMetadataKeySyncIdentifier: 'strava-1', HKMetadataKeySyncVersion: 1 } },
    { external: { id: 'strava-1', version: 1 }, sourceId: 'strava-1' },
  ],
  ['an external UUID', { metadata: { HKExternalUUID: 'abc' } }, { sourceId: 'abc' }],
  [
    'source and device',
    {
      sourceRevision: {
        source: { name: 'Ada’s Watch', bundleIdentifier: 'com.apple.health.A1' },
        productType: 'Watch7,11',
      },
      device: { manufacturer: 'Apple Inc.', model: 'Watch' },
    },
    {
      source: {
        app: 'com.apple.health.A1',
        appName: 'Ada’s Watch',
        device: { type: 'watch', manufacturer: 'Apple Inc.', model: 'Watch7,11' },
      },
    },
  ],
];

/** What says nothing, though something stands there. */
const NOTHING: readonly (readonly [what: string, record: Partial<HealthKitWorkout>])[] = [
  ['a total distance of zero', { totalDistance: quantity(0, 'meters') }],
  ['a total energy of zero', { totalEnergyBurned: quantity(0, 'kcal') }],
  ['a distance in a unit that nobody knows', { totalDistance: quantity(3, 'parsec') }],
  ['a distance that is no number', { totalDistance: quantity(Number.NaN, 'm') }],
  ['a duration that is longer than the workout', { duration: quantity(3602, 's') }],
  ['a duration of zero', { duration: quantity(0, 's') }],
  ['elevation without a unit', { metadata: { HKElevationAscended: 12 } }],
  ['the misnamed sync keys of the typed metadata', { metadata: { HKSyncIdentifier: 'x', HKSyncVersion: 1 } }],
  ['a zone whose offset takes a database', { metadata: { HKTimeZone: 'Europe/Berlin' } }],
  ['metadata that was not typed in', { metadata: { HKWasUserEntered: false } }],
  ['an empty title', { metadata: { HKWorkoutBrandName: '' } }],
  ['a source without an identifier', { sourceRevision: { source: { name: '', bundleIdentifier: '' } } }],
];

describe('a workout of HealthKit', () => {
  test.each(TABLE)('%s is read', (_, record, read) => {
    expect(fromHealthKitWorkout(native(record))).toMatchObject(read);
  });

  test.each(NOTHING)('%s says nothing', (_, record) => {
    expect(fromHealthKitWorkout(native(record))).toEqual(fromHealthKitWorkout(native()));
  });

  it('needs no more than an id, an activity and two ends', () => {
    expect(fromHealthKitWorkout(native())).toEqual({
      kind: 'workout',
      platform: 'apple-health',
      key: '6A0C0B57-6E44-4E5A-9A7F-2D0C7C9B8E11',
      activity: 'running',
      raw: { platform: 'apple-health', type: 37 },
      start: START,
      end: START + 3_600_000,
    });
  });

  it('a sync identifier without a version replaces nothing, and is no external id', () => {
    const read = fromHealthKitWorkout(native({ metadata: { HKMetadataKeySyncIdentifier: 'garmin-9' } }));
    expect([read.external, read.sourceId]).toEqual([undefined, 'garmin-9']);
  });

  it('a duration of a second more than the workout lasted is rounding', () => {
    expect(fromHealthKitWorkout(native({ duration: quantity(3601, 's') })).activeSeconds).toBe(3601);
  });

  it('a host that knows time zones turns names into offsets', () => {
    const offsetSeconds = (name: string, at: number) => (name === 'Europe/Berlin' && at === START ? 3600 : undefined);
    const metadata = { HKTimeZone: 'Europe/Berlin' };
    expect(fromHealthKitWorkout(native({ metadata }), { timeZones: { offsetSeconds } }).offsetSeconds).toBe(3600);
  });
});
