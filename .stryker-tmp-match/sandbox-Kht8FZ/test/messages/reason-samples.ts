// @ts-nocheck
import type { Reason, ReasonCode } from '../../src/domain/reason';

const UNTIL = { until: Date.UTC(2026, 10, 3, 17, 22) };
const START = { start: Date.UTC(2026, 9, 1), from: Date.UTC(2026, 9, 15) };
const SECONDS = { actualSeconds: 95, minimumSeconds: 300 };

/** Every code with the parameters that the library gives it. */
export const SAMPLES: Readonly<Record<ReasonCode, Reason['params']>> = {
  'import-off': {},
  'own-export': { external: 'ws1-00' },
  'own-recording': { app: 'com.example.watch' },
  'activity-not-selected': { activity: 'tai-chi' },
  'category-off': { category: 'walks-and-hikes', activity: 'hiking' },
  'before-import-start': START,
  'source-ignored': { app: 'com.example.junk' },
  'origin-relayed': { origin: 'garmin' },
  'manual-entry': {},
  'summary-only': { route: 'none' },
  'detail-missing': { needed: 'heart-rate, route', route: 'none' },
  'detail-sparse': { series: 'heart-rate', coverage: 0.213, minimumCoverage: 0.5, route: 'none' },
  'detail-unread': undefined,
  settling: UNTIL,
  'too-short': SECONDS,
  'too-long': { actualSeconds: 97_200, maximumSeconds: 86_400 },
  'too-near': { actualMetres: 90, minimumMetres: 1500 },
  'in-the-future': UNTIL,
  'export-off': {},
  'not-completed': undefined,
  'session-deleted': {},
  'imported-from-here': { platform: 'apple-health', workout: 'w1' },
  'origin-writes-there': { origin: 'strava' },
  'no-detail': {},
  'session-detail-unread': undefined,
  'activity-not-writable': { activity: 'moon-walking', platform: 'health-connect' },
  'activity-lossy': { activity: 'hand-cycling', platform: 'health-connect' },
  'session-too-short': SECONDS,
  'owned-elsewhere': { owner: 'tablet' },
  'before-export-start': START,
  'grace-period': UNTIL,
  'session-in-the-future': UNTIL,
  'session-unknown': undefined,
  'workout-unknown': undefined,
  'session-open': undefined,
  'direction-off': undefined,
  malformed: { field: 'offsetSeconds' },
  copy: { of: 'w1' },
  'deleted-in-app': { session: 's1' },
  'removed-in-store': { session: 's1' },
  'unknown-owner': undefined,
  'duplicate-session': { of: 's1' },
  deleted: undefined,
  'possible-twin': { other: 'w2' },
  'part-of-session': { other: 'w2' },
  quarantined: undefined,
  'new-workout': undefined,
  'new-session': undefined,
  'same-activity': undefined,
  'origin-known': undefined,
  'own-record-found': undefined,
  'workout-changed': undefined,
  'detail-arrived': undefined,
  'session-changed': undefined,
  'both-agree': undefined,
  'conflict-kept-session': undefined,
  'conflict-took-workout': undefined,
  'workout-removed': undefined,
  'copy-promoted': undefined,
  'better-copy': undefined,
  'user-preferred': undefined,
  'record-replaced': undefined,
  'copy-found': undefined,
  'source-back': undefined,
  'session-restored': undefined,
  'user-asked': undefined,
};

/** A reason as a plan would carry it. */
export const sampleOf = (code: ReasonCode): Reason => {
  const params = SAMPLES[code];
  return params === undefined ? { code } : { code, params };
};
