// @ts-nocheck
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';

it('the defaults: both ways on, nothing left out, nothing removed, what is uncertain imported with a review', () => {
  expect(DEFAULT_SETTINGS).toEqual({
    import: {
      enabled: true,
      categories: {},
      requiredDetail: [],
      minimumCoverage: 0.5,
      summaryOnly: 'import',
      manualEntries: 'import',
      ownRecordings: 'import',
      minimumDurationSeconds: 0,
      maximumDurationSeconds: 86_400,
      minimumDistanceMetres: 0,
      ignoredSources: [],
      preferredSources: [],
      refusedOrigins: [],
      routes: 'include',
      settlingSeconds: 21_600,
    },
    export: {
      enabled: true,
      summaryOnly: 'export',
      minimumDurationSeconds: 0,
      graceSeconds: 0,
      lossyActivities: 'export',
      relayedOrigins: [],
    },
    onWorkoutGone: 'detach',
    onPossible: 'import',
    onBetterCopy: 'keep',
    guard: { count: 5, share: 0.2 },
  });
});
