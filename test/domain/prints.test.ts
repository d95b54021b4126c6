import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DetailSummary } from '../../src/domain/detail-summary';
import { fingerprint } from '../../src/domain/hash';
import { type Prints, printOf, sameDetail, sameFacts, sameTotals, untitled } from '../../src/domain/prints';
import type { Recording } from '../../src/domain/recording';

type Titled = Recording & { readonly title?: string };

const START = Date.UTC(2026, 4, 4, 10);

const run: Titled = {
  key: 'w1',
  activity: 'running',
  start: START,
  end: START + 3_600_000,
  title: 'Morning run',
  distanceMetres: 10_000,
  energyKilocalories: { active: 600, total: 700 },
  elevationGainMetres: 100,
  activeSeconds: 3500,
  detail: {
    series: { 'heart-rate': { count: 600, coverage: 0.9 }, speed: { count: 100, coverage: 0.9 } },
    route: 'present',
    routePoints: 1000,
  },
};

const factsOf = (change: Partial<Titled>): string => printOf({ ...run, ...change }).facts;
const detailOf = (change: Partial<Titled>): string => printOf({ ...run, ...change }).detail;
const withDetail = (change: Partial<DetailSummary>): string =>
  detailOf({ detail: { ...(run.detail as DetailSummary), ...change } });
const without = (...fields: readonly (keyof Titled)[]): Titled =>
  Object.fromEntries(Object.entries(run).filter(([field]) => !fields.includes(field as keyof Titled))) as never;

const instant = fc.integer({ min: 0, max: 2_000_000_000_000 });
const amount = fc.option(fc.constantFrom(0, 0.5, 1, 99.9, 100, 10_000), { nil: undefined });
const recording: fc.Arbitrary<Titled> = fc
  .record({
    activity: fc.constantFrom('running' as const, 'cycling' as const),
    start: instant,
    length: fc.integer({ min: 2000, max: 90_000_000 }),
    title: fc.constantFrom(undefined, '', 'Run', 'Läufchen 早朝', 'two words'),
    distanceMetres: amount,
    active: amount,
    count: fc.constantFrom(undefined, 0, 1, 600),
  })
  .map(({ activity, start, length, title, distanceMetres, active, count }) => ({
    key: 'w',
    activity,
    start,
    end: start + length,
    ...(title !== undefined && { title }),
    ...(distanceMetres !== undefined && { distanceMetres }),
    ...(active !== undefined && { energyKilocalories: { active } }),
    ...(count !== undefined && {
      detail: { series: { power: { count, coverage: 1 } }, route: 'none' as const, routePoints: count },
    }),
  }));

const factsHold = (a: Prints, b: Prints) => sameFacts(a.facts, b.facts);
const wholeSecond = (milliseconds: number) => Math.floor(milliseconds / 1000) * 1000;

describe('printOf', () => {
  it('gives equal prints for equal content, after JSON and whatever the order of the fields', () => {
    fc.assert(
      fc.property(recording, (one) => {
        expect(printOf(JSON.parse(JSON.stringify(one)))).toEqual(printOf(one));
        expect(printOf(Object.fromEntries(Object.entries(one).reverse()) as never)).toEqual(printOf(one));
      }),
    );
  });

  it('stays what it was, because it is stored', () => {
    const series = { 'heart-rate': 1, speed: 2, distance: 3, cadence: 4, power: 5, steps: 6 };
    const counted = Object.fromEntries(Object.entries(series).map(([name, count]) => [name, { count, coverage: 1 }]));
    const every = { ...run, detail: { series: counted, route: 'present' as const, routePoints: 7 } };
    expect(printOf(every)).toEqual({
      facts: `running ${run.start} ${run.end} ${fingerprint('Morning run').slice(0, 16)}`,
      detail: '10000 600 700 100 3500|7 1 2 3 4 5 6',
    });
    expect(printOf({ key: 'w', activity: 'other', start: 0, end: 1 })).toEqual({
      facts: 'other 0 1 ',
      detail: '    |?',
    });
  });

  it.each<readonly [string, Partial<Titled>]>([
    ['the key', { key: 'other' }],
    ['the source', { source: { app: 'com.other' } }],
    ['ids', { sourceId: 'x', crossIds: ['y'], parent: 'z', relayedFrom: ['garmin'] }],
    ['the offset', { offsetSeconds: 7200 }],
    ['the method', { method: 'manual' }],
    [
      'coverage',
      {
        detail: {
          ...(run.detail as DetailSummary),
          series: { 'heart-rate': { count: 600, coverage: 0.1 }, speed: { count: 100, coverage: 1 } },
        },
      },
    ],
    ['laps', { detail: { ...(run.detail as DetailSummary), laps: 9, pauses: 9 } }],
  ])('leaves out %s', (_title, change) => {
    expect(printOf({ ...run, ...change })).toEqual(printOf(run));
  });

  it('keeps no text of the user', () => {
    expect(JSON.stringify(printOf(run))).not.toMatch(/morning/i);
  });

  it.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, -1, -0])('does not throw on the number %d', (value) => {
    const broken = {
      ...run,
      start: value,
      end: value,
      distanceMetres: value,
      energyKilocalories: { active: value, total: value },
      elevationGainMetres: value,
      activeSeconds: value,
      detail: { series: { speed: { count: value, coverage: value } }, route: 'none', routePoints: value },
    } as unknown as Recording;
    const print = printOf(broken);
    expect(sameFacts(print.facts, print.facts)).toBe(true);
    expect(sameDetail(print.detail, print.detail)).toBe(true);
    expect(sameFacts(print.facts, printOf(run).facts)).toBe(false);
    expect(() => sameDetail(print.detail, printOf(run).detail)).not.toThrow();
    expect(() => sameTotals(print.detail, printOf(run).detail)).not.toThrow();
  });
});

describe('sameFacts', () => {
  it.each<readonly [string, Partial<Titled>, boolean]>([
    ['nothing changed', {}, true],
    ['the start is 1499 ms later', { start: run.start + 1499 }, true],
    ['the start is 1500 ms later', { start: run.start + 1500 }, true],
    ['the start is 1501 ms later', { start: run.start + 1501 }, false],
    ['the start is 1501 ms earlier', { start: run.start - 1501 }, false],
    ['the end is 1499 ms earlier', { end: run.end - 1499 }, true],
    ['the end is 1500 ms earlier', { end: run.end - 1500 }, true],
    ['the end is 1501 ms earlier', { end: run.end - 1501 }, false],
    ['the end is 1501 ms later', { end: run.end + 1501 }, false],
    ['another activity', { activity: 'walking' }, false],
    ['another name of the activity', { activity: 'treadmill-running' }, false],
    ['renamed', { title: 'Evening run' }, false],
    ['renamed by one letter', { title: 'Morning Run' }, false],
    ['the title is gone', { title: '' }, false],
    ['late samples', { detail: { series: {}, route: 'none', routePoints: 9 } }, true],
    ['late totals', { distanceMetres: 1, energyKilocalories: {}, elevationGainMetres: 1, activeSeconds: 1 }, true],
  ])('%s: %s', (_title, change, expected) => {
    expect(sameFacts(printOf(run).facts, factsOf(change))).toBe(expected);
    expect(sameFacts(factsOf(change), printOf(run).facts)).toBe(expected);
  });

  it('survives a store that keeps whole seconds', () => {
    fc.assert(
      fc.property(recording, (one) => {
        const stored = { ...one, start: wholeSecond(one.start), end: wholeSecond(one.end) };
        return factsHold(printOf(one), printOf(stored)) && factsHold(printOf(stored), printOf(one));
      }),
    );
  });

  it('survives clocks that are read a tenth of a second apart', () => {
    const drift = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(recording, drift, drift, (one, atStart, atEnd) =>
        factsHold(printOf(one), printOf({ ...one, start: one.start + atStart, end: one.end + atEnd })),
      ),
    );
  });

  it('is reflexive and symmetric', () => {
    const nearby = fc.tuple(recording, fc.integer({ min: -3000, max: 3000 }), fc.constantFrom('', 'Run', 'Ride'));
    fc.assert(
      fc.property(nearby, fc.constantFrom('always' as const, 'where-both' as const), ([one, late, title], titles) => {
        const a = printOf(one).facts;
        const b = printOf({ ...one, start: one.start + late, title }).facts;
        expect(sameFacts(a, a, titles)).toBe(true);
        expect(sameFacts(a, b, titles)).toBe(sameFacts(b, a, titles));
      }),
    );
  });

  it('is not transitive: two steps of the tolerance are too far', () => {
    const [a, b, c] = [factsOf({}), factsOf({ start: run.start + 1500 }), factsOf({ start: run.start + 3000 })];
    expect([sameFacts(a, b), sameFacts(b, c), sameFacts(a, c)]).toEqual([true, true, false]);
  });

  it.each([
    ['both titled alike', 'Run', 'Run', true, true],
    ['both titled, differently', 'Run', 'Ride', false, false],
    ['one without a title', 'Run', '', false, true],
    ['both without a title', '', '', true, true],
  ])('titles: %s', (_title, one, other, always, whereBoth) => {
    const [a, b] = [factsOf({ title: one }), factsOf({ title: other })];
    expect([sameFacts(a, b), sameFacts(b, a)]).toEqual([always, always]);
    expect([sameFacts(a, b, 'where-both'), sameFacts(b, a, 'where-both')]).toEqual([whereBoth, whereBoth]);
  });

  it('takes no title and an empty title for the same', () => {
    expect(printOf(without('title')).facts).toBe(factsOf({ title: '' }));
  });
});

describe('untitled', () => {
  it('is the print of the recording without its title', () => {
    fc.assert(
      fc.property(recording, (one) => {
        const { title: _dropped, ...rest } = one;
        expect(untitled(printOf(one).facts)).toBe(printOf(rest).facts);
      }),
    );
  });
});

describe('sameDetail', () => {
  it.each<readonly [string, string, boolean]>([
    ['nothing changed', detailOf({}), true],
    ['a distance of half a percent more', detailOf({ distanceMetres: 10_050 }), true],
    ['a distance just over half a percent more', detailOf({ distanceMetres: 10_050.1 }), false],
    ['a distance just under half a percent less', detailOf({ distanceMetres: 9950.1 }), true],
    ['a distance of more than half a percent less', detailOf({ distanceMetres: 9949.9 }), false],
    ['a climb of one metre more', detailOf({ elevationGainMetres: 101 }), true],
    ['a climb of more than one metre more', detailOf({ elevationGainMetres: 101.1 }), false],
    ['active energy', detailOf({ energyKilocalories: { active: 604, total: 700 } }), false],
    ['total energy', detailOf({ energyKilocalories: { active: 600, total: 704 } }), false],
    ['active time', detailOf({ activeSeconds: 3518 }), false],
    ['a total that is gone', detailOf(without('distanceMetres')).replace('10000', ''), false],
    [
      'samples of another kind',
      withDetail({ series: { 'heart-rate': { count: 600, coverage: 1 }, power: { count: 100, coverage: 1 } } }),
      false,
    ],
    ['a route of some points more', withDetail({ routePoints: 1005 }), true],
    ['a route of many points more', withDetail({ routePoints: 1006 }), false],
    ['a renamed recording', detailOf({ title: 'Evening run' }), true],
    ['a longer recording', detailOf({ end: run.end + 60_000 }), true],
  ])('%s: %s', (_title, now, expected) => {
    expect(sameDetail(printOf(run).detail, now)).toBe(expected);
  });

  it('tells a total that arrived or went from one that stayed', () => {
    const unmeasured = printOf(without('distanceMetres')).detail;
    expect(sameDetail(unmeasured, printOf(run).detail)).toBe(false);
    expect(sameDetail(printOf(run).detail, unmeasured)).toBe(false);
    expect(sameDetail(unmeasured, unmeasured)).toBe(true);
  });

  it.each([
    ['looked at then, not now: says nothing', run.detail, undefined, true],
    ['not looked at then, nothing there now', undefined, { series: {}, route: 'none', routePoints: 0 }, true],
    ['not looked at then, samples now', undefined, run.detail, false],
    ['nothing there then, samples now', { series: {}, route: 'none', routePoints: 0 }, run.detail, false],
    ['never looked at', undefined, undefined, true],
  ] as const)('samples: %s', (_title, then, now, expected) => {
    const bare = without('detail');
    const at = (detail: DetailSummary | undefined) => printOf(detail ? { ...bare, detail } : bare).detail;
    expect(sameDetail(at(then), at(now))).toBe(expected);
  });

  it('sees late samples, and the facts stay the same', () => {
    fc.assert(
      fc.property(recording, fc.integer({ min: 700, max: 9999 }), (one, count) => {
        const late = {
          ...one,
          detail: { series: { cadence: { count, coverage: 1 } }, route: 'none' as const, routePoints: 0 },
        };
        expect(printOf(late).facts).toBe(printOf(one).facts);
        expect(sameDetail(printOf(one).detail, printOf(late).detail)).toBe(false);
      }),
    );
  });

  it.each(['distanceMetres', 'elevationGainMetres', 'activeSeconds'] as const)(
    'tells an unknown %s from one of nothing, or of next to nothing',
    (field) => {
      const unknown = printOf(without(field)).detail;
      for (const value of [0, 0.5, 1]) {
        expect(sameDetail(unknown, detailOf({ [field]: value }))).toBe(false);
        expect(sameDetail(detailOf({ [field]: value }), unknown)).toBe(false);
      }
    },
  );

  it('takes a number that cannot be read for the same as itself, and as no other', () => {
    const broken = { distanceMetres: Number.NaN };
    expect(sameDetail(detailOf(broken), detailOf({ ...broken, activeSeconds: 3501 }))).toBe(true);
    expect(sameDetail(detailOf(broken), detailOf({}))).toBe(false);
  });

  it('is reflexive', () => {
    fc.assert(fc.property(recording, (one) => sameDetail(printOf(one).detail, printOf(one).detail)));
  });
});

it.each(['', ' ', '|', 'running', 'running 0', '1 2 3|', '||', 'nonsense'])(
  'the broken print %j of a damaged store is itself, no print of a recording, and throws nowhere',
  (broken) => {
    const { facts, detail } = printOf(run);
    expect([sameFacts(broken, broken), sameDetail(broken, broken)]).toEqual([true, true]);
    expect([sameFacts(broken, facts), sameFacts(facts, broken)]).toEqual([false, false]);
    expect([sameDetail(broken, detail), sameDetail(detail, broken)]).toEqual([false, false]);
    expect(() => [sameTotals(broken, detail), sameTotals(detail, broken), untitled(broken)]).not.toThrow();
  },
);

describe('sameTotals', () => {
  it.each<readonly [string, Titled, boolean]>([
    ['nothing changed', run, true],
    ['other samples', { ...run, detail: { series: {}, route: 'none', routePoints: 0 } }, true],
    ['samples that nobody looked at', without('detail'), true],
    ['one side does not know the distance', without('distanceMetres'), true],
    [
      'one side knows nothing',
      without('distanceMetres', 'energyKilocalories', 'elevationGainMetres', 'activeSeconds'),
      true,
    ],
    ['another distance', { ...run, distanceMetres: 11_000 }, false],
    ['another active energy', { ...run, energyKilocalories: { active: 500, total: 700 } }, false],
    ['another total energy', { ...run, energyKilocalories: { active: 600, total: 800 } }, false],
    ['another climb', { ...run, elevationGainMetres: 90 }, false],
    ['another active time', { ...run, activeSeconds: 3000 }, false],
  ])('%s: %s', (_title, other, expected) => {
    expect(sameTotals(printOf(run).detail, printOf(other).detail)).toBe(expected);
    expect(sameTotals(printOf(other).detail, printOf(run).detail)).toBe(expected);
  });
});
