import fc from 'fast-check';
import type { Activity } from '../../src/domain/activity';
import type { DetailSummary } from '../../src/domain/detail-summary';
import type { Platform } from '../../src/domain/platform';
import type { Session } from '../../src/domain/session';
import type { Settings } from '../../src/domain/settings';
import type { Workout } from '../../src/domain/workout';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { NOW, OWN_APP, OWN_EXTERNAL_ID, reasonsOf, WATCH_APP } from './records';

/** Absent as often as not, and then truly absent: that is how records look. */
const maybe = <Value>(key: string, values: fc.Arbitrary<Value>) =>
  fc.option(values, { nil: undefined }).map((value) => (value === undefined ? {} : { [key]: value }));

const merged = (...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((each) => Object.assign({}, ...each) as Record<string, never>);

const count = fc.constantFrom(0, 1, 50);
const coverage = fc.constantFrom(0, 0.49, 0.5, 0.51, 1);
const series = (name: string) => maybe(name, fc.record({ count, coverage }));
const details: fc.Arbitrary<DetailSummary> = fc.record({
  series: merged(series('heart-rate'), series('speed'), series('steps')),
  route: fc.constantFrom('present', 'none', 'consent-required', 'denied', 'unknown'),
  routePoints: fc.constantFrom(0, 0, 1, 300),
});
const ends = fc.constantFrom(-90_000_000, -3_600_000, -3_599_999, -1, 0, 119_999, 120_000, 120_001, 9_000_000);
const durations = fc.constantFrom(59_999, 60_000, 60_001, 1_800_000, 86_400_000, 86_400_001);
const interval = fc.tuple(ends, durations).map(([end, duration]) => ({ start: NOW + end - duration, end: NOW + end }));
const common = [
  interval,
  fc.record({
    activity: fc.constantFrom(
      'running',
      'treadmill-running',
      'pickleball',
      'transition',
      'other',
      'moon-walk' as Activity,
    ),
  }),
  maybe('relayedFrom', fc.subarray(['garmin', 'strava'])),
  maybe('detail', details),
];
export const workouts = merged(
  ...common,
  fc.constant({ kind: 'workout', platform: 'apple-health', key: 'w1', raw: { platform: 'apple-health', type: 37 } }),
  maybe('source', fc.record({ app: fc.constantFrom(OWN_APP, WATCH_APP) })),
  maybe('external', fc.record({ id: fc.constantFrom(OWN_EXTERNAL_ID, 'foreign-1'), version: fc.constant(1) })),
  maybe('method', fc.constantFrom('recorded', 'detected', 'manual')),
  maybe('distanceMetres', fc.constantFrom(0, 99.9, 100, 100.1)),
) as unknown as fc.Arbitrary<Workout>;
export const platforms = fc.constantFrom<Platform>('apple-health', 'health-connect');
export const sessions = merged(
  ...common,
  fc.record({ state: fc.constantFrom('open', 'completed', 'completed', 'deleted') }),
  fc.constant({ kind: 'session', key: 's1', revision: 'r1' }),
  maybe('owner', fc.constantFrom('this-phone', 'tablet')),
  maybe('origin', fc.record({ platform: platforms, workout: fc.constant('w9') })),
) as unknown as fc.Arbitrary<Session>;
export const settings = fc
  .record({
    import: merged(
      fc.record({
        enabled: fc.constantFrom(true, true, false),
        categories: merged(maybe('running', fc.boolean()), maybe('other', fc.boolean())),
        requiredDetail: fc.subarray(['heart-rate', 'speed', 'route']),
        minimumCoverage: fc.constantFrom(0, 0.5, 1),
        summaryOnly: fc.constantFrom('import', 'refuse'),
        manualEntries: fc.constantFrom('import', 'refuse'),
        ownRecordings: fc.constantFrom('import', 'refuse'),
        minimumDurationSeconds: fc.constantFrom(0, 60),
        maximumDurationSeconds: fc.constantFrom(1800, 86_400),
        minimumDistanceMetres: fc.constantFrom(0, 100),
        ignoredSources: fc.subarray([WATCH_APP]),
        preferredSources: fc.constant([]),
        refusedOrigins: fc.subarray(['garmin']),
        routes: fc.constantFrom('include', 'leave-out'),
        settlingSeconds: fc.constantFrom(0, 3600),
      }),
      maybe('activities', fc.subarray(['running', 'other'])),
      maybe('importFrom', fc.constantFrom(NOW - 90_060_000, NOW - 1_800_000)),
    ),
    export: merged(
      fc.record({
        enabled: fc.constantFrom(true, true, false),
        summaryOnly: fc.constantFrom('export', 'refuse'),
        minimumDurationSeconds: fc.constantFrom(0, 60),
        graceSeconds: fc.constantFrom(0, 3600),
        lossyActivities: fc.constantFrom('export', 'refuse'),
        relayedOrigins: fc.subarray(['garmin']),
      }),
      maybe('exportFrom', fc.constantFrom(NOW - 90_060_000, NOW - 1_800_000)),
    ),
  })
  .map((chosen) => ({ ...DEFAULT_SETTINGS, ...chosen }) as unknown as Settings);

/** A verdict as one line per reason. */
export const tell = (verdict: Parameters<typeof reasonsOf>[0]) =>
  reasonsOf(verdict).map(({ code, lasts }) => `${code} ${lasts}`);

/** The codes of up to two rules of a host. */
export const hostCodes = fc.array(fc.constantFrom('host-a', 'host-b'), { maxLength: 2 });
