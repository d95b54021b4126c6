import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../src/domain/reason';
import { check, endingAt, type Import, judge } from './import-examples';
import { codesOf, DAY, detail, HOUR, NO_SAMPLES, NOW, ROUTE } from './records';

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
      ['counted 1 ms too early', ended(2 * HOUR, { ...NO_SAMPLES, readAt: NOW - HOUR - 1 }), wait, unread],
      ['counted when all had settled', ended(2 * HOUR, { ...NO_SAMPLES, readAt: NOW - HOUR }), wait, summaryOnly],
      ['counted too early, and enough', ended(2 * HOUR, { ...detail({ steps: 1 }), readAt: 0 }), wait, 'eligible'],
      ['no settling time', ended(0), { ...wait, settlingSeconds: 0 }, summaryOnly],
    ]);
  });
});
