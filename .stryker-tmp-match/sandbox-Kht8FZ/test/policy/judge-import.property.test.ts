// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/domain/activity';
import type { ImportRefusalCode } from '../../src/domain/reason';
import type { Settings } from '../../src/domain/settings';
import type { Workout } from '../../src/domain/workout';
import { judgeImport } from '../../src/policy/judge-import';
import type { ImportRule } from '../../src/policy/rule';
import { hostCodes, settings, tell, workouts } from './arbitraries';
import { codesOf, frozen, importContext, NOW, OWN_APP, reasonsOf } from './records';

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
