// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/domain/activity';
import type { DetailSummary } from '../../src/domain/detail-summary';
import type { Platform } from '../../src/domain/platform';
import type { ExportRefusalCode, ImportRefusalCode } from '../../src/domain/reason';
import type { Session } from '../../src/domain/session';
import type { Settings } from '../../src/domain/settings';
import type { Workout } from '../../src/domain/workout';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { judgeExport } from '../../src/policy/judge-export';
import { judgeImport } from '../../src/policy/judge-import';
import type { ExportRule, ImportRule } from '../../src/policy/rule';
import {
  codesOf,
  exportContext,
  frozen,
  importContext,
  NOW,
  OWN_APP,
  OWN_EXTERNAL_ID,
  reasonsOf,
  WATCH_APP,
} from './records';

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
    activity: fc.constantFrom('running', 'treadmill-running', 'pickleball', 'other', 'moon-walk' as Activity),
  }),
  maybe('relayedFrom', fc.subarray(['garmin', 'strava'])),
  maybe('detail', details),
];
const workouts = merged(
  ...common,
  fc.constant({ kind: 'workout', platform: 'apple-health', key: 'w1', raw: { platform: 'apple-health', type: 37 } }),
  maybe('source', fc.record({ app: fc.constantFrom(OWN_APP, WATCH_APP) })),
  maybe('external', fc.record({ id: fc.constantFrom(OWN_EXTERNAL_ID, 'foreign-1'), version: fc.constant(1) })),
  maybe('method', fc.constantFrom('recorded', 'detected', 'manual')),
  maybe('distanceMetres', fc.constantFrom(0, 99.9, 100, 100.1)),
) as unknown as fc.Arbitrary<Workout>;
const platforms = fc.constantFrom<Platform>('apple-health', 'health-connect');
const sessions = merged(
  ...common,
  fc.record({ state: fc.constantFrom('open', 'completed', 'completed', 'deleted') }),
  fc.constant({ kind: 'session', key: 's1', revision: 'r1' }),
  maybe('owner', fc.constantFrom('this-phone', 'tablet')),
  maybe('origin', fc.record({ platform: platforms, workout: fc.constant('w9') })),
) as unknown as fc.Arbitrary<Session>;
const settings = fc
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

type Told<Code> = readonly [Code, 'for-good' | 'until' | 'needs-user'];

/** The import rules once more, told from the requirements as one page of questions. */
const expectImport = (workout: Workout, { import: chosen }: Settings): readonly string[] => {
  const told: Told<ImportRefusalCode>[] = [];
  const say = (wrong: boolean, ...each: Told<ImportRefusalCode>) => void (wrong && told.push(each));
  const isOurs = /^ws1-[0-9a-f]{32}$/.test(workout.external === undefined ? '' : workout.external.id);
  const app = workout.source === undefined ? 'nobody' : workout.source.app;
  const seconds = (workout.end - workout.start) / 1000;
  const group = { running: 'running', 'treadmill-running': 'running' }[workout.activity as string] ?? 'other';
  say(isOurs, 'own-export', 'for-good');
  say(!isOurs && app === OWN_APP && chosen.ownRecordings === 'refuse', 'own-recording', 'needs-user');
  say(chosen.ignoredSources.indexOf(app) >= 0, 'source-ignored', 'needs-user');
  say(
    chosen.refusedOrigins.some((one) => (workout.relayedFrom ?? []).indexOf(one) >= 0),
    'origin-relayed',
    'for-good',
  );
  say(chosen.manualEntries === 'refuse' && workout.method === 'manual', 'manual-entry', 'for-good');
  say(!chosen.enabled, 'import-off', 'needs-user');
  say(
    chosen.activities !== undefined && chosen.activities.indexOf(workout.activity) < 0,
    'activity-not-selected',
    'needs-user',
  );
  say((chosen.categories as Record<string, boolean>)[group] === false, 'category-off', 'needs-user');
  say(workout.start < (chosen.importFrom ?? -Infinity), 'before-import-start', 'needs-user');
  say(seconds < chosen.minimumDurationSeconds, 'too-short', 'for-good');
  say(seconds > chosen.maximumDurationSeconds, 'too-long', 'needs-user');
  const metres = workout.distanceMetres ?? 0;
  say(metres !== 0 && metres < chosen.minimumDistanceMetres, 'too-near', 'for-good');
  say(workout.end - NOW > 120_000, 'in-the-future', 'until');
  const asks = chosen.summaryOnly === 'refuse' || chosen.requiredDetail.length > 0;
  if (asks && workout.detail === undefined) say(told.length === 0, 'detail-unread', 'until');
  if (asks && workout.detail !== undefined) {
    const { route, routePoints, series: all } = workout.detail;
    const points = chosen.routes === 'include' ? routePoints : 0;
    const isEmpty = points === 0 && Object.values(all).every((one) => one.count === 0);
    const shares = chosen.requiredDetail.flatMap((name) => {
      if (name === 'route') return points > 0 ? [1] : [];
      const one = all[name];
      return one !== undefined && one.count > 0 ? [one.coverage] : [];
    });
    const mayCome =
      chosen.routes === 'include' &&
      routePoints === 0 &&
      ['consent-required', 'denied'].includes(route) &&
      (chosen.requiredDetail.length === 0 || chosen.requiredDetail.includes('route'));
    const lasts = mayCome ? 'needs-user' : 'for-good';
    let lack: ImportRefusalCode | undefined;
    if (chosen.requiredDetail.length > 0 && Math.max(-1, ...shares) < chosen.minimumCoverage) {
      lack = shares.length === 0 ? 'detail-missing' : 'detail-sparse';
    }
    if (chosen.summaryOnly === 'refuse' && isEmpty) lack = 'summary-only';
    const isYoung = NOW - workout.end < chosen.settlingSeconds * 1000;
    if (lack !== undefined)
      say(true, ...((isYoung ? ['settling', 'until'] : [lack, lasts]) as Told<ImportRefusalCode>));
  }
  return told.map(([code, lasts]) => `${code} ${lasts}`);
};

/** The export rules once more. */
const expectExport = (
  session: Session,
  to: Platform,
  { export: chosen }: Settings,
  byHand: boolean,
): readonly string[] => {
  const told: Told<ExportRefusalCode>[] = [];
  const say = (wrong: boolean, ...each: Told<ExportRefusalCode>) => void (wrong && told.push(each));
  say(session.state === 'deleted', 'session-deleted', 'for-good');
  say(session.state === 'open', 'not-completed', 'until');
  say(session.origin !== undefined && session.origin.platform === to, 'imported-from-here', 'for-good');
  say(session.owner === 'tablet', 'owned-elsewhere', 'needs-user');
  say(session.activity === ('moon-walk' as Activity), 'activity-not-writable', 'for-good');
  say(session.end - NOW > 120_000, 'session-in-the-future', 'until');
  if (byHand) return told.map(([code, lasts]) => `${code} ${lasts}`);
  say(!chosen.enabled, 'export-off', 'needs-user');
  say(session.start < (chosen.exportFrom ?? -Infinity), 'before-export-start', 'needs-user');
  say(
    chosen.relayedOrigins.some((one) => (session.relayedFrom ?? []).indexOf(one) >= 0),
    'origin-writes-there',
    'for-good',
  );
  const isBroader =
    session.activity === ('moon-walk' as Activity) || (session.activity === 'pickleball' && to === 'health-connect');
  say(chosen.lossyActivities === 'refuse' && isBroader, 'activity-lossy', 'for-good');
  say((session.end - session.start) / 1000 < chosen.minimumDurationSeconds, 'session-too-short', 'for-good');
  say(chosen.graceSeconds !== 0 && NOW - session.end < chosen.graceSeconds * 1000, 'grace-period', 'until');
  const { detail } = session;
  if (chosen.summaryOnly === 'refuse' && detail === undefined) say(told.length === 0, 'session-detail-unread', 'until');
  if (chosen.summaryOnly === 'refuse' && detail !== undefined) {
    say(
      detail.routePoints === 0 && Object.values(detail.series).every((one) => one.count === 0),
      'no-detail',
      'for-good',
    );
  }
  return told.map(([code, lasts]) => `${code} ${lasts}`);
};

const tell = (verdict: Parameters<typeof reasonsOf>[0]) =>
  reasonsOf(verdict).map(({ code, lasts }) => `${code} ${lasts}`);
const hostCodes = fc.array(fc.constantFrom('host-a', 'host-b'), { maxLength: 2 });

describe('an import verdict', () => {
  it('is what an independent reading of the requirements gives', () => {
    fc.assert(
      fc.property(workouts, settings, (workout, chosen) => {
        expect(tell(judgeImport(workout, chosen, importContext))).toEqual(expectImport(workout, chosen));
      }),
      { numRuns: 3000 },
    );
  });

  it('is pure: frozen input, same verdict twice', () => {
    fc.assert(
      fc.property(workouts, settings, (workout, chosen) => {
        const judge = () => judgeImport(frozen(workout), frozen(chosen), frozen(importContext));
        expect(judge()).toEqual(judge());
      }),
    );
  });

  it('is never softened by a rule of the host', () => {
    fc.assert(
      fc.property(workouts, settings, hostCodes, (workout, chosen, codes) => {
        const rules = codes.map(
          (code): ImportRule =>
            () => ({ code: code as 'host-a', lasts: 'until' }),
        );
        const before = codesOf(judgeImport(workout, chosen, importContext)).filter((code) => code !== 'detail-unread');
        const after = codesOf(judgeImport(workout, chosen, { ...importContext, rules }));
        expect(after.slice(0, before.length)).toEqual(before);
        if (codes.length > 0) expect(after.slice(before.length)).toEqual(codes);
      }),
    );
  });

  it('P12 is never softened by a stricter setting', () => {
    const stricter: ((each: Settings['import']) => Settings['import'])[] = [
      (each) => ({ ...each, enabled: false }),
      (each) => ({ ...each, activities: each.activities?.slice(1) ?? ['running'] }),
      (each) => ({ ...each, categories: { ...each.categories, running: false } }),
      (each) => ({ ...each, importFrom: (each.importFrom ?? -Infinity) + 5_000_000 }),
      (each) => ({
        ...each,
        requiredDetail: each.requiredDetail.length === 0 ? ['heart-rate'] : each.requiredDetail.slice(0, 1),
      }),
      (each) => ({ ...each, minimumCoverage: each.minimumCoverage + 0.2 }),
      (each) => ({ ...each, summaryOnly: 'refuse' }),
      (each) => ({ ...each, manualEntries: 'refuse' }),
      (each) => ({ ...each, ownRecordings: 'refuse' }),
      (each) => ({ ...each, minimumDurationSeconds: each.minimumDurationSeconds + 60 }),
      (each) => ({ ...each, maximumDurationSeconds: each.maximumDurationSeconds / 2 }),
      (each) => ({ ...each, minimumDistanceMetres: each.minimumDistanceMetres + 100 }),
      (each) => ({ ...each, ignoredSources: [...each.ignoredSources, OWN_APP] }),
      (each) => ({ ...each, refusedOrigins: [...each.refusedOrigins, 'strava'] }),
      (each) => ({ ...each, routes: 'leave-out' }),
    ];
    fc.assert(
      fc.property(workouts, settings, fc.constantFrom(...stricter), (workout, chosen, tighten) => {
        const before = judgeImport(workout, chosen, importContext);
        const after = judgeImport(workout, { ...chosen, import: tighten(chosen.import) }, importContext);
        if (before.kind === 'refused') expect(after.kind).toBe('refused');
      }),
      { numRuns: 2000 },
    );
  });

  it('passes at the moment that it names, if all of its reasons name one', () => {
    fc.assert(
      fc.property(workouts, settings, (workout, chosen) => {
        for (const { code, until } of reasonsOf(judgeImport(workout, chosen, importContext))) {
          if (until === undefined) continue;
          expect(until).toBeGreaterThan(NOW);
          expect(codesOf(judgeImport(workout, chosen, { ...importContext, now: until }))).not.toContain(code);
        }
      }),
    );
  });

  it('never throws, whatever the numbers', () => {
    const numbers = fc.constantFrom(Number.NaN, Infinity, -Infinity, -1, 0, 9e15, 0.5);
    fc.assert(
      fc.property(workouts, settings, numbers, numbers, numbers, (workout, chosen, start, end, distanceMetres) => {
        const broken = { ...workout, start, end, distanceMetres, activity: '' as Activity };
        expect(['eligible', 'refused']).toContain(judgeImport(broken, chosen, importContext).kind);
      }),
    );
  });
});

describe('an export verdict', () => {
  it('is what an independent reading of the requirements gives', () => {
    fc.assert(
      fc.property(sessions, platforms, settings, fc.boolean(), (session, to, chosen, byHand) => {
        const context = byHand ? { ...exportContext, byHand } : exportContext;
        expect(tell(judgeExport(session, to, chosen, context))).toEqual(expectExport(session, to, chosen, byHand));
      }),
      { numRuns: 3000 },
    );
  });

  it('is pure: frozen input, same verdict twice', () => {
    fc.assert(
      fc.property(sessions, platforms, settings, (session, to, chosen) => {
        const judge = () => judgeExport(frozen(session), to, frozen(chosen), frozen(exportContext));
        expect(judge()).toEqual(judge());
      }),
    );
  });

  it('is never softened by a rule of the host', () => {
    fc.assert(
      fc.property(sessions, platforms, settings, hostCodes, (session, to, chosen, codes) => {
        const rules = codes.map(
          (code): ExportRule =>
            () => ({ code: code as 'host-a', lasts: 'until' }),
        );
        const before = codesOf(judgeExport(session, to, chosen, exportContext)).filter(
          (code) => code !== 'session-detail-unread',
        );
        const after = codesOf(judgeExport(session, to, chosen, { ...exportContext, rules }));
        expect(after.slice(0, before.length)).toEqual(before);
      }),
    );
  });

  it('P12 is never softened by a stricter setting', () => {
    const stricter: ((each: Settings['export']) => Settings['export'])[] = [
      (each) => ({ ...each, enabled: false }),
      (each) => ({ ...each, exportFrom: (each.exportFrom ?? -Infinity) + 5_000_000 }),
      (each) => ({ ...each, summaryOnly: 'refuse' }),
      (each) => ({ ...each, minimumDurationSeconds: each.minimumDurationSeconds + 60 }),
      (each) => ({ ...each, graceSeconds: each.graceSeconds + 60 }),
      (each) => ({ ...each, lossyActivities: 'refuse' }),
      (each) => ({ ...each, relayedOrigins: [...each.relayedOrigins, 'strava'] }),
    ];
    fc.assert(
      fc.property(sessions, platforms, settings, fc.constantFrom(...stricter), (session, to, chosen, tighten) => {
        const before = judgeExport(session, to, chosen, exportContext);
        const after = judgeExport(session, to, { ...chosen, export: tighten(chosen.export) }, exportContext);
        if (before.kind === 'refused') expect(after.kind).toBe('refused');
      }),
      { numRuns: 2000 },
    );
  });

  it('never lets a session out to the platform it came from, by hand or not', () => {
    fc.assert(
      fc.property(sessions, platforms, settings, fc.boolean(), (session, to, chosen, byHand) => {
        const context = byHand ? { ...exportContext, byHand } : exportContext;
        const home = { ...session, origin: { platform: to, workout: 'w9' } };
        expect(codesOf(judgeExport(home, to, chosen, context))).toContain('imported-from-here');
      }),
    );
  });
});
