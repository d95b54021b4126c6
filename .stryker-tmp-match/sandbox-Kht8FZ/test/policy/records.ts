// @ts-nocheck
import type { DetailSummary, SeriesName } from '../../src/domain/detail-summary';
import { externalIdOf } from '../../src/domain/external-id';
import type { Refusal } from '../../src/domain/reason';
import type { Session } from '../../src/domain/session';
import type { Workout } from '../../src/domain/workout';
import type { ExportContext, ImportContext } from '../../src/policy/rule';
import type { Verdict } from '../../src/policy/verdict';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A Saturday morning; every example is told relative to it. */
export const NOW = 1_790_000_000_000;

export const OWN_APP = 'com.example.runner';
export const WATCH_APP = 'com.example.watch-maker';
export const OWN_EXTERNAL_ID = externalIdOf({ account: 'ada' }, 'session-1');

export const importContext: ImportContext = { now: NOW, ownSources: [OWN_APP, `${OWN_APP}.watch`] };
export const exportContext: ExportContext = { now: NOW, device: 'this-phone' };

/** A half-hour run that ended yesterday, written by a watch. */
export const workout = (changes: Partial<Workout> = {}): Workout => ({
  kind: 'workout',
  platform: 'apple-health',
  key: 'w1',
  activity: 'running',
  start: NOW - DAY - 30 * MINUTE,
  end: NOW - DAY,
  source: { app: WATCH_APP },
  raw: { platform: 'apple-health', type: 37 },
  ...changes,
});

/** A half-hour run that ended yesterday, recorded in the app. */
export const session = (changes: Partial<Session> = {}): Session => ({
  kind: 'session',
  key: 's1',
  revision: 'r1',
  state: 'completed',
  activity: 'running',
  start: NOW - DAY - 30 * MINUTE,
  end: NOW - DAY,
  ...changes,
});

/** A summary that counts 100 samples of each named series over a share of the time. */
export const detail = (
  coverage: Partial<Record<SeriesName, number>> = {},
  route: Partial<Pick<DetailSummary, 'route' | 'routePoints'>> = {},
): DetailSummary => ({
  series: Object.fromEntries(Object.entries(coverage).map(([name, share]) => [name, { count: 100, coverage: share }])),
  route: 'none',
  routePoints: 0,
  ...route,
});

export const NO_SAMPLES = detail();
export const ROUTE = { route: 'present', routePoints: 500 } as const;

export const reasonsOf = (verdict: Verdict): readonly Refusal[] => (verdict.kind === 'refused' ? verdict.reasons : []);
export const codesOf = (verdict: Verdict): readonly string[] => reasonsOf(verdict).map((reason) => reason.code);

/** The same value, frozen to the last leaf. */
export const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};
