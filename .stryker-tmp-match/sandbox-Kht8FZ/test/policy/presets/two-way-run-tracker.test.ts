// @ts-nocheck
import { describe, expect, it } from 'vitest';
import type { Workout } from '../../../src/domain/workout';
import { judgeExport } from '../../../src/policy/judge-export';
import { judgeImport } from '../../../src/policy/judge-import';
import { TWO_WAY_RUN_TRACKER } from '../../../src/policy/presets/two-way-run-tracker';
import { settingsFrom } from '../../../src/policy/settings-from';
import {
  codesOf,
  DAY,
  detail,
  exportContext,
  HOUR,
  importContext,
  MINUTE,
  NO_SAMPLES,
  NOW,
  OWN_EXTERNAL_ID,
  ROUTE,
  session,
  workout,
} from '../records';

const HEART_RATE = detail({ 'heart-rate': 0.95 });
const imported = (changes: Partial<Workout>, settings = TWO_WAY_RUN_TRACKER) =>
  codesOf(judgeImport(workout({ detail: HEART_RATE, ...changes }), settings, importContext));
const exported = (changes: Parameters<typeof session>[0], settings = TWO_WAY_RUN_TRACKER) =>
  codesOf(judgeExport(session({ detail: HEART_RATE, ...changes }), 'apple-health', settings, exportContext));

describe('Which workouts are imported?', () => {
  it.each(['running', 'treadmill-running', 'walking', 'indoor-walking'] as const)('%s is imported', (activity) => {
    expect(imported({ activity })).toEqual([]);
  });
  it.each(['cycling', 'hiking', 'strength-training', 'wheelchair-run', 'other'] as const)(
    '%s is not supported',
    (activity) => {
      expect(imported({ activity })).toEqual(['activity-not-selected']);
    },
  );
  it('A workout that we wrote to Apple Health ourselves is skipped', () => {
    expect(imported({ external: { id: OWN_EXTERNAL_ID, version: 2 } })).toEqual(['own-export']);
  });
});

describe('Why is my workout missing? It needs enough detail to show a session view', () => {
  it.each([
    ['heart rate', HEART_RATE],
    ['speed', detail({ speed: 0.8 })],
    ['distance samples of a treadmill', detail({ distance: 0.5 })],
    ['a route', detail({}, ROUTE)],
  ])('%s is enough', (_title, summary) => {
    expect(imported({ detail: summary })).toEqual([]);
  });
  it('A summary without any samples is skipped', () => {
    expect(imported({ detail: NO_SAMPLES })).toEqual(['summary-only']);
  });
  it('Steps alone show nothing', () => {
    expect(imported({ detail: detail({ steps: 1 }) })).toEqual(['detail-missing']);
  });
  it('A heart rate of the first minutes only is too little', () => {
    expect(imported({ detail: detail({ 'heart-rate': 0.2 }) })).toEqual(['detail-sparse']);
  });
  it('The samples are looked at before anything is decided', () => {
    expect(codesOf(judgeImport(workout(), TWO_WAY_RUN_TRACKER, importContext))).toEqual(['detail-unread']);
  });
  it('A run that the watch has just handed over waits for its samples', () => {
    expect(imported({ start: NOW - HOUR, end: NOW - MINUTE, detail: NO_SAMPLES })).toEqual(['settling']);
  });
});

describe('Import history', () => {
  const older = { start: NOW - 400 * DAY, end: NOW - 400 * DAY + HOUR };
  it('on: workouts of last year come in', () => {
    expect(imported(older)).toEqual([]);
  });
  it('off: only workouts since the app was connected come in', () => {
    const noHistory = settingsFrom({ import: { importFrom: NOW - 30 * DAY } }, TWO_WAY_RUN_TRACKER);
    expect(imported(older, noHistory)).toEqual(['before-import-start']);
    expect(imported({}, noHistory)).toEqual([]);
  });
});

describe('Auto-upload', () => {
  it('A completed session is exported at once', () => {
    expect(exported({ start: NOW - HOUR, end: NOW })).toEqual([]);
  });
  it('A session that is still running stays home', () => {
    expect(exported({ state: 'open' })).toEqual(['not-completed']);
  });
  it('A session without detailed records is skipped', () => {
    expect(exported({ detail: NO_SAMPLES })).toEqual(['no-detail']);
  });
  it('A session never goes back to the platform it came from, but may go to the other', () => {
    expect(exported({ origin: { platform: 'apple-health', workout: 'w1' } })).toEqual(['imported-from-here']);
    expect(exported({ origin: { platform: 'health-connect', workout: 'w1' } })).toEqual([]);
  });
  it('off: nothing is exported, unless you export it by hand', () => {
    const manual = settingsFrom({ export: { enabled: false } }, TWO_WAY_RUN_TRACKER);
    expect(exported({}, manual)).toEqual(['export-off']);
    const byHand = judgeExport(session(), 'apple-health', manual, { ...exportContext, byHand: true });
    expect(byHand.kind).toBe('eligible');
  });
});
