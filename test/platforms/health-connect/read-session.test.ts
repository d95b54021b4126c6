import { describe, expect, it, test } from 'vitest';
import { findMalformedField } from '../../../src/domain/malformed';
import { fromHealthConnectSession } from '../../../src/platforms/health-connect/read-session';
import type { NativeMetadata, NativeSession } from '../../../src/platforms/health-connect/records';

const session = (fields: Partial<NativeSession> = {}, metadata: NativeMetadata = {}): NativeSession => ({
  startTime: '2026-01-05T09:00:00Z',
  endTime: '2026-01-05T10:00:00Z',
  exerciseType: 56,
  ...fields,
  metadata: { id: 'r-1', dataOrigin: 'com.watch', ...metadata },
});

const START = Date.UTC(2026, 0, 5, 9);

describe('a session of another app', () => {
  it('is a workout under its record id', () => {
    expect(fromHealthConnectSession(session())).toEqual({
      kind: 'workout',
      platform: 'health-connect',
      key: 'r-1',
      activity: 'running',
      raw: { platform: 'health-connect', type: 56 },
      start: START,
      end: START + 3_600_000,
      source: { app: 'com.watch' },
    });
  });

  it('shows no field for what Android gives as null', () => {
    const nothing = { title: null, startZoneOffset: null, laps: null, segments: null, exerciseRoute: null };
    const bare = { clientRecordId: null, clientRecordVersion: 0, device: null, recordingMethod: 0 };
    expect(fromHealthConnectSession(session(nothing, bare))).toEqual(fromHealthConnectSession(session()));
  });

  test.each([
    [999, 'other'],
    [-1, 'other'],
    [41, 'jump-rope'],
    [0, 'other'],
  ])('keeps the exercise type %i, which is read as %s', (exerciseType, activity) => {
    const workout = fromHealthConnectSession(session({ exerciseType }));
    expect([workout.activity, workout.raw.type]).toEqual([activity, exerciseType]);
  });

  test.each([
    [undefined, undefined],
    [3600, 3600],
    [-43_200, -43_200],
    [50_400, 50_400],
    [50_401, undefined],
    [-43_201, undefined],
  ])('with a zone offset of %s seconds has one of %s', (totalSeconds, offsetSeconds) => {
    const startZoneOffset = totalSeconds === undefined ? null : { totalSeconds };
    expect(fromHealthConnectSession(session({ startZoneOffset })).offsetSeconds).toBe(offsetSeconds);
  });

  test.each([
    [0, undefined],
    [1, 'recorded'],
    [2, 'detected'],
    [3, 'manual'],
    [4, undefined],
  ])('of recording method %i is %s', (recordingMethod, method) => {
    expect(fromHealthConnectSession(session({}, { recordingMethod })).method).toBe(method);
  });

  test.each([
    [{ type: 1 }, { type: 'watch' }],
    [
      { type: 7, manufacturer: 'Polar', model: 'H10' },
      { type: 'chest-strap', manufacturer: 'Polar', model: 'H10' },
    ],
    [{ type: 0, manufacturer: '', model: null }, undefined],
    [{ type: 99 }, undefined],
  ])('from the device %j is from %j', (device, expected) => {
    expect(fromHealthConnectSession(session({}, { device })).source?.device).toEqual(expected);
  });

  test.each([
    ['2026-01-05T09:00:00.123456789Z', START + 123],
    ['2026-01-05T09:00:00.123Z', START + 123],
    ['2026-01-05T09:00:00Z', START],
  ])('that starts at %s starts at %i, to the millisecond', (startTime, start) => {
    expect(fromHealthConnectSession(session({ startTime })).start).toBe(start);
  });
});

describe('an external id', () => {
  it('is the client record id, with its version', () => {
    const workout = fromHealthConnectSession(session({}, { clientRecordId: 'ws1-a', clientRecordVersion: 7 }));
    expect(workout.external).toEqual({ id: 'ws1-a', version: 7 });
  });

  it('is absent where the client record id is empty', () => {
    expect(fromHealthConnectSession(session({}, { clientRecordId: '' }))).not.toHaveProperty('external');
  });
});

describe('active seconds', () => {
  const segment = (minute: number, minutes: number, segmentType: number) => ({
    startTime: new Date(START + minute * 60_000).toISOString(),
    endTime: new Date(START + (minute + minutes) * 60_000).toISOString(),
    segmentType,
    repetitions: 0,
  });

  it('leave out what is marked as a pause or a rest', () => {
    const segments = [segment(10, 5, 39), segment(20, 10, 44), segment(40, 10, 46)];
    expect(fromHealthConnectSession(session({ segments })).activeSeconds).toBe(45 * 60);
  });

  it('are unknown where nothing is marked: most apps mark no pause', () => {
    expect(fromHealthConnectSession(session({ segments: [segment(0, 60, 46)] }))).not.toHaveProperty('activeSeconds');
  });
});

test('a record that cannot be right does not throw, and is found out', () => {
  const broken = { startTime: 'soon', endTime: '', exerciseType: Number.NaN } as NativeSession;
  expect(findMalformedField(fromHealthConnectSession(broken))).toBe('key');
  expect(findMalformedField(fromHealthConnectSession(session({ startTime: 'soon' })))).toBe('start');
});
