// @ts-nocheck
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activity';
import type { Workout } from '../../../src/domain/workout';
import { judgeExport } from '../../../src/policy/judge-export';
import { judgeImport } from '../../../src/policy/judge-import';
import { TRAINING_LOAD_SERVICE } from '../../../src/policy/presets/training-load-service';
import { settingsFrom } from '../../../src/policy/settings-from';
import { codesOf, DAY, exportContext, HOUR, importContext, NO_SAMPLES, NOW, session, workout } from '../records';

const imported = (changes: Partial<Workout>, settings = TRAINING_LOAD_SERVICE) =>
  codesOf(judgeImport(workout(changes), settings, importContext));

describe('Sports to sync', () => {
  it.each<[string, Activity]>([
    ['Strength Training', 'weightlifting'],
    ['Walks & Hikes', 'hiking'],
    ['Swimming', 'open-water-swimming'],
    ['Yoga & Mobility', 'pilates'],
    ['Other', 'rowing'],
    ['Other, of a type that we have never heard of', 'moon-walk' as Activity],
  ])('%s is on', (_category, activity) => {
    expect(imported({ activity })).toEqual([]);
  });
  it.each<[string, Activity]>([
    ['Cycling', 'indoor-cycling'],
    ['Running', 'treadmill-running'],
  ])('%s is off, because other services bring it', (_category, activity) => {
    expect(imported({ activity })).toEqual(['category-off']);
  });
  it('Turning Cycling on brings the rides of before too, and leaves Running off', () => {
    const withRides = settingsFrom({ import: { categories: { cycling: true } } }, TRAINING_LOAD_SERVICE);
    const old = { start: NOW - 900 * DAY, end: NOW - 900 * DAY + HOUR };
    expect(imported({ ...old, activity: 'cycling' }, withRides)).toEqual([]);
    expect(imported({ ...old, activity: 'running' }, withRides)).toEqual(['category-off']);
  });
});

describe('What is uploaded', () => {
  const activity = 'strength-training';
  it('A workout without any samples counts: its duration is load', () => {
    expect(imported({ activity, detail: NO_SAMPLES })).toEqual([]);
  });
  it('Nobody waits for samples to be looked at', () => {
    expect(imported({ activity })).toEqual([]);
  });
  it('A workout that you typed in counts', () => {
    expect(imported({ activity, method: 'manual' })).toEqual([]);
  });
  it('A recording that somebody forgot to stop is set aside', () => {
    expect(imported({ activity, start: NOW - 3 * DAY, end: NOW - DAY })).toEqual(['too-long']);
  });
  it('GPS routes are included, until you turn that off', () => {
    expect(TRAINING_LOAD_SERVICE.import.routes).toBe('include');
    expect(settingsFrom({ import: { routes: 'leave-out' } }, TRAINING_LOAD_SERVICE).import.routes).toBe('leave-out');
  });
});

it('Nothing is ever written to the health store', () => {
  const verdict = judgeExport(session(), 'apple-health', TRAINING_LOAD_SERVICE, exportContext);
  expect(codesOf(verdict)).toEqual(['export-off']);
});
