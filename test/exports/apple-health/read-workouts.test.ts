import { describe, expect, it } from 'vitest';
import { parseDevice } from '../../../src/exports/apple-health/source-of';
import { at, exportOf, HOUR, HOUR_START, openText, readOne, run, workoutsOf } from './exports';

const NBSP = '\u00a0';
const meta = (key: string, value: string): string => `<MetadataEntry key="${key}" value="${value}"/>`;
const sum = (type: string, value: string, unit: string): string =>
  `<WorkoutStatistics type="HKQuantityTypeIdentifier${type}" startDate="x" endDate="y" sum="${value}" unit="${unit}"/>`;
const typed = (type: string, inside = '', attributes = ''): string =>
  `<Workout workoutActivityType="HKWorkoutActivityType${type}" sourceName="Watch" ${HOUR} ${attributes}>${inside}</Workout>`;

describe('the facts of a workout', () => {
  it('has its interval, its source and the offset that its times are written in', async () => {
    expect(await readOne(run())).toMatchObject({
      kind: 'workout',
      platform: 'apple-health',
      activity: 'running',
      start: HOUR_START,
      end: HOUR_START + 3_600_000,
      offsetSeconds: 7200,
      source: { app: 'Watch', appName: 'Watch' },
    });
  });

  it.each([
    ['Running', '', 'running', { type: 37 }],
    ['Running', meta('HKIndoorWorkout', '1'), 'treadmill-running', { type: 37, indoor: true }],
    ['Running', meta('HKIndoorWorkout', '0'), 'running', { type: 37, indoor: false }],
    ['Swimming', meta('HKSwimmingLocationType', '1'), 'pool-swimming', { type: 46, swimLocation: 'pool' }],
    ['Swimming', meta('HKSwimmingLocationType', '2'), 'open-water-swimming', { type: 46, swimLocation: 'open-water' }],
    ['TraditionalStrengthTraining', '', 'strength-training', { type: 50 }],
    ['SwimBikeRun', '', 'multisport', { type: 82 }],
    ['Other', '', 'other', { type: 3000 }],
    ['SomethingOfTomorrow', '', 'other', { type: 3000 }],
    ['(rawValue: 91)', '', 'other', { type: 91 }],
    ['(rawValue: 37)', '', 'running', { type: 37 }],
  ])('%s with %s is %s', async (type, inside, activity, raw) => {
    expect(await readOne(typed(type, inside))).toMatchObject({
      activity,
      raw: { platform: 'apple-health', ...raw },
    });
  });

  it('takes the offset of the time zone that the workout itself names', async () => {
    expect((await readOne(run(meta('HKTimeZone', 'America/New_York')))).offsetSeconds).toBe(-4 * 3600);
    expect((await readOne(run(meta('HKTimeZone', 'Asia/Kathmandu')))).offsetSeconds).toBe(20_700);
    expect((await readOne(run(meta('HKTimeZone', 'No/Where')))).offsetSeconds).toBe(7200);
  });

  it('knows what was typed in', async () => {
    expect((await readOne(run(meta('HKWasUserEntered', '1')))).method).toBe('manual');
    expect((await readOne(run(meta('HKWasUserEntered', '0')))).method).toBeUndefined();
  });
});

describe('totals', () => {
  it('are attributes up to iOS 15', async () => {
    const old =
      'duration="50.5" durationUnit="min" totalDistance="6.2" totalDistanceUnit="mi" totalEnergyBurned="2092" totalEnergyBurnedUnit="kJ"';
    expect(await readOne(run('', old))).toMatchObject({
      activeSeconds: 3030,
      distanceMetres: 9977.9328,
      energyKilocalories: { active: 500 },
    });
  });

  it('are statistics from iOS 16 on, with the resting energy beside the active', async () => {
    const inside =
      sum('DistanceWalkingRunning', '5.12', 'km') +
      sum('ActiveEnergyBurned', '400', 'Cal') +
      sum('BasalEnergyBurned', '90', 'kcal');
    expect(await readOne(run(inside))).toMatchObject({
      distanceMetres: 5120,
      energyKilocalories: { active: 400, total: 490 },
    });
  });

  it.each([
    ['1', 'kcal', 1],
    ['1', 'Cal', 1],
    ['1000', 'cal', 1],
    ['4.184', 'kJ', 1],
    ['4184', 'J', 1],
  ])('%s %s of energy is %d kilocalorie', async (value, unit, kilocalories) => {
    expect((await readOne(run(sum('ActiveEnergyBurned', value, unit)))).energyKilocalories?.active).toBe(kilocalories);
  });

  it.each([
    ['2', 'km', 2000],
    ['1', 'mi', 1609.344],
    ['50', 'm', 50],
    ['100', 'yd', 91.44],
    ['10', 'ft', 3.048],
  ])('%s %s are %d metres', async (value, unit, metres) => {
    expect((await readOne(run(sum('DistanceWalkingRunning', value, unit)))).distanceMetres).toBe(metres);
  });

  it('are absent where they are zero, negative, no number, or in no unit', async () => {
    for (const [value, unit] of [
      ['0', 'km'],
      ['-1', 'km'],
      ['1,5', 'km'],
      ['5', 'furlong'],
      ['5', 'kcal'],
      ['', 'km'],
    ]) {
      const workout = await readOne(run(sum('DistanceWalkingRunning', value ?? '', unit ?? '')));
      expect(workout.distanceMetres).toBeUndefined();
    }
    expect((await readOne(run('', 'duration="0" durationUnit="min"'))).activeSeconds).toBeUndefined();
  });

  it('of two distances takes the one of the sport, and of a triathlon all', async () => {
    const both = sum('DistanceWalkingRunning', '1', 'km') + sum('DistanceCycling', '20', 'km');
    expect((await readOne(typed('Cycling', both))).distanceMetres).toBe(20_000);
    expect((await readOne(typed('Running', both))).distanceMetres).toBe(1000);
    expect((await readOne(typed('SwimBikeRun', both))).distanceMetres).toBe(21_000);
  });

  it.each([
    ['1036 cm', 10.36],
    ['34 m', 34],
    ['112 ft', 34.1376],
    ['6900 %', undefined],
  ])('read an ascent of %s', async (text, metres) => {
    expect((await readOne(run(meta('HKElevationAscended', text)))).elevationGainMetres).toBe(metres);
  });
});

describe('identity', () => {
  const keyOf = async (...elements: readonly string[]): Promise<string> => (await readOne(...elements)).key;

  it('is the same for the same workout, wherever it stands and whatever was added to it', async () => {
    const later = run(sum('DistanceWalkingRunning', '5', 'km'), `creationDate="${at('09:00:00')}"`);
    expect(await keyOf(later)).toBe(await keyOf(run()));
  });

  it('is the same at the same instants in another zone, and with a plain space for a hard one', async () => {
    const one = run().replace('sourceName="Watch"', 'sourceName="My Watch"');
    const zoned = one
      .replace('2024-05-01 07:00:00 +0200', '2024-05-01 01:00:00 -0400')
      .replace('2024-05-01 08:00:00 +0200', '2024-05-01 02:00:00 -0400')
      .replace('My Watch', `My${NBSP}Watch`);
    expect(await keyOf(zoned)).toBe(await keyOf(one));
  });

  it('differs with the source, the type, the start and the end', async () => {
    const changed = [
      run().replace('"Watch"', '"Phone"'),
      run().replace('Running', 'Walking'),
      run().replace('07:00:00', '07:00:01'),
      run().replace('08:00:00', '08:00:01'),
    ];
    const keys = await Promise.all([run(), ...changed].map((one) => keyOf(one)));
    expect(new Set(keys).size).toBe(5);
  });

  it('is the id that the app gave, through a change of the times', async () => {
    for (const key of ['HKMetadataKeySyncIdentifier', 'HKSyncIdentifier', 'HKExternalUUID']) {
      const named = run(meta(key, 'abc'));
      expect(await keyOf(named.replace('07:00:00', '07:00:09'))).toBe(await keyOf(named));
      expect(await keyOf(named)).not.toBe(await keyOf(run()));
    }
  });

  it('shows the sync identifier with its version, and the external UUID as a cross id', async () => {
    const inside = meta('HKMetadataKeySyncIdentifier', 'abc') + meta('HKMetadataKeySyncVersion', '3');
    expect(await readOne(run(inside))).toMatchObject({ external: { id: 'abc', version: 3 }, sourceId: 'abc' });
    expect(await readOne(run(meta('HKExternalUUID', 'E-1')))).toMatchObject({ crossIds: ['E-1'], sourceId: 'E-1' });
  });

  it('keeps the newest of several versions, and says which were left out', async () => {
    const version = (number: number, minutes: string): string =>
      run(meta('HKMetadataKeySyncIdentifier', 'abc') + meta('HKMetadataKeySyncVersion', String(number))).replace(
        '08:00:00',
        minutes,
      );
    const opened = await openText(exportOf(version(2, '08:10:00'), version(10, '08:20:00'), version(9, '08:30:00')));
    expect((await workoutsOf(opened)).map(({ external, end }) => [external?.version, end - HOUR_START])).toEqual([
      [10, 4_800_000],
    ]);
    expect(opened.problems.map(({ code, position }) => [code, position.ordinal])).toEqual([
      ['workout-superseded', 1],
      ['workout-superseded', 3],
    ]);
  });

  it('keeps two workouts that look alike as two', async () => {
    const opened = await openText(exportOf(run(), run()));
    const keys = (await workoutsOf(opened)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    expect(keys).toContain(await keyOf(run()));
    expect(opened.problems).toEqual([]);
  });
});

describe('the device', () => {
  it('is read from its description, and never from its address', async () => {
    const description =
      '&lt;&lt;HKDevice: 0x282d45c80&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch7,11, software:11.1&gt;';
    expect((await readOne(run('', `device="${description}"`))).source?.device).toEqual({
      type: 'watch',
      manufacturer: 'Apple Inc.',
      model: 'Watch7,11',
    });
  });

  it.each([
    [
      '<<HKDevice: 0x1>, name:iPhone, manufacturer:Apple Inc., model:iPhone, hardware:iPhone14,2, software:17.0>',
      'phone',
    ],
    ['<<HKDevice: 0x1>, name:HRM-Pro, manufacturer:Garmin>', undefined],
  ])('%s is a %s', (text, type) => {
    expect(parseDevice(text)?.type).toBe(type);
  });

  it('is absent where its description says nothing', () => {
    expect(parseDevice('<<HKDevice: 0x1>>')).toBeUndefined();
    expect(parseDevice(undefined)).toBeUndefined();
  });
});
