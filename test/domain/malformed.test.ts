import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMalformedField, type MalformedField } from '../../src/domain/malformed';
import { printOf } from '../../src/domain/prints';
import type { Recording } from '../../src/domain/recording';

const detail = { series: { speed: { count: 60, coverage: 0.9 } }, route: 'present', routePoints: 100 };

const run = {
  key: 'w1',
  activity: 'running',
  start: 1000,
  end: 2000,
  source: { app: 'com.watch' },
  offsetSeconds: 3600,
  distanceMetres: 10_000,
  energyKilocalories: { active: 600, total: 700 },
  elevationGainMetres: 100,
  activeSeconds: 3500,
  detail,
};
const workout = { ...run, kind: 'workout', platform: 'apple-health', external: { id: 'x', version: 1 } };
const session = { ...run, kind: 'session', revision: 'r1', state: 'completed' };

/** Records come from outside: what their types promise is what is asked here. */
const faultOf = (record: unknown) => findMalformedField(record as Recording);
const seriesOf = (summary: unknown) => ({ ...detail, series: { speed: summary } });

const HOUR = 3600;
const LARGEST = 8.64e15;

it.each([
  ['a recording', run],
  ['a workout', workout],
  ['a session', session],
])('%s that is sound has no fault', (_title, record) => {
  expect(faultOf(record)).toBeUndefined();
});

it('needs no optional field', () => {
  expect(faultOf({ key: 'w1', activity: 'running', start: 0, end: 1 })).toBeUndefined();
  expect(faultOf({ kind: 'workout', key: 'w1', activity: 'running', start: 0, end: 1 })).toBeUndefined();
});

describe('a field that cannot be right', () => {
  it.each<readonly [MalformedField, unknown]>([
    ['key', ''],
    ['key', undefined],
    ['key', 7],
    ['start', Number.NaN],
    ['start', 0.5],
    ['start', '1000'],
    ['start', Number.NEGATIVE_INFINITY],
    ['start', null],
    ['end', Number.NaN],
    ['end', 1000.5],
    ['end', undefined],
    ['activity', ''],
    ['activity', 37],
    ['source', null],
    ['source', {}],
    ['source', { app: '' }],
    ['source', { app: 7 }],
    ['source', 'com.watch'],
    ['offsetSeconds', Number.NaN],
    ['offsetSeconds', '+01:00'],
    ['offsetSeconds', '3600'],
    ['offsetSeconds', null],
    ['offsetSeconds', Number.POSITIVE_INFINITY],
    ['distanceMetres', Number.NaN],
    ['distanceMetres', Number.POSITIVE_INFINITY],
    ['distanceMetres', '10'],
    ['distanceMetres', null],
    ['energyKilocalories', { active: -1 }],
    ['energyKilocalories', { total: -1 }],
    ['energyKilocalories', { active: 1, total: Number.NaN }],
    ['elevationGainMetres', -0.1],
    ['activeSeconds', -1],
    ['detail', null],
    ['detail', 'none'],
    ['detail', {}],
    ['detail', { ...detail, series: null }],
    ['detail', { ...detail, series: undefined }],
    ['detail', { ...detail, routePoints: -1 }],
    ['detail', { ...detail, routePoints: Number.NaN }],
    ['detail', seriesOf(null)],
    ['detail', seriesOf({ count: -1, coverage: 0 })],
    ['detail', seriesOf({ count: Number.NaN, coverage: 0 })],
    ['detail', seriesOf({ count: 1, coverage: Number.NaN })],
    ['detail', seriesOf({ count: 1 })],
  ])('%s: %o', (field, value) => {
    expect(faultOf({ ...run, [field]: value })).toBe(field);
    expect(faultOf({ ...workout, [field]: value })).toBe(field);
    expect(faultOf({ ...session, [field]: value })).toBe(field);
  });

  it.each([undefined, '', 'done', 7, null])('state of a session: %o', (state) => {
    expect(faultOf({ ...session, state })).toBe('state');
    expect(faultOf({ ...workout, state })).toBeUndefined();
  });

  it.each([['Run'], 7, null, {}])('title: %o', (title) => {
    expect(faultOf({ ...session, title })).toBe('title');
    expect(faultOf({ ...workout, title })).toBe('title');
    expect(faultOf({ ...session, title: 'Run' })).toBeUndefined();
  });

  it.each(['id', [7], [''], { 0: 'id' }, null])('shared ids and relays: %o', (names) => {
    expect(faultOf({ ...workout, crossIds: names })).toBe('crossIds');
    expect(faultOf({ ...workout, relayedFrom: names })).toBe('relayedFrom');
    expect(faultOf({ ...workout, crossIds: ['id'], relayedFrom: [] })).toBeUndefined();
  });

  it.each([undefined, '', 7, null])('revision of a session: %o', (revision) => {
    expect(faultOf({ ...session, revision })).toBe('revision');
    expect(faultOf({ ...workout, revision })).toBeUndefined();
    expect(faultOf({ ...run, revision })).toBeUndefined();
  });

  it.each(['', 7, null, {}])('owner of a session: %o', (owner) => {
    expect(faultOf({ ...session, owner })).toBe('owner');
    expect(faultOf({ ...workout, owner })).toBeUndefined();
    expect(faultOf({ ...session, owner: 'phone' })).toBeUndefined();
  });

  it.each([
    null,
    'w1',
    {},
    { platform: 'apple-health' },
    { workout: 'w1' },
    { platform: '', workout: 'w1' },
    { platform: 'apple-health', workout: 7 },
    { platform: 'apple-health', workout: 'w1', prints: null },
    { platform: 'apple-health', workout: 'w1', prints: { facts: 'f' } },
    { platform: 'apple-health', workout: 'w1', prints: { detail: 'd' } },
  ])('origin of a session: %o', (origin) => {
    expect(faultOf({ ...session, origin })).toBe('origin');
    expect(faultOf({ ...workout, origin })).toBeUndefined();
    const prints = { facts: 'f', detail: 'd' };
    expect(faultOf({ ...session, origin: { platform: 'apple-health', workout: 'w1', prints } })).toBeUndefined();
  });

  it.each([
    null,
    {},
    { id: '', version: 1 },
    { id: 7, version: 1 },
    { id: 'x', version: -1 },
    { id: 'x', version: 'v1' },
  ])('external of a workout: %o', (external) => {
    expect(faultOf({ ...workout, external })).toBe('external');
    expect(faultOf({ ...session, external })).toBeUndefined();
  });
});

describe('at the edge', () => {
  it.each<readonly [MalformedField, unknown, boolean]>([
    ['start', -LARGEST, true],
    ['start', -LARGEST - 2, false],
    ['end', LARGEST, true],
    ['end', LARGEST + 2, false],
    ['end', 1001, true],
    ['end', 1000, false],
    ['end', 999, false],
    ['offsetSeconds', 14 * HOUR, true],
    ['offsetSeconds', 14 * HOUR + 1, false],
    ['offsetSeconds', 16 * HOUR, false],
    ['offsetSeconds', -12 * HOUR, true],
    ['offsetSeconds', -12 * HOUR - 1, false],
    ['offsetSeconds', 0, true],
    ['distanceMetres', 0, true],
    ['distanceMetres', -1, false],
    ['energyKilocalories', {}, true],
    ['energyKilocalories', { active: 0, total: 0 }, true],
    ['detail', { ...detail, routePoints: 0 }, true],
    ['detail', { ...detail, series: {} }, true],
    ['detail', seriesOf(undefined), true],
    ['detail', seriesOf({ count: 0, coverage: 0 }), true],
    ['detail', seriesOf({ count: 1, coverage: 1 }), true],
    ['detail', seriesOf({ count: 1, coverage: 1.01 }), false],
    ['detail', seriesOf({ count: 1, coverage: -0.01 }), false],
  ])('%s %o is sound: %s', (field, value, sound) => {
    expect(faultOf({ ...run, [field]: value })).toBe(sound ? undefined : field);
  });
});

it('names the first of several faults', () => {
  const fields = ['key', 'start', 'end', 'activity', 'source', 'offsetSeconds', 'distanceMetres'] as const;
  const broken: Record<string, unknown> = { ...run };
  for (const field of [...fields].reverse()) {
    broken[field] = null;
    expect(faultOf(broken)).toBe(field);
  }
});

describe('anything at all', () => {
  const junk = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  });
  const oneOf = fc.oneof(junk, fc.constantFrom(null, undefined, Symbol('s'), Number.NaN, '', 0n, Object.create(null)));
  const fields = Object.keys({ ...workout, ...session });

  it('in one field of a sound record never throws, and is blamed on no other field', () => {
    fc.assert(
      fc.property(fc.constantFrom(run, workout, session), fc.constantFrom(...fields), oneOf, (record, field, value) => {
        // A later end may be right and the start still be after it: then the end is the one that is named.
        const blamed = field === 'start' ? ['start', 'end', undefined] : [field, undefined];
        if (field !== 'kind') expect(blamed).toContain(faultOf({ ...record, [field]: value }));
        else expect(() => faultOf({ ...record, kind: value })).not.toThrow();
      }),
      { numRuns: 5000 },
    );
  });

  it('below the source, the energy, the detail, a series or the external id never throws', () => {
    fc.assert(
      fc.property(oneOf, oneOf, oneOf, (a, b, c) => {
        const records = [
          { ...workout, source: { app: a }, energyKilocalories: { active: b, total: c } },
          { ...workout, source: { app: a } },
          { ...workout, energyKilocalories: { active: b, total: c } },
          { ...workout, detail: { series: a, route: b, routePoints: c } },
          { ...workout, detail: { ...detail, series: { speed: a, power: b, later: c } } },
          { ...workout, detail: seriesOf({ count: a, coverage: b }) },
          { ...workout, external: { id: a, version: b } },
        ];
        for (const record of records) expect(() => faultOf(record)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  it('in all fields at once never throws', () => {
    const record = fc.record(Object.fromEntries(fields.map((field) => [field, oneOf])), { requiredKeys: [] });
    fc.assert(
      fc.property(record, (one) => {
        expect(() => faultOf(one)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  it('that is found sound can be printed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), oneOf, (field, value) => {
        const record = { ...workout, [field]: value } as unknown as Recording;
        if (findMalformedField(record) === undefined) expect(() => printOf(record)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});
