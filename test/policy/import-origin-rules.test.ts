import { describe } from 'vitest';
import type { Refusal } from '../../src/domain/reason';
import { check } from './import-examples';
import { OWN_APP, OWN_EXTERNAL_ID, WATCH_APP } from './records';

describe('where it came from', () => {
  const ownExport: Refusal = { code: 'own-export', lasts: 'for-good', params: { external: OWN_EXTERNAL_ID } };
  const ownRecording: Refusal = { code: 'own-recording', lasts: 'needs-user', params: { app: OWN_APP } };
  const external = { id: OWN_EXTERNAL_ID, version: 1 };
  const own = { source: { app: OWN_APP } };
  check([
    ['own export', { ...own, external }, {}, ownExport],
    ['own export that another app passed on', { external }, {}, ownExport],
    ['own export without a source', { external, source: undefined } as never, {}, ownExport],
    ['own export is no own recording', { ...own, external }, { ownRecordings: 'refuse' }, ownExport],
    ["another app's external id", { external: { id: 'workout-7', version: 1 } }, {}, 'eligible'],
    ['own recording, wanted', own, {}, 'eligible'],
    ['own recording, not wanted', own, { ownRecordings: 'refuse' }, ownRecording],
    [
      'own recording with an id of an older scheme',
      { ...own, external: { id: 'old-1', version: 1 } },
      { ownRecordings: 'refuse' },
      ownRecording,
    ],
    [
      'own recording of the watch companion',
      { source: { app: `${OWN_APP}.watch` } },
      { ownRecordings: 'refuse' },
      { ...ownRecording, params: { app: `${OWN_APP}.watch` } },
    ],
    ['foreign recording, own ones not wanted', {}, { ownRecordings: 'refuse' }, 'eligible'],
    ['no source, own ones not wanted', { source: undefined } as never, { ownRecordings: 'refuse' }, 'eligible'],
    [
      'ignored source',
      {},
      { ignoredSources: ['x', WATCH_APP] },
      { code: 'source-ignored', lasts: 'needs-user', params: { app: WATCH_APP } },
    ],
    ['another source is ignored', {}, { ignoredSources: ['x'] }, 'eligible'],
    ['no source, one is ignored', { source: undefined } as never, { ignoredSources: ['x'] }, 'eligible'],
    [
      'relayed through a refused origin',
      { relayedFrom: ['strava', 'garmin'] },
      { refusedOrigins: ['garmin', 'polar'] },
      { code: 'origin-relayed', lasts: 'for-good', params: { origin: 'garmin' } },
    ],
    ['relayed through another origin', { relayedFrom: ['strava'] }, { refusedOrigins: ['garmin'] }, 'eligible'],
    ['not relayed', {}, { refusedOrigins: ['garmin'] }, 'eligible'],
    ['typed in, wanted', { method: 'manual' }, {}, 'eligible'],
    [
      'typed in, not wanted',
      { method: 'manual' },
      { manualEntries: 'refuse' },
      { code: 'manual-entry', lasts: 'for-good', params: {} },
    ],
    ['recorded', { method: 'recorded' }, { manualEntries: 'refuse' }, 'eligible'],
    ['detected', { method: 'detected' }, { manualEntries: 'refuse' }, 'eligible'],
    ['unknown method', {}, { manualEntries: 'refuse' }, 'eligible'],
  ]);
});
