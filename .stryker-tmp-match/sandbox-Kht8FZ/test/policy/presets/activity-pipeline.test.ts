// @ts-nocheck
import { describe, expect, it } from 'vitest';
import { ACTIVITIES } from '../../../src/domain/activity';
import { judgeExport } from '../../../src/policy/judge-export';
import { judgeImport } from '../../../src/policy/judge-import';
import { ACTIVITY_PIPELINE } from '../../../src/policy/presets/activity-pipeline';
import { settingsFrom } from '../../../src/policy/settings-from';
import { codesOf, detail, exportContext, importContext, NO_SAMPLES, session, WATCH_APP, workout } from '../records';

const imported = (changes: Parameters<typeof workout>[0], settings = ACTIVITY_PIPELINE) =>
  codesOf(judgeImport(workout(changes), settings, importContext));

describe('Every workout becomes an activity', () => {
  it.each(ACTIVITIES)('%s', (activity) => {
    expect(imported({ activity })).toEqual([]);
  });
});

describe('Troubleshooting', () => {
  it('Heart rate missing: the activity comes without it', () => {
    expect(imported({ detail: detail({ distance: 1 }) })).toEqual([]);
  });
  it('Route missing indoors: the activity comes without it', () => {
    expect(imported({ activity: 'treadmill-running', detail: NO_SAMPLES })).toEqual([]);
  });
  it('A heart rate or a route that arrives with a better recording is taken over', () => {
    expect(ACTIVITY_PIPELINE.onBetterCopy).toBe('switch');
    expect(ACTIVITY_PIPELINE.import.routes).toBe('include');
  });
  it('Duplicates from several apps: leave one of the apps out, or say whose recording you prefer', () => {
    const without = settingsFrom({ import: { ignoredSources: [WATCH_APP] } }, ACTIVITY_PIPELINE);
    expect(imported({}, without)).toEqual(['source-ignored']);
    const preferring = settingsFrom({ import: { preferredSources: [WATCH_APP] } }, ACTIVITY_PIPELINE);
    expect(imported({ source: { app: 'com.example.other' } }, preferring)).toEqual([]);
  });
  it('Nothing syncs: imports are switched off', () => {
    expect(imported({}, settingsFrom({ import: { enabled: false } }, ACTIVITY_PIPELINE))).toEqual(['import-off']);
  });
});

it('It is a source: nothing is written to the health store', () => {
  expect(codesOf(judgeExport(session(), 'health-connect', ACTIVITY_PIPELINE, exportContext))).toEqual(['export-off']);
});
