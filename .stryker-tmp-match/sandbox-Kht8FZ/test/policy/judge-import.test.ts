// @ts-nocheck
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { judgeImport } from '../../src/policy/judge-import';
import { settingsFrom } from '../../src/policy/settings-from';
import { ELIGIBLE } from '../../src/policy/verdict';
import { codesOf, DAY, HOUR, importContext, NO_SAMPLES, NOW, OWN_EXTERNAL_ID, WATCH_APP, workout } from './records';

it('lets a foreign workout in by default, with the one shared verdict', () => {
  expect(judgeImport(workout(), DEFAULT_SETTINGS, importContext)).toBe(ELIGIBLE);
});

it('gives all reasons, in the fixed order of the rules', () => {
  const worst = workout({
    external: { id: OWN_EXTERNAL_ID, version: 1 },
    relayedFrom: ['garmin'],
    method: 'manual',
    start: NOW + HOUR,
    end: NOW + HOUR + 1000,
    distanceMetres: 3,
    detail: NO_SAMPLES,
  });
  const strict = settingsFrom({
    import: {
      enabled: false,
      importFrom: NOW + DAY,
      activities: [],
      categories: { running: false },
      summaryOnly: 'refuse',
      manualEntries: 'refuse',
      ownRecordings: 'refuse',
      minimumDurationSeconds: 60,
      maximumDurationSeconds: 0.5,
      minimumDistanceMetres: 100,
      ignoredSources: [WATCH_APP],
      refusedOrigins: ['garmin'],
    },
  });
  expect(codesOf(judgeImport(worst, strict, importContext))).toEqual([
    'own-export',
    'source-ignored',
    'origin-relayed',
    'manual-entry',
    'import-off',
    'activity-not-selected',
    'category-off',
    'before-import-start',
    'too-short',
    'too-long',
    'too-near',
    'in-the-future',
    'settling',
  ]);
});
