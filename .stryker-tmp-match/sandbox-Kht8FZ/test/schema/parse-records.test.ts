// @ts-nocheck
import { describe, expect, it } from 'vitest';
import { parseSession } from '../../src/schema/parse-session';
import { parseWorkout } from '../../src/schema/parse-workout';
import { detail, OWN_EXTERNAL_ID, ROUTE, session, workout } from '../policy/records';

const full = {
  sourceId: 'run-7',
  crossIds: ['fit-9'],
  parent: 'w0',
  relayedFrom: ['garmin'],
  distanceMetres: 5000,
  energyKilocalories: { active: 300 },
  elevationGainMetres: 12,
  activeSeconds: 1700,
  offsetSeconds: -18_000,
  method: 'recorded',
  title: 'Morning run',
  source: {
    app: 'com.example.watch-maker',
    appName: 'Watch',
    device: { type: 'watch', manufacturer: 'W', model: '9' },
  },
  detail: { ...detail({ 'heart-rate': 0.9, steps: 1 }, ROUTE), laps: 5, pauses: 0 },
} as const;
const external = { id: OWN_EXTERNAL_ID, version: 3 };
const origin = { platform: 'health-connect', workout: 'w9' } as const;

const paths = (parsed: ReturnType<typeof parseWorkout> | ReturnType<typeof parseSession>) =>
  parsed.kind === 'error' ? parsed.error.map((issue) => issue.path) : [];

describe('records come back equal after JSON', () => {
  it.each([
    ['a bare workout', workout()],
    ['a full workout', workout({ ...full, external })],
    [
      'an unknown raw type',
      workout({ activity: 'other', raw: { platform: 'apple-health', type: 9999, indoor: true, swimLocation: 'pool' } }),
    ],
    ['a number of the Android platform', workout({ raw: { platform: 'health-connect', type: 0, platformType: 33 } })],
  ])('%s', (_title, value) => {
    expect(parseWorkout(JSON.parse(JSON.stringify(value)))).toStrictEqual({ kind: 'ok', value });
  });
  it.each([
    ['a bare session', session()],
    ['a full session', session({ ...full, owner: 'tablet', origin, state: 'deleted' })],
  ])('%s', (_title, value) => {
    expect(parseSession(JSON.parse(JSON.stringify(value)))).toStrictEqual({ kind: 'ok', value });
  });
});

describe('values that cannot be right pass: the core turns them into skips', () => {
  it.each([
    ['end before start', { start: 2, end: 1 }],
    ['no key', { key: '' }],
    ['negative distance', { distanceMetres: -1 }],
    ['NaN and infinity', { start: Number.NaN, end: Infinity }],
    ['an offset of 16 hours', { offsetSeconds: 57_600 }],
    ['a coverage of 2', { detail: detail({ power: 2 }) }],
  ])('%s', (_title, changes) => {
    expect(parseWorkout(workout(changes))).toStrictEqual({ kind: 'ok', value: workout(changes) });
    expect(parseSession(session(changes))).toStrictEqual({ kind: 'ok', value: session(changes) });
  });
});

describe('shapes that cannot be right are refused by path', () => {
  it.each([
    ['a misspelt field', { distanceMeters: 5000 }, 'distanceMeters'],
    ['a text for an instant', { start: '2026-01-01' }, 'start'],
    ['null, as JSON writes NaN', { distanceMetres: null }, 'distanceMetres'],
    ['an activity that nobody knows', { activity: 'jogging' }, 'activity'],
    ['no key', { key: undefined }, 'key'],
    ['another kind', { kind: 'walk' }, 'kind'],
    [
      'a series that nobody knows',
      { detail: { ...detail(), series: { hr: { count: 1, coverage: 1 } } } },
      'detail.series.hr',
    ],
    ['a source without its app', { source: { appName: 'Watch' } }, 'source.app'],
    ['a number among the ids', { crossIds: ['a', 1] }, 'crossIds[1]'],
  ])('%s', (_title, changes, path) => {
    expect(paths(parseWorkout({ ...workout(), ...changes }))).toEqual([path]);
    expect(paths(parseSession({ ...session(), ...changes }))).toEqual([path]);
  });

  it('a raw activity of no platform that there is', () => {
    const parsed = parseWorkout({ ...workout(), raw: { platform: 'garmin', type: 1 } });
    expect(parsed.kind === 'error' && parsed.error).toEqual([
      {
        path: 'raw.platform',
        given: '"garmin"',
        allowed: "one of 'apple-health', 'health-connect'",
        message: `raw.platform is "garmin"; allowed is one of 'apple-health', 'health-connect'.`,
      },
    ]);
    expect(paths(parseWorkout({ ...workout(), raw: 37 }))).toEqual(['raw']);
    expect(paths(parseWorkout({ ...workout(), raw: { platform: 'health-connect', type: 56, indoor: true } }))).toEqual([
      'raw.indoor',
    ]);
  });

  it('a missing field is called missing', () => {
    const parsed = parseSession({ ...session(), revision: undefined });
    expect(parsed.kind === 'error' && parsed.error[0].message).toBe('revision is missing; allowed is a text.');
  });
});

it('a field that is undefined is a field that is not there', () => {
  expect(parseSession({ ...session(), title: undefined, source: undefined })).toStrictEqual({
    kind: 'ok',
    value: session(),
  });
});
