import { describe, expect, it } from 'vitest';
import { openAppleHealthExport } from '../../../src/exports/apple-health/open-apple-health-export';
import type { FileTree } from '../../../src/exports/bytes/byte-source';
import { entryOf } from '../../../src/exports/bytes/byte-streams';
import { bytesSource } from '../../../src/exports/bytes/memory-sources';
import {
  at,
  beat,
  detailOf,
  exportOf,
  HOUR,
  HOUR_START,
  onlyWorkout,
  openText,
  readOne,
  run,
  summaryOf,
  workoutsOf,
} from './exports';

const minute = (count: number): number => HOUR_START + count * 60_000;
const event = (type: string, time: string, more = ''): string =>
  `<WorkoutEvent type="HKWorkoutEventType${type}" date="${at(time)}" ${more}/>`;
const spans = (found: readonly { start: number; end: number }[] | undefined): readonly (readonly number[])[] =>
  (found ?? []).map(({ start, end }) => [(start - HOUR_START) / 60_000, (end - HOUR_START) / 60_000]);
const treeOf = (files: Readonly<Record<string, string>>): FileTree => ({
  name: 'export',
  list: async () =>
    Object.entries(files).map(([path, text]) => entryOf(bytesSource(new TextEncoder().encode(text), path))),
});

describe('pauses', () => {
  it.each([
    ['a pause and its resume', [event('Pause', '07:10:00'), event('Resume', '07:15:00')], [[10, 15]]],
    ['one by the watch itself', [event('MotionPaused', '07:10:00'), event('MotionResumed', '07:15:00')], [[10, 15]]],
    [
      'two that overlap',
      [
        event('Pause', '07:10:00'),
        event('MotionPaused', '07:12:00'),
        event('Resume', '07:14:00'),
        event('MotionResumed', '07:16:00'),
      ],
      [[10, 16]],
    ],
    ['one that is never ended', [event('Pause', '07:50:00')], [[50, 60]]],
    ['a resume without a pause', [event('Resume', '07:15:00')], []],
    [
      'requests, segments and markers',
      [
        event('PauseOrResumeRequest', '07:15:00'),
        event('Segment', '07:00:00', 'duration="5" durationUnit="min"'),
        event('Marker', '07:20:00'),
      ],
      [],
    ],
  ])('from %s', async (_, events, expected) => {
    expect(spans((await detailOf(await openText(exportOf(run(events.join('')))))).pauses)).toEqual(expected);
  });
});

describe('laps', () => {
  it('have a duration', async () => {
    const lap = (time: string): string => event('Lap', time, 'duration="5" durationUnit="min"');
    const opened = await openText(exportOf(run(lap('07:00:00') + lap('07:05:00'))));
    expect(spans((await detailOf(opened)).laps)).toEqual([
      [0, 5],
      [5, 10],
    ]);
    expect((await summaryOf(opened)).laps).toBe(2);
  });

  it('or end where they are marked', async () => {
    const opened = await openText(exportOf(run(event('Lap', '07:20:00') + event('Lap', '07:40:00'))));
    expect(spans((await detailOf(opened)).laps)).toEqual([
      [0, 20],
      [20, 40],
      [40, 60],
    ]);
  });
});

describe('the legs of a triathlon', () => {
  const leg = (from: string, to: string, distance: string, kilometres: string): string =>
    `<WorkoutActivity uuid="u" startDate="${at(from)}" endDate="${at(to)}" duration="20" durationUnit="min">
      <WorkoutStatistics type="HKQuantityTypeIdentifier${distance}" sum="${kilometres}" unit="km"/></WorkoutActivity>`;
  const triathlon = `<Workout workoutActivityType="HKWorkoutActivityTypeSwimBikeRun" sourceName="Watch" ${HOUR}>
    ${leg('07:00:00', '07:20:00', 'DistanceSwimming', '0.5')}
    ${leg('07:20:00', '07:40:00', 'DistanceCycling', '10')}
    ${leg('07:40:00', '08:00:00', 'DistanceWalkingRunning', '4')}</Workout>`;

  it('are the laps of one workout', async () => {
    const { laps } = await detailOf(await openText(exportOf(triathlon)));
    expect(laps?.map(({ distanceMetres }) => distanceMetres)).toEqual([500, 10_000, 4000]);
  });

  it('or workouts of their own, which name it as their parent', async () => {
    const workouts = await workoutsOf(await openText(exportOf(triathlon), { legs: 'apart' }));
    const whole = workouts.find(({ parent }) => parent === undefined);
    const legs = workouts.filter(({ parent }) => parent === whole?.key);
    expect(legs.map(({ activity, activeSeconds }) => [activity, activeSeconds])).toEqual([
      ['swimming', 1200],
      ['cycling', 1200],
      ['running', 1200],
    ]);
    expect(whole?.activity).toBe('multisport');
  });
});

describe('routes', () => {
  const point = (seconds: number, more = ''): string =>
    `<trkpt lon="13.4" lat="52.5"><ele>34.5</ele><time>2024-05-01T05:00:0${seconds}Z</time>${more}</trkpt>`;
  const gpx = (...segments: readonly string[]): string =>
    `<?xml version="1.0"?><gpx version="1.1"><trk>${segments.map((one) => `<trkseg>${one}</trkseg>`).join('')}</trk></gpx>`;
  const routed = exportOf(
    run('<WorkoutRoute sourceName="Watch"><FileReference path="/workout-routes/r.gpx"/></WorkoutRoute>'),
  );

  it('are found by the name of their file, in whatever folder, piece by piece', async () => {
    const accuracy = '<extensions><speed>2.5</speed><course>1</course><hAcc>3</hAcc><vAcc>-1</vAcc></extensions>';
    const opened = await openAppleHealthExport(
      treeOf({ 'x/Exportación.xml': routed, 'x/rutas/r.gpx': gpx(point(1, accuracy) + point(2), point(3)) }),
    );
    const { routes } = await detailOf(opened);
    expect(routes.map(({ length }) => length)).toEqual([2, 1]);
    expect(routes[0]?.[0]).toEqual({
      at: HOUR_START + 1000,
      latitude: 52.5,
      longitude: 13.4,
      altitudeMetres: 34.5,
      horizontalAccuracyMetres: 3,
      speedMetresPerSecond: 2.5,
    });
    expect(await summaryOf(opened)).toMatchObject({ route: 'present', routePoints: 3 });
  });

  it('that are missing, or break off, are a problem and no error', async () => {
    const missing = await openAppleHealthExport(treeOf({ 'export.xml': routed }));
    expect(await summaryOf(missing)).toMatchObject({ route: 'none', routePoints: 0 });
    expect(missing.problems.map(({ code }) => code)).toEqual(['route-missing']);
    const broken = await openAppleHealthExport(treeOf({ 'export.xml': routed, 'r.gpx': gpx(point(1)).slice(0, -20) }));
    expect((await detailOf(broken)).routes.map(({ length }) => length)).toEqual([1]);
    expect(broken.problems.map(({ code, position }) => [code, position.file])).toEqual([['route-unreadable', 'r.gpx']]);
  });

  it('are unknown where export.xml stands alone', async () => {
    const opened = await openText(routed);
    expect((await summaryOf(opened)).route).toBe('unknown');
    expect(opened.problems).toEqual([]);
  });
});

describe('what other readers stumble over', () => {
  it('is read: a malformed document type, with a workout in a comment and in an entity', async () => {
    const doctype = `<!DOCTYPE HealthData [
      <!-- ${run()} --> <!ELEMENT VisionPrescription ((RightEye|LeftEye)*) <!ATTLIST Eye side CDATA>
      <!ENTITY w "${run().replace(/"/g, "'")}"> ]>`;
    expect(
      (await workoutsOf(await openText(exportOf(run()).replace('<HealthData', `${doctype}<HealthData`)))).length,
    ).toBe(1);
  });

  it('is read: U+000B in a name, repeated metadata, startDate where endDate is meant', async () => {
    expect((await readOne(run().replace('"Watch"', '"My\u000bWatch"'))).source?.app).toBe('My Watch');
    const twice = '<MetadataEntry key="HKIndoorWorkout" value="1"/>'.repeat(2);
    expect((await readOne(run(twice))).activity).toBe('treadmill-running');
    expect((await readOne(run().replace('endDate', 'startDate'))).end).toBe(minute(60));
  });

  it('is read: records in another order, in single quotes, and with other attributes first', async () => {
    const odd = `<Record value='141' startDate='${at('07:30:00')}' endDate='${at('07:30:00')}' unit='count/min' sourceName='Watch' type='HKQuantityTypeIdentifierHeartRate'/>`;
    const opened = await openText(exportOf(beat(140, '07:20:00'), odd, run()));
    expect((await detailOf(opened)).series['heart-rate']?.map(({ value }) => value)).toEqual([140, 141]);
  });

  it('names a bad workout with its place, and reads the rest', async () => {
    const bad = run().replace('07:00:00', '7 o’clock');
    const opened = await openText(exportOf(bad, run('<MetadataEntry key="HKIndoorWorkout" value="1"/>')));
    expect((await onlyWorkout(opened)).activity).toBe('treadmill-running');
    expect(opened.problems).toMatchObject([
      { code: 'workout-unreadable', position: { file: 'export.xml', ordinal: 1 } },
    ]);
    expect(opened.problems[0]?.message).toContain('startDate');
    expect(exportOf(bad).slice(opened.problems[0]?.position.byte).startsWith('<Workout')).toBe(true);
  });

  it('reads a workout after one that is never closed', async () => {
    const opened = await openText(exportOf(run().replace('</Workout>', ''), run()));
    expect((await workoutsOf(opened)).length).toBe(1);
    expect(opened.problems.map(({ code }) => code)).toEqual(['workout-unreadable']);
  });
});

describe('what is no export', () => {
  it.each([
    ['', 'empty', 'Export All Health Data'],
    ['<ClinicalDocument/>', 'wrong-file', 'clinical'],
    ['SQLite format 3\0', 'wrong-file', 'openHealthConnectExport'],
    ['{"a":1}', 'wrong-file', 'JSON'],
    ['<html></html>', 'wrong-file', '<html>'],
    ['hello', 'wrong-file', 'no XML'],
    ['PK\u0003', 'wrong-file', 'part of an archive'],
    ['<HealthData><Workout', 'truncated', 'breaks off'],
  ])('%j is %s', async (text, code, words) => {
    const thrown = await openText(text).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ kind: 'invalid', code });
    expect(String(thrown)).toContain(words);
  });
});
