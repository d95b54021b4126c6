import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/domain/activity';
import type { Platform } from '../../src/domain/platform';
import type { Refusal } from '../../src/domain/reason';
import type { Session } from '../../src/domain/session';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { judgeExport } from '../../src/policy/judge-export';
import { type SettingsOverrides, settingsFrom } from '../../src/policy/settings-from';
import { ELIGIBLE } from '../../src/policy/verdict';
import {
  codesOf,
  DAY,
  detail,
  exportContext,
  frozen,
  HOUR,
  MINUTE,
  NO_SAMPLES,
  NOW,
  ROUTE,
  reasonsOf,
  session,
} from './records';

type Export = NonNullable<SettingsOverrides['export']>;
type Example = [
  title: string,
  changes: Partial<Session>,
  chosen: Export,
  expected: Refusal | 'eligible',
  to?: Platform | undefined,
];

const judge = (changes: Partial<Session>, chosen: Export, to: Platform = 'health-connect', byHand?: true) =>
  judgeExport(
    frozen(session(changes)),
    to,
    frozen(settingsFrom({ export: chosen })),
    frozen(byHand ? { ...exportContext, byHand } : exportContext),
  );

const check = (examples: Example[], byHand: 'lifted by hand' | 'stays by hand') => {
  it.each(examples)('%s', (_title, changes, chosen, expected, to) => {
    expect(reasonsOf(judge(changes, chosen, to))).toEqual(expected === 'eligible' ? [] : [expected]);
  });
  const refused = examples.filter(([, , , expected]) => expected !== 'eligible');
  it.each(refused)(`%s: ${byHand}`, (_title, changes, chosen, expected, to) => {
    expect(reasonsOf(judge(changes, chosen, to, true))).toEqual(byHand === 'stays by hand' ? [expected] : []);
  });
};

const lasting = (seconds: number): Partial<Session> => ({
  start: NOW - 40 * DAY,
  end: NOW - 40 * DAY + seconds * 1000,
});
const endingAt = (end: number): Partial<Session> => ({ start: end - HOUR, end });

it('lets a completed session out by default, with the one shared verdict', () => {
  expect(judgeExport(session(), 'apple-health', DEFAULT_SETTINGS, exportContext)).toBe(ELIGIBLE);
});

describe('facts', () => {
  const origin = { platform: 'health-connect', workout: 'w9' } as const;
  const stranger = 'moon-walk' as Activity;
  const future: Refusal = {
    code: 'session-in-the-future',
    lasts: 'until',
    until: NOW + 2 * MINUTE + 1,
    params: { until: NOW + 2 * MINUTE + 1 },
  };
  check(
    [
      ['deleted', { state: 'deleted' }, {}, { code: 'session-deleted', lasts: 'for-good', params: {} }],
      ['still being recorded', { state: 'open' }, {}, { code: 'not-completed', lasts: 'until' }],
      [
        'from this platform',
        { origin },
        {},
        { code: 'imported-from-here', lasts: 'for-good', params: { platform: 'health-connect', workout: 'w9' } },
      ],
      ['from the other platform', { origin }, {}, 'eligible', 'apple-health'],
      [
        'owned by another device',
        { owner: 'tablet' },
        {},
        { code: 'owned-elsewhere', lasts: 'needs-user', params: { owner: 'tablet' } },
      ],
      ['owned by this device', { owner: 'this-phone' }, {}, 'eligible'],
      [
        'an activity that nobody knows',
        { activity: stranger },
        {},
        {
          code: 'activity-not-writable',
          lasts: 'for-good',
          params: { activity: 'moon-walk', platform: 'health-connect' },
        },
      ],
      [
        'a transition, which is a leg of a workout',
        { activity: 'transition' },
        {},
        {
          code: 'activity-not-writable',
          lasts: 'for-good',
          params: { activity: 'transition', platform: 'health-connect' },
        },
      ],
      ['ends now', endingAt(NOW), {}, 'eligible'],
      ['ends within the clock tolerance', endingAt(NOW + 2 * MINUTE), {}, 'eligible'],
      ['ends 1 ms beyond the clock tolerance', endingAt(NOW + 2 * MINUTE + 1), {}, future],
    ],
    'stays by hand',
  );
});

describe('taste', () => {
  const { start, end } = session();
  const grace = (until: number): Refusal => ({ code: 'grace-period', lasts: 'until', until, params: { until } });
  const refuse: Export = { summaryOnly: 'refuse' };
  check(
    [
      ['exports off', {}, { enabled: false }, { code: 'export-off', lasts: 'needs-user', params: {} }],
      [
        'starts 1 ms before',
        {},
        { exportFrom: start + 1 },
        { code: 'before-export-start', lasts: 'needs-user', params: { start, from: start + 1 } },
      ],
      ['starts at the very moment', {}, { exportFrom: start }, 'eligible'],
      ['starts 1 ms after', {}, { exportFrom: start - 1 }, 'eligible'],
      [
        'its origin writes there',
        { relayedFrom: ['strava', 'garmin'] },
        { relayedOrigins: ['garmin'] },
        { code: 'origin-writes-there', lasts: 'for-good', params: { origin: 'garmin' } },
      ],
      ['its origin does not write there', { relayedFrom: ['strava'] }, { relayedOrigins: ['garmin'] }, 'eligible'],
      ['no origin', {}, { relayedOrigins: ['garmin'] }, 'eligible'],
      [
        'a broader activity there',
        { activity: 'pickleball' },
        { lossyActivities: 'refuse' },
        { code: 'activity-lossy', lasts: 'for-good', params: { activity: 'pickleball', platform: 'health-connect' } },
      ],
      ['a broader activity there, allowed', { activity: 'pickleball' }, {}, 'eligible'],
      [
        'the same activity there',
        { activity: 'pickleball' },
        { lossyActivities: 'refuse' },
        'eligible',
        'apple-health',
      ],
      [
        '1 ms shorter than wanted',
        lasting(59.999),
        { minimumDurationSeconds: 60 },
        { code: 'session-too-short', lasts: 'for-good', params: { actualSeconds: 59.999, minimumSeconds: 60 } },
      ],
      ['just as long as wanted', lasting(60), { minimumDurationSeconds: 60 }, 'eligible'],
      ['1 ms longer than wanted', lasting(60.001), { minimumDurationSeconds: 60 }, 'eligible'],
      ['1 ms of grace left', {}, { graceSeconds: (NOW - end + 1) / 1000 }, grace(NOW + 1)],
      ['grace is over', {}, { graceSeconds: (NOW - end) / 1000 }, 'eligible'],
      ['grace is long over', {}, { graceSeconds: (NOW - end - 1) / 1000 }, 'eligible'],
      ['no grace, though the clock is a minute behind', endingAt(NOW + MINUTE), { graceSeconds: 0 }, 'eligible'],
      ['unread detail', {}, refuse, { code: 'session-detail-unread', lasts: 'until' }],
      [
        'unread detail as null, as hosts write it',
        { detail: null } as never,
        refuse,
        { code: 'session-detail-unread', lasts: 'until' },
      ],
      ['unread detail, none needed', {}, {}, 'eligible'],
      ['no samples', { detail: NO_SAMPLES }, refuse, { code: 'no-detail', lasts: 'for-good', params: {} }],
      ['no samples, none needed', { detail: NO_SAMPLES }, {}, 'eligible'],
      ['samples', { detail: detail({ steps: 0.1 }) }, refuse, 'eligible'],
      ['a route', { detail: detail({}, ROUTE) }, refuse, 'eligible'],
    ],
    'lifted by hand',
  );
});

it('asks for samples only where nothing else refuses', () => {
  expect(codesOf(judge({ state: 'open' }, { summaryOnly: 'refuse' }))).toEqual(['not-completed']);
  expect(codesOf(judge({}, { summaryOnly: 'refuse', enabled: false }))).toEqual(['export-off']);
});

it('gives all reasons, in the fixed order of the rules: facts, then taste', () => {
  const worst = session({
    state: 'open',
    origin: { platform: 'health-connect', workout: 'w9' },
    owner: 'tablet',
    activity: 'pickleball',
    relayedFrom: ['garmin'],
    detail: NO_SAMPLES,
    start: NOW + HOUR,
    end: NOW + HOUR + 1000,
  });
  const strict = settingsFrom({
    export: {
      enabled: false,
      exportFrom: NOW + DAY,
      summaryOnly: 'refuse',
      minimumDurationSeconds: 60,
      graceSeconds: 60,
      lossyActivities: 'refuse',
      relayedOrigins: ['garmin'],
    },
  });
  const facts = ['not-completed', 'imported-from-here', 'owned-elsewhere', 'session-in-the-future'];
  expect(codesOf(judgeExport(worst, 'health-connect', strict, exportContext))).toEqual([
    ...facts,
    'export-off',
    'before-export-start',
    'origin-writes-there',
    'activity-lossy',
    'session-too-short',
    'grace-period',
    'no-detail',
  ]);
  expect(codesOf(judgeExport(worst, 'health-connect', strict, { ...exportContext, byHand: true }))).toEqual(facts);
});
