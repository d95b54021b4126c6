import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/domain/activity';
import type { Platform } from '../../src/domain/platform';
import type { ExportRefusalCode } from '../../src/domain/reason';
import type { Session } from '../../src/domain/session';
import type { Settings } from '../../src/domain/settings';
import { judgeExport } from '../../src/policy/judge-export';
import type { ExportRule } from '../../src/policy/rule';
import { hostCodes, platforms, sessions, settings, tell } from './arbitraries';
import { codesOf, exportContext, frozen, NOW } from './records';

type Told<Code> = readonly [Code, 'for-good' | 'until' | 'needs-user'];

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
  say(['moon-walk', 'transition'].includes(session.activity), 'activity-not-writable', 'for-good');
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
    session.activity === ('moon-walk' as Activity) ||
    (['pickleball', 'transition'].includes(session.activity) && to === 'health-connect');
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
