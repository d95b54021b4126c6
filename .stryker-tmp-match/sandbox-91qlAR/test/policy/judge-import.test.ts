// @ts-nocheck
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/domain/activity';
import type { Refusal } from '../../src/domain/reason';
import type { Workout } from '../../src/domain/workout';
import { DEFAULT_SETTINGS } from '../../src/policy/default-settings';
import { judgeImport } from '../../src/policy/judge-import';
import { type SettingsOverrides, settingsFrom } from '../../src/policy/settings-from';
import { ELIGIBLE } from '../../src/policy/verdict';
import {
  codesOf,
  DAY,
  detail,
  frozen,
  HOUR,
  importContext,
  MINUTE,
  NO_SAMPLES,
  NOW,
  OWN_APP,
  OWN_EXTERNAL_ID,
  ROUTE,
  reasonsOf,
  WATCH_APP,
  workout,
} from './records';

type Import = NonNullable<SettingsOverrides['import']>;
type Example = readonly [title: string, changes: Partial<Workout>, chosen: Import, expected: Refusal | 'eligible'];

const judge = (changes: Partial<Workout>, chosen: Import) =>
  judgeImport(frozen(workout(changes)), frozen(settingsFrom({ import: chosen })), frozen(importContext));

const check = (examples: readonly Example[]) =>
  it.each(examples)('%s', (_title, changes, chosen, expected) => {
    expect(reasonsOf(judge(changes, chosen))).toEqual(expected === 'eligible' ? [] : [expected]);
  });

const lasting = (seconds: number): Partial<Workout> => ({
  start: NOW - 40 * DAY,
  end: NOW - 40 * DAY + seconds * 1000,
});
const endingAt = (end: number): Partial<Workout> => ({ start: end - HOUR, end });

it('lets a foreign workout in by default, with the one shared verdict', () => {
  expect(judgeImport(workout(), DEFAULT_SETTINGS, importContext)).toBe(ELIGIBLE);
});

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

describe('what the user chose', () => {
  const start = workout().start;
  const off = (category: string, activity: string): Refusal => ({
    code: 'category-off',
    lasts: 'needs-user',
    params: { category, activity },
  });
  check([
    ['imports off', {}, { enabled: false }, { code: 'import-off', lasts: 'needs-user', params: {} }],
    ['a selected activity', {}, { activities: ['walking', 'running'] }, 'eligible'],
    [
      'an activity that is not selected',
      {},
      { activities: ['walking'] },
      { code: 'activity-not-selected', lasts: 'needs-user', params: { activity: 'running' } },
    ],
    [
      'no activity selected',
      {},
      { activities: [] },
      { code: 'activity-not-selected', lasts: 'needs-user', params: { activity: 'running' } },
    ],
    ['category off', {}, { categories: { running: false } }, off('running', 'running')],
    ['category on', {}, { categories: { running: true, cycling: false } }, 'eligible'],
    [
      'treadmill counts as running',
      { activity: 'treadmill-running' },
      { categories: { running: false } },
      off('running', 'treadmill-running'),
    ],
    [
      'an activity that this version does not know is other',
      { activity: 'moon-walk' as Activity },
      { categories: { other: false } },
      off('other', 'moon-walk'),
    ],
    [
      'starts 1 ms before',
      {},
      { importFrom: start + 1 },
      { code: 'before-import-start', lasts: 'needs-user', params: { start, from: start + 1 } },
    ],
    ['starts at the very moment', {}, { importFrom: start }, 'eligible'],
    ['starts 1 ms after', {}, { importFrom: start - 1 }, 'eligible'],
  ]);
});

describe('how long, how far, and whether it is over', () => {
  check([
    [
      '1 ms shorter than wanted',
      lasting(59.999),
      { minimumDurationSeconds: 60 },
      { code: 'too-short', lasts: 'for-good', params: { actualSeconds: 59.999, minimumSeconds: 60 } },
    ],
    ['just as long as wanted', lasting(60), { minimumDurationSeconds: 60 }, 'eligible'],
    ['1 ms longer than wanted', lasting(60.001), { minimumDurationSeconds: 60 }, 'eligible'],
    ['1 ms shorter than a day', lasting(86_399.999), {}, 'eligible'],
    ['a day', lasting(86_400), {}, 'eligible'],
    [
      '1 ms longer than a day',
      lasting(86_400.001),
      {},
      { code: 'too-long', lasts: 'needs-user', params: { actualSeconds: 86_400.001, maximumSeconds: 86_400 } },
    ],
    [
      '31 days',
      lasting(31 * 86_400),
      {},
      { code: 'too-long', lasts: 'needs-user', params: { actualSeconds: 2_678_400, maximumSeconds: 86_400 } },
    ],
    [
      'just nearer than wanted',
      { distanceMetres: 499.9 },
      { minimumDistanceMetres: 500 },
      { code: 'too-near', lasts: 'for-good', params: { actualMetres: 499.9, minimumMetres: 500 } },
    ],
    ['just as far as wanted', { distanceMetres: 500 }, { minimumDistanceMetres: 500 }, 'eligible'],
    ['just farther than wanted', { distanceMetres: 500.1 }, { minimumDistanceMetres: 500 }, 'eligible'],
    ['no distance is no evidence', {}, { minimumDistanceMetres: 500 }, 'eligible'],
    ['a distance of zero is none', { distanceMetres: 0 }, { minimumDistanceMetres: 500 }, 'eligible'],
    [
      'a tiny distance is one',
      { distanceMetres: 0.1 },
      { minimumDistanceMetres: 500 },
      { code: 'too-near', lasts: 'for-good', params: { actualMetres: 0.1, minimumMetres: 500 } },
    ],
    ['ends now', endingAt(NOW), {}, 'eligible'],
    ['ends within the clock tolerance', endingAt(NOW + 2 * MINUTE), {}, 'eligible'],
    [
      'ends 1 ms beyond the clock tolerance',
      endingAt(NOW + 2 * MINUTE + 1),
      {},
      { code: 'in-the-future', lasts: 'until', until: NOW + 2 * MINUTE + 1, params: { until: NOW + 2 * MINUTE + 1 } },
    ],
  ]);
});

describe('what stands behind it', () => {
  const unread: Refusal = { code: 'detail-unread', lasts: 'until' };
  const refuse: Import = { summaryOnly: 'refuse' };
  const needsHeart: Import = { requiredDetail: ['heart-rate'], minimumCoverage: 0.5 };
  const needsRoute: Import = { requiredDetail: ['route'] };
  const left: Import = { routes: 'leave-out' };
  const consent = detail({}, { route: 'consent-required' });
  const denied = detail({ steps: 1 }, { route: 'denied' });
  const summaryOnly: Refusal = { code: 'summary-only', lasts: 'for-good', params: { route: 'none' } };
  const missing = (needed: string, route = 'none', lasts: Refusal['lasts'] = 'for-good'): Refusal => ({
    code: 'detail-missing',
    lasts,
    params: { needed, route },
  });
  const sparse = (series: string, coverage: number, route = 'none', lasts: Refusal['lasts'] = 'for-good'): Refusal => ({
    code: 'detail-sparse',
    lasts,
    params: { series, coverage, minimumCoverage: 0.5, route },
  });
  describe('counted only where it matters', () => {
    check([
      ['no detail, none needed', {}, {}, 'eligible'],
      ['no samples, none needed', { detail: NO_SAMPLES }, {}, 'eligible'],
      ['no detail, summary-only refused', {}, refuse, unread],
      ['no detail, heart rate needed', {}, needsHeart, unread],
      ['no detail as null, as hosts write it', { detail: null } as never, refuse, unread],
    ]);
    it('asks for samples only where nothing else refuses', () => {
      expect(codesOf(judge({}, { ...refuse, enabled: false }))).toEqual(['import-off']);
      expect(codesOf(judge(endingAt(NOW + DAY), refuse))).toEqual(['in-the-future']);
      expect(codesOf(judge({ detail: NO_SAMPLES }, { ...refuse, enabled: false }))).toEqual([
        'import-off',
        'summary-only',
      ]);
    });
  });
  describe('summary-only', () => {
    check([
      ['no samples at all', { detail: NO_SAMPLES }, refuse, summaryOnly],
      [
        'an empty series',
        { detail: { ...NO_SAMPLES, series: { steps: { count: 0, coverage: 0 } } } },
        refuse,
        summaryOnly,
      ],
      ['one sample', { detail: { ...NO_SAMPLES, series: { steps: { count: 1, coverage: 0 } } } }, refuse, 'eligible'],
      [
        'an absent series beside a real one',
        { detail: { ...NO_SAMPLES, series: { power: undefined, steps: { count: 1, coverage: 0 } } as never } },
        refuse,
        'eligible',
      ],
      ['only a route', { detail: detail({}, ROUTE) }, refuse, 'eligible'],
      ['a route of one point', { detail: detail({}, { route: 'present', routePoints: 1 }) }, refuse, 'eligible'],
      [
        'a route without points',
        { detail: detail({}, { route: 'present' }) },
        refuse,
        { ...summaryOnly, params: { route: 'present' } },
      ],
      [
        'only a route, left out',
        { detail: detail({}, ROUTE) },
        { ...refuse, ...left },
        { ...summaryOnly, params: { route: 'present' } },
      ],
      [
        'a route that needs consent',
        { detail: consent },
        refuse,
        { code: 'summary-only', lasts: 'needs-user', params: { route: 'consent-required' } },
      ],
      [
        'a route that needs consent, left out',
        { detail: consent },
        { ...refuse, ...left },
        { ...summaryOnly, params: { route: 'consent-required' } },
      ],
      [
        'a denied route',
        { detail: detail({}, { route: 'denied' }) },
        refuse,
        { code: 'summary-only', lasts: 'needs-user', params: { route: 'denied' } },
      ],
      [
        'a route of which nothing is known',
        { detail: detail({}, { route: 'unknown' }) },
        refuse,
        { ...summaryOnly, params: { route: 'unknown' } },
      ],
      [
        'consent would not bring the heart rate',
        { detail: consent },
        { ...refuse, ...needsHeart },
        { ...summaryOnly, params: { route: 'consent-required' } },
      ],
      ['summary-only stands for missing detail', { detail: NO_SAMPLES }, { ...refuse, ...needsHeart }, summaryOnly],
    ]);
  });
  describe('detail-missing', () => {
    const some = { detail: detail({ steps: 1 }) };
    check([
      ['another kind', some, needsHeart, missing('heart-rate')],
      ['none at all, summary-only allowed', { detail: NO_SAMPLES }, needsHeart, missing('heart-rate')],
      [
        'an empty series',
        { detail: { ...NO_SAMPLES, series: { 'heart-rate': { count: 0, coverage: 1 } } } },
        needsHeart,
        missing('heart-rate'),
      ],
      ['several wanted, none there', some, { requiredDetail: ['heart-rate', 'route'] }, missing('heart-rate, route')],
      ['the route', some, needsRoute, missing('route')],
      [
        'a route that needs consent',
        { detail: consent },
        needsRoute,
        missing('route', 'consent-required', 'needs-user'),
      ],
      ['a denied route', { detail: denied }, needsRoute, missing('route', 'denied', 'needs-user')],
      ['a denied route, heart rate needed', { detail: denied }, needsHeart, missing('heart-rate', 'denied')],
      ['a denied route, left out', { detail: denied }, { ...needsRoute, ...left }, missing('route', 'denied')],
      [
        'a route that is there, left out',
        { detail: detail({}, ROUTE) },
        { ...needsRoute, ...left },
        missing('route', 'present'),
      ],
      [
        'one kind of several is enough',
        { detail: detail({ speed: 1 }) },
        { requiredDetail: ['heart-rate', 'speed'] },
        'eligible',
      ],
    ]);
  });
  describe('detail-sparse', () => {
    const both: Import = { requiredDetail: ['heart-rate', 'speed'], minimumCoverage: 0.5 };
    check([
      ['just under the share', { detail: detail({ 'heart-rate': 0.499 }) }, needsHeart, sparse('heart-rate', 0.499)],
      ['just the share', { detail: detail({ 'heart-rate': 0.5 }) }, needsHeart, 'eligible'],
      ['just over the share', { detail: detail({ 'heart-rate': 0.501 }) }, needsHeart, 'eligible'],
      ['no share at all', { detail: detail({ 'heart-rate': 0 }) }, needsHeart, sparse('heart-rate', 0)],
      ['no share needed', { detail: detail({ 'heart-rate': 0 }) }, { ...needsHeart, minimumCoverage: 0 }, 'eligible'],
      ['the best of the kinds counts', { detail: detail({ 'heart-rate': 0.1, speed: 0.9 }) }, both, 'eligible'],
      [
        'the best of the kinds is named',
        { detail: detail({ 'heart-rate': 0.1, speed: 0.2, power: 1 }) },
        both,
        sparse('speed', 0.2),
      ],
      [
        'of equal kinds the first is named',
        { detail: detail({ 'heart-rate': 0.2, speed: 0.2 }) },
        both,
        sparse('heart-rate', 0.2),
      ],
      [
        'a route covers all of the time',
        { detail: detail({}, { route: 'present', routePoints: 1 }) },
        { ...needsRoute, minimumCoverage: 1 },
        'eligible',
      ],
      [
        'a route that consent would bring',
        { detail: detail({ 'heart-rate': 0.1 }, { route: 'consent-required' }) },
        { requiredDetail: ['heart-rate', 'route'] },
        sparse('heart-rate', 0.1, 'consent-required', 'needs-user'),
      ],
    ]);
  });
  describe('settling', () => {
    const wait: Import = { ...refuse, settlingSeconds: 3600 };
    const settling = (until: number): Refusal => ({ code: 'settling', lasts: 'until', until, params: { until } });
    const ended = (agoMilliseconds: number, summary = NO_SAMPLES) => ({
      ...endingAt(NOW - agoMilliseconds),
      detail: summary,
    });
    check([
      ['samples have 1 ms left', ended(HOUR - 1), wait, settling(NOW + 1)],
      ['the time is over', ended(HOUR), wait, summaryOnly],
      ['the time is long over', ended(HOUR + 1), wait, summaryOnly],
      ['nothing lacks', ended(0, detail({ steps: 1 })), wait, 'eligible'],
      [
        'instead of missing',
        ended(0, detail({ steps: 1 })),
        { ...needsHeart, settlingSeconds: 3600 },
        settling(NOW + HOUR),
      ],
      [
        'instead of sparse',
        ended(0, detail({ 'heart-rate': 0.1 })),
        { ...needsHeart, settlingSeconds: 3600 },
        settling(NOW + HOUR),
      ],
      ['instead of asking for consent', ended(0, consent), wait, settling(NOW + HOUR)],
      ['unread comes first', endingAt(NOW), wait, unread],
      ['no settling time', ended(0), { ...wait, settlingSeconds: 0 }, summaryOnly],
    ]);
  });
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
